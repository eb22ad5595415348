// Facets against a count by hand over an index of random documents, and what else they promise.
#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tests/searcher/sample_index.h"
#include "undex/cross_table.h"
#include "undex/search.h"

namespace undex {
namespace {

using Words = std::set<std::string>;
using Counts = std::map<std::string, std::pair<std::size_t, std::size_t>>;  // documents, paragraphs

/// How a document begins its symbol, and the bodies it is counted under.
struct Series {
  std::string prefix;
  Words bodies;
};
const std::vector<Series> kSeries = {{"A/57/", {"A/"}},
                                     {"A/C.1/57/", {"A/", "A/C.1/"}},
                                     {"A/HRC/WG.6/3/", {"A/", "A/HRC/", "A/HRC/WG.6/"}},
                                     {"E/2003/", {"E/"}},
                                     {"E/CN.16/2003/", {"E/", "E/CN.16/"}}};
const std::vector<std::string> kOrgans = {"General Assembly", "Economic and Social Council"};
const std::vector<std::string> kThings = {"lamp", "rope", "kite", "drum"};
const std::map<std::string, std::string> kRegions = {
    {"Chad", "Africa"}, {"Benin", "Africa"}, {"Norway", "Europe"}, {"Peru", "Americas"}};

struct Paragraph {
  Words things, states;
};
struct Sample {
  const Series* series = nullptr;
  std::string organ, year;
  std::vector<Paragraph> paragraphs;
  Words things() const {
    Words all;
    for (const Paragraph& one : paragraphs) all.insert(one.things.begin(), one.things.end());
    return all;
  }
};

bool has(const Words& words, const std::string& word) { return words.contains(word); }

std::string sentence(const Paragraph& paragraph) {
  std::string text = "Nothing was seen";
  for (const std::string& thing : paragraph.things) text += ", no " + thing;
  for (const std::string& state : paragraph.states) text += ", not in " + state;
  return text + ".";
}

/// What a query finds, told without the engine.
struct Question {
  std::string query;
  std::function<bool(const Sample&)> finds_document;
  std::function<bool(const Paragraph&)> finds_paragraph;
};

class Facets : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new test::TemporaryFolder;
    std::mt19937 random(20031121);
    const auto below = [&](std::size_t end) { return static_cast<std::size_t>(random() % end); };
    std::vector<Document> documents;
    for (std::size_t number = 1; number <= 120; ++number) {
      Sample sample{&kSeries[below(kSeries.size())],
                    kOrgans[below(2)],
                    std::to_string(1998 + below(9) + (below(9) > 5 ? 6 : 0)),
                    {}};
      std::vector<test::Part> parts;
      for (std::size_t at = 1; at <= 1 + below(8); ++at) {
        Paragraph paragraph;
        for (const std::string& thing : kThings)
          if (below(4) == 0) paragraph.things.insert(thing);
        for (const auto& [state, region] : kRegions)
          if (below(5) == 0) paragraph.states.insert(state);
        parts.push_back({std::to_string(at), sentence(paragraph)});
        sample.paragraphs.push_back(std::move(paragraph));
      }
      documents.push_back(test::make_document(sample.series->prefix + std::to_string(number),
                                              sample.year + "-05-28", sample.organ, "A report",
                                              parts));
      samples_.push_back(std::move(sample));
    }
    test::make_sample_index(folder_->path(), documents);
    searcher_ = new Searcher(Searcher::open(folder_->path()));
  }
  static void TearDownTestSuite() {
    delete searcher_;
    delete folder_;
    samples_.clear();
  }

  static Words values_of(const Sample& sample, const std::string& field) {
    if (field == "body") return sample.series->bodies;
    if (field == "organ") return {sample.organ};
    if (field == "year") return {sample.year};
    Words values;
    for (const Paragraph& one : sample.paragraphs) values.merge(values_of(one, field));
    return values;
  }
  static Words values_of(const Paragraph& paragraph, const std::string& field) {
    Words values;
    for (const std::string& state : paragraph.states)
      values.insert(field == "state" ? state : kRegions.at(state));
    return values;
  }

  static Counts by_hand(const std::string& field, const Question& question) {
    const bool own = field == "state" || field == "region";
    Counts counts;
    for (const Sample& sample : samples_) {
      if (!question.finds_document(sample)) continue;
      for (const std::string& value : values_of(sample, field)) {
        auto& [documents, paragraphs] = counts[value];
        ++documents;
        for (const Paragraph& one : sample.paragraphs)
          if (question.finds_paragraph(one) && (!own || has(values_of(one, field), value)))
            ++paragraphs;
      }
    }
    return counts;
  }

  static Facet facet(const std::string& field, Request request) {
    request.facets = {field};
    request.limit = 0;
    request.facet_values = 0;
    return searcher_->search(request).facets.front();
  }
  static Counts counted(const Facet& facet) {
    Counts counts;
    for (const FacetCount& value : facet.values)
      if (value.documents > 0) counts[value.value] = {value.documents, value.paragraphs};
    return counts;
  }

