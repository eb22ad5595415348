#include <gtest/gtest.h>

#include "searcher/serve/page/asked.h"
#include "searcher/serve/page/filters.h"
#include "tests/searcher/serve/served.h"

namespace undex::serve {
namespace {

using test::ask;

bool holds(const HttpResponse& page, const std::string& what) {
  return page.body.find(what) != std::string::npos;
}

TEST(SearchPage, ShowsWhatMatchesWithItsPlace) {
  const HttpResponse page = ask("/search?q=help+desk");
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(holds(page, "<h1><bdi>help desk</bdi></h1>")) << page.body;
  EXPECT_TRUE(holds(page, "href=\"/E/2003/75/para/5\""));
  EXPECT_TRUE(holds(page, "<mark>Help Desk</mark>"));
  EXPECT_TRUE(holds(page, "Understood as"));
}

TEST(SearchPage, KeepsTheWholeSearchInItsAddresses) {
  const HttpResponse page =
      ask("/search?q=help+desk&f=organ:Economic+and+Social+Council&order=newest&hl=fr");
  EXPECT_TRUE(holds(page, "lang=\"fr\""));
  EXPECT_TRUE(holds(page, "checked"));
  EXPECT_TRUE(holds(page,
                    "/search?q=help%20desk&amp;f=organ%3AEconomic%20and%20Social%20Council&amp;"
                    "order=oldest&amp;hl=fr"))
      << page.body;
  EXPECT_TRUE(
      holds(page, "href=\"/search?q=help%20desk&amp;order=newest&amp;hl=fr\""));  // taken away
}

TEST(SearchPage, TellsReferenceManagersOfEachHit) {
  const HttpResponse page = ask("/search?q=1,069");
  EXPECT_TRUE(holds(page,
                    "<span class=\"Z3988\" title=\"ctx_ver=Z39.88-2004&amp;"
                    "rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Abook&amp;rft.genre=report&amp;"
                    "rft.btitle=Machines%20of%20the%20missions&amp;"
                    "rft.title=Machines%20of%20the%20missions&amp;rft.date=2003-05-28&amp;"
                    "rft.pub=United%20Nations&amp;rft.series=E%2F2003%2F75&amp;rft.language=en&amp;"
                    "rft_id=https%3A%2F%2Fundocs.org%2FE%2F2003%2F75\"></span>"))
      << page.body;
}

TEST(SearchPage, StandsInAFrameWithoutHeadAndLeadsOutOfIt) {
  const HttpResponse page = ask("/search?q=help+desk&embed=1");
  EXPECT_FALSE(holds(page, "<header>"));
  EXPECT_FALSE(holds(page, "<footer>"));
  EXPECT_TRUE(holds(page, "href=\"/E/2003/75\" target=\"_blank\"")) << page.body;
  EXPECT_TRUE(holds(page, "/search?q=help%20desk&amp;order=oldest&amp;embed=1\""));
  EXPECT_FALSE(holds(ask("/search?q=symbl:x&embed=1"), "<header>"));
  EXPECT_FALSE(holds(ask("/search?q=help+desk"), "target="));
}

TEST(SearchPage, ShowsTheFaultOfAQueryUnderItsPlace) {
  const HttpResponse page = ask("/search?q=symbl:E/2003/75");
  EXPECT_EQ(page.status, 400);
  EXPECT_TRUE(holds(page, "symbol")) << page.body;
  EXPECT_TRUE(holds(page, "^"));
}

TEST(SearchPage, OffersWhatFindsSomethingWhereNothingIsFound) {
  const HttpResponse page = ask("/search?q=roads+zzzzq");
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(holds(page, "Nothing found"));
  EXPECT_TRUE(holds(page, "Other questions that find something")) << page.body;
}

TEST(SearchPage, GivesNothingBackUnescaped) {
  for (const std::string target :
       {"/search?q=%3Cscript%3Ealert(1)%3C/script%3E", "/search?q=a&f=organ:%22%3E%3Cimg+src=x%3E",
        "/search?q=a&hl=%22%3E%3Cscript%3E", "/search?q=a&within=%22%3E%3Cb%3E",
        "/search?q=a&f=%3Cscript%3E:x"}) {
    const HttpResponse page = ask(target);
    EXPECT_FALSE(holds(page, "<script>")) << target;
    EXPECT_FALSE(holds(page, "<img")) << target;
    EXPECT_FALSE(holds(page, "\"><b>")) << target;
  }
}

TEST(SearchPage, RefusesAnOrderThatIsNone) {
  EXPECT_EQ(ask("/search?q=a&order=random").status, 400);
}

TEST(SearchPage, GoesOnWhereNothingIsAsked) {
  const Lease lease = test::site().lease();
  const HttpRequest request = test::get("/search");
  Search search(lease->searcher, nullptr);
  const Call call{request, test::site(), *lease, search, ""};
  EXPECT_EQ(next_address(call, {}, "ab c"), "/search?cursor=ab%20c");
}

TEST(SearchPage, PutsTheYearsChosenIntoTheirFields) {
  const HttpResponse page = ask("/search?q=desk&f=year:2003..2009");
  EXPECT_TRUE(holds(page, "name=\"from\" value=\"2003\"")) << page.body;
  EXPECT_TRUE(holds(page, "name=\"to\" value=\"2009\""));
  EXPECT_FALSE(holds(page, "type=\"hidden\" name=\"f\"")) << "they would be chosen twice";
  EXPECT_TRUE(holds(page, "href=\"/search?q=desk&amp;f=year%3A2009\""))
      << "a year takes the place of the range";
}

TEST(SearchPage, FoldsManyYearsIntoDecades) {
  const HttpResponse page = ask("/search?q=desk&f=year:2009");
  EXPECT_TRUE(holds(page, "<details open><summary><span>2000-2009</span>")) << page.body;
  EXPECT_TRUE(holds(page, "<details><summary><span>2020-2029?</span>"));
  EXPECT_TRUE(holds(page, "href=\"/search?q=desk&amp;f=year%3A2020..2029\""));
}

TEST(SearchPage, PutsABodyUnderItsOwnOrgan) {
  Result result;
  result.facets.push_back({.field = "body",
                           .label = "Body",
                           .distinct = 4,
                           .values = {{.value = "A/", .label = "Assembly"},
                                      {.value = "S/", .label = "Council"},
                                      {.value = "A/HRC/", .label = "Rights", .parent = "A/"},
                                      {.value = "E/HLS/", .label = "Segment", .parent = "E/"}}});
  const Lease lease = test::site().lease();
  const HttpRequest request = test::get("/search");
  Search search(lease->searcher, nullptr);
  const std::string form =
      filter_form({request, test::site(), *lease, search, ""}, Texts("en"), {}, result).take();
  std::size_t last = 0;
  for (const std::string next : {">Assembly<", "<li class=\"part\"><label>", ">Rights<",
                                 "<li><label>", ">Council<", "<li><label>", ">Segment<"}) {
    const std::size_t at = form.find(next, last);
    ASSERT_NE(at, std::string::npos) << next << form;
    last = at;
  }
}

TEST(Asked, TakesAFieldOnceWithAllItsValues) {
  const Asked asked = asked_by(
      test::get("/search?q=a&f=organ:A&f=year:2003&f=organ:B&f=organ:A&from=2002&to=2009"));
  ASSERT_EQ(asked.filters.size(), 2u);
  EXPECT_EQ(asked.filters[0].values, (std::vector<std::string>{"A", "B"}));
  EXPECT_EQ(asked.filters[1].values, std::vector<std::string>{"2002..2009"})
      << "what is typed takes the place of a year chosen before";
  EXPECT_THROW(asked_by(test::get("/search?f=organ")), Error);
}

}  // namespace
}  // namespace undex::serve
