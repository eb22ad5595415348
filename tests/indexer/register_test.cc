// The register of submissions: its lines, its chain, and what a crash or a hand may do to it.
#include "indexer/submission/register.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "corpus/hash.h"
#include "indexer/submission/register_line.h"
#include "tests/corpus/xml_schema.h"
#include "tests/support.h"
#include "undex/error.h"

namespace undex {
namespace {

using What = RegisterEvent::What;

RegisterEvent received(const std::string& number, const std::string& submitter = "norway") {
  return {.number = number,
          .recorded = "2023-11-10T09:12:00Z",
          .received = "2023-11-10T04:11:00-05:00",
          .call = "ODA/2023-00042",
          .submitter = submitter,
          .source = "inbox/views & \"gaps\".docx",
          .format = "docx",
          .sha256 = std::string(64, 'a'),
          .size_bytes = 12,
          .replaces = {},
          .reason = {},
          .overrides = {},
          .sum = {}};
}

RegisterEvent withdrawn(const std::string& number) {
  RegisterEvent event;
  event.what = What::withdrawn;
  event.number = number;
  event.recorded = "2023-11-12T10:00:00Z";
  event.reason = "the State\nasked for it";
  return event;
}

RegisterEvent replaced(const std::string& number, const std::string& former) {
  RegisterEvent event = received(number);
  event.what = What::replaced;
  event.replaces = former;
  event.reason = "a page was missing";
  event.overrides = {{"deadline", "post was late <by> a day"}};
  return event;
}

class RegisterFile : public testing::Test {
 protected:
  void fill() {
    Register entries = Register::open(dir());
    entries.append(received("ODA/2023-00042/NOR/1"));
    entries.append(received("ODA/2023-00042/TCD/1", "chad"));
    entries.append(replaced("ODA/2023-00042/NOR/2", "ODA/2023-00042/NOR/1"));
    entries.append(withdrawn("ODA/2023-00042/TCD/1"));
  }
  const std::filesystem::path& dir() const { return folder_.path(); }
  std::string bytes(const std::string& name = "register") const {
    return test::read_file(dir() / name);
  }
  void write(const std::string& text, const std::string& name = "register") const {
    std::ofstream(dir() / name, std::ios::binary) << text;
  }
  std::string faults() const {
    std::string out;
    for (const RegisterFault& fault : Register::verify(dir()))
      out += std::to_string(fault.line) + ": " + fault.text + "\n";
    return out;
  }
  std::string refusal() const {
    try {
      Register::open(dir());
    } catch (const Error& error) {
      EXPECT_EQ(error.kind, ErrorKind::archive);
      return error.what();
    }
    return {};
  }

 private:
  test::TemporaryFolder folder_;
};

TEST_F(RegisterFile, GivesBackWhatWasEntered) {
  EXPECT_TRUE(Register::open(dir()).events().empty());
  EXPECT_EQ(faults(), "");
  fill();
  const Register entries = Register::open(dir());
  ASSERT_EQ(entries.events().size(), 4u);
  EXPECT_EQ(entries.events()[0].source, "inbox/views & \"gaps\".docx");
  EXPECT_EQ(entries.events()[2].overrides[0].reason, "post was late <by> a day");
  EXPECT_EQ(entries.events()[3].reason, "the State\nasked for it");
  EXPECT_EQ(entries.events()[3].line, 4u);
  EXPECT_EQ(faults(), "");
}

TEST_F(RegisterFile, ObeysItsSchemaLineByLine) {
  fill();
  const test::Schema schema(test::source_path("schemas/submission.xsd"));
  std::string rest = bytes();
  for (std::size_t stop = rest.find('\n'); stop != std::string::npos; stop = rest.find('\n')) {
    EXPECT_EQ(schema.faults(rest.substr(0, stop - 65)), "") << rest.substr(0, stop);
    rest.erase(0, stop + 1);
  }
  EXPECT_NE(schema.faults(write_register_line(RegisterEvent{})), "");
}

TEST_F(RegisterFile, IsAChainThatAnybodyCanCheck) {
  fill();
  std::string former(64, '0'), rest = bytes();
  std::size_t lines = 0;
  for (; !rest.empty(); ++lines) {
    const std::size_t stop = rest.find('\n');
    const std::string sum = rest.substr(stop - 64, 64);
    EXPECT_EQ(sum, sha256_hex(former + rest.substr(0, stop - 65)));
    former = sum;
    rest.erase(0, stop + 1);
  }
  EXPECT_EQ(lines, 4u);
}

TEST_F(RegisterFile, ShowsEveryChangedByteAndItsLine) {
  fill();
  const std::string good = bytes();
  for (std::size_t at = 0; at < good.size(); ++at) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 1);
    write(bad);
    const std::size_t line = 1 + static_cast<std::size_t>(std::count(
                                     good.begin(), good.begin() + static_cast<long>(at), '\n'));
    EXPECT_TRUE(faults().starts_with(std::to_string(line) + ": ")) << at << " " << faults();
    EXPECT_NE(refusal().find("line " + std::to_string(line)), std::string::npos) << at;
  }
}

