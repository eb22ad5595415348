// How what was found is listed: documents or paragraphs, grouped, in order, page by page.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "searcher/search/cursor.h"
#include "tests/searcher/sample_index.h"
#include "undex/search.h"

namespace undex {
namespace {

namespace fs = std::filesystem;

Document in_french(Document document) {
  for (MastheadEntry& entry : document.masthead.entries)
    if (entry.item == MastheadItem::language) entry.value = {"French", "fr", ""};
  return document;
}

std::vector<Document> documents() {
  std::vector<Document> all = test::sample_documents();
  all.push_back(in_french(all.front()));
  return all;
}

class Results : public testing::Test {
 protected:
  Results() { test::make_sample_index(folder_.path(), documents()); }

  void index_anew(const std::vector<Document>& all) {
    fs::remove_all(folder_.path() / kIndexFolder);
    test::make_sample_index(folder_.path(), all);
    fs::rename(folder_.path() / kIndexFolder / "gen-000001",
               folder_.path() / kIndexFolder / "gen-000002");
    test::write_file(folder_.path() / kIndexFolder / kCurrentFile, "gen-000002\n");
  }
  Result ask(const Request& request) { return Searcher::open(folder_.path()).search(request); }

  /// "E/2003/75#17 E/2003/75#18 (g) ": the hits of every page of two.
  std::string paged(Request request) {
    std::string out;
    request.limit = 2;
    do {
      const Result result = ask(request);
      out += names(result);
      request.cursor = result.next;
    } while (!request.cursor.empty());
    return out;
  }
  static std::string names(const Result& result) {
    std::string out;
    for (const Hit& hit : result.hits) {
      out += hit.name;
      if (result.unit == Unit::paragraph) out += "#" + hit.passages.at(0).locator;
      out += "." + hit.language + " ";
    }
    return out;
  }

