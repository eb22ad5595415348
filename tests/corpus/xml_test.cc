#include "corpus/xml.h"

#include <gtest/gtest.h>

#include "tests/corpus/random_document.h"
#include "tests/corpus/xml_schema.h"
#include "tests/support.h"
#include "undex/error.h"

namespace undex {
namespace {

using test::block;
using test::of_blocks;
using test::Schema;

constexpr unsigned kSeed = 20031121;

/// The element names of the body of the file with their nesting: what the reader of it sees.
std::string skeleton(const std::string& xml) {
  static const std::vector<std::string> shown = {
      "preface", "preamble", "recitals", "recital",    "formula",       "tblock",      "mainBody",
      "section", "list",     "point",    "paragraph",  "alinea",        "hcontainer",  "intro",
      "content", "table",    "heading",  "attachment", "authorialNote", "embeddedText"};
  std::string out;
  for (std::size_t at = xml.find("</meta>"); (at = xml.find('<', at)) != std::string::npos; ++at) {
    const bool end = xml[at + 1] == '/';
    const std::size_t begin = at + (end ? 2 : 1);
    const std::string name = xml.substr(begin, xml.find_first_of(" />", begin) - begin);
    if (std::find(shown.begin(), shown.end(), name) == shown.end()) continue;
    const bool alone = xml[xml.find('>', at) - 1] == '/';
    out += end ? ")" : "(" + name + (alone ? ")" : "");
  }
  return out;
}

TEST(Xml, GivesBackEveryDocumentThatDiceCanMake) {
  test::RandomDocuments documents(kSeed);
  for (int i = 0; i < 2500; ++i) {
    const Document document = documents.next();
    const std::string xml = write_document_xml(document);
    const Document read = read_document_xml(xml, "dice");
    ASSERT_TRUE(read == document) << "document " << i << "\n" << xml;
    ASSERT_EQ(write_document_xml(read), xml) << "document " << i;
  }
}

TEST(Xml, ObeysOurOwnSchema) {
  const Schema ours(test::source_path("schemas/document.xsd"));
  test::RandomDocuments documents(kSeed + 1);
  EXPECT_EQ(ours.faults(write_document_xml(Document())), "");
  for (int i = 0; i < 500; ++i) {
    const std::string xml = write_document_xml(documents.next());
    ASSERT_EQ(ours.faults(xml), "") << "document " << i << "\n" << xml;
  }
}

TEST(Xml, ObeysThePublishedSchemaOfAkomaNtoso) {
  UNDEX_NEEDS_SHARED();
  const Schema published(test::shared_dir() / "standards/akomantoso30.xsd");
  test::RandomDocuments documents(kSeed + 2);
  EXPECT_EQ(published.faults(write_document_xml(Document())), "");
  for (int i = 0; i < 500; ++i) {
    const std::string xml = write_document_xml(documents.next());
    ASSERT_EQ(published.faults(xml), "") << "document " << i << "\n" << xml;
  }
}

TEST(Xml, OurSchemaRefusesWhatUndexNeverWrites) {
  const Schema ours(test::source_path("schemas/document.xsd"));
  const std::string good =
      write_document_xml(of_blocks({block(BlockKind::paragraph, "1.", "Words.")}));
  ASSERT_EQ(ours.faults(good), "");
  const std::vector<std::pair<std::string, std::string>> changes = {
      {"<paragraph ", "<article "},     {"u:kind=\"paragraph\"", "u:kind=\"verse\""},
      {"u:place=\"whole\"", ""},        {"name=\"document\"", "name=\"poem\""},
      {"<u:provenance ", "<u:origin "}, {"<p>Words.</p>", "<p><b>Words.</b></p>"},
  };
  for (const auto& [from, to] : changes) {
    std::string bad = good;
    bad.replace(bad.find(from), from.size(), to);
    EXPECT_NE(ours.faults(bad), "") << from << " -> " << to;
  }
}

TEST(Xml, NestsPartsAsAReaderExpects) {
  using K = BlockKind;
  const std::vector<std::pair<std::vector<Block>, std::string>> table = {
      {{}, "(mainBody)"},
      {{block(K::paragraph, "1.", "a")}, "(mainBody(paragraph(content)))"},
      // a page break between a paragraph and its points does not part them
      {{block(K::paragraph, "1.", "a"), block(K::furniture, "", "3"),
        block(K::subparagraph, "(a)", "b", 1), block(K::subparagraph, "(i)", "c", 2),
        block(K::subparagraph, "(b)", "d", 1), block(K::continuation, "", "e"),
        block(K::furniture, "", "4"), block(K::paragraph, "2.", "f")},
       "(mainBody(paragraph(intro)(hcontainer(content))(list(point(intro)(list(point(content))))"
       "(point(content)))(alinea(content)))(hcontainer(content))(paragraph(content)))"},
      {{block(K::heading, "I.", "a", 1), block(K::heading, "A.", "b", 2),
        block(K::paragraph, "1.", "c"), block(K::heading, "II.", "d", 1)},
       "(mainBody(section(heading)(section(heading)(paragraph(content))))(section(heading)))"},
      // a point without a paragraph, and a table between points
      {{block(K::subparagraph, "(a)", "b", 1), block(K::table, "", ""),
        block(K::subparagraph, "(b)", "b", 1)},
       "(mainBody(list(point(content))(hcontainer(content))(point(content))))"},
      {{block(K::formula, "", "a"), block(K::preambular, "", "b"), block(K::preambular, "", "c"),
        block(K::paragraph, "1.", "d")},
       "(preamble(formula)(recitals(recital)(recital)))(mainBody(paragraph(content)))"},
      // a preamble that comes late stays in the body
      {{block(K::paragraph, "1.", "d"), block(K::formula, "", "a")},
       "(mainBody(paragraph(content))(hcontainer(content)))"},
      {{block(K::annex_title, "Annex I", ""), block(K::annex_title, "Annex II", "t"),
        block(K::unnumbered, "", "x")},
       "(mainBody)(attachment(mainBody))(attachment(heading)(mainBody(paragraph(content))))"},
      {{block(K::footnote, "*", "n"), block(K::quotation, "", "q")},
       "(mainBody(hcontainer(content(authorialNote)))(hcontainer(content(embeddedText))))"},
  };
  for (const auto& [blocks, expected] : table)
    EXPECT_EQ(skeleton(write_document_xml(of_blocks(blocks))), expected);
}

TEST(Xml, ChoosesTheKindOfDocumentTheUnProfileHas) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"resolution", "<statement name=\"resolution\">"},
      {"draft resolution", "<statement name=\"draftResolution\">"},
      {"decision", "<statement name=\"decision\">"},
      {"report of the Secretary-General", "<doc name=\"progressReport\">"},
      {"note verbale", "<doc name=\"noteVerbale\">"},
      {"letter", "<doc name=\"letter\">"},
      {"summary record", "<debateReport name=\"meetingRecord\">"},
      {"", "<doc name=\"document\">"},
  };
  for (const auto& [type, element] : table) {
    Document document = of_blocks({});
    document.masthead.add(MastheadItem::document_type, {"", type, ""});
    EXPECT_NE(write_document_xml(document).find(element), std::string::npos) << type;
  }
}

