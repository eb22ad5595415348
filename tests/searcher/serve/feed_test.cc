#include <gtest/gtest.h>

#include "corpus/utc.h"
#include "searcher/serve/feed/atom.h"
#include "searcher/serve/feed/entries.h"
#include "tests/searcher/serve/relax_ng.h"
#include "tests/searcher/serve/served.h"

namespace undex::serve {
namespace {

using test::ask;
using test::faults_by;

bool holds(const HttpResponse& answer, const std::string& what) {
  return answer.body.find(what) != std::string::npos;
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1))
    ++found;
  return found;
}

TEST(SearchFeed, ListsWhatMatchesTheLastToHaveEnteredFirst) {
  const HttpResponse feed = ask("/feed?q=help+desk");
  EXPECT_EQ(feed.status, 200);
  EXPECT_EQ(feed.media_type, "application/atom+xml; charset=utf-8");
  EXPECT_EQ(faults_by("atom", feed.body), "") << feed.body;
  EXPECT_EQ(count(feed.body, "rel=\"self\""), 1u) << "the schema cannot say so";
  EXPECT_TRUE(holds(feed, "<title>help desk - Test library</title>")) << feed.body;
  // The letter of 2022 entered last, the report of 2003 first.
  const std::size_t letter =
      feed.body.find("<id>https://library.example.org/ODA_2023-00042.en</id>");
  const std::size_t report = feed.body.find("<id>https://library.example.org/E_2003_75.en</id>");
  EXPECT_NE(report, std::string::npos) << feed.body;
  EXPECT_LT(letter, report) << feed.body;
  EXPECT_TRUE(holds(feed, "href=\"https://library.example.org/E/2003/75?lang=en\""));
  EXPECT_FALSE(holds(feed, "E/2004/80"));
}

TEST(SearchFeed, KeepsTheFiltersAndLeadsToTheSamePageForPeople) {
  const HttpResponse feed =
      ask("/feed?q=help+desk&f=organ:Economic+and+Social+Council&order=oldest&hl=fr");
  EXPECT_EQ(faults_by("atom", feed.body), "") << feed.body;
  const std::string asked =
      "?q=help%20desk&amp;f=organ%3AEconomic%20and%20Social%20Council&amp;hl=fr\"";
  EXPECT_TRUE(holds(feed,
                    "rel=\"self\" type=\"application/atom+xml\" "
                    "href=\"https://library.example.org/feed" +
                        asked))
      << feed.body;
  EXPECT_TRUE(holds(feed, "/search?q=help%20desk")) << feed.body;
  EXPECT_TRUE(holds(feed, "xml:lang=\"fr\""));
  EXPECT_FALSE(holds(feed, "ODA/2023-00042"));
}

TEST(SearchFeed, IsNamedByThePageOfTheSearch) {
  EXPECT_TRUE(holds(ask("/search?q=help+desk&f=year:2003&order=newest&embed=1"),
                    "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"What is new "
                    "(Atom feed)\" href=\"/feed?q=help%20desk&amp;f=year%3A2003\">"));
  EXPECT_TRUE(
      holds(ask("/search?q=zzzzq"), "<a href=\"/feed?q=zzzzq\" type=\"application/atom+xml\">"))
      << "of what finds nothing yet too";
}

TEST(SearchFeed, StandsBehindThePrefixOfTheSite) {
  Site site(
      {.archive = undex::test::trace_archive(), .base_url = "https://library.example.org/undex"});
  const HttpResponse feed = answer(site, test::get("/feed?q=help+desk"));
  EXPECT_TRUE(holds(feed, "<id>https://library.example.org/undex/feed?q=help%20desk</id>"));
  EXPECT_TRUE(holds(feed, "\"https://library.example.org/undex/search?q=help%20desk\""));
  EXPECT_FALSE(holds(feed, "undex/undex")) << feed.body;
  EXPECT_TRUE(holds(answer(site, test::get("/robots.txt")), "Disallow: /undex/search\n"));
}

TEST(SearchFeed, IsValidWithoutAnEntry) {
  const HttpResponse feed = ask("/feed?q=zzzzq");
  EXPECT_EQ(feed.status, 200);
  EXPECT_EQ(faults_by("atom", feed.body), "") << feed.body;
  EXPECT_EQ(count(feed.body, "<entry>"), 0u);
}

