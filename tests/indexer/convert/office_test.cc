#include "indexer/convert/office/office.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

#include "indexer/convert/formats.h"
#include "indexer/convert/office/compound_file.h"
#include "indexer/convert/office/open_document.h"
#include "indexer/convert/office/rtf.h"
#include "indexer/convert/office/word.h"
#include "indexer/convert/office/word_perfect.h"
#include "indexer/convert/sandbox/rules.h"
#include "tests/indexer/convert/compound_builder.h"
#include "tests/indexer/convert/docx_builder.h"
#include "tests/indexer/convert/dump.h"
#include "tests/support.h"
#include "undex/error.h"

#define UNDEX_NEEDS_LIBRE_OFFICE() \
  if (!office_lacks().empty()) GTEST_SKIP() << office_lacks()

namespace undex::test {
namespace {

const std::string kRtf = "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Serif;}}\\f0 ";

/// A Word file's first stream, which begins with the file information block.
std::string word_stream(char flags, const std::string& text) {
  std::string head = "\xEC\xA5\xC1" + std::string(8, '\0') + flags;
  head.resize(512, '\0');
  return head + text;
}

std::string flat_odt(const std::string& body) {
  return "<?xml version=\"1.0\"?><office:document "
         "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
         "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
         "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
         "xmlns:xlink=\"http://www.w3.org/1999/xlink\" office:version=\"1.2\" "
         "office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:body>"
         "<office:text>" +
         body + "</office:text></office:body></office:document>";
}

/// All in one start, but those that inspection refuses.
std::vector<Prepared> prepared(const std::vector<std::string>& files) {
  std::vector<Prepared> all(files.size());
  std::vector<Inspection> seen(files.size());
  std::vector<NamedBytes> sources;
  for (std::size_t i = 0; i < files.size(); ++i) {
    try {
      seen[i] = inspect_office(files[i]);
      sources.push_back({files[i], "a", seen[i].kind});
    } catch (const Error& error) {
      all[i].reason = error.what();
      all[i].remedy = error.hint;
    }
  }
  std::vector<Prepared> given = prepare_office(sources);
  for (std::size_t i = 0, at = 0; i < files.size(); ++i) {
    if (!all[i].reason.empty()) continue;
    all[i] = std::move(given[at++]);
    all[i].notices.insert(all[i].notices.end(), seen[i].notices.begin(), seen[i].notices.end());
  }
  return all;
}

/// What becomes of a file: its dump, or "refused: reason".
std::string outcome(const std::string& file, const Prepared& result) {
  const Format* format = recognise(file, "a");
  if (!format) return "no format";
  try {
    return dump(read_prepared(*format, result, "a"));
  } catch (const Error& error) {
    EXPECT_FALSE(error.hint.empty());
    return "refused: " + std::string(error.what());
  }
}

TEST(Office, TellsKindsByContent) {
  struct Case {
    std::string file;
    const char* format;
  };
  const Case cases[] = {
      {compound_file({{"WordDocument", word_stream(0, "")}}), "doc"},
      {compound_file({{"WORDDOCUMENT", word_stream(0, "")}, {"Data", ""}}), "doc"},
      {compound_file({{"CONTENTS", "CHNKWKS"}}), "works"},
      {compound_file({{"CONTENTS", "CHNKINK"}}), "works"},
      {compound_file({{"MN0", ""}, {"MatOST", ""}}), "works"},
      {compound_file({{"Workbook", "WordDocument"}}), ""},
      {compound_file({{"CONTENTS", "other"}}), ""},
      {kRtf + "}", "rtf"},
      {"\xEF\xBB\xBF\n{\\rtf1}", "rtf"},
      {"see {\\rtf1}", "text"},
      {flat_odt(""), "odt"},
      {"PK\x03\x04" + std::string(26, '\0') +
           "mimetypeapplication/vnd.oasis.opendocument.text-template",
       "odt"},
      {"PK\x03\x04", "zip"},
      {"\xFFWPC" + little(16, 4) + "\1\x0A" + std::string(300, '\0'), "wpd"},
      {"\xFFWPC" + little(16, 4) + "\1\x16" + std::string(300, '\0'), ""},
      {"\xCB\x0A\1\xF6\1\xCBThe ferry sails.\x0D\xC3\0\xC3 Twice\x84.", ""},
      {std::string("\xCB\x0A\1\xF6\1\xCBThe ferry sails.\x0D\xC3\0\xC3 Twice\x84.", 34), "wpd"},
      {"<?xml version=\"1.0\"?><w:wordDocument "
       "xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\"/>",
       "wordml"},
  };
  for (const Case& c : cases) {
    const Format* format = recognise(c.file, "a");
    EXPECT_EQ(format ? format->name : "", c.format) << c.file.substr(0, 40);
  }
}

TEST(Office, ReadsStreamsOfCompoundFiles) {
  const std::string letters = std::string(5000, 'a') + "end";
  const std::string file = compound_file({{"One", letters}, {"Two", "2"}});
  const CompoundFile compound(file);
  EXPECT_EQ(compound.names(), (std::vector<std::string>{"One", "Two"}));
  EXPECT_EQ(compound.stream("one", 9999), letters);
  EXPECT_EQ(compound.stream("Two", 1), "2");
  EXPECT_EQ(compound.stream("Three", 1), std::nullopt);
}

TEST(Office, SurvivesDamagedCompoundFiles) {
  const std::string whole = compound_file({{"WordDocument", word_stream(0, "\x13 AUTONUM \x15")}});
  for (std::size_t size = 0; size < whole.size(); size += 61)
    count_autonum_doc(std::string_view(whole).substr(0, size));
  for (std::size_t at = 0; at < 1536; ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] + 1);
    EXPECT_LE(count_autonum_doc(changed), 1U);
  }
  std::string loop = whole;
  for (std::size_t at = 512; at < 1024; ++at) loop[at] = static_cast<char>(at % 4 == 0 ? 2 : 0);
  count_autonum_doc(loop);
}

