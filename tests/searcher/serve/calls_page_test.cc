#include "searcher/serve/page/calls_page.h"

#include <gtest/gtest.h>

#include "corpus/states.h"
#include "tests/searcher/serve/relax_ng.h"
#include "tests/searcher/serve/served.h"

namespace undex::serve {
namespace {

using test::ask;

bool holds(const HttpResponse& page, const std::string& what) {
  return page.body.find(what) != std::string::npos;
}

/// An archive with one answer to the call that comes with undex.
Site& answered() {
  static const undex::test::TemporaryFolder folder;
  static Site one([] {
    Document answer = undex::test::make_document(
        "ODA/2023-00042/NOR/1", "2023-11-01", "", "Machines of the north",
        {{"1", "Norway lends its machines within the United Nations."}});
    answer.masthead.add(MastheadItem::call, {"oda-2023-ict-mapping", "ODA/2023-00042", ""});
    answer.masthead.add(MastheadItem::submitter, {"Norway", "norway", ""});
    answer.masthead.add(MastheadItem::received, {"", "2023-11-01T10:00:00+01:00", ""});
    undex::test::make_archive(folder.path() / "archive", {answer});
    return SiteOptions{.archive = folder.path() / "archive"};
  }());
  return one;
}

TEST(CallsPage, CountsWhoAnswered) {
  const HttpResponse page = answer(answered(), test::get("/calls"));
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(holds(page, "href=\"/calls/oda-2023-ict-mapping#held\">1</a>")) << page.body;
  EXPECT_TRUE(holds(page, "#missing\">" + std::to_string(member_states().size() - 1) + "</a>"));
}

TEST(CallsPage, ShowsWhatIsHeldAndWhoIsMissing) {
  const HttpResponse page = answer(answered(), test::get("/calls/oda-2023-ict-mapping"));
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(holds(page, "href=\"/ODA/2023-00042/NOR/1\"")) << page.body;
  EXPECT_TRUE(holds(page, "<li>Sweden</li>"));
  EXPECT_FALSE(holds(page, "<li>Norway</li>"));
  EXPECT_TRUE(holds(page, "href=\"/A/78/265/para/annex, 46\"") ||
              holds(page, "href=\"/A/78/265/para/annex,%2046\""))
      << page.body;
}

TEST(CallsPage, NamesStatesInTheReadersLanguage) {
  const HttpResponse page = answer(answered(), test::get("/calls/oda-2023-ict-mapping?hl=fr"));
  EXPECT_TRUE(holds(page, "<li>Suède</li>")) << page.body;
  EXPECT_TRUE(holds(page, "<th scope=\"row\">Norvège</th>")) << page.body;
  EXPECT_TRUE(holds(page, "<summary>Océanie: ")) << page.body;
}

TEST(CallsPage, HasAFeedOfWhatComesIn) {
  const std::string feed = "/feed?f=call%3Aoda-2023-ict-mapping";
  const HttpResponse page = answer(answered(), test::get("/calls/oda-2023-ict-mapping"));
  EXPECT_TRUE(holds(page, "<a href=\"" + feed + "\"")) << page.body;
  const HttpResponse entries = answer(answered(), test::get(feed));
  EXPECT_EQ(test::faults_by("atom", entries.body), "") << entries.body;
  EXPECT_TRUE(holds(entries, ">ODA/2023-00042/NOR/1 Machines of the north<")) << entries.body;
}

TEST(CallsPage, SaysThatNothingIsHeld) {
  EXPECT_TRUE(holds(ask("/calls/oda-2023-ict-mapping"), "No submission under this call is held"));
}

TEST(CallsPage, LeadsOtherFormsToTheOneAddress) {
  EXPECT_EQ(ask("/calls/ODA/2023-00042").header("location"), "/calls/oda-2023-ict-mapping");
  EXPECT_EQ(ask("/calls/").header("location"), "/calls");
  const HttpResponse unknown = ask("/calls/oda-2023-ict-maping");
  EXPECT_EQ(unknown.status, 404);
  EXPECT_TRUE(holds(unknown, "href=\"/calls/oda-2023-ict-mapping\""));
}

}  // namespace
}  // namespace undex::serve
