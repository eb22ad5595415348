#include "searcher/serve/page/mandate_page.h"

#include <gtest/gtest.h>

#include "tests/searcher/serve/served.h"

namespace undex::serve {
namespace {

using test::ask;

bool holds(const HttpResponse& page, const std::string& what) {
  return page.body.find(what) != std::string::npos;
}

TEST(MandatePage, ShowsATreeEachWay) {
  const HttpResponse page = ask("/mandate/E/2003/75");
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(holds(page, "href=\"/E/RES/2002/35\"")) << page.body;
  EXPECT_TRUE(holds(page, "href=\"/E/2003/75/para/1\""));
  EXPECT_TRUE(holds(page, "What came of it"));
}

TEST(MandatePage, SaysRelationsInTheReadersLanguage) {
  const HttpResponse page = ask("/mandate/E/2003/75?hl=fr");
  EXPECT_TRUE(holds(page, "<li>demandé par")) << page.body;
  EXPECT_FALSE(holds(page, "mandated by"));
  EXPECT_TRUE(holds(page, "suit dans la série <a href=\"/series/")) << page.body;
}

TEST(MandatePage, GoesAsDeepAsAskedFor) {
  EXPECT_EQ(ask("/mandate/E/2003/75?depth=5").status, 200);
  for (const std::string depth : {"0", "11", "x", "99999999999"})
    EXPECT_EQ(ask("/mandate/E/2003/75?depth=" + depth).status, 400) << depth;
}

TEST(MandatePage, LeadsOtherFormsToTheOneAddress) {
  EXPECT_EQ(ask("/mandate?q=E/2003/75").header("location"), "/mandate/E/2003/75");
  EXPECT_EQ(ask("/mandate/e/2003/75?depth=2").header("location"), "/mandate/E/2003/75?depth=2");
  EXPECT_EQ(ask("/mandate/").header("location"), "/mandate");
  EXPECT_EQ(ask("/mandate").status, 200);
}

TEST(MandatePage, SaysWhatNoChainNames) {
  EXPECT_EQ(ask("/mandate/E/2003/76").status, 404);
  EXPECT_TRUE(holds(ask("/mandate/E/2003/76"), "href=\"/mandate/E/2003/75\""));
  EXPECT_EQ(ask("/mandate/nothing of ours").status, 404);
}

TEST(MandatePage, IsAFileToo) {
  EXPECT_TRUE(ask("/mandate/E/2003/75?format=graphml").body.starts_with("<?xml"));
}

}  // namespace
}  // namespace undex::serve