TEST(Office, CountsNumbersThatWillBeLost) {
  struct Case {
    std::string text;
    std::size_t count;
  };
  const Case word[] = {{"\x13 AUTONUM \x15 The room.\r\x13 AUTONUMLGL \x14 \x15", 2},
                       {utf16("\x13 AUTONUMOUT \x15"), 1},
                       {"\x13 PAGE \x15 of AUTONUM", 0}};
  for (const Case& c : word)
    EXPECT_EQ(count_autonum_doc(compound_file({{"WordDocument", word_stream(0, c.text)}})), c.count)
        << c.text;
  const Case rtf[] = {{"{\\field{\\*\\fldinst AUTONUM }}{\\field{\\*\\fldinst{\\f0  autonum}}}", 2},
                      {"{\\field{\\*\\fldinst {\\rtlch\\fs24 AUTONUMLGL \\\\e }}{\\fldrslt }}", 1},
                      {"{\\field{\\*\\fldinst PAGE}} AUTONUM {\\*\\fldinst}AUTONUM", 0}};
  for (const Case& c : rtf) EXPECT_EQ(count_autonum_rtf(kRtf + c.text), c.count) << c.text;
}

TEST(Office, RefusesWhatAPasswordShuts) {
  std::string odt = "PK\x03\x04" + std::string(22, '\0') + little(11, 2) + little(0, 2);
  odt += "content.xml\x8F\x12";
  EXPECT_TRUE(is_encrypted_odt(odt));
  EXPECT_FALSE(is_encrypted_odt(odt.substr(0, 41) + "<?xml"));
  const std::string doc = compound_file({{"WordDocument", word_stream(1, "")}});
  const std::string wpd =
      "\xFFWPC" + little(16, 4) + "\1\x0A" + little(0, 2) + "\5\6" + std::string(300, '\0');
  for (const std::string& file : {doc, wpd}) {
    const Prepared result = prepared({file}).front();
    EXPECT_EQ(result.reason, "password-protected");
    EXPECT_FALSE(result.remedy.empty());
  }
}

