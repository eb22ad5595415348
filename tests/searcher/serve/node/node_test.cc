// Archives that machines serve to each other, by sockets of this one: asked together they answer as
// one archive that holds everything; what is silent, dead or talks nonsense is left out in time.
#include "searcher/serve/node/node.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "corpus/archive.h"
#include "indexer/index/index.h"
#include "searcher/federation/wire.h"
#include "searcher/render/render.h"
#include "tests/indexer/real_documents.h"
#include "tests/searcher/serve/running_listener.h"
#include "tests/searcher/serve/served.h"
#include "undex/federation.h"

namespace undex::serve {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

constexpr std::size_t kParts = 4;

void make_archive(const fs::path& dir, const std::vector<const Document*>& documents) {
  Archive archive = Archive::open(dir, Archive::Mode::write);
  for (const Document* document : documents) archive.put(*document, document->provenance.source);
  archive.commit();
  update_index(archive, true, {});
}

/// The bundled documents in one archive, and in four.
class Split {
 public:
  Split() {
    std::map<std::string, Document> documents;  // a symbol once
    for (const auto& entry : fs::directory_iterator(undex::test::source_path("corpus/documents"))) {
      if (entry.path().extension() != ".txt") continue;
      Document document = undex::test::read_real_document(entry.path());
      document.provenance.source = entry.path().filename().string();
      documents.emplace(document.name(), std::move(document));
    }
    std::vector<const Document*> all;
    std::vector<std::vector<const Document*>> parts(kParts);
    for (const auto& [name, document] : documents) {
      parts[all.size() % kParts].push_back(&document);
      all.push_back(&document);
    }
    make_archive(whole(), all);
    for (std::size_t at = 0; at < kParts; ++at) make_archive(part(at), parts[at]);
  }
  fs::path whole() const { return folder_.path() / "whole"; }
  fs::path part(std::size_t number) const { return folder_.path() / std::to_string(number); }

 private:
  undex::test::TemporaryFolder folder_;
};

const Split& split() {
  static const Split one;
  return one;
}

/// `undex serve --node` of an archive.
class ServedNode {
 public:
  explicit ServedNode(const fs::path& archive)
      : site_({.archive = archive, .node = true}),
        listener_({}, [this](const HttpRequest& request) {
          return deliver(request, answer(site_, request), site_.options());
        }) {}
  std::string address() const { return "http://" + listener_.address(); }
  void stop() { listener_.stop(); }