  test::TemporaryFolder folder_;
};

Request request_of(const std::string& query, Unit unit, Order order) {
  Request request;
  request.query = query;
  request.unit = unit;
  request.order = order;
  return request;
}

TEST_F(Results, ListsParagraphsWithTheCountsOfTheDocuments) {
  Request request = request_of("help desk", Unit::paragraph, Order::symbol);
  request.facets = {"organ"};
  const Result paragraphs = ask(request);
  EXPECT_EQ(names(paragraphs),
            "E/2003/75#16 (g).en E/2003/75#17.en E/2003/75#18 (g).en E/2003/75#16 (g).fr "
            "E/2003/75#17.fr E/2003/75#18 (g).fr E/2009/21#12.en E/2009/21#19.en ");
  request.unit = Unit::document;
  const Result whole = ask(request);
  EXPECT_EQ(paragraphs.paragraphs, whole.paragraphs);
  EXPECT_EQ(paragraphs.documents, whole.documents);
  EXPECT_EQ(paragraphs.facets.at(0).values.at(0).paragraphs, 8u);
  EXPECT_EQ(paragraphs.hits.at(0).title, "International cooperation in the field of informatics");
}

TEST_F(Results, ListsNoParagraphOfADocumentThatNotLeavesOut) {
  const Request request = request_of("desk -monitors", Unit::paragraph, Order::symbol);
  const Result result = ask(request);
  EXPECT_EQ(result.paragraphs, 6u);
  EXPECT_EQ(result.hits.size(), 6u);
  EXPECT_EQ(names(result).find("E/2009/21"), std::string::npos);
}

TEST_F(Results, ListsHeadingsAmongNoParagraphs) {
  std::vector<Document> all = test::sample_documents();
  Block heading;
  heading.kind = BlockKind::heading;
  heading.locator = parse_locator("sect. II").value();
  heading.text = "The help desk";
  all.front().blocks.push_back(heading);
  index_anew(all);
  const Result result = ask(request_of("help desk", Unit::paragraph, Order::symbol));
  EXPECT_EQ(result.hits.size(), result.paragraphs);
}

TEST_F(Results, SaysWhenNoParagraphHoldsAllTheWords) {
  const Result result = ask(request_of("calls delegates", Unit::paragraph, Order::symbol));
  EXPECT_TRUE(result.hits.empty());
  EXPECT_EQ(result.documents, 2u);
  ASSERT_FALSE(result.notes.empty());
  EXPECT_EQ(result.notes.back(),
            "no single paragraph answers; the documents do, with several of theirs");
}

TEST_F(Results, GroupsLanguageVersionsAndSeries) {
  Request request = request_of("help desk", Unit::document, Order::symbol);
  request.group = Group::work;
  const Result works = ask(request);
  EXPECT_EQ(names(works), "E/2003/75.en E/2009/21.en ");
  EXPECT_EQ(works.documents, 3u);
  EXPECT_EQ(works.groups, 2u);
  EXPECT_EQ(works.hits[0].others_count, 1u);
  EXPECT_EQ(works.hits[0].others.at(0).language, "fr");
  EXPECT_EQ(works.hits[1].others_count, 0u);
  request.group = Group::series;
  const Result series = ask(request);
  EXPECT_EQ(names(series), "E/2003/75.en ");
  EXPECT_EQ(series.groups, 1u);
  EXPECT_EQ(series.hits[0].others_count, 2u);
  request.unit = Unit::paragraph;
  EXPECT_EQ(names(ask(request)), "E/2003/75#16 (g).en ");
  EXPECT_EQ(ask(request).groups, 1u);
}

TEST_F(Results, TakesFiltersAsIfTheyWereTyped) {
  Request request = request_of("ICT", Unit::document, Order::symbol);
  request.filters = {{"organ", {"General Assembly", "ECOSOC"}}, {"year", {"2003..2005"}}};
  const Result filtered = ask(request);
  Request typed = request_of("ICT organ:\"General Assembly\",ECOSOC year:2003..2005",
                             Unit::document, Order::symbol);
  const Result same = ask(typed);
  EXPECT_EQ(names(filtered), "A/58/568.en E/2003/75.en E/2003/75.fr ");
  EXPECT_EQ(names(filtered), names(same));
  EXPECT_EQ(filtered.tree, same.tree);
  request.query = "a) OR (b";
  EXPECT_THROW(ask(request), QueryError);
}

TEST_F(Results, RefusesFiltersThatAFieldDoesNotTake) {
  const std::pair<Filter, std::string> rows[] = {
      {{"yeer", {"2003"}}, "unknown field 'yeer'; did you mean 'year'?"},
      {{"year", {"2003", "x"}}, "year: 'x' is not a year"},
      {{"organ", {""}}, "the filter on field 'organ' has no value"},
      {{"organ", {}}, "the filter on field 'organ' has no value"},
  };
  for (const auto& [filter, message] : rows) {
    Request request;
    request.filters = {filter};
    try {
      ask(request);
      ADD_FAILURE() << message;
    } catch (const Error& fault) {
      EXPECT_EQ(fault.kind, ErrorKind::usage);
      EXPECT_EQ(std::string(fault.what()), message);
    }
  }
}

TEST_F(Results, PagesShowEveryHitOnceInEveryOrder) {
  for (const Unit unit : {Unit::document, Unit::paragraph})
    for (const Order order : {Order::relevance, Order::newest, Order::oldest, Order::symbol}) {
      Request whole = request_of("missions OR Office OR website", unit, order);
      whole.limit = 100;
      EXPECT_EQ(paged(whole), names(ask(whole)));
    }
  Request grouped = request_of("", Unit::document, Order::newest);
  grouped.group = Group::work;
  EXPECT_EQ(paged(grouped),
            "ODA/2023-00042.en E/2009/21.en A/RES/60/252.en A/58/568.en E/2003/75.en ");
}

TEST_F(Results, PagesByDateGoOnWhenDocumentsCameIn) {
  Request request = request_of("", Unit::document, Order::oldest);
  request.limit = 3;
  const Result first = ask(request);
  EXPECT_EQ(names(first), "E/2003/75.en E/2003/75.fr A/58/568.en ");
  std::vector<Document> more = documents();
  more.push_back(
      test::make_document("A/50/1", "1995-01-01", "", "Before all", {{"1", "It came in late."}}));
  more.push_back(
      test::make_document("A/62/1", "2007-05-01", "", "Between", {{"1", "This one too."}}));
  index_anew(more);
  request.cursor = first.next;
  EXPECT_EQ(names(ask(request)), "A/RES/60/252.en A/62/1.en E/2009/21.en ");
}

TEST_F(Results, PagesByRelevanceBelongToOneStateOfTheIndex) {
  Request request = request_of("missions", Unit::document, Order::relevance);
  request.limit = 1;
  request.cursor = ask(request).next;
  EXPECT_EQ(ask(request).hits.size(), 1u);
  index_anew(documents());
  try {
    ask(request);
    FAIL();
  } catch (const Error& fault) {
    EXPECT_EQ(fault.kind, ErrorKind::usage);
    EXPECT_EQ(std::string(fault.what()), "the index has changed since the page before");
  }
}

TEST_F(Results, RefusesCursorsThatAreNotItsOwn) {
  Request request = request_of("", Unit::document, Order::symbol);
  request.limit = 1;
  const std::string good = ask(request).next;
  std::string changed = good;
  changed[changed.size() / 2] = changed[changed.size() / 2] == '0' ? '1' : '0';
  const std::string forged =
      search::write_cursor({.question = "x\ny", .generation = "", .after = ""});
  for (const std::string& cursor :
       {std::string("x"), std::string("1"), std::string(100'000, '1'), good + "0", good.substr(2),
        "2" + good.substr(1), changed, forged, std::string("\x01\xff\0", 3)}) {
    request.cursor = cursor;
    EXPECT_THROW(ask(request), Error) << cursor.substr(0, 200);
  }
  request.cursor = good;
  request.offset = 1;
  EXPECT_THROW(ask(request), Error);
  request.offset = 0;
  request.filters = {{"year", {"2003"}}};
  EXPECT_THROW(ask(request), Error);
}

TEST_F(Results, ExplainsWhenAsked) {
  Request request = request_of("help desk", Unit::document, Order::symbol);
  EXPECT_TRUE(ask(request).explanation.documents.empty());
  request.explain = true;
  const Explanation explanation = ask(request).explanation;
  EXPECT_EQ(explanation.concepts, std::vector<std::string>{"service-desk"});
  EXPECT_TRUE(
      std::any_of(explanation.terms.begin(), explanation.terms.end(),
                  [](const std::string& term) { return term.starts_with("XC:service-desk "); }));
  EXPECT_FALSE(explanation.paragraphs.empty());
}

TEST_F(Results, TakesTheOrderOfCqlUnlessTold) {
  Request request;
  request.syntax = Syntax::cql;
  request.query = "cql.allRecords=1 sortBy dc.date/sort.descending";
  EXPECT_EQ(ask(request).order, Order::newest);
  request.order = Order::symbol;
  EXPECT_EQ(ask(request).order, Order::symbol);
}

TEST(Cursor, ComesBackAsItWas) {
  const search::Cursor cursor{.question = "0123456789abcdef",
                              .generation = "",
                              .offset = 7,
                              .after = std::string("2003\n\0\xff E/2003/75", 17)};
  const search::Cursor again = search::read_cursor(search::write_cursor(cursor));
  EXPECT_EQ(again.question, cursor.question);
  EXPECT_EQ(again.offset, 7u);
  EXPECT_EQ(again.after, cursor.after);
}

}  // namespace
}  // namespace undex