TEST(SearchFeed, SaysToProgramsWhatCannotBeRead) {
  for (const std::string target :
       {"/feed?q=symbl:E/2003/75", "/feed?q=a&f=organ", "/feed?q=a&before=-1"}) {
    const HttpResponse answer = ask(target);
    EXPECT_EQ(answer.status, 400) << target;
    EXPECT_EQ(answer.media_type, "application/problem+json") << target;
  }
}

TEST(SearchFeed, GivesNothingBackAsMarkup) {
  const HttpResponse feed = ask("/feed?q=desk+%22%3C/title%3E%3Cx%3E%22&hl=%22%3E%3Cx%3E");
  EXPECT_FALSE(holds(feed, "<x>")) << feed.body;
  EXPECT_EQ(faults_by("atom", feed.body), "") << feed.body;
}

TEST(CitationsFeed, ListsWhoCitesADocumentThatIsNotHeld) {
  const HttpResponse feed = ask("/E/RES/2002/35/feed");
  EXPECT_EQ(feed.status, 200) << feed.body;
  EXPECT_EQ(faults_by("atom", feed.body), "") << feed.body;
  EXPECT_EQ(count(feed.body, "<entry>"), 1u) << feed.body;
  EXPECT_TRUE(holds(feed, "href=\"https://library.example.org/E/2003/75/para/1\"")) << feed.body;
  EXPECT_TRUE(holds(feed, "para. 1: its resolution 2002/35")) << feed.body;
}

TEST(CitationsFeed, IsThereBeforeAnyoneCites) {
  const HttpResponse feed = ask("/A/RES/80/1/feed");
  EXPECT_EQ(feed.status, 200);
  EXPECT_EQ(faults_by("atom", feed.body), "") << feed.body;
  EXPECT_EQ(count(feed.body, "<entry>"), 0u);
}

TEST(CitationsFeed, HasOneAddressAndIsNamedByThePage) {
  EXPECT_EQ(ask("/e/2003/75/feed").header("location"), "/E/2003/75/feed");
  EXPECT_TRUE(holds(ask("/E/2003/75"), "href=\"/E/2003/75/feed\">"));
  EXPECT_TRUE(holds(ask("/E/2003/75/para/5/citations"),
                    "<a href=\"/E/2003/75/para/5/feed\" type=\"application/atom+xml\">"));
  EXPECT_TRUE(holds(ask("/E/RES/2002/35"), "href=\"/E/RES/2002/35/feed\""));
  EXPECT_EQ(ask("/no/such/thing/feed").status, 404);
}

TEST(FeedPage, GoesOnBehindTheLastWhateverEnteredMeanwhile) {
  std::vector<ArchiveEntry> entries(60);
  for (std::size_t i = 0; i < entries.size(); ++i) entries[i].revision = i + 1;
  const FeedPage first = feed_page(test::get("/feed"), entries);
  ASSERT_EQ(first.entries.size(), 50u);
  EXPECT_EQ(first.entries.front().revision, 60u);
  EXPECT_EQ(first.next, "11");
  entries.push_back({});
  entries.back().revision = 61;
  const FeedPage second = feed_page(test::get("/feed?before=11"), entries);
  ASSERT_EQ(second.entries.size(), 10u);
  EXPECT_EQ(second.entries.front().revision, 10u);
  EXPECT_EQ(second.next, "");
}

TEST(Atom, IsAsNewAsItsNewestEntry) {
  const Feed feed{.id = "https://a.example/feed",
                  .title = "A & B",
                  .language = "en",
                  .author = "A",
                  .updated = "2020-01-01T00:00:00Z",
                  .self = "https://a.example/feed",
                  .next = "https://a.example/feed?before=3",
                  .page = "https://a.example/",
                  .entries = {{.id = "https://a.example/1",
                               .link = "https://a.example/1",
                               .title = "<one>",
                               .language = "en",
                               .updated = "2026-11-20T10:00:00Z",
                               .summary = ""},
                              {.id = "https://a.example/2",
                               .link = "https://a.example/2",
                               .title = "two",
                               .language = "",
                               .updated = "2026-11-21T10:00:00Z",
                               .summary = "s"}}};
  const std::string text = write_atom(feed);
  EXPECT_EQ(faults_by("atom", text), "") << text;
  EXPECT_LT(text.find("2026-11-21T10:00:00Z"), text.find("<entry>")) << text;
  EXPECT_NE(text.find("rel=\"next\""), std::string::npos);
  EXPECT_EQ(utc_time(1795281600), "2026-11-21T17:20:00Z");
}

}  // namespace
}  // namespace undex::serve