 private:
  Site site_;
  RunningListener listener_;
};

Request asking(const std::string& query) {
  Request request{.query = query, .facets = {"year", "organ", "language", "initiative"}};
  request.facet_values = 5;
  return request;
}

constexpr const char* kQueries[] = {
    "",
    "development",
    "information and communication technologies for development",
    "\"help desk\"",
    "service-desk",
    "=website",
    "informati*",
    "~goverment",
    "title:informatics",
    "organ:\"General Assembly\" development",
    "year:2003..2009 desk",
    "development NOT desk",
    "help NEAR/3 desk",
    "para(mission AND desk)",
    "A/RES/57/295",
    "A/RES/55/2",  // not held: how many paragraphs cite it
    "A/RES/57/238 OR A/99/999",
    "E/2003/75, para. 18",
    "General Assembly",
    "how many calls did the help desk of the missions take in the year",
    "like:E/2003/75",
    "figure:1000..2000",
    "nothingofthekind",
};

/// All that is said, but for what only several archives have.
Json said(Result result) {
  result.archives.clear();
  result.next.clear();
  for (Hit& hit : result.hits) {
    hit.archive.clear();
    for (Version& other : hit.others) other.archive.clear();
  }
  return Json::parse(render(result, "json", {}));
}

class Nodes : public testing::Test {
 protected:
  Federation federation(const std::string& other = {}, std::size_t deadline_ms = 60'000) {
    std::vector<ListedArchive> list = {{"a", nodes_[0].address()},
                                       {"b", nodes_[1].address()},
                                       {"c", nodes_[2].address()},
                                       {"d", split().part(3).string()}};
    if (!other.empty()) list[2].place = other;
    return Federation::open(list, {.deadline_ms = deadline_ms});
  }
  /// What is said of "c" when it stands at that address.
  std::string why_not(const std::string& address, std::size_t deadline_ms = 60'000) {
    const Result result = federation(address, deadline_ms).search(asking("services"));
    EXPECT_TRUE(result.partial());
    EXPECT_FALSE(result.hits.empty());
    for (const std::size_t at : {0, 1, 3}) EXPECT_TRUE(result.archives.at(at).answered) << at;
    return result.archives.at(2).why_not;
  }
  ServedNode nodes_[3] = {ServedNode(split().part(0)), ServedNode(split().part(1)),
                          ServedNode(split().part(2))};
};

TEST_F(Nodes, AnswerAsOneArchive) {
  const Searcher whole = Searcher::open(split().whole());
  const Federation several = federation();
  for (const char* query : kQueries) {
    SCOPED_TRACE(query);
    for (const Unit unit : {Unit::document, Unit::paragraph}) {
      Request request = asking(query);
      request.unit = unit;
      const Result result = several.search(request);
      EXPECT_FALSE(result.partial());
      EXPECT_EQ(Json::diff(said(whole.search(request)), said(result)).dump(1), "[]");
    }
  }
}

TEST_F(Nodes, AnswerAsOneArchiveInEveryOrderPageByPage) {
  const Searcher whole = Searcher::open(split().whole());
  const Federation several = federation();
  for (const Order order : {Order::relevance, Order::newest, Order::oldest, Order::symbol}) {
    Request request = asking("services");
    request.order = order;
    request.limit = 3;
    Request of_whole = request;
    for (int page = 0; page < 20; ++page) {
      const Result one = whole.search(of_whole);
      const Result other = several.search(request);
      EXPECT_EQ(Json::diff(said(one), said(other)).dump(1), "[]") << page;
      EXPECT_EQ(one.next.empty(), other.next.empty());
      if (one.next.empty() || other.next.empty()) break;
      of_whole.cursor = one.next;
      request.cursor = other.next;
    }
  }
}

/// The four parts hold the languages of a work, and the documents of a series, apart.
TEST_F(Nodes, GroupAsOneArchiveDoes) {
  const Searcher whole = Searcher::open(split().whole());
  const Federation several = federation();
  std::size_t groups = 0, others = 0;
  for (const Group group : {Group::work, Group::series})
    for (const Unit unit : {Unit::document, Unit::paragraph})
      for (const char* query : {"", "development", "information", "services", "A/RES/57/295"})
        for (const Order order : {Order::relevance, Order::newest, Order::symbol}) {
          Request request = asking(query);
          request.group = group;
          request.unit = unit;
          request.order = order;
          request.limit = 3;
          Request of_whole = request;
          SCOPED_TRACE(query);
          for (int page = 0; page < 20; ++page) {
            const Result one = whole.search(of_whole);
            const Result other = several.search(request);
            EXPECT_EQ(Json::diff(said(one), said(other)).dump(1), "[]") << page;
            groups += other.groups;
            for (const Hit& hit : other.hits) others += hit.others_count;
            EXPECT_EQ(one.next.empty(), other.next.empty());
            if (one.next.empty() || other.next.empty()) break;
            of_whole.cursor = one.next;
            request.cursor = other.next;
          }
        }
  EXPECT_GT(groups, 100U);
  EXPECT_GT(others, 20U);
}

TEST_F(Nodes, ShowAndCountOnceWhatTwoHold) {
  const ListedArchive all{"all", split().whole().string()};
  const ListedArchive a{"a", nodes_[0].address()}, b{"b", split().part(1).string()};
  const Searcher whole = Searcher::open(split().whole());
  for (const std::vector<ListedArchive>& list : {std::vector{all, a, b}, {a, b, all}, {b, all}}) {
    const Federation several = Federation::open(list);
    for (const char* query : kQueries) {
      SCOPED_TRACE(query);
      const Result result = several.search(asking(query));
      EXPECT_EQ(Json::diff(said(whole.search(asking(query))), said(result)).dump(1), "[]");
      if (list.front().name == "all") {
        for (const Hit& hit : result.hits) EXPECT_EQ(hit.archive, "all");
        EXPECT_EQ(result.archives.at(1).documents, 0U);
      }
    }
  }
}

TEST_F(Nodes, CountTheirArchives) {
  Request request = asking("services");
  request.facets = {"archive"};
  const Result all = federation().search(request);
  ASSERT_EQ(all.facets.at(0).values.size(), kParts);
  std::size_t documents = 0;
  for (const FacetCount& value : all.facets[0].values) documents += value.documents;
  EXPECT_EQ(documents, all.documents);
  request.filters = {{"archive", {"d"}}};
  const Result last = federation().search(request);
  EXPECT_EQ(last.documents, all.facets[0].values[3].documents);
  for (const Hit& hit : last.hits) EXPECT_EQ(hit.archive, "d");
}

TEST_F(Nodes, TellAMistakeInTheQueryWithItsPlace) {
  try {
    federation().search(asking("desk AND year:20033"));
    FAIL();
  } catch (const QueryError& error) {
    EXPECT_EQ(error.query_text, "desk AND year:20033");
    EXPECT_GT(error.offset, 0U);
  }
}

TEST_F(Nodes, AreLeftOutWhenTheyDoNotAnswer) {
  Gate gate;
  const RunningListener silent({}, [&](const HttpRequest& request) {
    gate.pass();
    return echo(request);
  });
  EXPECT_EQ(why_not("http://" + silent.address(), 4000), "no answer within 1600 ms");
  gate.open();
  std::string gone;
  {
    const RunningListener dead;
    gone = "http://" + dead.address();
  }
  EXPECT_EQ(why_not(gone), "cannot be reached: Connection refused");
}

TEST_F(Nodes, AreLeftOutWhenTheyDieInTheMiddle) {
  Site site({.archive = split().part(2), .node = true});
  const RunningListener dying({}, [&](const HttpRequest& request) {
    if (request.path.ends_with("/search")) throw std::runtime_error("dies");
    return answer(site, request);
  });
  EXPECT_EQ(why_not("http://" + dying.address()).substr(0, 23), "answers with status 500");
}

TEST_F(Nodes, AreLeftOutWhenTheyTalkNonsense) {
  const auto talking = [](const std::string& body) {
    return [body](const HttpRequest&) {
      return HttpResponse{.media_type = "application/json", .body = body};
    };
  };
  const std::pair<std::string, std::string> table[] = {
      {"rubbish", "sends what cannot be read: no message between archives: it is no JSON"},
      {R"({"version":3,"body":[]})",
       "sends what cannot be read: no message between archives: a list has too many parts, or too "
       "few"},
      {R"({"version":7,"body":[]})",
       "sends what cannot be read: archives speak version 7 to each other there, version 3 here"}};
  for (const auto& [body, why] : table) {
    const RunningListener listener({}, talking(body));
    EXPECT_EQ(why_not("http://" + listener.address()), why);
  }
}

TEST_F(Nodes, TellHowTheyAre) {
  const RunningListener nobody({}, [](const HttpRequest&) {
    return HttpResponse{.status = 503, .media_type = "text/plain", .body = "x"};
  });
  const Federation several = federation("http://" + nobody.address());
  const std::vector<ListedState> states = several.states();
  ASSERT_EQ(states.size(), kParts);
  EXPECT_TRUE(states[0].answers);
  EXPECT_EQ(states[0].status.documents, Searcher::open(split().part(0)).status().documents);
  EXPECT_FALSE(states[2].answers);
  EXPECT_EQ(states[2].why_not, "answers with status 503");
  EXPECT_EQ(several.status().documents,
            states[0].status.documents + states[1].status.documents + states[3].status.documents);
}

TEST_F(Nodes, TellWhatTheyHoldAsOneArchiveDoes) {
  const Federation several = federation();
  const Archive whole = Archive::open(split().whole(), Archive::Mode::read);
  for (const ArchiveEntry& entry : whole.list()) {
    SCOPED_TRACE(entry.key);
    for (const std::string& name : {entry.name, entry.key}) {
      const ListedTexts found = several.find(name);
      ASSERT_EQ(found.texts.size(), 1U);
      EXPECT_EQ(found.texts[0].key, entry.key);
      EXPECT_EQ(found.texts[0].language, entry.language);
      EXPECT_EQ(found.texts[0].file, entry.source);
      EXPECT_FALSE(found.texts[0].record);
      EXPECT_EQ(several.xml(found.texts[0]), whole.read_xml(entry));
      EXPECT_EQ(several.original(found.texts[0]), whole.read_original(entry));
    }
  }
  const ListedTexts found = several.find("E/2003/75#para_18");
  EXPECT_EQ(found.texts.at(0).name, "E/2003/75");
  EXPECT_EQ(found.place, "18");
  EXPECT_TRUE(several.find("A/RES/99/999").texts.empty());
  EXPECT_THROW((void)several.find("E/2003/75: nowhere"), Error);
}

TEST_F(Nodes, TellWhatIsHeldWithoutThoseThatDoNotAnswer) {
  std::string gone;
  {
    const RunningListener dead;
    gone = "http://" + dead.address();
  }
  const Federation several = federation(gone);
  const ListedTexts there = several.find("E/2003/75");
  const ListedTexts all = federation().find("E/2003/75");
  ASSERT_EQ(all.texts.size(), 1U);
  EXPECT_EQ(there.texts.size(), all.texts[0].archive == "c" ? 0U : 1U);
  EXPECT_FALSE(there.archives.at(2).answered);
  EXPECT_EQ(there.archives.at(2).why_not, "cannot be reached: Connection refused");
  ListedText lost = all.texts[0];
  lost.archive = "c";
  try {
    (void)several.xml(lost);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::archive);
    EXPECT_NE(std::string(error.what()).find("cannot be had from c"), std::string::npos);
  }
}

