// Submissions in and out of an archive, and what a crash between archive and register leaves.
#include "indexer/submission/intake.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "corpus/strings.h"
#include "tests/corpus/archive_papers.h"
#include "tests/support.h"
#include "undex/error.h"

namespace undex {
namespace {

constexpr const char* kNow = "2023-11-10T12:00:00Z";

class Submissions : public testing::Test {
 protected:
  Submissions() {
    call_.id = "lamps-2023";
    call_.reference = "ODA/2023-00042";
  }

  /// Takes in a paper of these words; the number, or why not.
  std::string receive(const std::string& state, const std::string& words,
                      const std::string& replaces = {}, const std::string& override = {}) {
    Archive archive = Archive::open(dir(), Archive::Mode::write);
    Intake intake(archive, kNow);
    healed_ = intake.healed();
    CheckRequest request;
    const std::string name = "inbox/" + state + ".docx";
    request.source = {words, name};
    SubmissionCheck check;
    check.submitter = state;
    check.submitter_name = state.empty() ? "" : "as printed";
    check.document = test::paper("", "", words);
    check.document->provenance.format = "docx";
    if (!override.empty()) {
      request.overrides = {{override, "the post: was late"}, {"length", "not needed"}};
      check.findings.push_back({override, Finding::Verdict::overridden, "", "", ""});
    }
    try {
      return intake
          .receive({.call = call_,
                    .request = request,
                    .check = check,
                    .replaces = replaces,
                    .reason = "a page was missing"})
          .number;
    } catch (const Error& error) {
      return error.what();
    }
  }
  std::string withdraw(const std::string& number) {
    Archive archive = Archive::open(dir(), Archive::Mode::write);
    Intake intake(archive, kNow);
    healed_ = intake.healed();
    try {
      return std::to_string(intake.withdraw(number, "sent in error").line);
    } catch (const Error& error) {
      return error.what();
    }
  }
  std::string held() {
    std::string out;
    for (const ArchiveEntry& entry : Archive::open(dir(), Archive::Mode::read).list())
      out += (out.empty() ? "" : " ") + entry.name;
    return out;
  }
  std::string faults() {
    std::string out;
    for (const RegisterFault& fault : verify_submissions(Archive::open(dir(), Archive::Mode::read)))
      out += std::to_string(fault.line) + ": " + fault.text + "\n";
    return out;
  }
  /// The register as it was before its last `count` lines were acknowledged.
  void forget_lines(std::size_t count) {
    const std::filesystem::path path = dir() / "register";
    std::string bytes = test::read_file(path);
    for (; count > 0; --count) bytes.erase(bytes.rfind('\n', bytes.size() - 2) + 1);
    std::ofstream(path, std::ios::binary) << bytes;
    std::filesystem::remove(dir() / "register.end");
    Register::open(dir());
  }
  const std::filesystem::path& dir() const { return folder_.path(); }