TEST(Office, ReadsNumbersNotesAndTablesThroughLibreOffice) {
  UNDEX_NEEDS_LIBRE_OFFICE();
  const std::string rtf =
      kRtf +
      "{\\*\\listtable{\\list\\listtemplateid1{\\listlevel\\levelnfc0\\levelstartat5"
      "{\\leveltext\\'02\\'00.;}{\\levelnumbers\\'01;}}\\listid7}}"
      "{\\*\\listoverridetable{\\listoverride\\listid7\\listoverridecount0\\ls1}}"
      "\\pard\\ls1\\ilvl0 The ferry sails at nine.{\\super\\chftn}{\\footnote\\chftn In "
      "summer.}\\par\\ls1 It returns at \\'e9toile.\\par\\pard\\plain "
      "\\trowd\\cellx1000\\cellx2000\\intbl Port\\cell Ormandy\\cell\\row\\pard\\par}";
  const std::string flat = flat_odt("<text:p>The lamp room is closed.</text:p>");
  const std::vector<std::string> files{rtf, "{\\rtf1 nothing", flat};
  const std::vector<Prepared> results = prepared(files);
  EXPECT_EQ(outcome(rtf, results[0]),
            "[5.] The ferry sails at nine.{1}\nfootnote [1] In summer.\n"
            "[6.] It returns at étoile.\nrow Port | Ormandy\n");
  EXPECT_EQ(outcome(flat, results[2]), "The lamp room is closed.\n");
  EXPECT_TRUE(results[0].notices.empty());
}

TEST(Office, SaysWhichNumbersLibreOfficeLost) {
  UNDEX_NEEDS_LIBRE_OFFICE();
  const Prepared result =
      prepared({kRtf + "{\\field{\\*\\fldinst AUTONUM}} The room is small.\\par}"}).front();
  ASSERT_EQ(result.notices.size(), 1U);
  EXPECT_EQ(result.notices[0].code, "autonum-lost");
  EXPECT_EQ(result.notices[0].text, "paragraph numbers by AUTONUM are lost: 1");
}

/// A port of this machine that nobody may call.
class Listener {
 public:
  Listener() : socket_(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0)) {
    address_.sin_family = AF_INET;
    address_.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address_;
    EXPECT_EQ(bind(socket_.get(), reinterpret_cast<sockaddr*>(&address_), size), 0);
    EXPECT_EQ(listen(socket_.get(), 5), 0);
    getsockname(socket_.get(), reinterpret_cast<sockaddr*>(&address_), &size);
  }
  std::string url() const {
    return "http://127.0.0.1:" + std::to_string(ntohs(address_.sin_port)) + "/x.png";
  }
  bool was_called() const { return Descriptor(accept(socket_.get(), nullptr, nullptr)).get() >= 0; }

 private:
  Descriptor socket_;
  sockaddr_in address_{};
};

TEST(Office, ReachesNeitherNetworkNorFilesForAHostileDocument) {
  UNDEX_NEEDS_LIBRE_OFFICE();
  const TemporaryFolder folder;
  const std::string canary = (folder.path() / "canary.txt").string();
  std::ofstream(canary) << "SECRETWORD\n";
  const Listener listener;
  const std::string file = "file://" + canary;
  std::string linked;
  for (const std::string& url : {file, listener.url()})
    linked += "<text:p><draw:frame draw:name=\"x\"><draw:image xlink:href=\"" + url +
              "\" xlink:type=\"simple\"/></draw:frame></text:p><text:section text:name=\"s" +
              std::to_string(url.size()) + "\"><text:section-source xlink:href=\"" + url +
              "\"/><text:p>Old.</text:p></text:section>";
  std::string fields = kRtf + "Kept. ";
  for (const std::string& url : {canary, file, listener.url()})
    for (const char* field : {"INCLUDETEXT", "INCLUDEPICTURE"})
      fields += "{\\field\\flddirty{\\*\\fldinst " + std::string(field) + " \"" + url +
                "\"}{\\fldrslt }}";
  const std::vector<std::string> files{flat_odt(linked), fields + "\\par}"};
  const std::vector<Prepared> results = prepared(files);
  for (std::size_t i = 0; i < files.size(); ++i)
    EXPECT_EQ(outcome(files[i], results[i]).find("SECRETWORD"), std::string::npos);
  EXPECT_FALSE(listener.was_called());
  EXPECT_EQ(outcome(files[1], results[1]).substr(0, 5), "Kept.");
}

/// Sets PATH to a folder with these programs in it, for the life of the object.
class Machine {
 public:
  explicit Machine(const std::vector<std::string>& programs) : before_(std::getenv("PATH")) {
    for (const std::string& program : programs)
      std::filesystem::create_symlink("/usr/bin/" + program, folder_.path() / program);
    setenv("PATH", folder_.path().c_str(), 1);
  }
  ~Machine() { setenv("PATH", before_.c_str(), 1); }
  Machine(const Machine&) = delete;
  Machine& operator=(const Machine&) = delete;

