// Figures that answer a few words, and what stands beside what.
#include "searcher/render/figure_page.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/searcher/marked_document.h"
#include "undex/error.h"

namespace undex {
namespace {

using Json = nlohmann::json;

Figure counted(const char* value, const char* unit, const char* measure = "") {
  Figure figure;
  figure.value = value;
  figure.unit = unit;
  figure.measure = measure;
  return figure;
}

/// A document whose only paragraph holds the value of the figure.
Document counting(const char* symbol, const char* date, const Figure& figure) {
  Document out;
  out.symbol = parse_symbol(symbol).value();
  out.masthead.add(MastheadItem::date, {date, date, ""});
  Block block;
  block.locator = parse_locator("4").value();
  block.text = "We keep " + figure.value + " " + figure.unit + ".";
  out.blocks = {block};
  FigureMark mark;
  mark.span = span_of(out, 0, figure.value);
  mark.figure = figure;
  out.marks.figures = {mark};
  return out;
}

TEST(FigureWords, AreAnsweredInAnySpellingOrNameByMeasureOrUnit) {
  struct Case {
    const char* words;
    const char* unit;
    const char* measure;
    bool answers;
  };
  const Case kCases[] = {
      {"e-mail accounts", "individual e-mail accounts", "", true},
      {"email account", "e-mail accounts", "", true},
      {"help desk", "calls", "calls taken by the Help Desk", true},
      {"help desk", "work orders", "the service desk handled work orders", true},
      {"the calls of the help desk", "calls", "the Help Desk took calls", true},
      {"web sites", "websites", "", true},
      {"e-mail accounts", "accounts", "", false},
      {"help desk calls", "work orders", "the service desk handled them", false},
      {"zeppelins", "calls", "", false},
  };
  for (const Case& one : kCases)
    EXPECT_EQ(FigureWords(one.words).answered_by(counted("1", one.unit, one.measure)), one.answers)
        << one.words << " / " << one.unit;
  EXPECT_TRUE(FigureWords("of the").empty());
  EXPECT_TRUE(FigureWords(" -- ").empty());
}

FigurePage page_of(const std::vector<Document>& documents, const char* words) {
  FigurePage page;
  page.words = words;
  for (const Document& document : documents) add_figures(page, document, FigureWords(words));
  compare_neighbours(page);
  return page;
}

TEST(FigurePage, IsInOrderOfDateWithTheChange) {
  Figure about = counted("985", "accounts");
  about.qualifier = Qualifier::approximately;
  const FigurePage page = page_of({counting("E/2009/21", "2009-03-16", counted("792", "accounts")),
                                   counting("E/2003/75", "2003-05-28", about)},
                                  "accounts");
  const std::string text = render_figures(page, "text", {});
  EXPECT_TRUE(
      text.starts_with("2 figures in 2 documents, oldest first\n"
                       "\n"
                       "E/2003/75   28 May 2003\n"
                       "  para. 4  approximately 985 accounts, as at the date of the "
                       "document\n"
                       "           We keep **985** accounts.\n"
                       "\n"
                       "E/2009/21   16 March 2009\n"))
      << text;
  EXPECT_NE(text.find("approximately 985 (E/2003/75, para. 4) -> 792 (E/2009/21, para. 4), -193 "
                      "(-19.6 %)\n    comparable: "),
            std::string::npos)
      << text;
}

TEST(FigurePage, SaysWhyNeighboursCannotBeCompared) {
  const FigurePage page =
      page_of({counting("E/2003/75", "2003", counted("1069", "desk calls")),
               counting("E/2009/21", "2009", counted("1920", "desk work orders"))},
              "desk");
  ASSERT_EQ(page.changes.size(), 1u);
  EXPECT_EQ(page.changes[0].comparison.verdict, Comparability::not_comparable);
  const std::string text = render_figures(page, "text", {});
  EXPECT_NE(text.find("1,069 (E/2003/75, para. 4) -> 1,920 (E/2009/21, para. 4)\n    not comp"),
            std::string::npos)
      << text;
}

TEST(FigurePage, LooksBackOverADocumentThatCountsOtherThings) {
  const FigurePage page = page_of({counting("A/1/1", "2001", counted("10", "desk calls")),
                                   counting("A/2/1", "2002", counted("20", "desk visits")),
                                   counting("A/3/1", "2003", counted("30", "desk calls"))},
                                  "desk");
  const auto like =
      std::find_if(page.changes.begin(), page.changes.end(), [](const FigureChange& change) {
        return change.comparison.verdict == Comparability::comparable;
      });
  ASSERT_NE(like, page.changes.end());
  EXPECT_EQ(like->from_document, 0u);
  EXPECT_EQ(like->to_document, 2u);
}

TEST(FigurePage, GivesProgramsNumbersAndVerdicts) {
  const FigurePage page = page_of({counting("E/2003/75", "2003", counted("985", "accounts")),
                                   counting("E/2009/21", "2009", counted("792", "accounts"))},
                                  "accounts");
  const Json json = Json::parse(render_figures(page, "json", {}));
  EXPECT_EQ(json["format_version"], 1);
  EXPECT_EQ(json["documents"][0]["figures"][0]["value"], 985);
  EXPECT_EQ(json["comparisons"][0]["to"]["place"], "E/2009/21#4");
  EXPECT_EQ(json["comparisons"][0]["verdict"], "comparable");
  EXPECT_TRUE(render_figures(page, "tsv", {})
                  .starts_with("E/2003/75#4\tE/2003/75\t2003\t985\t\taccounts\texact\t"));
  EXPECT_TRUE(render_figures(page, "csv", {}).starts_with("place,document,date,value,"));
  EXPECT_THROW(render_figures(page, "yaml", {}), Error);
  EXPECT_EQ(render_figures({}, "text", {}), "no figure found\n");
}

}  // namespace
}  // namespace undex