std::string line_of(const CitationRecord& record) {
  std::string out = record.key + "|" + record.name + "|" + record.title + "|" + record.date + "|" +
                    record.language + "|" + record.locator + "|" + record.pinpoint + "|" +
                    record.cited + "|" + record.kind + "|" + record.relation + "|" + record.dated +
                    "|" + record.target + "|" + record.words;
  for (const std::string& pinpoint : record.cited_pinpoints) out += "|" + pinpoint;
  return out + (record.cited_held ? " held" : "") + (record.abridged ? " abridged" : "");
}

std::vector<std::string> lines_of(const std::vector<CitationRecord>& records) {
  std::vector<std::string> lines;
  for (const CitationRecord& record : records) lines.push_back(line_of(record));
  return lines;
}

void expect_citations_of_the_whole(const Federation& several) {
  std::vector<std::string> names = {"A/RES/99/999", "A/55/75", "E/2003/75, para. 18"};
  for (const ArchiveEntry& entry : Archive::open(split().whole(), Archive::Mode::read).list())
    names.push_back(entry.name);
  std::size_t across = 0;
  for (const std::string& name : names) {
    SCOPED_TRACE(name);
    const Citations one = citations_of(split().whole(), name);
    const Citations all = several.citations(name);
    EXPECT_EQ(all.symbol, one.symbol);
    EXPECT_EQ(all.held, one.held);
    EXPECT_EQ(lines_of(all.cites), lines_of(one.cites));
    EXPECT_EQ(lines_of(all.cited_by), lines_of(one.cited_by));
    EXPECT_TRUE(std::ranges::all_of(all.archives, &ArchiveAnswer::answered));
    for (const CitationRecord& record : all.cites) EXPECT_FALSE(record.archive.empty());
    across += all.cited_by.size();
  }
  EXPECT_GT(across, 10U);
}