TEST_F(RegisterFile, ForgetsALineThatACrashCutOff) {
  fill();
  const std::string good = bytes(), mark = bytes("register.end");
  const std::size_t three = good.rfind('\n', good.size() - 2) + 1;
  {
    Register entries = Register::open(dir());
    entries.append(received(entries.next_number("ODA/2023-00042", "chad"), "chad"));
  }
  const std::string longer = bytes();
  write(mark, "register.end");  // the crash came before the mark
  for (std::size_t size = good.size(); size <= longer.size(); ++size) {
    write(longer.substr(0, size) + std::string(size % 3, '\0'));
    EXPECT_EQ(faults(), "") << size;
    EXPECT_EQ(Register::open(dir()).events().size(), size == longer.size() ? 5u : 4u) << size;
  }
  write(good.substr(0, three + 7));  // an acknowledged line is no line that a crash cut off
  EXPECT_EQ(faults(), "4: is missing: lines that were acknowledged are lost\n");
  write(good.substr(0, three));
  EXPECT_EQ(faults(), "4: is missing: lines that were acknowledged are lost\n");
  EXPECT_NE(refusal(), "");
}

TEST_F(RegisterFile, GoesOnBehindALineThatACrashCutOff) {
  fill();
  write(bytes() + "<received xmlns=\"urn:und");
  Register entries = Register::open(dir());
  entries.append(received(entries.next_number("ODA/2023-00042", "chad"), "chad"));
  EXPECT_EQ(faults(), "");
  EXPECT_EQ(Register::open(dir()).events().size(), 5u);
}

TEST_F(RegisterFile, IsSoundAfterAWriteThatFailed) {
  fill();
  const auto append_one = [&] {
    Register entries = Register::open(dir());
    entries.append(received(entries.next_number("ODA/2023-00042", "chad"), "chad"));
  };
  const pid_t child = ::fork();
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit = {bytes().size() + 50, bytes().size() + 50};  // half a line is written
    ::setrlimit(RLIMIT_FSIZE, &limit);
    try {
      append_one();
    } catch (const Error& error) {
      ::_exit(error.kind == ErrorKind::archive ? 0 : 1);
    }
    ::_exit(2);
  }
  int status = -1;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(faults(), "");
  EXPECT_EQ(Register::open(dir()).events().size(), 4u);
  append_one();
  EXPECT_EQ(faults(), "");
  EXPECT_EQ(Register::open(dir()).events().size(), 5u);
}

TEST_F(RegisterFile, NoticesAMissingFile) {
  fill();
  const std::string good = bytes();
  std::filesystem::remove(dir() / "register");
  EXPECT_NE(refusal(), "");
  write(good);
  std::filesystem::remove(dir() / "register.end");
  EXPECT_TRUE(faults().starts_with("0: the mark beside it"));
  EXPECT_EQ(refusal(), "");
}

TEST_F(RegisterFile, NeverGivesANumberTwice) {
  fill();
  Register entries = Register::open(dir());
  EXPECT_EQ(entries.next_number("ODA/2023-00042", "norway"), "ODA/2023-00042/NOR/3");
  EXPECT_EQ(entries.next_number("ODA/2023-00042", "chad"), "ODA/2023-00042/TCD/2");
  EXPECT_EQ(entries.next_number("ODA/2024-1", "chad"), "ODA/2024-1/TCD/1");
  EXPECT_THROW(entries.append(received("ODA/2023-00042/NOR/1")), Error);
  EXPECT_THROW(entries.append(withdrawn("ODA/2023-00042/TCD/1")), Error);
  EXPECT_THROW(entries.append(withdrawn("ODA/2023-00042/NOR/1")), Error);
  EXPECT_THROW(entries.append(replaced("ODA/2023-00042/NOR/3", "ODA/2023-00042/MLI/1")), Error);
  EXPECT_EQ(faults(), "");
}

TEST(RegisterLine, RefusesWhatUndexDidNotWrite) {
  const std::string good = write_register_line(received("ODA/2023-00042/NOR/1"));
  EXPECT_NO_THROW(read_register_line(good, "line"));
  for (const std::string& bad :
       {std::string(), std::string("<received/>"), good + " ", good + "<a/>", "<!DOCTYPE a>" + good,
        good.substr(0, good.size() - 4),
        "<received xmlns=\"urn:undex:submission:2\"" + good.substr(good.find(" number")),
        "<received more=\"1\"" + good.substr(9)})
    EXPECT_THROW(read_register_line(bad, "line"), Error) << bad;
}

}  // namespace
}  // namespace undex