  static test::TemporaryFolder* folder_;
  static Searcher* searcher_;
  static std::vector<Sample> samples_;
};
test::TemporaryFolder* Facets::folder_ = nullptr;
Searcher* Facets::searcher_ = nullptr;
std::vector<Sample> Facets::samples_;

const std::vector<Question> kQuestions = {
    {"", [](const Sample&) { return true; }, [](const Paragraph&) { return true; }},
    {"lamp", [](const Sample& s) { return has(s.things(), "lamp"); },
     [](const Paragraph& p) { return has(p.things, "lamp"); }},
    {"lamp rope",
     [](const Sample& s) { return has(s.things(), "lamp") && has(s.things(), "rope"); },
     [](const Paragraph& p) { return has(p.things, "lamp") && has(p.things, "rope"); }},
    {"lamp OR drum",
     [](const Sample& s) { return has(s.things(), "lamp") || has(s.things(), "drum"); },
     [](const Paragraph& p) { return has(p.things, "lamp") || has(p.things, "drum"); }},
    {"lamp NOT kite",
     [](const Sample& s) { return has(s.things(), "lamp") && !has(s.things(), "kite"); },
     [](const Paragraph& p) { return has(p.things, "lamp"); }},
    {"lamp body:E/",
     [](const Sample& s) { return has(s.things(), "lamp") && has(s.series->bodies, "E/"); },
     [](const Paragraph& p) { return has(p.things, "lamp"); }},
};

TEST_F(Facets, AreWhatACountByHandGives) {
  for (const Question& question : kQuestions)
    for (const char* field : {"organ", "year", "state", "region", "body"}) {
      if (question.query.find(field) != std::string::npos) continue;
      const Facet counts = facet(field, {.query = question.query, .facets = {}});
      EXPECT_EQ(counted(counts), by_hand(field, question)) << question.query << ' ' << field;
      EXPECT_EQ(counts.distinct, by_hand(field, question).size()) << question.query << ' ' << field;
    }
}

TEST_F(Facets, AreCountedWithoutTheConditionsOnTheirOwnField) {
  const Request request{.query = "lamp year:2000..2002 organ:\"General Assembly\"", .facets = {}};
  const auto lamps = [](const Paragraph& p) { return has(p.things, "lamp"); };
  const auto in_years = [](const Sample& s) { return s.year >= "2000" && s.year <= "2002"; };
  const auto of_assembly = [](const Sample& s) { return s.organ == "General Assembly"; };
  const auto lit = [](const Sample& s) { return has(s.things(), "lamp"); };
  EXPECT_EQ(counted(facet("organ", request)),
            by_hand("organ", {"", [&](const Sample& s) { return lit(s) && in_years(s); }, lamps}));
  EXPECT_EQ(
      counted(facet("year", request)),
      by_hand("year", {"", [&](const Sample& s) { return lit(s) && of_assembly(s); }, lamps}));
  EXPECT_EQ(
      counted(facet("body", request)),
      by_hand("body", {"", [&](const Sample& s) { return lit(s) && in_years(s) && of_assembly(s); },
                       lamps}));
  for (const FacetCount& value : facet("organ", request).values)
    EXPECT_EQ(value.selected, value.value == "General Assembly") << value.value;
  for (const FacetCount& value : facet("year", request).values)
    EXPECT_EQ(value.selected, value.value >= "2000" && value.value <= "2002") << value.value;

  for (const char* query : {"year:2000..2002", "year>=2000 year<2003", "year>1999 AND year<=2002"})
    for (const FacetCount& value : facet("year", {.query = query, .facets = {}}).values)
      EXPECT_EQ(value.selected, value.value >= "2000" && value.value <= "2002")
          << query << ' ' << value.value;
  for (const FacetCount& value :
       facet("year", {.query = "year:2000..2001,2003..", .facets = {}}).values)
    EXPECT_EQ(value.selected, value.value >= "2000" && value.value != "2002") << value.value;

  const Request filtered{
      .query = "lamp", .filters = {{"body", {"E/CN.16/", "A/C.1/"}}}, .facets = {}};
  EXPECT_EQ(counted(facet("body", filtered)), by_hand("body", {"", lit, lamps}));
  EXPECT_EQ(counted(facet("organ", filtered)),
            by_hand("organ", {"",
                              [&](const Sample& s) {
                                return lit(s) && (has(s.series->bodies, "E/CN.16/") ||
                                                  has(s.series->bodies, "A/C.1/"));
                              },
                              lamps}));
}

TEST_F(Facets, ShowWhatIsAskedForThoughItHasNoMatch) {
  Request request{.query = "state:Peru organ:\"General Assembly\" year:1900", .facets = {}};
  std::string shown;
  for (const FacetCount& value : facet("organ", request).values)
    shown += value.value + (value.selected ? "* " : " ") + std::to_string(value.documents);
  EXPECT_EQ(shown, "General Assembly* 0");
  EXPECT_EQ(facet("organ", request).distinct, 0u);
}