TEST_F(Nodes, TellCitationsAsOneArchiveDoes) { expect_citations_of_the_whole(federation()); }

TEST_F(Nodes, TellCitationsOfWhatTwoHoldOnce) {
  expect_citations_of_the_whole(Federation::open({{"a", nodes_[0].address()},
                                                  {"all", split().whole().string()},
                                                  {"b", split().part(1).string()}}));
}

TEST_F(Nodes, TellCitationsWithoutThoseThatDoNotAnswer) {
  std::string gone;
  {
    const RunningListener dead;
    gone = "http://" + dead.address();
  }
  const Citations some = federation(gone).citations("A/RES/57/295");
  ASSERT_EQ(some.archives.size(), kParts);
  EXPECT_FALSE(some.archives[2].answered);
  EXPECT_TRUE(some.archives[0].answered);
}

HttpRequest post(const std::string& path, const std::string& body) {
  HttpRequest request = test::get(path);
  request.method = "POST";
  request.headers = {{"content-type", "application/json"}};
  request.body = body;
  return request;
}

TEST(Node, AnswersOnlyWhereItIsOneOfSeveral) {
  EXPECT_EQ(test::ask("/api/v1/node/works").status, 501);
}

TEST(Node, RefusesWhatItDoesNotUnderstand) {
  Site site({.archive = split().whole(), .node = true});
  const std::string search = "/api/v1/node/search";
  EXPECT_EQ(answer(site, post(search, "{}")).status, 400);
  EXPECT_EQ(answer(site, post(search, R"({"version":1,"body":[]})")).status, 406);
  EXPECT_EQ(answer(site, test::get(search)).status, 405);
  EXPECT_EQ(answer(site, post("/api/v1/node/works", "")).status, 405);
  EXPECT_EQ(answer(site, post("/api/v1/node/other", "")).status, 404);
  EXPECT_EQ(answer(site, test::get("/api/v1/node/find")).status, 400);
  EXPECT_EQ(answer(site, test::get("/api/v1/node/xml?key=../journal")).status, 400);
  EXPECT_EQ(answer(site, test::get("/api/v1/node/original?key=no")).status, 400);
  EXPECT_EQ(answer(site, test::get("/api/v1/node/citing?symbol=none")).status, 400);
  EXPECT_EQ(answer(site, test::get("/api/v1/node/work")).status, 400);
  const std::vector<std::string> many(federation::kMostNames + 1, "A/1/2");
  EXPECT_EQ(answer(site, post("/api/v1/node/held", federation::write_message(many))).status, 400);
  federation::PartQuestion beyond;
  beyond.request.limit = federation::kMostHits + 1;
  EXPECT_EQ(answer(site, post(search, write_message(beyond))).status, 400);
  federation::StatisticsQuestion wrong;
  wrong.request.query = "year:20033";
  const HttpResponse told = answer(site, post("/api/v1/node/statistics", write_message(wrong)));
  EXPECT_EQ(told.status, 400);
  EXPECT_EQ(Json::parse(told.body)["query"], "year:20033");
}

TEST(Node, TellsItsWorksAsTheyAre) {
  Site site({.archive = split().whole(), .node = true});
  const HttpResponse works = answer(site, test::get("/api/v1/node/works"));
  EXPECT_EQ(works.media_type, "application/octet-stream");
  EXPECT_EQ(federation::read_works(works.body), Searcher::open(split().whole()).works());
}

}  // namespace
}  // namespace undex::serve
