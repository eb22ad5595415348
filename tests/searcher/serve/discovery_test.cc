#include "searcher/serve/discovery/discovery.h"

#include <gtest/gtest.h>

#include "tests/searcher/serve/relax_ng.h"
#include "tests/searcher/serve/served.h"

namespace undex::serve {
namespace {

using test::ask;
using test::faults_by;

bool holds(const std::string& text, const std::string& what) {
  return text.find(what) != std::string::npos;
}

TEST(OpenSearch, TellsWhereToSearch) {
  const HttpResponse answer = ask("/opensearch.xml");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.media_type, "application/opensearchdescription+xml; charset=utf-8");
  EXPECT_EQ(faults_by("opensearch", answer.body), "") << answer.body;
  EXPECT_TRUE(holds(answer.body, "https://library.example.org/search?q={searchTerms}"));
  EXPECT_TRUE(holds(answer.body, "https://library.example.org/feed?q={searchTerms}"));
}

TEST(OpenSearch, CutsALongNameBetweenTwoCharacters) {
  Site site({.archive = undex::test::trace_archive(),
             .base_url = "https://library.example.org",
             .name = "Bibliothèque éèàç des Nations Unies"});
  const HttpResponse found = answer(site, test::get("/opensearch.xml"));
  EXPECT_EQ(faults_by("opensearch", found.body), "") << found.body;
  EXPECT_TRUE(holds(found.body, "<ShortName>Bibliothèque éèà</ShortName>")) << found.body;
}

TEST(Robots, MayReadDocumentsAndAskNothing) {
  const HttpResponse answer = ask("/robots.txt");
  EXPECT_EQ(answer.media_type, "text/plain; charset=utf-8");
  EXPECT_TRUE(answer.body.starts_with("User-agent: *\n"));
  for (const std::string path : {"/search", "/feed", "/api/"})
    EXPECT_TRUE(holds(answer.body, "Disallow: " + path + "\n")) << path;
  EXPECT_FALSE(holds(answer.body, "Disallow: /\n"));
  EXPECT_TRUE(holds(answer.body, "\nSitemap: https://library.example.org/sitemap.xml\n"));
}

TEST(Sitemap, HasEachDocumentOnce) {
  const HttpResponse answer = ask("/sitemap.xml");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(faults_by("sitemap", answer.body), "") << answer.body;
  const std::string report = "<loc>https://library.example.org/E/2009/21</loc>";
  const std::size_t first = answer.body.find(report);
  EXPECT_NE(first, std::string::npos) << answer.body;
  EXPECT_EQ(answer.body.find(report, first + 1), std::string::npos) << "held in two languages";
  EXPECT_EQ(ask("/sitemap.xml?part=1").body, answer.body);
  for (const std::string part : {"2", "x", "-1", "1x", "99999999999999999999999"})
    EXPECT_EQ(ask("/sitemap.xml?part=" + part).status, 404) << part;
}

TEST(Sitemap, IsAnIndexWhereOneFileWouldHoldTooMany) {
  const std::vector<SitePage> pages = {{"https://a.example/1", "2026-11-01T00:00:00Z"},
                                       {"https://a.example/2", "2026-11-03T00:00:00Z"},
                                       {"https://a.example/3", "2026-11-02T00:00:00Z"}};
  const auto text = [&](std::size_t part) {
    return sitemap_text(pages, "https://a.example/sitemap.xml", part, 2);
  };
  const std::string index = text(0).value();
  EXPECT_EQ(faults_by("sitemap", index), "") << index;
  EXPECT_TRUE(holds(index, "<loc>https://a.example/sitemap.xml?part=2</loc>")) << index;
  EXPECT_LT(index.find("2026-11-03"), index.find("2026-11-02")) << index;
  EXPECT_FALSE(holds(index, "part=3"));
  EXPECT_TRUE(holds(text(1).value(), "https://a.example/2"));
  EXPECT_FALSE(holds(text(1).value(), "https://a.example/3"));
  EXPECT_TRUE(holds(text(2).value(), "https://a.example/3"));
  EXPECT_FALSE(text(3));
}

TEST(Schemas, RefuseWhatTheRulesRefuse) {
  EXPECT_NE(faults_by("atom", "<feed xmlns=\"http://www.w3.org/2005/Atom\"/>"), "");
  EXPECT_NE(faults_by("sitemap",
                      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url>"
                      "<loc>/E/2003/75</loc></url></urlset>"),
            "");
  EXPECT_NE(faults_by("opensearch",
                      "<OpenSearchDescription "
                      "xmlns=\"http://a9.com/-/spec/opensearch/1.1/\"/>"),
            "");
}

}  // namespace
}  // namespace undex::serve