TEST(Xml, NamesTheWorkAsTheUnProfileDoes) {
  Document document = of_blocks({});
  document.symbol.parts = {"A/55/75", "E/2000/55"};
  document.masthead.add(MastheadItem::date, {"22 May 2000", "2000-05-22", ""});
  document.masthead.add(MastheadItem::language, {"", "en", ""});
  const std::string xml = write_document_xml(document);
  const auto holds = [&](const std::string& text) { return xml.find(text) != std::string::npos; };
  EXPECT_TRUE(holds("value=\"/akn/un/doc/paper/un-ga/2000-05-22/A-55-75-E-2000-55\""));
  EXPECT_TRUE(holds("value=\"/akn/un/doc/paper/un-ga/2000-05-22/A-55-75-E-2000-55/eng/!main\""));
  EXPECT_TRUE(holds("<FRBRalias value=\"E/2000/55\" name=\"symbol\"/>"));
  EXPECT_TRUE(holds("showAs=\"A/55/75-E/2000/55\""));
}

TEST(Xml, LeadsANoteMarkerToItsNote) {
  Block paragraph = block(BlockKind::paragraph, "1.", "Words.");
  paragraph.notes = {{5, "*"}};
  Block note = block(BlockKind::footnote, "*", "A note.");
  note.locator = {"", Locator::Place::footnote, "*", {}};
  const std::string xml = write_document_xml(of_blocks({paragraph, note}));
  EXPECT_NE(xml.find("Words<noteRef href=\"#fn_star\" marker=\"*\"/>."), std::string::npos) << xml;
  EXPECT_NE(xml.find("eId=\"fn_star\""), std::string::npos);
}

