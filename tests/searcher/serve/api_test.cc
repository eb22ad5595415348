// The JSON API: every question by its address, its refusals, and that openapi.yaml says the same.
#include "searcher/serve/api/api.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "corpus/strings.h"
#include "indexer/make_document.h"
#include "searcher/answers/answers.h"
#include "searcher/render/record/forms.h"
#include "searcher/serve/api/endpoints.h"
#include "searcher/serve/problem.h"
#include "tests/searcher/outside_program.h"
#include "tests/searcher/serve/served.h"

namespace undex::serve {
namespace {

using test::get;
using Json = nlohmann::json;

constexpr const char* kText = "text/plain; charset=utf-8";
constexpr const char* kDraft =
    "The Secretariat recalls the report of the Secretary-General (E/2003/75, para. 99).\n";

/// As `undex serve` sets it up, but for the process of its own.
Site& site() {
  static Site one({.archive = undex::test::trace_archive(),
                   .base_url = "https://library.example.org/undex",
                   .cors_origins = {"*"},
                   .read_draft = [](std::string_view bytes, std::string_view name) {
                     DocumentMaker maker;
                     Made made = maker.make(NamedBytes{bytes, name});
                     if (!made.reason.empty()) throw Error(ErrorKind::check, made.reason);
                     return std::move(made.document);
                   }});
  return one;
}

HttpResponse ask(const HttpRequest& request) {
  return deliver(request, answer(site(), request), site().options());
}
HttpResponse ask(const std::string& target) { return ask(get("/api" + target)); }
HttpResponse post(const std::string& target, const std::string& body,
                  const std::string& type = "application/json") {
  HttpRequest request = get("/api" + target, {{"content-type", type}});
  request.method = "POST";
  request.body = body;
  return ask(request);
}
Json json_of(const HttpResponse& response) {
  const Json body = Json::parse(response.body, nullptr, false);
  EXPECT_FALSE(body.is_discarded()) << response.body;
  return body;
}

TEST(Api, AnswersAsTheQuestionsDo) {
  const HttpResponse response = ask("/v1/search?query=help+desk&limit=1&facets=year,organ");
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.media_type, "application/json");
  const Json found = json_of(response);
  EXPECT_EQ(found["hits"].size(), 1u);
  EXPECT_EQ(found["facets"].size(), 2u);
  EXPECT_EQ(response.header("access-control-allow-origin"), "*");
  EXPECT_EQ(
      post("/v1/search", R"({"query": "help desk", "limit": 1, "facets": ["year", "organ"]})").body,
      response.body);
  HttpRequest head = get("/api/v1/search?query=help+desk");
  head.method = "HEAD";
  EXPECT_EQ(ask(head).status, 200);
}

TEST(Api, LeadsToTheNextPage) {
  std::size_t hits = 0, pages = 0;
  std::string target = "/api/v1/search?limit=2&offset=0&order=newest";
  while (!target.empty() && pages < 9) {
    const HttpResponse response = ask(get(target));
    hits += json_of(response)["hits"].size();
    ++pages;
    const std::string link(response.header("link"));
    const std::string base = "<https://library.example.org/undex";
    EXPECT_EQ(link.empty(), json_of(response)["next"] == "");
    target.clear();
    if (link.empty()) break;
    ASSERT_TRUE(link.starts_with(base + "/api/v1/search?")) << link;
    ASSERT_TRUE(link.ends_with(">; rel=\"next\"")) << link;
    target = link.substr(base.size(), link.find('>') - base.size());
  }
  EXPECT_EQ(hits, 5u);
  EXPECT_EQ(pages, 3u);
}

TEST(Api, ServesDocumentsAndPlaces) {
  EXPECT_EQ(json_of(ask("/v1/document?symbol=E/2003/75"))["symbol"], "E/2003/75");
  const Json place = json_of(ask("/v1/paragraph?symbol=E/2003/75&para=4"));
  EXPECT_EQ(place["blocks"].size(), 1u);
  EXPECT_EQ(ask("/v1/paragraph?symbol=E/2003/75").status, 400);
}

TEST(Api, SuggestsWhatIsHeld) {
  const auto values = [](const std::string& typed) {
    std::string out;
    const Json found = json_of(ask("/v1/suggest?typed=" + typed));
    for (const Json& one : found["suggestions"])
      out += one["field"].get<std::string>() + ":" + one["value"].get<std::string>() + " ";
    return out;
  };
  EXPECT_EQ(values("e/2003/7"), "symbol:E/2003/75 ");
  EXPECT_NE(values("econ").find("organ:Economic and Social Council "), std::string::npos)
      << values("econ");
  EXPECT_NE(values("social").find("organ:Economic and Social Council "), std::string::npos)
      << "a word within";
  EXPECT_EQ(values("ocial"), "") << "but no part of one";
  EXPECT_EQ(values("organ:econ"), "organ:Economic and Social Council ");
  EXPECT_EQ(values("symbol:E/2003"), "symbol:E/2003/75 ");
  EXPECT_EQ(values("nothing+begins+so"), "");
  EXPECT_EQ(json_of(ask("/v1/suggest?typed=e&limit=1"))["suggestions"].size(), 1u);
}

TEST(Api, ExportsRecordsInEveryForm) {
  for (const RecordForm& form : record_forms()) {
    const HttpResponse response = ask("/v1/export?symbol=E/2003/75&as=" + std::string(form.name));
    EXPECT_EQ(response.status, 200) << form.name << response.body;
    EXPECT_FALSE(response.media_type.empty()) << form.name;
    EXPECT_FALSE(response.body.empty()) << form.name;
  }
  const HttpResponse page = ask("/v1/export?query=&as=csl-json&limit=2");
  EXPECT_EQ(page.media_type, "application/vnd.citationstyles.csl+json");
  EXPECT_EQ(json_of(page).size(), 2u);
  EXPECT_NE(page.header("link").find("cursor="), std::string::npos);
  EXPECT_EQ(json_of(ask("/v1/export?query=nowhere&as=csl-json")).size(), 0u);
  EXPECT_EQ(ask("/v1/export?as=akn").status, 400) << "one document a file";
  EXPECT_EQ(ask("/v1/export?symbol=E/2003/75&para=99&as=ris").status, 404);
  EXPECT_EQ(ask("/v1/export?symbol=E/2003/75&query=desk").status, 400);
  EXPECT_EQ(post("/v1/export", "{}").status, 405);
}

TEST(Api, ChecksDrafts) {
  const Json checked = json_of(post("/v1/check?date=2010-01-01", kDraft, kText));
  ASSERT_EQ(checked["findings"].size(), 1u) << checked;
  EXPECT_EQ(checked["findings"][0]["level"], "wrong");
  EXPECT_EQ(json_of(post("/v1/check", Json{{"text", kDraft}, {"date", "2010-01-01"}}.dump())),
            checked);
  EXPECT_EQ(post("/v1/check?date=yesterday", kDraft, kText).status, 400);
  EXPECT_EQ(post("/v1/check", "{}").status, 400);
  EXPECT_EQ(post("/v1/check", "PK\x03\x04 no zip", "application/msword").status, 422);
  EXPECT_EQ(ask("/v1/check?text=a").status, 405) << "no draft in an address";
  EXPECT_EQ(post("/v1/check", "x", "image/png").status, 415);
  EXPECT_EQ(post("/v1/check", "x", "text/plain; charset=koi8-r").status, 415);
  HttpRequest request = get("/api/v1/check", {{"content-type", kText}});
  request.method = "POST";
  request.body = kDraft;
  EXPECT_EQ(test::ask(request).status, 501) << "a service that reads none";
}

TEST(Api, SaysWhatIsWrongAndWhatToDo) {
  const struct {
    HttpResponse response;
    int status;
    const char* type;
    const char* detail;
    const char* hint;
  } table[] = {
      {ask("/v1/search?query=a&limti=3"), 400, "bad-request", "unknown parameter 'limti'",
       "did you mean 'limit'?"},
      {ask("/v1/search?limit=ten"), 400, "bad-request", "limit: 'ten' is not a number",
       "give a whole number of 0 to 1000"},
      {ask("/v1/serch?query=a"), 404, "no-address", "no question has the address '/api/v1/serch'",
       "did you mean /api/v1/search?"},
      {ask("/v1/document?symbol=E/2003/57"), 404, "not-held", "'E/2003/57' is not held",
       "the nearest name held is E/2003/75"},
      {post("/v1/search?query=a", "{}"), 400, "bad-request",
       "the parameters of a body in JSON stand in it", "leave the address without '?'"},
      {post("/v1/search", "query=a", "application/x-www-form-urlencoded"), 415, "media-type",
       "the body is of a type that is not read here", "send application/json in UTF-8"},
      {ask("/v1/verify"), 404, "no-address", "no question has the address '/api/v1/verify'",
       "https://library.example.org/undex/api lists them"},
  };
  for (const auto& row : table) {
    EXPECT_EQ(row.response.status, row.status) << row.detail;
    EXPECT_EQ(row.response.media_type, "application/problem+json");
    const Json said = json_of(row.response);
    EXPECT_EQ(said["type"], "https://library.example.org/undex/api#" + std::string(row.type));
    EXPECT_EQ(said["status"], row.status);
    EXPECT_EQ(said["detail"], row.detail);
    EXPECT_EQ(said["hint"], row.hint);
  }
}

TEST(Api, ShowsThePlaceOfAFaultInAQuery) {
  const Json said = json_of(ask("/v1/search?query=desk+(help"));
  EXPECT_EQ(said["status"], 400);
  EXPECT_TRUE(said["type"].get<std::string>().ends_with("#bad-query"));
  EXPECT_EQ(said["query"], "desk (help");
  EXPECT_EQ(said["offset"], 5);
  EXPECT_NE(said["caret"].get<std::string>().find("^"), std::string::npos);
}

TEST(Api, RepeatsNothingThatATerminalWouldObey) {
  for (const std::string target :
       {"/v1/search?%1b%5b2J=1", "/v1/%1b%5b2J", "/v1/document?symbol=%1b%5b2J"}) {
    const HttpResponse response = ask(target);
    EXPECT_EQ(response.body.find('\x1b'), std::string::npos) << response.body;
    EXPECT_GE(response.status, 400);
  }
}

TEST(Api, ServesEveryQuestionButThoseThatItSays) {
  for (const answers::Question& one : answers::questions()) {
    const bool apart = one.name == "show" || one.name == "verify" || one.name == "status" ||
                       one.name == "questions";
    EXPECT_EQ(find_endpoint(one.name) == nullptr, apart) << one.name;
  }
}

/// What the parameters of an address say, as a body.
std::string json_body(const std::string& name, const std::string& parameters) {
  Json body = Json::object();
  for (const Parameter& one : parameters_of(parameters)) {
    const auto& rules = find_endpoint(name)->rules;
    switch (std::ranges::find(rules, one.name, &answers::Rule::name)->takes) {
      case answers::Rule::Takes::text:
        body[one.name] = one.value;
        break;
      case answers::Rule::Takes::number:
        body[one.name] = std::stoul(one.value);
        break;
      case answers::Rule::Takes::flag:
        body[one.name] = true;
        break;
      case answers::Rule::Takes::texts:
        for (const std::string_view part : split(one.value, ',')) body[one.name].push_back(part);
        break;
      case answers::Rule::Takes::filters:
        const std::size_t colon = one.value.find(':');
        body[one.name].push_back(
            {{"field", one.value.substr(0, colon)}, {"values", {one.value.substr(colon + 1)}}});
        break;
    }
  }
  return body.dump();
}

/// An exchange of which openapi.yaml must say everything.
class Exchanges {
 public:
  void add(const std::string& method, const std::string& name, const HttpResponse& response) {
    Json one = {{"method", method},
                {"name", name},
                {"status", response.status},
                {"media_type", response.media_type}};
    if (response.media_type.ends_with("json")) one["body"] = json_of(response);
    all_.push_back(std::move(one));
  }
  /// And what is answered is answered the same to a body.
  void get(const std::string& name, const std::string& parameters) {
    const HttpResponse got = ask("/v1/" + name + "?" + parameters);
    add("get", name, got);
    const Endpoint* endpoint = find_endpoint(name);
    if (got.status != 200 || endpoint->methods.find("POST") == std::string_view::npos) return;
    const HttpResponse posted = serve::post("/v1/" + name, json_body(name, parameters));
    EXPECT_EQ(posted.body, got.body) << name << "?" << parameters;
    add("post", name, posted);
  }
  void post(const std::string& name, const std::string& body, const std::string& type) {
    add("post", name, serve::post("/v1/" + name, body, type));
  }
  std::string dump() const { return all_.dump(1); }

