#include <gtest/gtest.h>

#include "tests/indexer/convert/docx_builder.h"

namespace undex::test {
namespace {

std::string cell(const std::string& inside, const std::string& look = "") {
  return "<w:tc>" + (look.empty() ? "" : "<w:tcPr>" + look + "</w:tcPr>") + inside + "</w:tc>";
}
std::string row(const std::string& cells, const std::string& look = "") {
  return "<w:tr>" + (look.empty() ? "" : "<w:trPr>" + look + "</w:trPr>") + cells + "</w:tr>";
}
std::string table(const std::string& rows) { return "<w:tbl>" + rows + "</w:tbl>"; }

TEST(DocxTables, GivesRowsOfCellsInTheirColumns) {
  EXPECT_EQ(read_docx(table(row(cell(p("Year"), "<w:gridSpan w:val=\"2\"/>") + cell(p("Sum")),
                                "<w:tblHeader/>") +
                            row(cell(p("2002"), "<w:vMerge w:val=\"restart\"/>") +
                                cell(p("a") + p("b")) + cell(p("1"))) +
                            row(cell("<w:p/>", "<w:vMerge/>") + cell(p("c")) + cell(p("2"))) +
                            row(cell(p("late")), "<w:gridBefore w:val=\"2\"/>") +
                            row(cell("<w:p/>") + cell("<w:p/>") + cell("<w:p/>")))),
            "row! Year |  | Sum\nrow 2002 | a\\nb | 1\nrow  | c | 2\nrow  |  | late\n");
}

TEST(DocxTables, GivesANestedTableAfterTheOneItStandsIn) {
  const ConvertedText text =
      convert(docx(table(row(cell(p("a")) +
                             cell(p("b") + table(row(cell(p("c")) + cell(p("d")))) + p("e")))) +
                   table(row(cell(p("f")) + cell(p("g"))))),
              "");
  EXPECT_EQ(dump(text), "row a | b\\ne\nrow c | d\nrow f | g\n");
  EXPECT_EQ(text.blocks[0].table, 0);
  EXPECT_EQ(text.blocks[1].table, 1);
  EXPECT_EQ(text.blocks[2].table, 2);
}

TEST(DocxTables, ReadsABoxOfOneColumnAsParagraphs) {
  EXPECT_EQ(
      read_docx(table(row(cell(p("Summary"))) + row(cell(p("The report reviews.") + p("More."))))),
      "Summary\nThe report reviews.\nMore.\n");
}

TEST(DocxTables, ReadsAMastheadAsParagraphs) {
  EXPECT_EQ(read_docx(table(
                row(cell(p("United Nations")) + cell(p("A/99/1"))) +
                row(cell(p("General Assembly")) + cell(p("Distr.: General") + p("1 May 2099"))))),
            "United Nations\nA/99/1\nGeneral Assembly\nDistr.: General\n1 May 2099\n");
}

std::string notes(const std::string& kind, const std::string& inside) {
  return root(kind + "s", "<w:" + kind + " w:type=\"separator\" w:id=\"-1\">" + p("----") +
                              "</w:" + kind + ">" + inside);
}
std::string note(const std::string& kind, int id, const std::string& inside) {
  return "<w:" + kind + " w:id=\"" + std::to_string(id) + "\">" + inside + "</w:" + kind + ">";
}
std::string refer(const std::string& kind, int id, const std::string& custom = "") {
  return "<w:r><w:" + kind + "Reference w:id=\"" + std::to_string(id) + "\"" +
         (custom.empty() ? "/>" : " w:customMarkFollows=\"1\"/><w:t>" + custom + "</w:t>") +
         "</w:r>";
}

TEST(DocxNotes, NumbersNotesAndKeepsTheirMarksOutOfTheText) {
  EXPECT_EQ(
      read_docx(
          "<w:p>" + t("One") + refer("footnote", 5) + t(" two") + refer("footnote", 9, "*") +
              t(" three.") + refer("footnote", 7) + "</w:p>",
          {{"footnotes",
            notes(
                "footnote",
                note("footnote", 5, "<w:p><w:r><w:footnoteRef/></w:r>" + t(" First.") + "</w:p>") +
                    note("footnote", 7, p("Second.") + p("Its end.")) +
                    note("footnote", 9,
                         "<w:p>" + t("*") + "<w:r><w:tab/></w:r>" + t("Star.") + "</w:p>"))}}),
      "One{1} two{*} three.{2}\nfootnote [1] First.\nfootnote [*] Star.\n"
      "footnote [2] Second.\\nIts end.\n");
}

TEST(DocxNotes, CountsEndnotesApartAndInTheirOwnNumerals) {
  EXPECT_EQ(read_docx("<w:p>" + t("A") + refer("endnote", 1) + refer("footnote", 1) + "</w:p>",
                      {{"endnotes", notes("endnote", note("endnote", 1, p("End.")))},
                       {"footnotes", notes("footnote", note("footnote", 1, p("Foot.")))}}),
            "A{i}{1}\nfootnote [i] End.\nfootnote [1] Foot.\n");
  EXPECT_EQ(read_docx("<w:p>" + t("A") + refer("endnote", 1) +
                          "</w:p><w:sectPr><w:endnotePr><w:numFmt w:val=\"decimal\"/></w:endnotePr>"
                          "</w:sectPr>",
                      {{"endnotes", notes("endnote", note("endnote", 1, p("End.")))}}),
            "A{1}\nfootnote [1] End.\n");
}

TEST(DocxNotes, GivesANoteOnceAndAfterTheTableThatRefersToIt) {
  EXPECT_EQ(
      read_docx(table(row(cell("<w:p>" + t("A") + refer("footnote", 1) + "</w:p>") + cell(p("B"))) +
                      row(cell("<w:p>" + t("C") + refer("footnote", 1) + "</w:p>") + cell(p("D")))),
                {{"footnotes", notes("footnote", note("footnote", 1, p("Note.")))}}),
      "row A{1} | B\nrow C{2} | D\nfootnote [1] Note.\n");
}

std::string raised(const std::string& mark) {
  return "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>" + mark + "</w:t></w:r>";
}

TEST(DocxNotes, TellsRaisedMarksFromRaisedLetters) {
  EXPECT_EQ(read_docx("<w:p>" + t("Total") + raised("a") + "</w:p>"), "Total{a}\n");
  EXPECT_EQ(read_docx("<w:p>" + t("Report") + raised("1") + raised("2") + t(" on") + "</w:p>"),
            "Report{12} on\n");
  EXPECT_EQ(read_docx("<w:p>" + t("100 m") + raised("2") + "</w:p>"), "100 m2\n");
  EXPECT_EQ(read_docx("<w:p>" + t("21") + raised("st") + "</w:p>"), "21st\n");
  EXPECT_EQ(read_docx("<w:p>" + t("XXI") + raised("e") + "</w:p>"), "XXIe\n");
  EXPECT_EQ(read_docx("<w:p>" + raised("a") + t(" Includes grants.") + "</w:p>"),
            "footnote [a] Includes grants.\n");
}

TEST(DocxNotes, ReadsTheFramedNoteOfAMasthead) {
  EXPECT_EQ(
      read_docx("<w:p><w:pPr><w:framePr w:yAlign=\"bottom\"/></w:pPr><w:r><w:tab/><w:t>*</w:t>"
                "<w:tab/><w:t>A/99/50.</w:t></w:r></w:p>"),
      "footnote [*] A/99/50.\n");
}

TEST(DocxHeaders, PutsTheFirstPageBeforeTheTextAndEachWordingOnce) {
  const std::string section =
      "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header1\"/>"
      "<w:headerReference w:type=\"first\" r:id=\"header2\"/>"
      "<w:footerReference w:type=\"default\" r:id=\"footer1\"/><w:titlePg/></w:sectPr>";
  const ConvertedText text = convert(
      docx("<w:p><w:pPr>" + section + "</w:pPr></w:p>" + p("Body") + section,
           {{"header1", root("hdr", p("A/99/1"))},
            {"header2",
             root("hdr", table(row(cell(p("United Nations")) + cell(p("A/99/1")))) + p("A/99/1"))},
            {"footer1", root("ftr", p("99-12345"))}}),
      "");
  EXPECT_EQ(dump(text), "header United Nations\nheader A/99/1\nBody\nfooter 99-12345\n");
  EXPECT_EQ(text.blocks[0].page, 1);
}

TEST(DocxHeaders, GoesOnWithoutAPartThatIsDamaged) {
  const ConvertedText text =
      convert(docx(p("Body") + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header1\"/>"
                               "</w:sectPr>",
                   {{"header1", "<w:hdr " + kWord + "><w:p>"}, {"styles", "<broken"}}),
              "");
  EXPECT_EQ(dump(text), "Body\n");
  EXPECT_EQ(text.notices.size(), 2U);
}

}  // namespace
}  // namespace undex::test