TEST(Xml, GivesTwoSectionsOfOneNumberTwoIds) {
  Block section = block(BlockKind::heading, "IV.", "Words", 1);
  section.locator = {"", Locator::Place::section, "IV", {}};
  const std::string xml = write_document_xml(of_blocks({section, section}));
  EXPECT_NE(xml.find("eId=\"sec_IV\""), std::string::npos);
  EXPECT_NE(xml.find("eId=\"sec_IV__2\""), std::string::npos);
}

TEST(Xml, ReplacesWhatXmlCannotHold) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"a\x01z", "a\xEF\xBF\xBDz"},
      {std::string("a\0z", 3), "a\xEF\xBF\xBDz"},
      {"a\xEF\xBF\xBFz", "a\xEF\xBF\xBDz"},
      {"a\xED\xA0\x80z", "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDz"},
      {"a\xFFz\xC3", "a\xEF\xBF\xBDz\xEF\xBF\xBD"},
      {"\xC2\x85 \x7F", "\xC2\x85 \x7F"},
  };
  for (const auto& [text, expected] : table) {
    const Document document = of_blocks({block(BlockKind::unnumbered, text, text)});
    const Document read = read_document_xml(write_document_xml(document), "x");
    EXPECT_EQ(read.blocks.at(0).text, expected);
    EXPECT_EQ(read.blocks.at(0).label, expected);
  }
}

TEST(Xml, KeepsAMarkerInItsPlaceWhenTheTextBeforeItGrows) {
  Block paragraph = block(BlockKind::paragraph, "1.", "\x02 word");
  paragraph.notes = {{2, "*"}, {99, "**"}};
  const Document read = read_document_xml(write_document_xml(of_blocks({paragraph})), "x");
  EXPECT_EQ(read.blocks.at(0).text, "\xEF\xBF\xBD word");
  EXPECT_EQ(read.blocks.at(0).notes.at(0).offset, 4u);
  EXPECT_EQ(read.blocks.at(0).notes.at(1).offset, 8u);
}

TEST(Xml, KeepsThePathOfASourceWhateverItsBytes) {
  for (const std::string path : {"a b/c.txt", "50%.txt", "caf\xE9.txt", "a\x01\n.txt", "100%41"}) {
    Document document = of_blocks({});
    document.provenance.source = path;
    EXPECT_EQ(read_document_xml(write_document_xml(document), "x").provenance.source, path);
  }
}

TEST(Xml, HoldsParagraphsOfManyMegabytes) {
  std::string text;
  while (text.size() < 12'000'000) text += "\xE4\xBF\xA1 word";
  const Document document =
      of_blocks({block(BlockKind::unnumbered, "", text),
                 block(BlockKind::unnumbered, "", std::string(1 << 20, '\n'))});
  EXPECT_TRUE(read_document_xml(write_document_xml(document), "x") == document);
}

TEST(Xml, NeverNestsTooDeepToBeRead) {
  std::vector<Block> blocks;
  for (int i = 1; i < 600; ++i) blocks.push_back(block(BlockKind::heading, "I.", "a", i));
  blocks.push_back(block(BlockKind::paragraph, "1.", "a"));
  for (int i = 1; i < 600; ++i) blocks.push_back(block(BlockKind::subparagraph, "(a)", "a", i));
  const Document document = of_blocks(blocks);
  EXPECT_TRUE(read_document_xml(write_document_xml(document), "x") == document);
}

