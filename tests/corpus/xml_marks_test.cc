// Marks in document XML: kept apart from the text, shown in it.
#include <gtest/gtest.h>

#include "corpus/citation.h"
#include "corpus/xml.h"
#include "tests/corpus/random_document.h"
#include "tests/corpus/xml_schema.h"
#include "tests/support.h"
#include "undex/error.h"

namespace undex {
namespace {

using test::block;
using test::of_blocks;
using test::Schema;

Document of_text(const std::string& text) {
  return of_blocks({block(BlockKind::paragraph, "1.", text)});
}

/// The place of the words in the first block.
MarkSpan span_of(const Document& document, const std::string& words) {
  const std::size_t begin = document.blocks.front().text.find(words);
  EXPECT_NE(begin, std::string::npos) << words;
  return {.block = 0, .begin = begin, .end = begin + words.size()};
}

/// Every citation of the first block, as understanding would mark it.
void mark_citations(Document& document) {
  for (Citation& citation : find_citations(document.blocks.front().text)) {
    Reference mark;
    mark.span = {.block = 0, .begin = citation.begin, .end = citation.end};
    mark.cited = std::move(citation.cited);
    document.marks.references.push_back(std::move(mark));
  }
}

Figure counted(const std::string& value, const std::string& unit = {}) {
  Figure figure;
  figure.value = value;
  figure.unit = unit;
  return figure;
}

/// What the paragraph of the file holds.
std::string paragraph_of(const std::string& xml) {
  const std::size_t begin = xml.rfind("<p>") + 3;
  return xml.substr(begin, xml.find("</p>", begin) - begin);
}

void expect_kept(const Document& document) {
  static const Schema kOurs(test::source_path("schemas/document.xsd"));
  const std::string xml = write_document_xml(document);
  EXPECT_EQ(kOurs.faults(xml), "") << xml;
  EXPECT_TRUE(read_document_xml(xml, "test") == document) << xml;
}

TEST(XmlMarks, LinkTheDocumentsThatATextNames) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"See A/58/568, para. 3.",
       "See <ref href=\"https://undocs.org/A/58/568\">A/58/568</ref>, para"},
      {"its resolution 57/295 of 2002",
       "<ref href=\"https://undocs.org/A/RES/57/295\">its resolution 57/295</ref>"},
      {"resolution 217 A (III)", "<ref href=\"https://undocs.org/A/RES/217(III)%5BA%5D\">"},
      {"A/C.2/66/SR.2-3 once",
       "<ref href=\"https://undocs.org/A/C.2/66/SR.2\">A/C.2/66/SR.2-3</ref> once"},
      {"A/55/75-\nE/2000/55",
       "<ref href=\"https://undocs.org/A/55/75\">A/55/75-<br/>E/2000/55</ref>"},
      {"decision 77/512 has no address", "decision 77/512 has no address"},
      {"HIV/AIDS & <A/4>", "HIV/AIDS &amp; &lt;A/4&gt;"}};
  for (const auto& [text, expected] : table) {
    Document document = of_text(text);
    mark_citations(document);
    EXPECT_NE(paragraph_of(write_document_xml(document)).find(expected), std::string::npos) << text;
    expect_kept(document);
  }
}

TEST(XmlMarks, FindNothingThatIsNotMarked) {
  EXPECT_EQ(paragraph_of(write_document_xml(of_text("See A/58/568."))), "See A/58/568.");
}

TEST(XmlMarks, KeepMarkersThatFallIntoALink) {
  const std::string text = "see A/58/568 and A/58/569";
  for (std::size_t begin = 0; begin <= text.size(); ++begin) {
    Document document = of_text(text);
    mark_citations(document);
    document.blocks[0].notes = {{begin, "1"}};
    const Locator point{"", Locator::Place::paragraph, "1", {"a"}};
    document.blocks[0].points = {
        {.begin = begin, .end = text.size() - begin / 2, .locator = point}};
    if (document.blocks[0].points[0].end < begin) continue;
    expect_kept(document);
  }
}