TEST_F(Facets, FindAsManyAsTheyCount) {
  for (const char* field : {"body", "organ", "year", "state", "region"})
    for (const FacetCount& value : facet(field, {.query = {}, .facets = {}}).values) {
      const Result found = searcher_->search(
          {.query = {}, .filters = {{field, {value.value}}}, .facets = {}, .limit = 0});
      EXPECT_EQ(found.documents, value.documents) << field << ' ' << value.value;
      EXPECT_EQ(found.paragraphs, value.paragraphs) << field << ' ' << value.value;
      EXPECT_EQ(value.held, value.documents) << field << ' ' << value.value;
    }
}

TEST_F(Facets, NameWhatAValueBelongsToAndPutItFirst) {
  Request request{.query = {}, .facets = {"body"}};
  request.limit = 0;
  for (std::size_t limit = 1; limit < 7; ++limit) {
    request.facet_values = limit;
    const Facet bodies = searcher_->search(request).facets.front();
    EXPECT_EQ(bodies.values.size(), limit);
    Words shown;
    for (const FacetCount& value : bodies.values) {
      EXPECT_TRUE(value.parent.empty() || has(shown, value.parent)) << value.value;
      shown.insert(value.value);
    }
  }
  for (const FacetCount& value : facet("body", {.query = {}, .facets = {}}).values)
    EXPECT_EQ(value.parent == "A/HRC/", value.value == "A/HRC/WG.6/") << value.value;
}

TEST_F(Facets, AreLookedThroughWithoutCaseOrAccents) {
  Request request{.query = {}, .facets = {}};
  request.facet_matching = "DÉVELOP";
  const Facet bodies = facet("body", request);
  ASSERT_EQ(bodies.values.size(), 1u);
  EXPECT_EQ(bodies.values[0].value, "E/CN.16/");
  EXPECT_EQ(bodies.matching, 1u);
  EXPECT_EQ(bodies.distinct, 6u);
  request.facet_matching = "commission de la science";
  EXPECT_TRUE(facet("body", request).values.empty());
  request.language = "fr";
  EXPECT_EQ(facet("body", request).values.size(), 1u);
}

TEST_F(Facets, AreLabelledInTheLanguageAskedFor) {
  Request request{.query = {}, .facets = {}};
  request.language = "es";
  const Facet states = facet("state", request);
  EXPECT_EQ(states.label, "Estado Miembro");
  Words labels;
  for (const FacetCount& value : states.values) labels.insert(value.label);
  EXPECT_EQ(labels, (Words{"Benin", "Chad", "Noruega", "Perú"}));
  request.language = "xx";
  EXPECT_THROW(facet("state", request), Error);
}

TEST_F(Facets, StandByNameWhereThatIsAskedFor) {
  Request request{.query = {}, .facets = {}};
  request.facet_order = FacetOrder::name;
  std::string names;
  for (const FacetCount& value : facet("state", request).values) names += value.value + " ";
  EXPECT_EQ(names, "Benin Chad Norway Peru ");
}

TEST_F(Facets, CountDecadesByDocument) {
  Request request{.query = "lamp", .facets = {}};
  request.decades = true;
  Counts expected;
  for (const Sample& sample : samples_) {
    if (!has(sample.things(), "lamp")) continue;
    auto& [documents, paragraphs] =
        expected[sample.year.substr(0, 3) + "0.." + sample.year.substr(0, 3) + "9"];
    ++documents;
    for (const Paragraph& one : sample.paragraphs) paragraphs += has(one.things, "lamp") ? 1 : 0;
  }
  EXPECT_EQ(counted(facet("year", request)), expected);
}

TEST_F(Facets, CrossAsACountByHandDoes) {
  const CrossTable table = cross_table(
      folder_->path(), {.query = "lamp", .rows = "state", .columns = "body", .having = {}});
  std::map<std::pair<std::string, std::string>, std::pair<std::set<const Sample*>, std::size_t>>
      expected;
  for (const Sample& sample : samples_)
    for (const Paragraph& one : sample.paragraphs)
      for (const std::string& state : one.states)
        for (const std::string& body : sample.series->bodies)
          if (has(one.things, "lamp")) {
            expected[{state, body}].first.insert(&sample);
            ++expected[{state, body}].second;
          }
  EXPECT_EQ(table.cells.size(), expected.size());
  for (const CrossCell& cell : table.cells) {
    const auto& [documents, paragraphs] = expected.at(
        {table.rows.values.at(cell.row).value, table.columns.values.at(cell.column).value});
    EXPECT_EQ(cell.documents, documents.size());
    EXPECT_EQ(cell.paragraphs, paragraphs);
  }
}

}  // namespace
}  // namespace undex