 private:
  TemporaryFolder folder_;
  std::string before_;
};

TEST(Office, WithoutLibreOfficeTakesPlainWordsAndSaysSo) {
  if (!std::filesystem::exists("/usr/bin/catdoc")) GTEST_SKIP() << "catdoc is not here";
  const Machine machine({"catdoc"});
  const std::string rtf = kRtf + "The ferry sails.\\par It returns.\\par}";
  const Prepared result = prepared({rtf}).front();
  EXPECT_EQ(outcome(rtf, result), "The ferry sails.\nIt returns.\n");
  ASSERT_EQ(result.notices.size(), 1U);
  EXPECT_EQ(result.notices[0].code, "numbers-not-kept");
  EXPECT_NE(result.notices[0].text.find("apt-get install"), std::string::npos);
}

TEST(Office, WithNothingInstalledNamesWhatIsMissing) {
  const Machine machine({});
  const std::string odt = flat_odt("<text:p>The lamp room.</text:p>");
  for (const std::string& file : {kRtf + "The ferry sails.}", odt}) {
    const Prepared result = prepared({file}).front();
    EXPECT_EQ(result.reason, "LibreOffice is not installed");
    EXPECT_EQ(result.remedy, "apt-get install --no-install-recommends libreoffice-writer-nogui");
  }
  EXPECT_FALSE(office_lacks().empty());
}

std::map<std::filesystem::path, std::string> outcomes(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::string file = read_file(entry.path());
    const Format* format = recognise(file, "");
    if (!format || format->prepare != prepare_office) continue;
    paths.push_back(entry.path().filename());
    files.push_back(std::move(file));
  }
  std::map<std::filesystem::path, std::string> all;
  const std::vector<Prepared> results = prepared(files);
  for (std::size_t i = 0; i < files.size(); ++i) all[paths[i]] = outcome(files[i], results[i]);
  return all;
}

// One group of more than eighty files of a converter's test suite, some broken, some hostile.
TEST(Office, ReadsOrRefusesEverySampleOfConverterTestSuites) {
  UNDEX_NEEDS_SHARED();
  UNDEX_NEEDS_LIBRE_OFFICE();
  const auto all = outcomes(shared_dir() / "corpus/real/conversion-samples");
  EXPECT_GE(all.size(), 80U);
  const auto read = std::count_if(
      all.begin(), all.end(), [](const auto& one) { return !one.second.starts_with("refused: "); });
  EXPECT_GE(read, 75);
}

/// Lines of the dump but for page furniture, whose numbers are those of the last printing.
std::vector<std::string> lines_of(const std::string& dump) {
  std::vector<std::string> lines;
  std::istringstream in(dump);
  for (std::string line; std::getline(in, line);)
    if (!line.starts_with("header ") && !line.starts_with("footer ")) lines.push_back(line);
  std::sort(lines.begin(), lines.end());
  return lines;
}

bool is_numbered(const std::string& line) {
  return line.starts_with('[') || (line[0] >= '0' && line[0] <= '9');
}

TEST(Office, ReadsADocAsTheDocxItWasMadeFrom) {
  UNDEX_NEEDS_SHARED();
  UNDEX_NEEDS_LIBRE_OFFICE();
  const auto all = outcomes(shared_dir() / "corpus/real/un-doc-made-by-libreoffice");
  EXPECT_EQ(all.size(), 5U);
  std::vector<std::string> due;
  std::vector<std::string> same;
  for (const auto& [name, text] : all) {
    std::filesystem::path twin = shared_dir() / "corpus/real/un-docx" / name;
    const ConvertedText docx = convert(read_file(twin.replace_extension("docx")), "");
    const std::vector<std::string> here = lines_of(text);
    const std::vector<std::string> there = lines_of(dump(docx));
    due.insert(due.end(), there.begin(), there.end());
    std::set_intersection(here.begin(), here.end(), there.begin(), there.end(),
                          std::back_inserter(same));
  }
  EXPECT_GE(due.size(), 500U);
  EXPECT_GE(static_cast<double>(same.size()), 0.98 * static_cast<double>(due.size()));
  const auto numbered = std::count_if(due.begin(), due.end(), is_numbered);
  EXPECT_GE(numbered, 60);
  EXPECT_EQ(std::count_if(same.begin(), same.end(), is_numbered), numbered);
}

}  // namespace
}  // namespace undex::test
