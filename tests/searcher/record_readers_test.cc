// What other programs read of our citations.
#include <gtest/gtest.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "corpus/text.h"
#include "searcher/render/record/forms.h"
#include "tests/searcher/outside_program.h"
#include "tests/searcher/record_samples.h"

namespace undex {
namespace {

using Json = nlohmann::json;

using test::read_by;

/// Braces that do not match have no sign that both TeX and pandoc take.
bool pandoc_reads(const std::string& title) { return title.find("brace ") == std::string::npos; }

/// TeX prints an apostrophe as ’, and pandoc reads it so.
std::string plain_apostrophes(std::string text) {
  for (std::size_t at = 0; (at = text.find("’")) != std::string::npos;) text.replace(at, 3, "'");
  return text;
}

TEST(RecordReaders, PandocReadsBibtexAsWeWroteIt) {
  UNDEX_NEEDS_PROGRAM("pandoc", "pandoc");
  for (const std::string& title : test::hostile_titles()) {
    if (!pandoc_reads(title)) continue;
    const Record record = record_of(test::report(title));
    for (const char* reader : {"pandoc -f bibtex -t csljson", "pandoc -f biblatex -t csljson"}) {
      const Json items =
          Json::parse(read_by(reader, find_record_form("bibtex")->write(record, "en")));
      ASSERT_EQ(items.size(), 1U) << title;
      EXPECT_EQ(items[0]["id"], "E_2003_75");
      EXPECT_EQ(plain_apostrophes(items[0]["title"]), record.title);
      EXPECT_EQ(items[0]["author"][0]["literal"], "United Nations. Secretary-General");
      EXPECT_EQ(items[0]["number"], "E/2003/75");
      EXPECT_EQ(items[0]["issued"]["date-parts"].dump(), "[[2003,5,28]]");
    }
  }
}

TEST(RecordReaders, PandocReadsCslJsonAsWeWroteIt) {
  UNDEX_NEEDS_PROGRAM("pandoc", "pandoc");
  std::string text;
  const RecordForm& form = *find_record_form("csl-json");
  for (const std::string& title : test::hostile_titles())
    text += std::string(text.empty() ? form.begin : form.between) +
            form.write(record_of(test::report(title)), "en");
  const Json items = Json::parse(read_by("pandoc -f csljson -t csljson", text.append(form.end)));
  ASSERT_EQ(items.size(), test::hostile_titles().size());
  for (const Json& item : items)
    EXPECT_EQ(item["author"][0]["literal"], "United Nations. Secretary-General");
}

TEST(RecordReaders, PandocReadsRisAsWeWroteIt) {
  UNDEX_NEEDS_PROGRAM("pandoc", "pandoc");
  if (std::system("pandoc --list-input-formats | grep -qx ris") != 0)
    GTEST_SKIP() << "this pandoc does not read RIS (3.0 and later do), so this test did not run";
  const Json items = Json::parse(read_by(
      "pandoc -f ris -t csljson",
      find_record_form("ris")->write(record_of(test::report("Informatics for all")), "en")));
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0]["title"], "Informatics for all");
}

TEST(RecordReaders, BibutilsReadRisAsWeWroteIt) {
  UNDEX_NEEDS_PROGRAM("ris2xml", "bibutils");
  const std::string mods =
      read_by("sh -c 'ris2xml \"$0\" 2>/dev/null'",
              find_record_form("ris")->write(record_of(test::report("Informatics for all")), "en"));
  for (const char* part :
       {"<title>Informatics for all</title>", "<dateIssued>2003-05-28</dateIssued>",
        "<identifier type=\"serial number\">E/2003/75</identifier>"})
    EXPECT_NE(mods.find(part), std::string::npos) << mods;
}

}  // namespace
}  // namespace undex