TEST(XmlMarks, BecomeTheElementsOfAkomaNtoso) {
  Document document =
      of_text("On 28 May 2003 the Lantern Office said \"see A/58/568\" to 192 missions in Oz.");
  Marks& marks = document.marks;
  mark_citations(document);
  marks.rules = 1;
  marks.dates = {{span_of(document, "28 May 2003"), "2003-05-28"}};
  marks.quotes = {{span_of(document, "see A/58/568"), 0}};
  marks.names = {{span_of(document, "Lantern Office"), "lantern", "Lantern Office",
                  Name::Kind::office, "authority"},
                 {span_of(document, "Oz"), "", "Oz", Name::Kind::state, "acronym"}};
  marks.figures = {{span_of(document, "192"), counted("192", "missions"), "digits"}};
  const std::string xml = write_document_xml(document);
  EXPECT_EQ(paragraph_of(xml),
            "On <date date=\"2003-05-28\">28 May 2003</date> the "
            "<organization refersTo=\"#lantern\">Lantern Office</organization> said \""
            "<embeddedText href=\"https://undocs.org/A/58/568\">see "
            "<ref href=\"https://undocs.org/A/58/568\">A/58/568</ref></embeddedText>\" to "
            "<quantity refersTo=\"#unit_missions\" normalized=\"192\">192</quantity> missions in "
            "<location refersTo=\"#Oz\">Oz</location>.");
  for (const std::string entry :
       {"<TLCOrganization eId=\"lantern\" href=\"/akn/ontology/organization/un/lantern\"",
        "<TLCLocation eId=\"Oz\"", "<TLCConcept eId=\"unit_missions\""})
    EXPECT_NE(xml.find(entry), std::string::npos) << entry;
  expect_kept(document);
}

TEST(XmlMarks, ThatCrossLeaveTheOuterOrEarlierOneInTheText) {
  struct Row {
    std::vector<std::string> names;  // the first letter of the id is that of the words
    std::string expected;
  };
  const std::string text = "a b c d";
  const std::vector<Row> table = {
      {{"a b c", "b c d"}, "<concept refersTo=\"#n0\">a b c</concept> d"},
      {{"b", "a b c"}, "<concept refersTo=\"#n1\">a b c</concept> d"},
      {{"a b", "c d"},
       "<concept refersTo=\"#n0\">a b</concept> <concept refersTo=\"#n1\">c d</concept>"},
      {{"a", "a"}, "<concept refersTo=\"#n0\">a</concept> b c d"},
  };
  for (const Row& row : table) {
    Document document = of_text(text);
    document.marks.rules = 1;
    for (std::size_t i = 0; i < row.names.size(); ++i)
      document.marks.names.push_back({span_of(document, row.names[i]), "n" + std::to_string(i),
                                      "Name", Name::Kind::initiative, "authority"});
    EXPECT_EQ(paragraph_of(write_document_xml(document)), row.expected);
    expect_kept(document);
  }
}

TEST(XmlMarks, AreKeptWhereNoElementCanStand) {
  Document document = of_text("A caf\xC3\xA9 of 12.");
  document.marks.rules = 3;
  const std::vector<MarkSpan> spans = {
      {.block = 0, .begin = 5, .end = 6},                         // inside a letter
      {.block = 0, .begin = 4, .end = 4},                         // nothing
      {.block = 0, .begin = 9, .end = 99},                        // beyond the text
      {.block = 7, .begin = 0, .end = 1},                         // no such block
      {.block = 0, .row = 4, .column = 1, .begin = 0, .end = 1},  // no such cell
      {.block = MarkSpan::kReference, .row = -1, .begin = 0, .end = 1},
  };
  for (const MarkSpan& span : spans) document.marks.dates.push_back({span, "2003-05-28"});
  document.marks.definitions = {{{.block = 0, .begin = 2, .end = 7}, "", "", ""}};
  EXPECT_EQ(paragraph_of(write_document_xml(document)), "A caf\xC3\xA9 of 12.");
  expect_kept(document);
}

TEST(XmlMarks, StandInCellsAndInTheTitle) {
  Document document = of_blocks({block(BlockKind::table, "", "")});
  document.blocks[0].table = 0;
  document.tables.resize(1);
  document.tables[0].rows = {{"Missions", "192"}, {}};
  document.masthead.add(MastheadItem::title, {"Of 7 lamps", "Of 7 lamps", ""});
  document.marks.rules = 1;
  document.marks.figures = {
      {{.block = 0, .row = 0, .column = 1, .begin = 0, .end = 3}, counted("192"), "cell"},
      {{.block = MarkSpan::kTitle, .begin = 3, .end = 4}, counted("7"), "digits"}};
  const std::string xml = write_document_xml(document);
  EXPECT_NE(
      xml.find("<p><quantity refersTo=\"#unit_number\" normalized=\"192\">192</quantity></p>"),
      std::string::npos)
      << xml;
  EXPECT_NE(xml.find("Of <quantity refersTo=\"#unit_number\" normalized=\"7\">7</quantity> lamps"),
            std::string::npos);
  expect_kept(document);
}

