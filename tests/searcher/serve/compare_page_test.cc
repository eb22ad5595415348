#include "searcher/serve/page/compare_page.h"

#include <gtest/gtest.h>

#include "tests/searcher/serve/served.h"

namespace undex::serve {
namespace {

using test::ask;

bool holds(const HttpResponse& page, const std::string& what) {
  return page.body.find(what) != std::string::npos;
}

TEST(ComparePage, MarksWhatWentAndWhatCame) {
  const HttpResponse page = ask("/compare?a=E/2003/75:4&b=E/2009/21:2");
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(holds(page, "<del>")) << page.body;
  EXPECT_TRUE(holds(page, "<ins>"));
  EXPECT_TRUE(holds(page, "href=\"/E/2003/75/para/4\""));
  EXPECT_TRUE(holds(page, "href=\"/E/2009/21/para/2\""));
}

TEST(ComparePage, LeadsFromEveryCountToItsPairs) {
  EXPECT_TRUE(holds(ask("/compare?a=E/2003/75&b=E/2009/21"), "show=gone"));
  const HttpResponse gone = ask("/compare?a=E/2003/75&b=E/2009/21&show=gone");
  EXPECT_TRUE(holds(gone, "class=\"pair\"")) << gone.body;
  EXPECT_FALSE(holds(gone, "<ins>"));
  EXPECT_EQ(ask("/compare?a=E/2003/75&b=E/2009/21&show=none").status, 400);
}

TEST(ComparePage, LeadsOtherFormsToTheOneAddress) {
  const HttpResponse page = ask("/compare?a=e/2003/75,+para.+4&b=E/2009/21%232&show=gone");
  EXPECT_EQ(page.status, 301);
  EXPECT_EQ(page.header("location"), "/compare?a=E%2F2003%2F75%3A4&b=E%2F2009%2F21%3A2&show=gone");
  EXPECT_EQ(ask("/compare").status, 200);
  EXPECT_TRUE(holds(ask("/compare?a=E/2003/75"), "value=\"E/2003/75\""));
}

TEST(ComparePage, SaysWhatIsNotHeld) {
  EXPECT_EQ(ask("/compare?a=E/2003/76&b=E/2009/21").status, 404);
  EXPECT_TRUE(holds(ask("/compare?a=E/2003/76&b=E/2009/21"), "href=\"/E/2003/75\""));
  EXPECT_EQ(ask("/compare?a=E/2003/75:99&b=E/2009/21:2").status, 404);
  EXPECT_EQ(ask("/compare?a=E/2003/75:4&b=E/2009/21").status, 400);
}

TEST(ComparePage, IsAFileToo) {
  EXPECT_EQ(ask("/compare?a=E/2003/75&b=E/2009/21&format=json").media_type, "application/json");
}

}  // namespace
}  // namespace undex::serve
