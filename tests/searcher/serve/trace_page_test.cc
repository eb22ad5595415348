#include "searcher/serve/page/trace_page.h"

#include <gtest/gtest.h>

#include "tests/searcher/serve/served.h"

namespace undex::serve {
namespace {

using test::ask;

bool holds(const HttpResponse& page, const std::string& what) {
  return page.body.find(what) != std::string::npos;
}

TEST(TracePage, LeadsEveryFormToTheOneAddress) {
  EXPECT_EQ(ask("/trace?q=service+desk&from=&hl=fr").header("location"),
            "/trace/service%20desk?hl=fr");
  EXPECT_EQ(ask("/trace/service%20desk?from=2003").header("location"),
            "/trace/help-desk?from=2003");
  EXPECT_EQ(ask("/trace/").header("location"), "/trace");
  EXPECT_EQ(ask("/trace").status, 200);
}

TEST(TracePage, KeepsToThePrefixOfTheSite) {
  Site site(
      {.archive = undex::test::trace_archive(), .base_url = "https://library.example.org/undex"});
  EXPECT_TRUE(holds(answer(site, test::get("/trace")), "action=\"/undex/trace\""));
  EXPECT_EQ(answer(site, test::get("/trace?q=lamps")).header("location"), "/undex/trace/lamps");
  const HttpResponse page = answer(site, test::get("/trace/help-desk"));
  EXPECT_FALSE(holds(page, "href=\"/search")) << page.body;
  EXPECT_FALSE(holds(page, "href=\"/E/"));
}

TEST(TracePage, ShowsYearsHeldDueAndMentioned) {
  const HttpResponse page = ask("/trace/help-desk");
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(holds(page, "<svg class=\"bars\"")) << page.body;
  EXPECT_TRUE(holds(page, "<th scope=\"row\">2004</th>"));
  EXPECT_TRUE(holds(page, "held, not mentioned"));
  EXPECT_TRUE(holds(page, "no document held, not a silence"));
  EXPECT_TRUE(holds(page, "href=\"/search?q=initiative%3Ahelp-desk&amp;f=year%3A2003\""));
  EXPECT_TRUE(holds(page, "href=\"/E/2003/75/para/5\""));
}

TEST(TracePage, ShowsNamesAndFiguresWithTheirVerdict) {
  const HttpResponse page = ask("/trace/help-desk");
  EXPECT_TRUE(holds(page, "1,069 calls")) << page.body;
  EXPECT_TRUE(holds(page, "not comparable"));
  EXPECT_TRUE(holds(page, "<mark>Service Desk</mark>"));
}

TEST(TracePage, KeepsToTheYearsAskedFor) {
  const HttpResponse page = ask("/trace/help-desk?from=2008&to=2010");
  EXPECT_TRUE(holds(page, "<th scope=\"row\">2009</th>"));
  EXPECT_FALSE(holds(page, "<th scope=\"row\">2003</th>"));
  EXPECT_EQ(ask("/trace/help-desk?from=then").status, 400);
}

TEST(TracePage, SaysThatNothingHeldSpeaksOfIt) {
  const HttpResponse page = ask("/trace/quarkonium");
  EXPECT_EQ(page.status, 404);
  EXPECT_TRUE(holds(page, "Not mentioned in what is held: 4 documents")) << page.body;
  EXPECT_EQ(ask("/trace/%22open").status, 400);
}

TEST(TracePage, IsAFileToo) {
  EXPECT_TRUE(ask("/trace/help-desk?format=csv&what=names").body.starts_with("id,"));
  EXPECT_EQ(ask("/trace/help-desk?format=json").media_type, "application/json");
  const HttpResponse picture = ask("/trace/help-desk?format=svg");
  EXPECT_EQ(picture.media_type, "image/svg+xml");
  EXPECT_TRUE(picture.header("content-disposition").starts_with("attachment"));
  EXPECT_EQ(ask("/trace/help-desk?format=csv&what=all").status, 400);
}

}  // namespace
}  // namespace undex::serve
