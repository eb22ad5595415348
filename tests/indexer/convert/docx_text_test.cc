#include <gtest/gtest.h>

#include "tests/indexer/convert/docx_builder.h"

namespace undex::test {
namespace {

TEST(DocxText, JoinsWordsSplitOverRunsAndKeepsTabsAndBreaks) {
  EXPECT_EQ(read_docx("<w:p>" + t("E/2031/7") + t("5") +
                      "<w:r><w:tab/><w:t>on</w:t><w:noBreakHyphen/><w:t>line</w:t><w:br/>"
                      "<w:t>co</w:t><w:softHyphen/><w:t>operation</w:t></w:r></w:p>"),
            "E/2031/75\ton-line\\ncooperation\n");
}

TEST(DocxText, DropsLeadingTabsOfHandMadeNumbers) {
  EXPECT_EQ(read_docx("<w:p><w:r><w:tab/><w:t>29.1</w:t><w:tab/><w:t>Text</w:t></w:r></w:p>"),
            "29.1\tText\n");
}

TEST(DocxText, WritesSymbolsOfFontsAsLetters) {
  const ConvertedText text = convert(
      docx("<w:p><w:r><w:sym w:font=\"Symbol\" w:char=\"F062\"/><w:sym w:font=\"Wingdings\" "
           "w:char=\"F0FC\"/><w:sym w:font=\"Wingdings\" w:char=\"F001\"/>"
           "<w:sym w:font=\"Arial\" w:char=\"00E9\"/></w:r></w:p>"),
      "");
  EXPECT_EQ(dump(text), "β✓é\n");
  EXPECT_EQ(notices_of(text), "unknown-symbol: 1 sign of a symbol font not known\n");
}

TEST(DocxText, WritesPrivateCharactersOfSymbolFontsAsLetters) {
  const auto run = [](const std::string& font, const std::string& words) {
    return "<w:r><w:rPr><w:rFonts w:ascii=\"" + font + "\"/></w:rPr><w:t>" + words + "</w:t></w:r>";
  };
  const ConvertedText text =
      convert(docx("<w:p>" + run("Symbol", "\uF061") + run("Wingdings 2", "\uF052") +
                   run("Wingdings", "\uF0FC\uF001") + run("Arial", "\uF041\uF0B7") + "</w:p>"),
              "");
  EXPECT_EQ(dump(text), "α☑✓A•\n");
  EXPECT_EQ(notices_of(text), "unknown-symbol: 1 sign of a symbol font not known\n");
}

TEST(DocxText, ReadsTheAcceptedTextAndCountsWhatWasChanged) {
  const ConvertedText text = convert(docx("<w:p>" + t("The ") + "<w:ins w:id=\"1\">" + t("new ") +
                                          "</w:ins><w:del w:id=\"2\"><w:r>"
                                          "<w:delText>old </w:delText></w:r></w:del><w:moveFrom>" +
                                          t("gone ") + "</w:moveFrom>" + t("text") + "</w:p>"),
                                     "");
  EXPECT_EQ(dump(text), "The new text\n");
  EXPECT_EQ(notices_of(text),
            "tracked-changes: 1 tracked insertion accepted\n"
            "tracked-changes: 1 tracked deletion left out\n"
            "tracked-changes: 1 tracked move followed\n");
}

TEST(DocxText, CountsChangesOfMarksRowsCellsAndLooks) {
  const auto notices = [](const std::string& body) { return notices_of(convert(docx(body), "")); };
  EXPECT_EQ(notices(p("One", "<w:rPr><w:ins w:id=\"1\"/></w:rPr>")),
            "tracked-changes: 1 tracked insertion accepted\n");
  EXPECT_EQ(
      notices("<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr><w:ins>" + t("One") + "</w:ins></w:p>"),
      "tracked-changes: 1 tracked insertion accepted\n")
      << "a paragraph put in whole is one insertion";
  EXPECT_EQ(
      notices("<w:p><w:pPr><w:jc w:val=\"left\"/><w:pPrChange><w:pPr/></w:pPrChange></w:pPr>"
              "<w:r><w:rPr><w:b/><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>"
              "<w:t>Seen</w:t></w:r></w:p>"),
      "tracked-changes: 2 tracked changes of look alone\n");
  const std::string cells = "<w:tc>" + p("a") + "</w:tc><w:tc><w:tcPr><w:cellDel/></w:tcPr>" +
                            p("gone") + "</w:tc><w:tc>" + p("b") + "</w:tc></w:tr>";
  const ConvertedText table =
      convert(docx("<w:tbl><w:tr>" + cells + "<w:tr><w:trPr><w:ins/></w:trPr>" + cells +
                   "<w:tr><w:trPr><w:hidden/></w:trPr>" + cells + "</w:tbl>"),
              "");
  EXPECT_EQ(dump(table), "row a | b\nrow a | b\n");
  EXPECT_EQ(notices_of(table),
            "tracked-changes: 1 tracked insertion accepted\n"
            "tracked-changes: 3 tracked deletions left out\n");
}

TEST(DocxText, JoinsParagraphsWhoseMarkWasDeleted) {
  EXPECT_EQ(read_docx(p("One ", "<w:rPr><w:del w:id=\"1\"/></w:rPr>") + p("and more.") + p("Two.")),
            "One and more.\nTwo.\n");
}

TEST(DocxText, LeavesOutRowsThatWereDeleted) {
  const std::string row = "<w:tc>" + p("a") + "</w:tc><w:tc>" + p("b") + "</w:tc></w:tr>";
  EXPECT_EQ(read_docx("<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + row + "<w:tr>" + row + "</w:tbl>"),
            "row a | b\n");
}

TEST(DocxText, LeavesOutHiddenTextWhetherTheRunOrItsStyleHidesIt) {
  const std::string styles = root("styles",
                                  "<w:style w:type=\"character\" w:styleId=\"H\"><w:rPr><w:vanish/>"
                                  "</w:rPr></w:style>");
  const ConvertedText text =
      convert(docx("<w:p>" + t("Seen") +
                       "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
                       "<w:r><w:rPr><w:rStyle w:val=\"H\"/></w:rPr><w:t>hidden</w:t></w:r>"
                       "<w:r><w:rPr><w:rStyle w:val=\"H\"/><w:vanish w:val=\"0\"/></w:rPr><w:t> "
                       "too</w:t></w:r>"
                       "</w:p>",
                   {{"styles", styles}}),
              "");
  EXPECT_EQ(dump(text), "Seen too\n");
  EXPECT_EQ(notices_of(text), "hidden-text: 2 runs of hidden text left out\n");
}

std::string field(const std::string& type) {
  return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>";
}

TEST(DocxText, ShowsResultsOfFieldsAndHidesTheirInstructions) {
  const std::string code = "<w:r><w:instrText> REF a </w:instrText></w:r>";
  EXPECT_EQ(read_docx("<w:p>" + t("See ") + field("begin") + code + field("separate") +
                      t("para. 4") + field("end") + t(".") + "</w:p>"),
            "See para. 4.\n");
  EXPECT_EQ(read_docx("<w:p>" + t("A") + field("begin") + code + field("begin") + code +
                      field("separate") + t("nested") + field("end") + field("separate") + t("B") +
                      field("end") + "</w:p>"),
            "AB\n");
  EXPECT_EQ(read_docx("<w:p>" + field("begin") + t("lost") + "</w:p>" + p("still here")),
            "still here\n")
      << "a field without an end hides no more than its paragraph";
  EXPECT_EQ(read_docx("<w:p><w:hyperlink>" + t("link") + "</w:hyperlink></w:p>"), "link\n");
}

TEST(DocxText, ShowsWhatIsChosenInFormsOfOldWord) {
  const auto form = [](const std::string& data) {
    return "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData>" + data +
           "</w:ffData></w:fldChar></w:r>" + field("separate") + field("end") + t(" Yes") +
           "</w:p>";
  };
  EXPECT_EQ(read_docx(form("<w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox>") +
                      form("<w:checkBox><w:default w:val=\"0\"/></w:checkBox>") +
                      form("<w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"Ocean\"/>"
                           "<w:listEntry w:val=\"Land\"/></w:ddList>") +
                      form("<w:textInput/>")),
            "☒ Yes\n☐ Yes\nLand Yes\nYes\n");
}

TEST(DocxText, TakesATextBoxOnceAndAfterItsParagraph) {
  const std::string box = "<w:txbxContent>" + p("In the box") + "</w:txbxContent>";
  EXPECT_EQ(
      read_docx("<w:p><w:r><w:t>Before</w:t><mc:AlternateContent><mc:Choice Requires=\"wps\">" +
                box + "</mc:Choice><mc:Fallback>" + box +
                "</mc:Fallback></mc:AlternateContent></w:r>" + t(" after") + "</w:p>"),
      "Before after\nbox In the box\n");
  EXPECT_EQ(read_docx("<w:p><w:r><w:pict>" + box + "</w:pict></w:r></w:p>"), "box In the box\n");
}

TEST(DocxText, ReadsContentControlsAroundRunsParagraphsRowsAndCells) {
  const auto sdt = [](const std::string& inside) {
    return "<w:sdt><w:sdtPr/><w:sdtContent>" + inside + "</w:sdtContent></w:sdt>";
  };
  const std::string cells = "<w:tc>" + p("x") + "</w:tc>" + sdt("<w:tc>" + p("y") + "</w:tc>");
  EXPECT_EQ(read_docx("<w:p>" + t("a ") + sdt(t("b")) + "</w:p>" + sdt(p("c")) + "<w:tbl>" +
                      sdt("<w:tr>" + cells + "</w:tr>") + "</w:tbl>"),
            "a b\nc\nrow x | y\n");
  EXPECT_EQ(read_docx(p("a") + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" +
                      p("Click to enter text") + "</w:sdtContent></w:sdt>" + p("b")),
            "a\nb\n");
}

TEST(DocxText, ReadsMathematicsAndBaseTextOfRuby) {
  EXPECT_EQ(read_docx("<w:p><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>"), "x=1\n");
  EXPECT_EQ(read_docx("<w:p><w:r><w:ruby><w:rt>" + t("kana") + "</w:rt><w:rubyBase>" + t("東京") +
                      "</w:rubyBase></w:ruby></w:r></w:p>"),
            "東京\n");
}

TEST(DocxText, TellsHeadingsByOutlineLevelAndNotByMastheadStyles) {
  const std::string styles =
      root("styles",
           "<w:style w:type=\"paragraph\" w:styleId=\"T1\"><w:name w:val=\"heading 2\"/></w:style>"
           "<w:style w:type=\"paragraph\" w:styleId=\"H23\"><w:name w:val=\"_ H_2/3\"/><w:pPr>"
           "<w:outlineLvl w:val=\"1\"/></w:pPr></w:style>"
           "<w:style w:type=\"paragraph\" w:styleId=\"Session\"><w:name w:val=\"Session\"/>"
           "<w:basedOn w:val=\"H23\"/></w:style>");
  EXPECT_EQ(
      read_docx(p("A", "<w:pStyle w:val=\"T1\"/>") + p("B", "<w:pStyle w:val=\"H23\"/>") +
                    p("C", "<w:pStyle w:val=\"Session\"/>") +
                    p("D", "<w:outlineLvl w:val=\"0\"/>") + p("E", "<w:outlineLvl w:val=\"9\"/>") +
                    p(std::string(500, 'x'), "<w:outlineLvl w:val=\"0\"/>"),
                {{"styles", styles}}),
      "heading/1 A\nheading/1 B\nC\nheading/0 D\nE\n" + std::string(500, 'x') + "\n");
}

TEST(DocxText, TellsLookAndPages) {
  const ConvertedText text = convert(
      docx("<w:p><w:pPr><w:jc w:val=\"center\"/><w:ind w:left=\"1267\" w:hanging=\"567\"/></w:pPr>"
           "<w:r><w:rPr><w:b/><w:i/><w:sz w:val=\"28\"/></w:rPr><w:t>Title</w:t></w:r></w:p>"
           "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"
           "<w:p><w:r><w:lastRenderedPageBreak/><w:t>Next</w:t></w:r></w:p>"),
      "");
  ASSERT_EQ(text.blocks.size(), 2U);
  const ConvertedBlock& title = text.blocks[0];
  EXPECT_TRUE(title.centred && title.bold && title.italic_start && title.complete);
  EXPECT_FLOAT_EQ(title.left, 63.35F);
  EXPECT_FLOAT_EQ(title.first_left, 35);
  EXPECT_FLOAT_EQ(title.size, 14);
  EXPECT_EQ(title.page, 1);
  EXPECT_EQ(text.blocks[1].page, 2);
  EXPECT_TRUE(text.blocks[1].page_break_before);
}

TEST(DocxText, ReadsLengthsWithTheirUnits) {
  const ConvertedText text = convert(
      docx("<w:p><w:pPr><w:ind w:start=\"1in\" w:hanging=\"1pc\"/></w:pPr><w:r><w:rPr><w:sz "
           "w:val=\"14pt\"/></w:rPr><w:t>Text</w:t></w:r></w:p>" +
           p("Odd", "<w:ind w:left=\"1e30\" w:firstLine=\"nan\"/>")),
      "");
  ASSERT_EQ(text.blocks.size(), 2U);
  EXPECT_FLOAT_EQ(text.blocks[0].left, 72);
  EXPECT_FLOAT_EQ(text.blocks[0].first_left, 60);
  EXPECT_FLOAT_EQ(text.blocks[0].size, 14);
  EXPECT_FLOAT_EQ(text.blocks[1].left, -1);
}

TEST(DocxText, NamesTheLanguageMostOfTheTextIsMarkedWith) {
  EXPECT_EQ(
      convert(docx("<w:p><w:r><w:rPr><w:lang w:val=\"fr-FR\"/></w:rPr><w:t>Bonjour tout le "
                   "monde</w:t></w:r><w:r><w:rPr><w:lang w:val=\"en-GB\"/></w:rPr><w:t>Hi</w:t>"
                   "</w:r></w:p>"),
              "")
          .language,
      "fr");
  EXPECT_EQ(convert(docx(p("Hi")), "").language, "");
}

}  // namespace
}  // namespace undex::test