std::string changed(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(Xml, RefusesWhatIsNoDocumentOfUndex) {
  const std::string good =
      write_document_xml(of_blocks({block(BlockKind::paragraph, "1.", "Words.")}));
  const std::string two =
      write_document_xml(of_blocks({block(BlockKind::paragraph, "1.", "Words:"),
                                    block(BlockKind::subparagraph, "(a)", "words.", 1)}));
  std::string attributes = "<akomaNtoso";
  for (int i = 0; i < 200'000; ++i) attributes += " a" + std::to_string(i) + "='1'";
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  const std::vector<std::pair<std::string, std::string>> table = {
      {"", "'x'"},
      {"words", "'x' line 1"},
      {good.substr(0, good.size() / 2), "'x' line"},
      {"<html/>", "the root is no akomaNtoso element"},
      {changed(good, "<akomaNtoso",
               "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><akomaNtoso"),
       "'x' line 2: a DOCTYPE is not accepted"},
      {changed(good, "akn/3.0", "akn/9.0"), "the root is no akomaNtoso element"},
      {attributes + "/>", "more than 10,000 attributes"},
      {deep, "'x' line 1"},
      {changed(good, "u:kind=\"paragraph\"", "u:kind=\"verse\""), "'verse' is not a kind of block"},
      {changed(good, "u:place=\"whole\"", "u:place=\"moon\""), "'moon' is not a kind of place"},
      {changed(good, "<content>", "<content>stray"), "text stands outside a block"},
      {changed(good, "<p>Words.</p>", "<p><video/></p>"), "'video' is not expected"},
      {changed(good, "<mainBody>", "<mainBody><poem/>"), "'poem' is not expected"},
      {changed(good, "<mainBody>", "<mainBody><p>Lost.</p>"), "text stands outside a block"},
      {changed(two, "</mainBody>", "<alinea><content><p>More.</p></content></alinea></mainBody>"),
       "text stands outside a block"},
      {changed(two, "</point>", "</point><content><p>Late.</p></content>"),
       "text of a block stands after another block"},
      {changed(good, "size=\"0\"", "size=\"much\""), "'much' is not a number"},
      {changed(good, "<u:provenance", "<u:origin"), "'origin' is not expected here"},
      {changed(good, "urn:undex:document:2", "urn:other"), "Akoma Ntoso, but not of undex"},
      {changed(good, "encoding=\"UTF-8\"", "encoding=\"UTF-7\"") + "\xFF", "'x' line"},
  };
  for (const auto& [xml, fault] : table) {
    try {
      read_document_xml(xml, "x");
      ADD_FAILURE() << "accepted, though " << fault;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind, ErrorKind::check);
      EXPECT_NE(std::string(error.what()).find(fault), std::string::npos) << error.what();
    }
  }
}

TEST(Xml, RefusesANewerFormByItsNumber) {
  const std::string newer =
      changed(write_document_xml(of_blocks({})), "urn:undex:document:2", "urn:undex:document:7");
  try {
    read_document_xml(newer, "E_2003_75.en");
    FAIL() << "accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::version);
    EXPECT_STREQ(error.what(),
                 "cannot read document 'E_2003_75.en': it is in form 7, this program reads 1 to 2");
    EXPECT_NE(error.hint, "");
  }
}

TEST(Xml, ReadsOrRefusesDamagedFilesButNeverFallsOver) {
  // Without a checksum a changed letter is a changed letter; but no damage may crash or hang.
  test::RandomDocuments dice(kSeed + 3);
  for (int i = 0; i < 200; ++i) {
    std::string xml = write_document_xml(dice.next());
    for (int flips = 0; flips < 5; ++flips)
      xml[static_cast<std::size_t>(dice.below(static_cast<int>(xml.size())))] =
          static_cast<char>(dice.below(256));
    try {
      read_document_xml(xml, "x");
    } catch (const Error&) {
    }
  }
}

}  // namespace
}  // namespace undex
