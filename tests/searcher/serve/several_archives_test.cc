// A service over several archives: two folders of this machine, and an address where nobody is.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "searcher/serve/service.h"
#include "tests/searcher/serve/served.h"

namespace undex::serve {
namespace {

using Json = nlohmann::json;
using undex::test::make_archive;
using undex::test::make_document;

/// "own" is the archive of the other tests; "other" holds a report of its own and one in French of
/// which the own archive has the English text.
class Folders {
 public:
  Folders() {
    std::vector<Document> documents;
    documents.push_back(
        make_document("E/2011/5", "2011-02-01", "Economic and Social Council", "Desks elsewhere",
                      {{"1", "A help desk of another town answers at noon."},
                       {"2", "In its report E/2003/75 the first desk was described."}}));
    documents.push_back(undex::test::in_language(
        make_document("E/2004/80", "2004-06-01", "Economic and Social Council", "Routes",
                      {{"1", "Les routes ont des ornières."}}),
        "fr"));
    make_archive(other(), documents);
  }
  std::filesystem::path other() const { return folder_.path() / "other"; }

 private:
  undex::test::TemporaryFolder folder_;
};

const Folders& folders() {
  static const Folders one;
  return one;
}

enum class Lacking { none, one };

SiteOptions options_of(Lacking lacking) {
  SiteOptions options{.archive = undex::test::trace_archive(),
                      .base_url = "https://library.example.org",
                      .name = "Test library"};
  options.archives = {{"own", undex::test::trace_archive().string()},
                      {"other", folders().other().string()}};
  if (lacking == Lacking::one) options.archives.push_back({"gone", "http://127.0.0.1:9"});
  return options;
}

Site& site_of(Lacking lacking) {
  static Site whole(options_of(Lacking::none)), partial(options_of(Lacking::one));
  return lacking == Lacking::one ? partial : whole;
}

HttpResponse ask(Lacking lacking, const std::string& target, std::vector<Header> headers = {}) {
  Site& site = site_of(lacking);
  const HttpRequest request = test::get(target, std::move(headers));
  return deliver(request, answer(site, request), site.options());
}

bool holds(const HttpResponse& response, std::string_view text) {
  return response.body.find(text) != std::string::npos;
}

// Every form of an answer over several archives.
struct Form {
  std::string target;
  std::string found;    ///< stands in the answer: of the other archive
  std::string missing;  ///< says that one has not answered
};
const std::vector<Form>& forms() {
  static const std::vector<Form> all = {
      {"/search?q=desk", "E/2011/5", "The archive gone has not answered"},
      {"/search?q=desk&hl=fr", "E/2011/5", "Le fonds gone n'a pas répondu"},
      {"/search?q=desk&embed=1", "E/2011/5", "The archive gone has not answered"},
      {"/", "E/2011/5", "The archive gone has not answered"},
      {"/feed?q=desk", "E/2011/5", "<subtitle>gone has not answered"},
      {"/api/v1/search?query=desk", "E/2011/5", "\"partial\": true"},
      {"/api/v1/facets?field=year", "\"2011\"", "\"partial\": true"},
      {"/api/v1/export?query=desk&as=csv", "E/2011/5", ""},
      {"/api/v1/export?query=desk&as=ris", "E/2011/5", ""},
      {"/sru?version=1.2&operation=searchRetrieve&query=desk&recordSchema=undex", "E/2011/5",
       "<diag:details>gone has not answered"},
      {"/sru?version=1.2&operation=searchRetrieve&query=desk", "E/2011/5",
       "info:srw/diagnostic/1/2<"},
      {"/sru?query=desk&facetLimit=10:undex.year", "facet:actualTerm>2011",
       "info:srw/diagnostic/1/2<"},
      {"/about", "other", "cannot be reached"},
      {"/about?format=json", "\"other\"", "\"partial\": true"},
  };
  return all;
}

TEST(SeveralArchives, AnswerTogetherInEveryForm) {
  for (const Form& form : forms()) {
    const HttpResponse whole = ask(Lacking::none, form.target);
    EXPECT_EQ(whole.status, 200) << form.target << whole.body;
    EXPECT_TRUE(holds(whole, form.found)) << form.target << whole.body;
    EXPECT_FALSE(holds(whole, "not answered")) << form.target;
    EXPECT_EQ(whole.header("undex-missing-archives"), "") << form.target;
  }
}

TEST(SeveralArchives, SayInEveryFormWhoHasNotAnswered) {
  for (const Form& form : forms()) {
    const HttpResponse partial = ask(Lacking::one, form.target);
    EXPECT_EQ(partial.status, 200) << form.target << partial.body;
    EXPECT_TRUE(holds(partial, form.found)) << form.target << partial.body;
    EXPECT_TRUE(holds(partial, form.missing)) << form.target << partial.body;
    EXPECT_EQ(partial.header("undex-missing-archives"), "gone") << form.target;
    EXPECT_EQ(partial.header("cache-control"), "no-store") << form.target;
    EXPECT_EQ(partial.header("etag"), "") << form.target;
  }
}

TEST(SeveralArchives, NameAWholeAnswerByWhatItSays) {
  for (const std::string target : {"/search?q=desk", "/api/v1/search?query=desk", "/feed?q=desk"}) {
    const std::string etag(ask(Lacking::none, target).header("etag"));
    EXPECT_NE(etag, "") << target;
    EXPECT_EQ(ask(Lacking::none, target, {{"if-none-match", etag}}).status, 304) << target;
    EXPECT_EQ(ask(Lacking::none, target).header("last-modified"), "") << target;
    EXPECT_EQ(ask(Lacking::one, target, {{"if-none-match", etag}}).status, 200) << target;
  }
}

TEST(SeveralArchives, NameAnAnswerAnewWhenOneOfThemChanges) {
  const undex::test::TemporaryFolder folder;
  std::vector<Document> documents = {
      make_document("E/2011/5", "2011-02-01", "", "Desks", {{"1", "A help desk answers."}})};
  make_archive(folder.path() / "a", documents);
  SiteOptions options = options_of(Lacking::none);
  options.archives.back() = {"changing", (folder.path() / "a").string()};
  Site site(std::move(options));
  const auto etag = [&] {
    const HttpRequest request = test::get("/api/v1/search?query=missions");
    return std::string(deliver(request, answer(site, request), site.options()).header("etag"));
  };
  const std::string before = etag();
  EXPECT_EQ(etag(), before);
  documents.push_back(make_document("E/2012/6", "2012-02-01", "", "Lamps", {{"1", "Lamps."}}));
  make_archive(folder.path() / "a", documents);
  EXPECT_NE(etag(), before);
}

TEST(SeveralArchives, TellCataloguesWhatTheyCannotList) {
  const HttpResponse beyond = ask(Lacking::none, "/sru?query=desk&startRecord=20000");
  EXPECT_EQ(beyond.status, 200);
  EXPECT_TRUE(holds(beyond, "info:srw/diagnostic/1/61<")) << beyond.body;
  EXPECT_TRUE(holds(ask(Lacking::none, "/sru"), "2 archives searched as one"));
}

TEST(SeveralArchives, AreAGroupOfFilters) {
  const HttpResponse page = ask(Lacking::none, "/search?q=desk");
  EXPECT_TRUE(holds(page, "value=\"archive:own\"")) << page.body;
  EXPECT_TRUE(holds(page, "value=\"archive:other\""));
  const HttpResponse chosen = ask(Lacking::none, "/search?q=desk&f=archive:other");
  EXPECT_TRUE(holds(chosen, "E/2011/5"));
  EXPECT_FALSE(holds(chosen, "E/2009/21"));
  EXPECT_EQ(ask(Lacking::none, "/search?q=desk&f=archive:nobody").status, 400);
  EXPECT_FALSE(holds(test::ask("/search?q=desk"), "value=\"archive:"));
}

TEST(SeveralArchives, ShowADocumentThatAnotherHolds) {
  const struct {
    std::string target, holds;
  } table[] = {
      {"/E/2011/5", "of another town answers at noon."},
      {"/E/2011/5", "Held by the archive <bdi>other</bdi>"},
      {"/E/2011/5/para/1", "of another town answers"},
      {"/E/2011/5/cite", "Desks elsewhere"},
      {"/E/2011/5/citations", "E/2003/75"},
      {"/E/2011/5/reuse", "looked for by the archive that holds"},
      {"/E/2011/5/xml", "<akomaNtoso"},
      {"/E/2011/5/original", "bytes of in/1.txt"},
      {"/E/2003/75/citations", "E/2011/5</bdi>"},
      {"/E/2003/75/citations", "(<bdi>other</bdi>)"},
      {"/api/v1/document?symbol=E/2011/5", "of another town"},
      {"/api/v1/paragraph?symbol=E/2011/5&para=2", "the first desk"},
      {"/api/v1/citations?symbol=E/2003/75", "E/2011/5"},
      {"/E/2004/80", "Roads were mended."},
      {"/E/2004/80?lang=fr", "Les routes ont des"},
  };
  for (const auto& row : table) {
    const HttpResponse response = ask(Lacking::none, row.target);
    EXPECT_EQ(response.status, 200) << row.target << response.body;
    EXPECT_TRUE(holds(response, row.holds)) << row.target << response.body;
  }
  EXPECT_EQ(ask(Lacking::none, "/E/2011/5/").status, 301);
  EXPECT_EQ(ask(Lacking::none, "/E/2011/6").status, 404);
  EXPECT_EQ(ask(Lacking::none, "/api/v1/document?symbol=E/2011/6").status, 404);
  EXPECT_EQ(ask(Lacking::one, "/api/v1/document?symbol=E/2011/6").status, 503);
  const HttpResponse unsure = ask(Lacking::one, "/E/2011/6");
  EXPECT_EQ(unsure.status, 503);
  EXPECT_TRUE(holds(unsure, "The archive gone has not answered")) << unsure.body;
}

TEST(SeveralArchives, LeadFromAHitToItsText) {
  const HttpResponse page = ask(Lacking::none, "/search?q=routes");
  EXPECT_TRUE(holds(page, "href=\"/E/2004/80?lang=fr\"")) << page.body;
  EXPECT_TRUE(holds(page, "<bdi>other</bdi>"));
}

TEST(SeveralArchives, AreToldToOperators) {
  const Json whole = Json::parse(ask(Lacking::none, "/health").body);
  EXPECT_EQ(whole["status"], "ok");
  EXPECT_EQ(whole["documents"], 7);
  EXPECT_EQ(whole["answering"], 2);
  const Json partial = Json::parse(ask(Lacking::one, "/health").body);
  EXPECT_EQ(partial["status"], "partial");
  EXPECT_EQ(partial["archives"], 3);
  EXPECT_EQ(partial["answering"], 2);
  EXPECT_EQ(partial["missing"], Json::array({"gone"}));
  const Json about = Json::parse(ask(Lacking::one, "/about?format=json").body);
  EXPECT_EQ(about["archives"][0]["place"], "");
  EXPECT_EQ(about["archives"][2]["place"], "http://127.0.0.1:9");
  EXPECT_EQ(about["archives"][2]["answers"], false);
  Service service(options_of(Lacking::one), {});
  const std::string metrics = service.answer(test::get("/metrics")).body;
  EXPECT_NE(metrics.find("\nundex_archives 3\n"), std::string::npos) << metrics;
  EXPECT_NE(metrics.find("\nundex_archives_answering 2\n"), std::string::npos);
}

TEST(SeveralArchives, SayWhatIsOfTheOwnOneAlone) {
  for (const std::string target : {"/series", "/trace", "/calls", "/mandate", "/compare"})
    EXPECT_TRUE(holds(ask(Lacking::none, target), "about the archive own alone")) << target;
  EXPECT_FALSE(holds(ask(Lacking::none, "/search?q=desk"), "own alone"));
  EXPECT_FALSE(holds(test::ask("/series"), "about the archive"));
  EXPECT_TRUE(holds(ask(Lacking::none, "/about"), "Of the archive own alone"));
  EXPECT_FALSE(holds(test::ask("/about"), "Of the archive"));
}

/// The archive that is served stands for none.
TEST(SeveralArchives, MayAllBeElsewhere) {
  const undex::test::TemporaryFolder folder;
  make_archive(folder.path() / "nothing", {});
  SiteOptions options = options_of(Lacking::none);
  options.archive = folder.path() / "nothing";
  options.holds_nothing = true;
  Site site(std::move(options));
  const auto status = [&](const std::string& target) {
    return answer(site, test::get(target)).status;
  };
  for (const std::string target : {"/", "/search?q=desk", "/about", "/health", "/E/2011/5",
                                   "/api/v1/search?query=desk", "/sru?query=desk"})
    EXPECT_EQ(status(target), 200) << target;
  for (const std::string target : {"/series", "/oai?verb=Identify", "/trace/desk",
                                   "/api/v1/trace?subject=desk", "/sitemap.xml"})
    EXPECT_EQ(status(target), 501) << target;
}

}  // namespace
}  // namespace undex::serve
