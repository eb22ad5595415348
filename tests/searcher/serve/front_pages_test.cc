// The pages that a reader begins with: the first one, help, what is held, series.
#include <gtest/gtest.h>

#include "tests/searcher/serve/served.h"

namespace undex::serve {
namespace {

using test::ask;

bool holds(const HttpResponse& page, const std::string& what) {
  return page.body.find(what) != std::string::npos;
}

TEST(FrontPage, ShowsWhatTheArchiveHolds) {
  const HttpResponse page = ask("/");
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(holds(page, "rel=\"canonical\" href=\"https://library.example.org/\"")) << page.body;
  EXPECT_TRUE(holds(page, "href=\"/search?f=year%3A2009\"")) << page.body;
  EXPECT_TRUE(holds(page, "href=\"/search?f=organ%3AEconomic%20and%20Social%20Council\""))
      << page.body;
  EXPECT_TRUE(holds(page, "href=\"/E/2009/21\""));
  EXPECT_TRUE(holds(page, "href=\"/search?q=help%20desk\""));
}

TEST(FrontPage, ShowsNoExampleThatFindsNothing) {
  EXPECT_FALSE(holds(ask("/"), "kind:resolution"));
}

TEST(FrontPage, SpeaksFrenchAndKeepsIt) {
  const HttpResponse page = ask("/?hl=fr");
  EXPECT_TRUE(holds(page, "<html lang=\"fr\">"));
  EXPECT_TRUE(holds(page, "href=\"/series?hl=fr\"")) << page.body;
}

TEST(HelpPage, NamesTheFields) {
  const HttpResponse page = ask("/help");
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(holds(page, "<code>organ"));
  EXPECT_TRUE(holds(page, "<caption>"));
}

TEST(HelpPage, LeadsFromEveryExampleToASearch) {
  const std::string page = ask("/help?hl=fr").body;
  const std::string_view begin = "<td><a href=\"";
  std::size_t examples = 0;
  for (std::size_t at = page.find(begin); at != std::string::npos; at = page.find(begin, at)) {
    at += begin.size();
    std::string address = page.substr(at, page.find('"', at) - at);
    for (std::size_t mark; (mark = address.find("&amp;")) != std::string::npos;)
      address.erase(mark + 1, 4);
    EXPECT_EQ(ask(address).status, 200) << address;
    EXPECT_TRUE(address.ends_with("hl=fr")) << address;
    ++examples;
  }
  EXPECT_GT(examples, 30u);
}

TEST(AboutPage, SaysWhatIsHeldAndWhatIsMissing) {
  const HttpResponse page = ask("/about");
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(holds(page, "href=\"/series/ecosoc-informatics-reports?show=held\">2</a>"))
      << page.body;
  EXPECT_TRUE(holds(page, "href=\"/search?f=language%3Afr\">1</a>")) << page.body;
  EXPECT_TRUE(holds(page, "in step"));
}

TEST(SeriesPages, LeadFromEveryNumberToItsRows) {
  EXPECT_TRUE(holds(ask("/series"), "href=\"/series/ecosoc-informatics-reports?show=not-held\">"));
  const HttpResponse held = ask("/series/ecosoc-informatics-reports?show=held");
  EXPECT_TRUE(holds(held, "href=\"/E/2003/75\""));
  EXPECT_FALSE(holds(held, "href=\"/E/1997/88\""));
  const HttpResponse missing = ask("/series/ecosoc-informatics-reports?show=missing");
  EXPECT_FALSE(holds(missing, "href=\"/E/2003/75\""));
  EXPECT_TRUE(holds(missing, "href=\"/E/1997/88\"")) << missing.body;
  EXPECT_EQ(ask("/series/ecosoc-informatics-reports?show=some").status, 400);
}

TEST(SeriesPages, LeadOtherFormsToTheOneAddress) {
  EXPECT_EQ(ask("/series/").header("location"), "/series");
  for (const std::string path : {"/series/E/2003/75", "/series/ECOSOC-informatics-reports"}) {
    const HttpResponse page = ask(path + "?show=held");
    EXPECT_EQ(page.status, 301) << path;
    EXPECT_EQ(page.header("location"), "/series/ecosoc-informatics-reports?show=held") << path;
  }
}

TEST(SeriesPages, OfferTheNearestForAnUnknownName) {
  const HttpResponse page = ask("/series/ecosoc-informatic-report<b>");
  EXPECT_EQ(page.status, 404);
  EXPECT_FALSE(holds(page, "<b>"));
  EXPECT_TRUE(holds(ask("/series/ecosoc-informatics-report"),
                    "href=\"/series/ecosoc-informatics-reports\""));
}

TEST(SeriesPages, AreFilesToo) {
  EXPECT_EQ(ask("/series?format=json").media_type, "application/json");
  EXPECT_TRUE(ask("/series/ecosoc-informatics-reports?format=csv").body.starts_with("symbol,"));
  EXPECT_EQ(ask("/series?format=exe").status, 406);
}

}  // namespace
}  // namespace undex::serve
