#include <gtest/gtest.h>

#include <cstdio>

#include "corpus/text.h"
#include "indexer/convert/pdf/layout.h"
#include "undex/error.h"

namespace undex {
namespace {

/// A line of print. A letter is half as wide as its type is high, a blank a quarter; '|' stands for
/// a gap of 30 points, '~' for one that kerning leaves inside a word.
struct Print {
  float x;
  float y;
  std::string text;
  float size = 10;
};

std::string word_tag(float x0, float y0, float x1, float y1, const std::string& text) {
  char tag[160];
  std::snprintf(tag, sizeof tag, "<word xMin=\"%.3f\" yMin=\"%.3f\" xMax=\"%.3f\" yMax=\"%.3f\">",
                static_cast<double>(x0), static_cast<double>(y0), static_cast<double>(x1),
                static_cast<double>(y1));
  return tag + text + "</word>\n";
}

std::size_t letters_in(const std::string& word) {
  std::size_t n = 0;
  for (const char c : word) n += (c & 0xC0) != 0x80;
  return n;
}

std::string line_of(const Print& print) {
  std::string out = "<line>";
  std::string word;
  float x = print.x;
  const auto end_word = [&] {
    if (word.empty()) return;
    const float width = static_cast<float>(letters_in(word)) * print.size / 2;
    out += word_tag(x, print.y - print.size, x + width, print.y, word);
    x += width;
    word.clear();
  };
  for (const char c : print.text) {
    if (c != ' ' && c != '|' && c != '~') {
      word += c;
      continue;
    }
    end_word();
    x += c == ' ' ? print.size / 4 : c == '|' ? 30 : print.size / 10;
  }
  end_word();
  return out + "</line>\n";
}

using Page = std::vector<Print>;

std::string xhtml(const std::vector<Page>& pages) {
  std::string out = "<!DOCTYPE html><html><body><doc>";
  for (const Page& page : pages) {
    out += "<page width=\"600\" height=\"800\"><flow><block>";
    for (const Print& print : page) out += line_of(print);
    out += "</block></flow></page>";
  }
  return out + "</doc></body></html>";
}

/// One line a block: role, label in brackets, text with its note markers in braces.
std::string dump(const ConvertedText& text) {
  static const char* const kRoles[] = {"",      "heading ", "header ", "footer ",
                                       "note ", "row ",     "box "};
  std::string out;
  for (const ConvertedBlock& block : text.blocks) {
    out += kRoles[static_cast<std::size_t>(block.role)];
    if (!block.label.empty()) out += "[" + block.label + "] ";
    std::string body = block.text;
    for (auto note = block.notes.rbegin(); note != block.notes.rend(); ++note)
      body.insert(note->offset, "{" + note->marker + "}");
    for (const std::string& cell : block.cells) body += "|" + cell;
    out += body + "\n";
  }
  return out;
}

std::string laid_out(const std::vector<Page>& pages) { return dump(layout_pdf(xhtml(pages))); }

// 60 letters and blanks: as wide as the column of these tests (100 to 375).
const std::string kFull = "words that fill this line of the column up to its right edge";

TEST(PdfLayout, JoinsLinesAndBeginsAParagraphAtAnIndent) {
  EXPECT_EQ(laid_out({{{120, 100, "the committee met twice and heard what the members said of"},
                       {100, 112, "the plan before it adjourned in the evening of the second day"},
                       {100, 124, "of its session."},
                       {120, 136, "it then drew up a list of those who had asked for the floor"},
                       {100, 148, "in good time."}}}),
            "the committee met twice and heard what the members said of the plan before it "
            "adjourned in the evening of the second day of its session.\n"
            "it then drew up a list of those who had asked for the floor in good time.\n");
}

TEST(PdfLayout, BeginsAParagraphWhereALineStopsShort) {
  EXPECT_EQ(laid_out({{{100, 100, kFull}, {100, 112, "and end."}, {100, 124, kFull}}}),
            kFull + " and end.\n" + kFull + "\n");
}

TEST(PdfLayout, BeginsAParagraphAtAWiderGap) {
  EXPECT_EQ(laid_out({{{100, 100, kFull},
                       {100, 112, kFull},
                       {100, 130, kFull},
                       {100, 142, kFull},
                       {100, 154, "at last."}}}),
            kFull + " " + kFull + "\n" + kFull + " " + kFull + " at last.\n");
}

TEST(PdfLayout, GoesOnOverAPageBreak) {
  const Page first = {{120, 600, "an indented line that is as full as the column can well be"},
                      {100, 612, kFull}};
  struct Case {
    std::string last;
    Print next;
    bool joined;
  };
  const Case cases[] = {
      {kFull, {100, 120, "and so it goes on."}, true},
      {kFull, {120, 120, "An indent says that another one begins."}, false},
      {"short.", {100, 120, "and so on."}, false},
      {kFull, {100, 120, "2.|A label says so too."}, false},
      {kFull, {100, 120, "TITLES ARE LARGER", 14}, false},
  };
  for (const Case& c : cases) {
    Page page = first;
    page.push_back({100, 624, c.last});
    const ConvertedText text = layout_pdf(xhtml({page, {c.next}}));
    EXPECT_EQ(text.blocks.size(), c.joined ? 1U : 2U) << c.next.text;
  }
}

TEST(PdfLayout, KeepsAHyphenAtALineEndWhenTheWordHasOne) {
  struct Case {
    std::string inside;  // a line that shows how the document writes the word
    std::string before;
    std::string after;
    std::string joined;
  };
  const Case cases[] = {
      {"we like distance-learning here", "it offers distance-", "learning too",
       "distance-learning too"},
      {"some information is here", "it offers infor-", "mation too", "offers information too"},
      {"we offer learning at a distance", "it offers distance-", "learning too",
       "distance-learning too"},
      {"nothing to learn from", "the Secretary-", "General said", "Secretary-General said"},
      {"nothing to learn from", "in paragraphs 24-", "25 it said", "24-25 it said"},
      {"nothing to learn from", "the communi\xC2\xAD", "cations said", "the communications said"},
      {"nothing to learn from", "in document A/", "58/568 it said", "A/58/568 it said"},
      {"nothing to learn from", "that \xE2\x80\x93", "however \xE2\x80\x93 is",
       "that \xE2\x80\x93 however"},
  };
  for (const Case& c : cases) {
    const float x = 375 - 5 * static_cast<float>(letters_in(c.before));
    const std::string text = laid_out(
        {{{100, 100, kFull}, {100, 118, c.inside}, {x, 136, c.before}, {x, 148, c.after}}});
    EXPECT_NE(text.find(c.joined), std::string::npos) << text;
  }
}

TEST(PdfLayout, RejoinsWordsThatKerningSplit) {
  EXPECT_EQ(laid_out({{{100, 100, "they were see~king an end to inequal~ity, and sub~-items"}}}),
            "they were seeking an end to inequality, and sub-items\n");
}

TEST(PdfLayout, RejoinsASymbolWhoseFirstLetterIsLarge) {
  EXPECT_EQ(laid_out({{{100, 100, "A", 20}, {110.5F, 100, "/RES/79/194", 10}}}), "A/RES/79/194\n");
}

TEST(PdfLayout, TakesListLabelsThatAreSetApart) {
  EXPECT_EQ(laid_out({{{100, 100, "1.|requests the members to"},
                       {100, 112, "(a)|report in time;"},
                       {100, 124, "79/194.|a title of its own"},
                       {100, 154, "2003. a year is no label"},
                       {100, 172, "etc.|is no label either"}}}),
            "[1.] requests the members to\n[(a)] report in time;\n[79/194.] a title of its own\n"
            "2003. a year is no label\netc.\nis no label either\n");
}

TEST(PdfLayout, SetsFurnitureAside) {
  const auto page = [](const std::string& number) {
    return Page{{100, 40, "A/99/L.7", 7},
                {300, 40, "a running title", 7},
                {100, 100, kFull},
                {100, 112, "of page " + number + "."},
                {100, 770, "24-24293", 6.5F},
                {300, 770, number + "/3", 7}};
  };
  EXPECT_EQ(laid_out({page("1"), page("2")}),
            "header A/99/L.7\nheader a running title\n" + kFull + " of page 1.\n" +
                "footer 24-24293\nfooter 1/3\n" + "header A/99/L.7\nheader a running title\n" +
                kFull + " of page 2.\n" + "footer 24-24293\nfooter 2/3\n");
}

TEST(PdfLayout, KnowsJobNumbersAndBarCodesOnASinglePage) {
  EXPECT_EQ(
      laid_out({{{100, 100, kFull}, {100, 750, "24-24293 (E)"}, {100, 775, "*2424293*", 15}}}),
      kFull + "\nfooter 24-24293 (E)\nfooter *2424293*\n");
}

TEST(PdfLayout, LeavesNumbersOfATableAtTheFootOfAPageInIt) {
  const std::string text = laid_out({{{100, 100, kFull},
                                      {100, 706, "africa"},
                                      {250, 706, "120"},
                                      {350, 706, "7"},
                                      {100, 718, "asia"},
                                      {250, 718, "130"},
                                      {350, 718, "8"},
                                      {100, 730, "europe"},
                                      {250, 730, "140"},
                                      {350, 730, "9"},
                                      {235, 770, "12"}}});
  EXPECT_EQ(text, kFull + "\nrow |africa|120|7\nrow |asia|130|8\nrow |europe|140|9\nfooter 12\n");
}

TEST(PdfLayout, TakesNoteReferencesOutOfTheText) {
  EXPECT_EQ(laid_out({{{100, 100, "as said in its report,"},
                       {203.5F, 96, "4", 5},
                       {208, 100, "and in another"}}}),
            "as said in its report,{4} and in another\n");
}

TEST(PdfLayout, KeepsSquaresAndOrdinals) {
  EXPECT_EQ(
      laid_out({{{100, 100, "a room of 20 m"}, {160.3F, 96, "2", 5}, {170, 100, "is small"}}}),
      "a room of 20 m2 is small\n");
}

TEST(PdfLayout, ReadsFootnotesBelowTheRuleWithTheirMarkers) {
  EXPECT_EQ(laid_out({{{100, 100, "It ends."},
                       {80, 680, "__________________", 7},
                       {93, 696, "1", 5},
                       {100, 700, "See the annex of the report", 8},
                       {100, 709, "that was issued.", 8},
                       {93, 714, "2", 5},
                       {100, 718, "Ibid.", 8}},
                      {{100, 100, "It ends."},
                       {80, 680, "__________________", 7},
                       {100, 700, "and it says more on this page.", 8},
                       {93, 706, "3", 5},
                       {100, 710, "Ibid.", 8}}}),
            "It ends.\nnote [1] See the annex of the report that was issued.\n"
            "note [2] Ibid. and it says more on this page.\nIt ends.\nnote [3] Ibid.\n");
}

TEST(PdfLayout, ReadsFootnotesWhoseRuleIsDrawn) {
  EXPECT_EQ(laid_out({{{100, 100, kFull},
                       {100, 690, "3/|Official Records, Supplement No. 4.", 8},
                       {100, 700, "4/|Ibid.", 8}}}),
            kFull + "\nnote [3] Official Records, Supplement No. 4.\nnote [4] Ibid.\n");
}

TEST(PdfLayout, LeavesASmallTableAtTheFootOfAPageInTheText) {
  const std::string text = laid_out({{{100, 100, kFull},
                                      {100, 690, "region|2002|2003", 8},
                                      {100, 700, "africa|1202|1303", 8},
                                      {100, 710, "europe|1402|1503", 8}}});
  EXPECT_EQ(text,
            kFull + "\nrow |region|2002|2003\nrow |africa|1202|1303\nrow |europe|1402|1503\n");
}

TEST(PdfLayout, ReadsTwoColumnsOneAfterTheOther) {
  Page page{{100, 90, "a heading that stands across both of the columns of it", 10}};
  std::string left;
  std::string right;
  for (int i = 0; i < 10; ++i) {
    const float y = 120 + 12 * static_cast<float>(i);
    page.push_back(
        {60, y,
         "left line as wide as it can get be|" + std::string("right one as wide as can be too"),
         10});
    left += (i ? " " : "") + std::string("left line as wide as it can get be");
    right += (i ? " " : "") + std::string("right one as wide as can be too");
  }
  const std::string text = laid_out({page});
  EXPECT_NE(text.find(left + " " + right), std::string::npos) << text;
}

TEST(PdfLayout, MarksCentredHeadingsAndJoinsTheirLines) {
  const ConvertedText text = layout_pdf(xhtml({{{157.5F, 80, "a heading in the middle of the line"},
                                                {192.5F, 92, "of two lines length"},
                                                {100, 120, kFull},
                                                {100, 132, kFull},
                                                {100, 144, kFull}}}));
  ASSERT_EQ(text.blocks.size(), 2U);
  EXPECT_EQ(text.blocks[0].text, "a heading in the middle of the line of two lines length");
  EXPECT_TRUE(text.blocks[0].centred);
  EXPECT_FALSE(text.blocks[1].centred);
}

TEST(PdfLayout, TakesAQuotationBetweenWiderMarginsForNoHeading) {
  const ConvertedText text =
      layout_pdf(xhtml({{{100, 80, kFull},
                         {100, 92, kFull},
                         {125, 120, "a quotation that is set in on both of its sides"},
                         {125, 132, "and that goes on for more than two lines in all"},
                         {125, 144, "so that it ends here."},
                         {100, 172, kFull}}}));
  ASSERT_EQ(text.blocks.size(), 3U);
  EXPECT_FALSE(text.blocks[1].centred);
}

TEST(PdfLayout, ReadsTheMastheadSideBySide) {
  EXPECT_EQ(laid_out({{{60, 60, "United Nations", 14},
                       {480, 58, "E/2099/75"},
                       {60, 90, "Economic and Social", 18},
                       {60, 112, "Council", 18},
                       {400, 90, "Distr.: General"},
                       {400, 102, "3 May 2099"},
                       {400, 126, "Original: English"},
                       {100, 300, kFull}}}),
            "United Nations\nEconomic and Social Council\nE/2099/75\nDistr.: General\n3 May 2099\n"
            "Original: English\n" +
                kFull + "\n");
}

TEST(PdfLayout, RebuildsTablesWithCellsOfSeveralLines) {
  const ConvertedText text = layout_pdf(xhtml({{{100, 100, kFull},
                                                {100, 130, "what", 8},
                                                {250, 130, "how", 8},
                                                {100, 146, "reach", 8},
                                                {250, 146, "hold courses in", 8},
                                                {100, 155, "members", 8},
                                                {250, 155, "each station", 8},
                                                {100, 171, "report", 8},
                                                {250, 171, "each year", 8},
                                                {100, 220, kFull}}}));
  EXPECT_EQ(dump(text), kFull +
                            "\nrow |what|how\nrow |reach members|hold courses in each station\n" +
                            "row |report|each year\n" + kFull + "\n");
  EXPECT_TRUE(text.blocks[1].header_row);
  EXPECT_FALSE(text.blocks[2].header_row);
}

TEST(PdfLayout, TurnsAPageThatStandsSideways) {
  std::string page = "<page width=\"600\" height=\"800\">";
  const char* const words[] = {"this", "runs", "downward", "over", "the", "page"};
  for (int line = 0; line < 2; ++line) {
    page += "<line>";
    float y = 100;
    const float x = 300 - 12 * static_cast<float>(line);
    for (const std::string word : words) {
      const float length = static_cast<float>(word.size()) * 5;
      page += word_tag(x - 10, y, x, y + length, word);
      y += length + 2.5F;
    }
    page += "</line>";
  }
  EXPECT_EQ(dump(layout_pdf(page + "</page>")),
            "this runs downward over the page this runs downward over the page\n");
}

std::string refusal(const std::string& boxes) {
  try {
    layout_pdf(boxes);
  } catch (const Error& error) {
    EXPECT_FALSE(error.hint.empty());
    return error.what();
  }
  return "nothing refused";
}

/// Codes and texts, a line each.
std::string notices(const ConvertedText& text) {
  std::string out;
  for (const Notice& notice : text.notices) out += notice.code + ": " + notice.text + "\n";
  return out;
}

TEST(PdfDoubts, NamesPagesWithoutTextAndRefusesADocumentOfNoOther) {
  const Page words{{100, 100, "Words"}};
  EXPECT_EQ(notices(layout_pdf(xhtml({words, {}, words, {}, {}, {}}))),
            "pages-without-text: pages 2, 4 to 6 of 6 without text: scanned, drawn or blank\n");
  EXPECT_EQ(notices(layout_pdf(xhtml({words, {}}))),
            "pages-without-text: page 2 of 2 without text: scanned, drawn or blank\n");
  EXPECT_EQ(notices(layout_pdf(xhtml({words}))), "");
  EXPECT_EQ(refusal(xhtml({{}, {}})), "no text on its pages: scanned, drawn or blank");
}

TEST(PdfDoubts, FlagsLettersThatTheFontsDoNotTell) {
  std::string shifted;  // what a font without its table says of common words
  std::string sound;
  for (int i = 0; i < 60; ++i) {
    shifted += "Wkhg Frqk xqlw hdfk ";
    sound += "The Council took note of UNCTAD work ";
  }
  EXPECT_EQ(notices(layout_pdf(xhtml({{{100, 100, sound}}}))), "");
  EXPECT_NE(notices(layout_pdf(xhtml({{{100, 100, shifted}}}))).find("garbled-text"),
            std::string::npos);
  EXPECT_NE(notices(layout_pdf(xhtml({{{100, 100, "Words \xEF\xBF\xBD and more"}}})))
                .find("garbled-text"),
            std::string::npos);
  EXPECT_EQ(refusal(xhtml({{{100, 100, "\uE001\uE002 \uF0B7\uFFFD a"}}})),
            "text garbled: its fonts do not say which letters they show");
}

TEST(PdfRightToLeft, ReadsArabicFromRightToLeft) {
  // As it stands on the paper, from left to right.
  const ConvertedText text = layout_pdf(xhtml(
      {{{100, 100, ".ةدحتملا مملأل نيملأا ىلإ )A/99/1( بتكملا World Bank 12.5 ،تلااصتلاا"}}}));
  EXPECT_EQ(dump(text), "الاتصالات، 12.5 World Bank المكتب (A/99/1) إلى الأمين للأمم المتحدة.\n");
  EXPECT_NE(notices(text).find("right-to-left"), std::string::npos);
}

TEST(PdfRightToLeft, ReadsLinesOfAParagraphAndItsNumberFromTheRight) {
  // Lines that end at the right margin; the number of the paragraph stands in it.
  EXPECT_EQ(dump(layout_pdf(xhtml({{{300, 100, "فتاهلا ةكبشلا بتكملا|.1"},
                                    {300, 112, "لمعلا ريرقتلا سلجملا"},
                                    {360, 124, "عورشملا"}}}))),
            "[1.] المكتب الشبكة الهاتف المجلس التقرير العمل المشروع\n");
}

TEST(PdfRightToLeft, ReadsAnArabicNameOnAPageOfAnotherLanguage) {
  EXPECT_EQ(dump(layout_pdf(xhtml({{{100, 100, "The newspaper مارهلأا wrote"}}}))),
            "The newspaper الأهرام wrote\n");
}

ConvertedText text_of(const std::string& boxes) {
  try {
    return layout_pdf(boxes);
  } catch (const Error&) {
    return {};
  }
}

TEST(PdfLayout, SurvivesBrokenInput) {
  const std::string cases[] = {
      "",
      "<",
      "<page",
      "<page><word>x</word>",
      "<word>no page</word>",
      "<page width=\"nan\" height=\"inf\"><line><word xMin=\"1e99\" yMax=\"-5\">x</word></line>",
      "<page width=\"600\" height=\"800\"><line><word xMin=\"9\" xMax=\"1\" yMin=\"9\" yMax=\"1\">"
      "&#x110000;&amp;&broken \xFF\xFE</word></line></page>",
      "<page width=\"600\" height=\"800\"><line></line><line><word></word></line></page>",
  };
  for (const std::string& c : cases) {
    const ConvertedText text = text_of(c);
    for (const ConvertedBlock& block : text.blocks) EXPECT_TRUE(is_valid_utf8(block.text)) << c;
  }
}

TEST(PdfLayout, IsQuickWithHostilePages) {
  std::string one_line = "<page width=\"600\" height=\"800\"><line>";
  std::string many_lines = "<page width=\"600\" height=\"800\">";
  for (int i = 0; i < 60'000; ++i) {
    const float x = static_cast<float>(i % 977) * 40;
    const float y = static_cast<float>(i % 13) * 9;
    one_line += word_tag(x, 100, x + 5, 110, "ab-");
    many_lines += "<line>" + word_tag(x, y, x + 5, y + 9, "ab") + "</line>";
  }
  EXPECT_FALSE(layout_pdf(one_line).blocks.empty());
  EXPECT_FALSE(layout_pdf(many_lines).blocks.empty());
}

}  // namespace
}  // namespace undex
