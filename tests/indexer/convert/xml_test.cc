#include "indexer/convert/xml/xml.h"

#include <gtest/gtest.h>

#include <string>

#include "indexer/convert/formats.h"
#include "indexer/convert/xml/language_codes.h"
#include "tests/indexer/convert/dump.h"
#include "tests/support.h"
#include "undex/error.h"

namespace undex::test {
namespace {

const std::string kSentence = "Every lamp on the ferry is lit at dusk.";

TEST(UnknownXml, GivesItsTextsInTheirOrder) {
  const std::pair<std::string, std::string> cases[] = {
      {"<act><title>Lamps</title><part><title>One</title><para>" + kSentence +
           "</para></part></act>",
       "heading/0 Lamps\nheading/1 One\n" + kSentence + "\n"},
      {"<act><odd>" + kSentence +
           "</odd><odd>Every <x>lamp</x> burns oil, <b>not</b> gas.</odd></act>",
       kSentence + "\nEvery lamp burns oil, not gas.\n"},
      {"<act><orderedlist><listitem><para>" + kSentence + "</para></listitem></orderedlist></act>",
       "[1.] " + kSentence + "\n"},
  };
  for (const auto& [xml, expected] : cases) EXPECT_EQ(dump(convert_xml(xml, "a")), expected) << xml;
  const ConvertedText text =
      convert_xml("<?xml version='1.0'?><a xml:lang='fr-CA'>" + kSentence + "</a>", "a");
  EXPECT_EQ(text.language, "fr");
  ASSERT_EQ(text.notices.size(), 1U);
  EXPECT_EQ(text.notices[0].code, "unknown-xml");
}

TEST(UnknownXml, OfDataIsRefused) {
  for (const std::string xml :
       {"<rows><r><id>1</id><name>Lamp</name></r><r><id>2</id><name>Oil</name></r></rows>",
        "<?xml version='1.0'?><a><b x='lamps'/></a>"}) {
    EXPECT_THROW(convert(xml, "a.xml"), Error) << xml;
  }
  EXPECT_THROW(convert("<!DOCTYPE a><a>" + kSentence + "</a>", "a.xml"), Error);
}

TEST(UnknownXml, IsToldByItsFirstElement) {
  EXPECT_TRUE(recognises_xml("<?xml version='1.0'?><a>b</a>"));
  EXPECT_TRUE(recognises_xml("<a>b</a>\n"));
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("<?xml version='1.0'?><a>b</a>")) wide += {c, '\0'};
  EXPECT_TRUE(recognises_xml(wide));
  EXPECT_FALSE(recognises_xml("<a> is less than b"));
  EXPECT_FALSE(recognises_xml("a <b>c</b>"));
  EXPECT_FALSE(recognises_xml(""));
}

TEST(UnknownXml, OfSixLanguagesIsRead) {
  UNDEX_NEEDS_SHARED();
  const auto folder = shared_dir() / "corpus" / "real" / "six-languages" / "udhr";
  for (const std::string name : {"arb", "cmn_hans", "eng", "fra", "rus", "spa"}) {
    const std::string file = "udhr_" + name + ".xml";
    const ConvertedText text = convert(read_file(folder / file), file);
    EXPECT_EQ(text.format, "xml") << name;
    EXPECT_EQ(text.language, two_letter_language(name.substr(0, 3))) << name;
    // Thirty articles, a preamble and the title; six paragraphs of these and what stands in them.
    std::size_t headings = 0;
    for (const ConvertedBlock& block : text.blocks)
      headings += block.role == ConvertedBlock::Role::heading ? 1U : 0U;
    EXPECT_EQ(headings, 32U) << name;
    EXPECT_GE(text.blocks.size(), 80U) << name;
  }
}

}  // namespace
}  // namespace undex::test