TEST(XmlMarks, LeadFromAnInternalCitationToItsPlace) {
  Document document = of_blocks({block(BlockKind::paragraph, "1.", "See paragraph 2 below."),
                                 block(BlockKind::paragraph, "2.", "Words.")});
  document.blocks[0].locator = parse_locator("1").value();
  document.blocks[1].locator = parse_locator("2").value();
  Reference mark;
  mark.span = span_of(document, "paragraph 2");
  mark.kind = ReferenceKind::internal;
  mark.cited = document.symbol;
  mark.pinpoints = {parse_locator("2").value()};
  document.marks.references = {mark};
  EXPECT_NE(write_document_xml(document).find("<ref href=\"#para_2\">paragraph 2</ref>"),
            std::string::npos);
  expect_kept(document);
}

TEST(XmlMarks, MakeLinksOfAddressesThatAreOnes) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"https://un.int/a?b=c#d", "<ref href=\"https://un.int/a?b=c#d\">x</ref>"},
      {"http://un.int/a b", "<ref href=\"http://un.int/a%20b\">x</ref>"},
      {"http://", "x"},
      {"javascript://alert", "x"},
      {"un.int", "x"},
      {"http://un.int:x/", "x"},
      {"", "x"}};
  for (const auto& [target, expected] : table) {
    Document document = of_text("x");
    Reference mark;
    mark.span = {.block = 0, .begin = 0, .end = 1};
    mark.kind = ReferenceKind::url;
    mark.target = target;
    document.marks.references = {mark};
    EXPECT_EQ(paragraph_of(write_document_xml(document)), expected);
    expect_kept(document);
  }
}

TEST(XmlMarks, MoveWithATextThatGrows) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"\x02 192 missions", "192"},         {"\xFF\xFF 192", "192"},
      {"caf\xC3\xA9 \x01 192 \x01", "192"}, {"\xEF\xBF\xBE 192", "192"},
      {"a \xED\xA0\x80 192", "192"},
  };
  for (const auto& [text, words] : table) {
    Document document = of_text(text);
    document.marks.dates = {{span_of(document, words), ""}};
    const Document read = read_document_xml(write_document_xml(document), "test");
    EXPECT_EQ(words_of(read, read.marks.dates.at(0).span), words);
  }
}

TEST(XmlMarks, NeverNestTooDeepToBeRead) {
  Document document = of_text(std::string(2000, 'a'));
  for (std::size_t i = 0; i < 1000; ++i)
    document.marks.quotes.push_back({{.block = 0, .begin = i, .end = 2000 - i}, -1});
  expect_kept(document);
}

TEST(XmlMarks, AreRefusedWhenTheyAreNone) {
  Document document = of_text("192 missions");
  document.marks.rules = 1;
  document.marks.figures = {{{.block = 0, .begin = 0, .end = 3}, counted("192"), "digits"}};
  document.marks.names = {{{.block = 0, .begin = 4, .end = 12}, "m", "M", Name::Kind::body, "a"}};
  const std::string good = write_document_xml(document);
  const std::vector<std::tuple<std::string, std::string, std::string>> table = {
      {"at=\"0 0 3\"", "at=\"0 0\"", "'0 0' is not a place of a mark"},
      {"at=\"0 0 3\"", "at=\"0 x 3\"", "'x' is not a number for 'at'"},
      {"at=\"0 0 3\"", "at=\"0 0 -3\"", "'-3' is not a number for 'at'"},
      {"named=\"0\"", "named=\"1\"", "the mark has no name"},
      {"kind=\"body\"", "kind=\"bodies\"", "'bodies' is not known for 'kind'"},
      {"<u:figure", "<u:number", "element 'number' is not expected here"},
      {"rules=\"1\"", "rules=\"\"", "'' is not a number for 'rules'"},
  };
  for (const auto& [from, to, fault] : table) {
    std::string bad = good;
    ASSERT_NE(bad.find(from), std::string::npos) << from;
    bad.replace(bad.find(from), from.size(), to);
    try {
      read_document_xml(bad, "x");
      ADD_FAILURE() << "accepted, though " << fault;
    } catch (const Error& error) {
      EXPECT_NE(std::string(error.what()).find(fault), std::string::npos) << error.what();
    }
  }
}

TEST(XmlMarks, OfDiceAreInTheTextToo) {
  test::RandomDocuments dice(7);
  std::size_t elements = 0;
  for (int i = 0; i < 200; ++i) {
    const std::string xml = write_document_xml(dice.next());
    for (const std::string name : {"<quantity ", "<concept ", "<location ", "<date ", "<ref "})
      elements += xml.find(name) != std::string::npos;
  }
  EXPECT_GT(elements, 200u);
}

}  // namespace
}  // namespace undex