  test::TemporaryFolder folder_;
  Call call_;
  std::vector<std::string> healed_;
};

TEST_F(Submissions, AreKeptUnderTheirNumber) {
  EXPECT_EQ(receive("norway", "one"), "ODA/2023-00042/NOR/1");
  EXPECT_EQ(receive("chad", "two"), "ODA/2023-00042/TCD/1");
  EXPECT_EQ(receive("norway", "three"), "ODA/2023-00042/NOR/2");
  EXPECT_EQ(held(), "ODA/2023-00042/NOR/1 ODA/2023-00042/NOR/2 ODA/2023-00042/TCD/1");
  EXPECT_EQ(faults(), "");
}

TEST_F(Submissions, StayInTheHistoryWhenReplacedOrWithdrawn) {
  receive("norway", "one");
  EXPECT_EQ(receive("norway", "two", "ODA/2023-00042/NOR/1"), "ODA/2023-00042/NOR/2");
  EXPECT_EQ(held(), "ODA/2023-00042/NOR/2");
  EXPECT_EQ(withdraw("ODA/2023-00042/NOR/2"), "3");
  EXPECT_EQ(held(), "");
  EXPECT_EQ(faults(), "");
  const Archive archive = Archive::open(dir(), Archive::Mode::read);
  EXPECT_EQ(archive.history("ODA/2023-00042/NOR/1").size(), 2u);
  EXPECT_EQ(archive.history("ODA/2023-00042/NOR/2").size(), 2u);
}

TEST_F(Submissions, AreKnownByTheirBytesWhileTheyStand) {
  receive("norway", "one");
  const auto before = [&](std::string_view bytes, const std::string& sender = {}) {
    Archive archive = Archive::open(dir(), Archive::Mode::write);
    const auto event = Intake(archive, kNow).received_before(call_, bytes, sender);
    return event ? event->number : "";
  };
  EXPECT_EQ(before("one"), "ODA/2023-00042/NOR/1");
  EXPECT_EQ(before("one", "norway"), "ODA/2023-00042/NOR/1");
  EXPECT_EQ(before("one", "chad"), "");
  EXPECT_EQ(before("two"), "");
  withdraw("ODA/2023-00042/NOR/1");
  EXPECT_EQ(before("one"), "");
}

TEST_F(Submissions, TakeThePlaceOfTheSameFileIndexedBefore) {
  {
    Archive archive = Archive::open(dir(), Archive::Mode::write);
    archive.put(test::paper("", "inbox/norway.docx", "one"), "one");
    archive.put(test::paper("", "elsewhere/norway.docx", "one"), "one");
    archive.commit();
  }
  EXPECT_EQ(receive("norway", "one"), "ODA/2023-00042/NOR/1");
  EXPECT_EQ(held(), "ODA/2023-00042/NOR/1 norway.docx");
  EXPECT_EQ(Archive::open(dir(), Archive::Mode::read).find("norway.docx").front().source,
            "elsewhere/norway.docx");
}

// Killed at any instant, every receipt given holds, and the next run goes on.
TEST_F(Submissions, OutliveAKillAtAnyInstant) {
  for (int round = 0; round < 12; ++round) {
    int receipts[2];
    ASSERT_EQ(::pipe(receipts), 0);
    const pid_t child = ::fork();
    if (child == 0) {
      for (int n = 0;; ++n) {
        const std::string number =
            receive("norway", std::to_string(round) + " " + std::to_string(n)) + "\n";
        if (::write(receipts[1], number.data(), number.size()) < 0) ::_exit(1);
      }
    }
    ::close(receipts[1]);
    ::usleep(static_cast<useconds_t>(20'000 + 7'919 * round));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    std::string given;
    char buffer[4096];
    for (ssize_t got = 0; (got = ::read(receipts[0], buffer, sizeof buffer)) > 0;)
      given.append(buffer, static_cast<std::size_t>(got));
    ::close(receipts[0]);

    ASSERT_TRUE(receive("chad", std::to_string(round)).starts_with("ODA/2023-00042/TCD/"));
    EXPECT_EQ(faults(), "");
    std::string entered;
    const Register entries = Register::open(dir());
    for (const RegisterEvent& event : entries.events()) entered += event.number + "\n";
    for (const std::string_view number : split(given, '\n'))
      EXPECT_NE(entered.find(std::string(number) + "\n"), std::string::npos) << number;
  }
}

TEST_F(Submissions, AreRefusedWhereTheyContradictTheRegister) {
  receive("norway", "one");
  EXPECT_EQ(receive("chad", "two", "ODA/2023-00042/NOR/1"),
            "'ODA/2023-00042/NOR/1' is of another call or sender");
  EXPECT_EQ(receive("norway", "one", "ODA/2023-00042/NOR/1"),
            "the file has the same bytes as 'ODA/2023-00042/NOR/1'");
  EXPECT_EQ(receive("norway", "two", "ODA/2023-00042/NOR/7"),
            "there is no submission 'ODA/2023-00042/NOR/7'");
  EXPECT_EQ(withdraw("ODA/2023-00042/NOR/1"), "2");
  EXPECT_EQ(withdraw("ODA/2023-00042/NOR/1"), "submission 'ODA/2023-00042/NOR/1' was withdrawn");
  EXPECT_EQ(receive("", "two"), "who sent it is not known");
}

// The document says all that its line says: what a crash kept from being written is written again.
TEST_F(Submissions, AreEnteredByTheNextRunWhenACrashCameBeforeTheirLine) {
  receive("norway", "one");
  receive("norway", "two", "ODA/2023-00042/NOR/1", "deadline");
  const std::string whole = test::read_file(dir() / "register");
  forget_lines(1);
  EXPECT_NE(faults().find("NOR/2 is in the archive and not in the register"), std::string::npos)
      << faults();
  EXPECT_EQ(receive("chad", "three"), "ODA/2023-00042/TCD/1");
  EXPECT_EQ(healed_.size(), 1u);
  EXPECT_EQ(faults(), "");
  EXPECT_TRUE(test::read_file(dir() / "register").starts_with(whole));
  const RegisterEvent event = Register::open(dir()).events()[1];
  ASSERT_EQ(event.overrides.size(), 1u) << "what was not needed is not kept";
  EXPECT_EQ(event.overrides[0].reason, "the post: was late");
  EXPECT_EQ(event.reason, "a page was missing");
}

TEST_F(Submissions, AreRemovedByTheNextRunWhenACrashCameAfterTheirWithdrawal) {
  receive("norway", "one");
  {
    Register entries = Register::open(dir());
    RegisterEvent event;
    event.what = RegisterEvent::What::withdrawn;
    event.number = "ODA/2023-00042/NOR/1";
    event.recorded = kNow;
    event.reason = "sent in error";
    entries.append(event);
  }
  EXPECT_TRUE(faults().starts_with("1: names ODA/2023-00042/NOR/1, which was taken out"))
      << faults();
  receive("chad", "two");
  EXPECT_EQ(healed_.size(), 1u);
  EXPECT_EQ(held(), "ODA/2023-00042/TCD/1");
  EXPECT_EQ(faults(), "");
}

TEST_F(Submissions, AreNotEnteredInSilenceWhereTheRegisterLostThem) {
  receive("norway", "one");
  receive("norway", "two");
  receive("chad", "three");
  forget_lines(2);
  EXPECT_EQ(receive("norway", "four"), "ODA/2023-00042/NOR/3") << "no number is given twice";
  EXPECT_TRUE(healed_.empty());
  EXPECT_NE(faults().find("NOR/2 is in the archive"), std::string::npos);
  EXPECT_NE(faults().find("TCD/1 is in the archive"), std::string::npos);
}

// The number is then read as a symbol too.
TEST_F(Submissions, AreMissedInTheRegisterWhenTheirCallIsADocument) {
  call_.reference = "E/2023/1";
  EXPECT_EQ(receive("norway", "one"), "E/2023/1/NOR/1");
  forget_lines(1);
  EXPECT_NE(faults().find("0: E/2023/1/NOR/1 is in the archive"), std::string::npos) << faults();
}

TEST_F(Submissions, AreToldFromOtherDocumentsHeld) {
  receive("norway", "one");
  Archive archive = Archive::open(dir(), Archive::Mode::write);
  archive.put(test::paper("CEDAW/C/NOR/1", "a.docx", "two"), "two");
  archive.commit();
  EXPECT_TRUE(holds_submission(archive, archive.find("ODA/2023-00042/NOR/1").front()));
  EXPECT_FALSE(holds_submission(archive, archive.find("CEDAW/C/NOR/1").front()));
}

TEST_F(Submissions, AreMissedWhenTheArchiveLosesThem) {
  receive("norway", "one");
  {
    Archive archive = Archive::open(dir(), Archive::Mode::write);
    archive.remove(archive.list().front(), "a mistake", kNow);
    archive.commit();
  }
  EXPECT_EQ(faults(), "1: names ODA/2023-00042/NOR/1, which the archive does not hold\n");
}

}  // namespace
}  // namespace undex
