#include "searcher/serve/routes.h"

#include <gtest/gtest.h>

#include "tests/searcher/serve/served.h"

namespace undex::serve {
namespace {

using test::ask;
using test::get;

TEST(Routes, SayThatTheServiceIsWell) {
  const HttpResponse response = ask("/health");
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.media_type, "application/json");
  EXPECT_NE(response.body.find("\"documents\":5"), std::string::npos) << response.body;
  EXPECT_EQ(response.header("cache-control"), "no-store");
}

TEST(Routes, AnswerAnUnknownAddressWithAPageThatSaysIt) {
  const HttpResponse response = ask("/nowhere/<script>");
  EXPECT_EQ(response.status, 404);
  EXPECT_NE(response.body.find("/nowhere/&lt;script"), std::string::npos) << response.body;
  EXPECT_EQ(response.body.find("<script>"), std::string::npos);
}

TEST(Routes, NameTheMethodsThatAnAddressTakes) {
  HttpRequest request = get("/health");
  request.method = "POST";
  HttpResponse response = ask(request);
  EXPECT_EQ(response.status, 405);
  EXPECT_EQ(response.header("allow"), "OPTIONS, GET, HEAD");
  EXPECT_EQ(response.media_type, "application/problem+json");
  request.method = "OPTIONS";
  response = ask(request);
  EXPECT_EQ(response.status, 204);
  EXPECT_EQ(response.body, "");
}

TEST(Routes, ServeNoFileButTheirOwn) {
  const HttpResponse style = ask("/static/undex.css");
  EXPECT_EQ(style.status, 200);
  EXPECT_EQ(style.media_type, "text/css; charset=utf-8");
  for (const std::string path :
       {"/static/", "/static/../undex.css", "/static/%2e%2e/%2e%2e/etc/passwd",
        "/static//etc/passwd", "/static/undex.css/"})
    EXPECT_EQ(ask(path).status, 404) << path;
}

TEST(Routes, LetOtherSitesLoadTheScriptMadeForThem) {
  const HttpResponse script = ask("/static/embed.js");
  EXPECT_EQ(script.media_type, "text/javascript; charset=utf-8");
  EXPECT_EQ(script.header("cross-origin-resource-policy"), "cross-origin");
  EXPECT_EQ(script.header("cache-control"), "public, max-age=3600") << "it will change";
  EXPECT_EQ(ask("/static/undex.js").header("cross-origin-resource-policy"), "same-origin");
  EXPECT_NE(ask("/static/undex.js?v=1").header("cache-control").find("immutable"),
            std::string::npos);
}

TEST(Routes, RefuseWhatIsNoPath) {
  HttpRequest request = get("*");
  EXPECT_EQ(ask(request).status, 400);
}

TEST(Routes, SeeANewIndexWithoutARestart) {
  undex::test::TemporaryFolder folder;
  std::vector<Document> documents = undex::test::trace_documents();
  const Document last = documents.back();
  documents.pop_back();
  const std::filesystem::path dir = folder.path() / "archive";
  undex::test::make_archive(dir, documents);
  Site site({.archive = dir});
  EXPECT_NE(answer(site, get("/health")).body.find("\"documents\":4"), std::string::npos);
  {
    Archive archive = Archive::open(dir, Archive::Mode::write);
    archive.put(last, "more bytes");
    archive.commit();
    update_index(archive, false, {});
  }
  EXPECT_NE(answer(site, get("/health")).body.find("\"documents\":5"), std::string::npos);
}

TEST(Routes, LeadWhereTheProxyHasThem) {
  Site site({.archive = undex::test::trace_archive(), .base_url = "https://example.org/undex"});
  for (const std::string target : {"/search?q=desk", "/E/2003/75", "/E/2003/75/cite", "/nowhere"}) {
    const HttpResponse page = answer(site, get(target));
    for (const char* mark : {"href=\"/", "src=\"/", "action=\"/"})
      for (std::size_t at = page.body.find(mark); at != std::string::npos;
           at = page.body.find(mark, at + 1))
        EXPECT_EQ(page.body.compare(at + std::string(mark).size(), 6, "undex/"), 0)
            << target << ": " << page.body.substr(at, 60);
  }
  EXPECT_EQ(answer(site, get("/e/2003/75")).header("location"), "/undex/E/2003/75");
  EXPECT_THROW(Site({.archive = undex::test::trace_archive(), .base_url = "example.org"}), Error);
}

TEST(Routes, SayThatTheIndexIsGone) {
  undex::test::TemporaryFolder folder;
  const std::filesystem::path dir = folder.path() / "archive";
  undex::test::make_archive(dir, undex::test::trace_documents());
  Site site({.archive = dir});
  std::filesystem::rename(dir / "index", dir / "elsewhere");
  const HttpResponse response = answer(site, get("/health"));
  EXPECT_EQ(response.status, 503);
  EXPECT_EQ(response.header("retry-after"), "10");
  EXPECT_THROW(Site({.archive = dir}), Error);
}

TEST(Routes, TellTheOperatorAndNobodyElseWhereTheArchiveLies) {
  undex::test::TemporaryFolder folder;
  const std::filesystem::path dir = folder.path() / "archive";
  undex::test::make_archive(dir, undex::test::trace_documents());
  std::vector<std::string> lines;
  Site site({.archive = dir, .report = [&](const std::string& line) { lines.push_back(line); }});
  std::filesystem::rename(dir / "index", dir / "elsewhere");
  for (const char* target : {"/health", "/search?q=desk", "/api/v1/search?q=desk"}) {
    const HttpResponse response = answer(site, get(target));
    EXPECT_EQ(response.status, 503) << target;
    EXPECT_EQ(response.body.find(folder.path().string()), std::string::npos) << response.body;
  }
  ASSERT_EQ(lines.size(), 1u) << "once for all who ask";
  EXPECT_NE(lines[0].find(dir.string()), std::string::npos) << lines[0];
  std::filesystem::rename(dir / "elsewhere", dir / "index");
  EXPECT_EQ(answer(site, get("/health")).status, 200);
  std::filesystem::rename(dir / "index", dir / "elsewhere");
  answer(site, get("/health"));
  EXPECT_EQ(lines.size(), 2u) << "and again when it was well between";
}

TEST(Routes, TakeNoBaseThatIsNoAddress) {
  for (const char* base : {"", "example.org", "ftp://example.org", "https://", "https:///undex",
                           "https://example.org/a b", "https://example.org/?q"})
    EXPECT_THROW(Site({.archive = undex::test::trace_archive(), .base_url = base}), Error) << base;
}

}  // namespace
}  // namespace undex::serve