 private:
  Json all_ = Json::array();
};

/// With what few texts have: a page, a table, a notice about what it cites.
Document rare_document() {
  Document document =
      undex::test::make_document("E/2031/9", "2031-06-01", "Economic and Social Council", "Lamps",
                                 {{"1", "Lamps are counted by page."}});
  document.blocks.back().page = 3;
  document.notices.push_back({.level = Notice::Level::warning,
                              .code = "cites-twice",
                              .locator = document.blocks.back().locator,
                              .text = "it is cited twice"});
  document.tables.push_back({.label = "Table 1",
                             .title = "Lamps",
                             .rows = {{"Lamps", "7"}},
                             .check = "",
                             .rebuilt = true});
  Block table;
  table.kind = BlockKind::table;
  table.table = 0;
  table.locator.place = Locator::Place::table;
  table.locator.number = "1";
  document.blocks.push_back(table);
  return document;
}

/// Of another site: rare texts, and what is told where drafts are not read and the index is lost.
void add_rare(Exchanges& all) {
  const undex::test::TemporaryFolder folder;
  const std::filesystem::path dir = folder.path() / "archive";
  undex::test::make_archive(dir, {rare_document()});
  Site other({.archive = dir, .base_url = site().options().base_url});
  for (const std::string name : {"document", "citations"})
    all.add("get", name, answer(other, get("/api/v1/" + name + "?symbol=E/2031/9")));
  HttpRequest draft = get("/api/v1/check", {{"content-type", kText}});
  draft.method = "POST";
  draft.body = kDraft;
  all.add("post", "check", answer(other, draft));
  std::filesystem::rename(dir / "index", folder.path() / "index");
  const HttpResponse gone = answer(other, get("/api/v1/search?query=a"));
  EXPECT_EQ(gone.body.find(folder.path().string()), std::string::npos)
      << "where the archive lies is the operator's to know";
  all.add("get", "search", gone);
}

/// Every question with something to say, and every kind of problem.
Exchanges exchanges() {
  Exchanges all;
  const std::pair<const char*, const char*> gets[] = {
      {"search", "query=help+desk&facets=year,organ&explain=1"},
      {"search", "query=help+dseks&group=work&in=paragraph"},
      {"search", "query=("},
      {"search", "limti=1"},
      {"facets", "field=year"},
      {"facets", "field=initiative&query=desk"},
      {"facets", "field=noyear"},
      {"suggest", "typed=e"},
      {"fields", ""},
      {"map", "rows=organ&columns=year"},
      {"trace", "subject=help+desk"},
      {"trace", "subject=help+desk&by=session"},
      {"document", "symbol=E/2003/75"},
      {"document", "symbol=E/2003/57"},
      {"paragraph", "symbol=E/2003/75&para=4"},
      {"citations", "symbol=E/2003/75"},
      {"citations", "symbol=E/RES/2002/35"},
      {"figures", "words=calls"},
      {"series", ""},
      {"series", "name=informatics"},
      {"series", "name=E/2003/75"},
      {"mandate", "symbol=E/2003/75"},
      {"compare", "before=E/2003/75&after=E/2009/21"},
      {"compare", "before=E/2003/75&after=E/2009/21&summary=1"},
      {"compare", "before=E/2003/75:6&after=E/2009/21:4"},
      {"reuse", "symbol=E/2003/75"},
      {"history", "clause=the+web+sites+of+the+missions"},
      {"precedent", "text=Nothing+else+is+said+of+the+year."},
      {"export", "query="},
      {"search", "query=&filter=year:2003&limit=1"},
      {"serch", ""},
      {"check", ""},
  };
  for (const auto& [name, parameters] : gets) all.get(name, parameters);
  for (const RecordForm& form : record_forms())
    all.get("export", "symbol=E/2003/75&as=" + std::string(form.name));
  all.get("export", "query=&as=csl-json");
  all.post("search", R"({"query": "help desk"})", "application/json");
  all.post("search", "", "text/plain");
  all.post("check", kDraft, kText);
  all.post("check", R"({"text": "No reference."})", "application/json");
  all.post("check", "PK\x03\x04", "application/msword");
  add_rare(all);
  return all;
}

TEST(Api, IsDescribedInFull) {
  UNDEX_NEEDS_PROGRAM("python3", "python3");
  if (std::system("python3 -c 'import jsonschema, yaml' 2>/dev/null") != 0)
    GTEST_SKIP() << "packages python3-jsonschema and python3-yaml are not installed, so "
                    "openapi.yaml was not compared with the answers";
  const undex::test::TemporaryFolder folder;
  std::ofstream(folder.path() / "openapi.yaml") << ask("/v1/openapi.yaml").body;
  std::ofstream(folder.path() / "index.json") << ask("").body;
  std::ofstream(folder.path() / "exchanges.json") << exchanges().dump();
  const std::string command =
      "python3 " UNDEX_SOURCE_DIR "/tests/searcher/serve/check_openapi.py " +
      folder.path().string() + " >" + (folder.path() / "said").string() + " 2>&1";
  EXPECT_EQ(std::system(command.c_str()), 0) << undex::test::read_file(folder.path() / "said");
}

}  // namespace
}  // namespace undex::serve
