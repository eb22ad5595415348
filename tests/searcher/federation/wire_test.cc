#include "searcher/federation/wire.h"

#include <gtest/gtest.h>

#include <limits>
#include <numeric>

#include "searcher/federation/known_works.h"
#include "undex/error.h"

namespace undex::federation {
namespace {

template <typename Message>
Message sent(const Message& message) {
  Message out{};
  read_message(write_message(message), out);
  return out;
}

template <typename Message>
std::string fault(const std::string& bytes) {
  try {
    Message out{};
    read_message(bytes, out);
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

Request full_request() {
  Request request{
      .query = "=desk AND \"help\"", .syntax = Syntax::cql, .facets = {"year", "organ"}};
  request.match = Match::any;
  request.filters = {{"organ", {"ECOSOC", "General Assembly"}}};
  request.unit = Unit::paragraph;
  request.group = Group::series;
  request.limit = 7;
  request.offset = 3;
  request.cursor = "c";
  request.passages = 2;
  request.facet_values = 0;
  request.facet_matching = "gen";
  request.facet_order = FacetOrder::name;
  request.decades = true;
  request.language = "fr";
  request.explain = true;
  request.order = Order::oldest;
  return request;
}

Statistics some_statistics() {
  Statistics all;
  all.documents = {.size = 5, .words = 900, .terms = {{"Zen:desk", {2, 9}}}};
  all.paragraphs = {
      .size = 1ULL << 60, .words = 7, .terms = {{std::string("\0\xff\n", 3), {1, 1}}}};
  all.answers = {{"a", true}, {"b", false}};
  all.expansions = {{"(wild desk*)", {{"desk", 3}, {"desks", 1}}}, {"none", {}}};
  return all;
}

PartAnswer some_answer() {
  Hit hit;
  hit.key = "E_2003_75.en";
  hit.name = "E/2003/75";
  hit.title = "السلام 平和";
  hit.abridged = true;
  hit.weight = 0.1 + 0.2;
  hit.paragraphs = 4;
  hit.passages = {{.locator = "18 (g)",
                   .pinpoint = "para. 18 (g)",
                   .text = "A \"desk\"\n",
                   .matches = {{3, 7}},
                   .snippet = "desk",
                   .snippet_matches = {{0, 4}}}};
  hit.others = {{.key = "k", .name = "n", .title = "t", .date = "2003", .language = "fr"}};
  hit.others_count = 21;
  PartAnswer answer;
  Result& result = answer.result;
  result.query = "help desk";
  result.understood = {{"concept service-desk", {{"help desk", 3}}}};
  result.documents = 12;
  result.paragraphs = 34;
  result.order = Order::newest;
  result.hits = {hit};
  result.facets = {{.field = "organ", .label = "Organ", .distinct = 1, .values = {}}};
  result.facets[0].values = {{.value = "GA",
                              .label = "General Assembly",
                              .doubtful = true,
                              .documents = 1,
                              .paragraphs = 2,
                              .parent = "UN",
                              .selected = true,
                              .held = 9}};
  result.offers = {{"text", "query", {{"year", {"2003"}}}, 1, 2}};
  result.explanation.terms = {"Zen:desk 12"};
  result.notes = {"a note"};
  answer.sort_keys = {std::string("0\x7f\0E\xfe", 5)};
  answer.notes_on_nothing = {"nothing"};
  result.groups = 2;
  answer.hit_groups = {~0ULL};
  answer.groups = std::vector<std::uint64_t>{1, ~0ULL};
  answer.members = {{.count = 3, .first = hit.others, .sort_keys = {"\xff"}}};
  return answer;
}

TEST(Wire, BringsARequestOverWhole) {
  const StatisticsQuestion asked{full_request(), some_statistics(), {1, ~0ULL}};
  const StatisticsQuestion came = sent(asked);
  EXPECT_EQ(came.request.query, asked.request.query);
  EXPECT_EQ(came.request.syntax, Syntax::cql);
  EXPECT_EQ(came.request.match, Match::any);
  EXPECT_EQ(came.request.filters.at(0).values, asked.request.filters[0].values);
  EXPECT_EQ(came.request.facets, asked.request.facets);
  EXPECT_EQ(came.request.unit, Unit::paragraph);
  EXPECT_EQ(came.request.group, Group::series);
  EXPECT_EQ(came.request.limit, 7U);
  EXPECT_EQ(came.request.offset, 3U);
  EXPECT_EQ(came.request.cursor, "c");
  EXPECT_EQ(came.request.passages, 2U);
  EXPECT_EQ(came.request.facet_values, 0U);
  EXPECT_EQ(came.request.facet_matching, "gen");
  EXPECT_EQ(came.request.facet_order, FacetOrder::name);
  EXPECT_TRUE(came.request.decades);
  EXPECT_EQ(came.request.language, "fr");
  EXPECT_TRUE(came.request.explain);
  EXPECT_EQ(came.request.order, Order::oldest);
  EXPECT_EQ(came.known, asked.known);
  EXPECT_EQ(came.elsewhere, asked.elsewhere);
  EXPECT_FALSE(sent(StatisticsQuestion{full_request(), {}, {}}).known.has_value());
  EXPECT_FALSE(sent(EvidenceQuestion{}).request.order.has_value());
}

TEST(Wire, BringsStatisticsOverBitByBit) {
  const EvidenceQuestion evidence{{}, some_statistics(), {1, ~0ULL}};
  EXPECT_EQ(sent(evidence).all, evidence.all);
  EXPECT_EQ(sent(evidence).elsewhere, evidence.elsewhere);
  EXPECT_EQ(sent(ToldStatistics{some_statistics(), "gen-000007"}).generation, "gen-000007");
  const std::vector<double> weights = {1e308, 0.1 + 0.2, 5e-324, 0, -1.5};
  EXPECT_EQ(sent(weights), weights);
  const PartQuestion asked{{},
                           {std::make_shared<const Statistics>(some_statistics()),
                            0.1 + 0.2,
                            {1, 1ULL << 63},
                            std::string("\0\x80", 2),
                            {~0ULL, 0}}};
  const PartQuestion came = sent(asked);
  EXPECT_EQ(*came.shared.statistics, some_statistics());
  EXPECT_EQ(came.shared.groups, asked.shared.groups);
  EXPECT_EQ(came.shared.least_evidence, asked.shared.least_evidence);
  EXPECT_EQ(came.shared.elsewhere, asked.shared.elsewhere);
  EXPECT_EQ(came.shared.after, asked.shared.after);
}

TEST(Wire, BringsAnAnswerOverWhole) {
  // What is written of what was read is the same to the last byte; and what stands in it is there.
  const std::string bytes = write_message(some_answer());
  const PartAnswer came = sent(some_answer());
  EXPECT_EQ(write_message(came), bytes);
  EXPECT_EQ(came.sort_keys, some_answer().sort_keys);
  EXPECT_EQ(came.result.hits.at(0).title, "السلام 平和");
  EXPECT_EQ(came.result.hits[0].weight, 0.1 + 0.2);
  EXPECT_EQ(came.result.hits[0].passages.at(0).matches.at(0).end, 7U);
  EXPECT_EQ(came.result.hits[0].others.at(0).language, "fr");
  EXPECT_EQ(came.result.facets.at(0).values.at(0).held, 9U);
  EXPECT_EQ(came.result.offers.at(0).filters.at(0).values.at(0), "2003");
  EXPECT_EQ(came.result.notes.at(0), "a note");
  const Status status{.documents = 1,
                      .paragraphs = 2,
                      .records = 3,
                      .index_version = 4,
                      .archive_revision = 5,
                      .generation = "g"};
  EXPECT_EQ(write_message(sent(status)), write_message(status));
}

TEST(Wire, KeepsBytesThatAreNoText) {
  for (const std::string& text :
       {std::string("\xff\xfe"), std::string("="), std::string("==a"), std::string("\0", 1),
        std::string("é"), std::string("=\xc3\xa9")}) {
    StatisticsQuestion asked;
    asked.request.query = text;
    EXPECT_EQ(sent(asked).request.query, text);
  }
}

TEST(Wire, MakesTextOfWhatIsShown) {
  PartAnswer answer = some_answer();
  answer.result.hits[0].title = "a\xff";
  answer.result.hits[0].others[0].name = answer.members[0].first[0].name = "b\xff";
  const PartAnswer came = sent(answer);
  EXPECT_EQ(came.result.hits[0].title, "a\ufffd");
  EXPECT_EQ(came.result.hits[0].others[0].name, "b\ufffd");
  EXPECT_EQ(came.members[0].first[0].name, "b\ufffd");
  EXPECT_EQ(came.members[0].sort_keys[0], "\xff");
  EXPECT_EQ(sent(std::vector<std::string>{"\xfe"}).at(0), "\ufffd");
  EXPECT_EQ(sent(std::vector<ListedText>{{.file = "\xfe"}}).at(0).file, "\ufffd");
}

TEST(Wire, BringsCitingTextsOverWhole) {
  CitingPlace place{"A/1/2", *parse_locator("annex, 18 (g)"), {}, "its \"words\""};
  place.reference.kind = ReferenceKind::quotation;
  place.reference.relation = Relation::agenda;
  place.reference.cited = {{"A/55/75", "E/2000/55"}};
  place.reference.pinpoints = {*parse_locator("fn *")};
  place.reference.reissue = "*";
  place.reference.dated = "2003-05";
  place.reference.target = "https://example.org";
  place.reference.rule = "symbol";
  CitingText text{.key = "A_1_2.en", .language = "en", .abridged = true};
  text.partner = {.name = "A/1/2",
                  .held = true,
                  .title = "T",
                  .date = "2003",
                  .date_flag = "why",
                  .places = {place}};
  const CitingText came = sent(std::vector<CitingText>{text}).at(0);
  EXPECT_EQ(came.key, text.key);
  EXPECT_EQ(came.language, "en");
  EXPECT_TRUE(came.abridged);
  EXPECT_EQ(came.partner.name, "A/1/2");
  EXPECT_TRUE(came.partner.held);
  EXPECT_EQ(came.partner.title, "T");
  EXPECT_EQ(came.partner.date, "2003");
  EXPECT_EQ(came.partner.date_flag, "why");
  const CitingPlace& there = came.partner.places.at(0);
  EXPECT_EQ(there.document, "A/1/2");
  EXPECT_EQ(there.at, place.at);
  EXPECT_EQ(there.as_printed, place.as_printed);
  EXPECT_EQ(there.reference, place.reference);
}

TEST(Wire, RefusesAnotherVersion) {
  try {
    std::vector<double> out;
    read_message(R"({"version":2,"body":[]})", out);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::version);
    EXPECT_STREQ(error.what(), "archives speak version 2 to each other there, version 3 here");
  }
}

TEST(Wire, RefusesWhatIsNoMessage) {
  const std::string none = "no message between archives: ";
  const std::pair<std::string, std::string> table[] = {
      {"", "it is no JSON"},
      {"{", "it is no JSON"},
      {"\xff", "it is no JSON"},
      {"[]", "it has no version"},
      {R"({"version":"1","body":[]})", "it has no version"},
      {R"({"version":3})", "it has no body"},
      {R"({"version":3,"body":[],"more":1})", "it has no body"},
      {R"({"version":3,"body":{}})", "a list is missing"},
      {R"({"version":3,"body":[null]})", "a number is missing"},
      {R"({"version":3,"body":["1"]})", "a number is missing"},
      {R"({"version":3,"body":[1e999]})", "it is no JSON"},
      {R"({"version":3,"body":)" + std::string(100, '['), "it goes too deep"},
  };
  for (const auto& [bytes, why] : table)
    EXPECT_EQ(fault<std::vector<double>>(bytes), none + why) << bytes;
  EXPECT_EQ(fault<Status>(R"({"version":3,"body":[1,2,3,4,5]})"),
            none + "a list has too many parts, or too few");
  EXPECT_EQ(fault<Status>(R"({"version":3,"body":[1,2,3,4,5,6]})"), none + "a text is missing");
  EXPECT_EQ(fault<Status>(R"({"version":3,"body":[-1,2,3,4,5,"g"]})"),
            none + "a number is missing");
  EXPECT_EQ(fault<Status>(R"({"version":3,"body":[1,2,3,4,5,"=\u0100"]})"),
            none + "a byte has too high a number");
}

TEST(Wire, RefusesWhatGoesBeyondItsBounds) {
  const auto beyond = [](const std::function<void(PartQuestion&)>& change) {
    PartQuestion question;
    change(question);
    return fault<PartQuestion>(write_message(question)) != "";
  };
  EXPECT_FALSE(beyond([](PartQuestion&) {}));
  EXPECT_FALSE(beyond([](PartQuestion& one) { one.request.offset = kMostHits - 10; }));
  EXPECT_TRUE(beyond([](PartQuestion& one) { one.request.offset = kMostHits - 9; }));
  EXPECT_TRUE(beyond(
      [](PartQuestion& one) { one.request.offset = std::numeric_limits<std::size_t>::max(); }));
  EXPECT_TRUE(beyond([](PartQuestion& one) { one.request.limit = kMostHits + 1; }));
  EXPECT_TRUE(
      beyond([](PartQuestion& one) { one.request.facets.assign(kMostFacets + 1, "year"); }));
  EXPECT_TRUE(beyond([](PartQuestion& one) { one.request.passages = kMostPassages + 1; }));
  EXPECT_TRUE(
      beyond([](PartQuestion& one) { one.request.query = std::string(kMostQueryBytes + 1, 'x'); }));
  std::vector<std::uint64_t> most(kMostElsewhere), more(kMostElsewhere + 1);
  std::iota(most.begin(), most.end(), 0);
  std::iota(more.begin(), more.end(), 0);
  EXPECT_FALSE(beyond([&](PartQuestion& one) { one.shared.elsewhere = most; }));
  for (const std::vector<std::uint64_t>& works : {Works{2, 1}, Works{1, 1}, more}) {
    EXPECT_TRUE(beyond([&](PartQuestion& one) { one.shared.elsewhere = works; }));
    EXPECT_NE(fault<StatisticsQuestion>(write_message(StatisticsQuestion{{}, {}, works})), "");
    EXPECT_NE(fault<EvidenceQuestion>(write_message(EvidenceQuestion{{}, {}, works})), "");
  }
  EXPECT_TRUE(beyond([](PartQuestion& one) { one.shared.groups.assign(kMostHits + 1, 1); }));
  const auto refused = [](const std::function<void(PartAnswer&)>& change) {
    PartAnswer answer = some_answer();
    change(answer);
    return fault<PartAnswer>(write_message(answer)) != "";
  };
  EXPECT_FALSE(refused([](PartAnswer&) {}));
  EXPECT_TRUE(refused([](PartAnswer& one) { one.hit_groups.push_back(1); }));
  EXPECT_TRUE(refused([](PartAnswer& one) { one.groups->push_back(1); }));
  EXPECT_TRUE(refused([](PartAnswer& one) { one.result.groups = 1; }));
  EXPECT_TRUE(refused([](PartAnswer& one) { one.members[0].sort_keys.clear(); }));
  EXPECT_TRUE(refused([](PartAnswer& one) { one.notes_on_nothing = {"\xff"}; }));
  const auto marks = [&](std::vector<Span> matches) {
    return !refused(
        [&](PartAnswer& one) { one.result.hits[0].passages[0].snippet_matches = matches; });
  };
  EXPECT_TRUE(marks({{0, 2}, {2, 4}}));
  EXPECT_FALSE(marks({{0, 5}}));
  EXPECT_FALSE(marks({{3, 2}}));
  EXPECT_FALSE(marks({{5, 5}}));
  EXPECT_FALSE(marks({{2, 4}, {0, 1}}));
  EXPECT_TRUE(refused([](PartAnswer& one) { one.result.hits[0].passages[0].matches[0].end = 99; }));
  EXPECT_TRUE(beyond([](PartQuestion& one) {
    Statistics false_ones;
    false_ones.documents.terms["a"] = {.holders = 1, .occurrences = 1};
    one.shared.statistics = std::make_shared<const Statistics>(std::move(false_ones));
  }));
  EXPECT_TRUE(beyond([](PartQuestion& one) {
    one.shared.least_evidence = std::numeric_limits<double>::infinity();
  }));
}

TEST(Wire, BringsWorksOverInOrder) {
  const std::vector<std::uint64_t> works = {0, 1, 0x0123456789abcdef, ~0ULL};
  EXPECT_EQ(read_works(write_works(works)), works);
  EXPECT_TRUE(read_works(write_works({})).empty());
  EXPECT_THROW(read_works(write_works({2, 1})), Error);
  EXPECT_THROW(read_works(write_works({1, 1})), Error);
  EXPECT_THROW(read_works(write_works(works).substr(0, 20)), Error);
  EXPECT_THROW(read_works("{}"), Error);
}

}  // namespace
}  // namespace undex::federation
