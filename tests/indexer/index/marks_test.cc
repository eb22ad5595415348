// What marks bring to the index: each paragraph its own, the document all of them.
#include <gtest/gtest.h>
#include <xapian.h>

#include "indexer/index/index_document.h"
#include "schemas/fields.h"
#include "schemas/index_form.h"

namespace undex {
namespace {

Document sample() {
  Document document;
  document.symbol.parts = {"E/2003/75"};
  document.masthead.add(MastheadItem::language, {"", "en", ""});
  for (const std::string text : {"See A/57/6 (Sect. 27D) 300 times.",
                                 "That document has 1 067 lamps.", "The LampNet was shown.", ""}) {
    Block block;
    block.kind = BlockKind::paragraph;
    block.locator.place = Locator::Place::paragraph;
    block.locator.number = std::to_string(document.blocks.size() + 1);
    block.text = text;
    document.blocks.push_back(block);
  }
  Reference cited;
  cited.span = {.block = 0, .begin = 4, .end = 22};
  cited.cited.parts = {"A/57/6(Sect.27D)"};
  Reference resolved;
  resolved.span = {.block = 1, .begin = 0, .end = 13};
  resolved.kind = ReferenceKind::anaphoric;
  resolved.cited = cited.cited;
  Reference unresolved = resolved;
  unresolved.span.block = 2;
  unresolved.cited = {};
  document.marks.references = {cited, resolved, unresolved};
  FigureMark figure;
  figure.span = {.block = 1, .begin = 18, .end = 23};
  figure.figure.value = "1067";
  figure.figure.upper = "1100.5";
  document.marks.figures = {figure};
  document.marks.names = {
      {{.block = 2, .begin = 4, .end = 11}, "", "LampNet", Name::Kind::initiative, "acronym"}};
  return document;
}

bool has_term(const Xapian::Document& document, const std::string& term) {
  Xapian::TermIterator at = document.termlist_begin();
  at.skip_to(term);
  return at != document.termlist_end() && *at == term;
}

std::string found(const Xapian::Document& document) {
  std::string out;
  for (const std::string term :
       {"XSYM:A/57/6", "XSYM:A/57/6(Sect.27D)", "XCITES:A/57/6", "XCITES:A/57/6(Sect.27D)",
        "XINIT:lampnet", "XFIGURE:1067", "XFIGURE:1100.5", "1067", "300"})
    if (has_term(document, term)) out += term + " ";
  return out;
}

TEST(IndexMarks, GiveEachParagraphItsOwnAndTheDocumentAll) {
  const IndexDocument made = index_document(sample(), "key");
  ASSERT_EQ(made.paragraphs.size(), 3u);
  const std::string cites =
      "XSYM:A/57/6 XSYM:A/57/6(Sect.27D) XCITES:A/57/6 XCITES:A/57/6(Sect.27D) ";
  EXPECT_EQ(found(made.paragraphs[0].document), cites + "300 ");
  EXPECT_EQ(found(made.paragraphs[1].document), cites + "XFIGURE:1067 XFIGURE:1100.5 1067 ");
  EXPECT_EQ(found(made.paragraphs[2].document), "XINIT:lampnet ");
  EXPECT_EQ(found(made.document), cites + "XINIT:lampnet XFIGURE:1067 XFIGURE:1100.5 1067 300 ");
}

TEST(IndexMarks, KeepTheLeastAndTheGreatestFigure) {
  const IndexDocument made = index_document(sample(), "key");
  for (const Xapian::Document* one : {&made.document, &made.paragraphs[1].document}) {
    EXPECT_EQ(Xapian::sortable_unserialise(one->get_value(kSlotLeastFigure)), 1067);
    EXPECT_EQ(Xapian::sortable_unserialise(one->get_value(kSlotGreatestFigure)), 1100.5);
  }
  EXPECT_EQ(made.paragraphs[0].document.get_value(kSlotLeastFigure), "");
}

/// The parts of a symbol are words, "1 067" is one.
TEST(IndexDocument, CountsTheWordsOfItsBlocksAndNotOfItsTitle) {
  Document document = sample();
  document.masthead.add(MastheadItem::title, {"", "A title of five words", ""});
  const IndexDocument made = index_document(document, "key");
  EXPECT_EQ(Xapian::sortable_unserialise(made.document.get_value(kSlotWords)), 17);
  EXPECT_EQ(made.paragraphs[0].document.get_value(kSlotWords), "");
}

TEST(IndexMarks, GiveWhatANoteCitesToTheParagraphOfItsMarker) {
  Document document = sample();
  document.marks.references.resize(1);
  Block& note = document.blocks[3];
  note.kind = BlockKind::footnote;
  note.label = "7";
  note.locator = parse_locator("fn 7").value();
  note.text = document.blocks[0].text;
  document.blocks[0].text = "Nothing.";
  document.blocks[1].notes = {{4, "7"}};
  document.marks.references[0].span.block = 3;
  IndexDocument made = index_document(document, "key");
  ASSERT_EQ(made.paragraphs.size(), 4u);
  EXPECT_FALSE(has_term(made.paragraphs[0].document, "XCITES:A/57/6"));
  EXPECT_TRUE(has_term(made.paragraphs[1].document, "XCITES:A/57/6"));
  EXPECT_FALSE(has_term(made.paragraphs[3].document, "XCITES:A/57/6"));
  EXPECT_TRUE(has_term(made.paragraphs[3].document, "XSYM:A/57/6"));
  document.blocks[1].notes.clear();
  made = index_document(document, "key");
  EXPECT_TRUE(has_term(made.paragraphs[3].document, "XCITES:A/57/6"))
      << "no marker: the note itself";
}

TEST(IndexMarks, PutTheValuesOfAParagraphInItsSlot) {
  const IndexDocument made = index_document(sample(), "key");
  const std::uint32_t slot = facet_slot(*find_field("initiative"));
  EXPECT_EQ(made.paragraphs[0].document.get_value(slot), "");
  EXPECT_EQ(made.paragraphs[2].document.get_value(slot), made.document.get_value(slot));
  EXPECT_EQ(read_values(made.document.get_value(slot)).at(0).value, "LampNet");
}

}  // namespace
}  // namespace undex
