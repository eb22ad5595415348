// Counts of an answer against reading every paragraph: queries made at random, always the same.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/searcher/sample_index.h"
#include "undex/search.h"

namespace undex {
namespace {

using Words = std::vector<std::string>;

const Words kVocabulary = {"kabor", "lumit", "radun", "zopel", "vimok", "tulef", "gerap"};

struct Text {
  std::string series;
  int year = 0;
  std::vector<Words> paragraphs;
};

bool holds(const Words& paragraph, const std::string& word) {
  return std::find(paragraph.begin(), paragraph.end(), word) != paragraph.end();
}

bool are_near(const Words& paragraph, const std::string& one, const std::string& other,
              int distance, bool ordered) {
  const int size = static_cast<int>(paragraph.size());
  const auto at = [&](int i) { return paragraph[static_cast<std::size_t>(i)]; };
  for (int i = 0; i < size; ++i)
    for (int j = 0; j < size; ++j)
      if (i != j && at(i) == one && at(j) == other && std::abs(i - j) - 1 <= distance &&
          (i < j || !ordered))
        return true;
  return false;
}

/// A query and what it means, said once more.
struct Question {
  std::string query;
  std::function<bool(const Text&, const Words&)> of_paragraph;
  std::function<bool(const Text&)> of_document;
};

/// What a document says when one of its paragraphs does.
Question about_paragraphs(std::string query,
                          const std::function<bool(const Text&, const Words&)>& answers) {
  return {std::move(query), answers, [answers](const Text& text) {
            return std::any_of(text.paragraphs.begin(), text.paragraphs.end(),
                               [&](const Words& paragraph) { return answers(text, paragraph); });
          }};
}

Question joined(const Question& a, const std::string& sign, const Question& b,
                const std::function<bool(bool, bool)>& join) {
  return {"(" + a.query + sign + b.query + ")",
          [=](const Text& text, const Words& paragraph) {
            return join(a.of_paragraph(text, paragraph), b.of_paragraph(text, paragraph));
          },
          [=](const Text& text) { return join(a.of_document(text), b.of_document(text)); }};
}

class Asker {
 public:
  std::size_t below(std::size_t end) { return random_() % end; }
  const std::string& word() { return kVocabulary[below(kVocabulary.size())]; }

  Question question(int depth) {
    switch (depth == 0 ? 0 : below(8)) {
      case 1:
      case 2:
        return joined(question(depth - 1), " AND ", question(depth - 1), std::logical_and<>());
      case 3:
        return joined(question(depth - 1), " OR ", question(depth - 1), std::logical_or<>());
      case 4:
        return joined(question(depth - 1), " NOT ", question(depth - 1),
                      [](bool a, bool b) { return a && !b; });
      case 5: {
        const Question inside = question(depth - 1);
        if (inside.query.find("para") != std::string::npos) return inside;  // not inside another
        return about_paragraphs("para(" + inside.query + ")", inside.of_paragraph);
      }
      case 6:
        return near();
      case 7:
        return year();
      default:
        break;
    }
    const std::string one = word();
    return about_paragraphs(
        "=" + one, [=](const Text&, const Words& paragraph) { return holds(paragraph, one); });
  }

  std::vector<Text> texts() {
    std::vector<Text> out;
    for (int i = 0; i < 40; ++i) {
      Text text{i % 3 == 0 ? "A/58/" : "E/2003/", 2003 + static_cast<int>(below(4)), {}};
      text.paragraphs.resize(1 + below(5));
      for (Words& paragraph : text.paragraphs)
        for (std::size_t left = 1 + below(7); left-- > 0;) paragraph.push_back(word());
      out.push_back(text);
    }
    return out;
  }

 private:
  Question near() {
    const std::string one = word();
    const std::string other = word();
    const int distance = 1 + static_cast<int>(below(3));
    const bool ordered = below(2) == 0;
    return about_paragraphs(
        "(=" + one + (ordered ? " ADJ/" : " NEAR/") + std::to_string(distance) + " =" + other + ")",
        [=](const Text&, const Words& paragraph) {
          return are_near(paragraph, one, other, distance, ordered);
        });
  }

  Question year() {
    const int from = 2003 + static_cast<int>(below(4));
    const auto answers = [=](const Text& text) { return text.year >= from; };
    return {"year:" + std::to_string(from) + "..",
            [=](const Text& text, const Words&) { return answers(text); }, answers};
  }

  std::mt19937 random_{5};
};

class ExactCounts : public testing::Test {
 protected:
  ExactCounts() : texts_(asker_.texts()) {
    std::vector<Document> documents;
    for (const Text& text : texts_) {
      std::vector<test::Part> parts;
      for (const Words& words : text.paragraphs) {
        std::string all;
        for (const std::string& word : words) all += (all.empty() ? "" : " ") + word;
        parts.push_back({std::to_string(parts.size() + 1), all});
      }
      documents.push_back(test::make_document(text.series + std::to_string(documents.size() + 1),
                                              std::to_string(text.year) + "-05-01", "", "Notes",
                                              parts));
    }
    test::make_sample_index(folder_.path(), documents);
  }

  /// "12 in 5, 2 groups; 2003: 3 in 1"
  std::string read(const Question& question, int first_year, int last_year) const {
    std::size_t paragraphs = 0, documents = 0;
    std::set<std::string> groups;
    std::map<int, std::pair<std::size_t, std::size_t>> years;
    for (const Text& text : texts_) {
      if (!question.of_document(text)) continue;
      const auto found = static_cast<std::size_t>(
          std::count_if(text.paragraphs.begin(), text.paragraphs.end(),
                        [&](const Words& words) { return question.of_paragraph(text, words); }));
      years[text.year].first += found;
      ++years[text.year].second;
      if (text.year < first_year || text.year > last_year) continue;
      paragraphs += found;
      ++documents;
      groups.insert(text.series);
    }
    std::string out = said(paragraphs, documents, groups.size());
    for (const auto& [year, found] : years)
      out += "; " + std::to_string(year) + ": " + std::to_string(found.first) + " in " +
             std::to_string(found.second);
    return out;
  }

  static std::string said(std::size_t paragraphs, std::size_t documents, std::size_t groups) {
    return std::to_string(paragraphs) + " in " + std::to_string(documents) + ", " +
           std::to_string(groups) + " groups";
  }

  static std::string answered(const Searcher& searcher, const Request& request) {
    const Result result = searcher.search(request);
    std::string out = said(result.paragraphs, result.documents, result.groups);
    std::map<std::string, std::string> years;
    for (const FacetCount& year : result.facets.at(0).values)
      if (year.documents > 0)
        years[year.value] =
            std::to_string(year.paragraphs) + " in " + std::to_string(year.documents);
    for (const auto& [year, found] : years) out += "; " + year + ": " + found;
    return out;
  }

  Asker asker_;
  std::vector<Text> texts_;
  test::TemporaryFolder folder_;
};

TEST_F(ExactCounts, AreThoseOfReadingEveryParagraph) {
  const Searcher searcher = Searcher::open(folder_.path());
  for (int round = 0; round < 300; ++round) {
    const Question question = asker_.question(3);
    Request request{.query = question.query, .facets = {"year"}};
    request.group = Group::series;
    // The facet is counted without conditions on its own field.
    if (question.query.find("year") != std::string::npos) continue;
    request.filters = {{.field = "year", .values = {"2004", "2005"}}};
    EXPECT_EQ(answered(searcher, request), read(question, 2004, 2005)) << question.query;
  }
}

TEST_F(ExactCounts, OfConditionsAnywhereInAQuery) {
  const Searcher searcher = Searcher::open(folder_.path());
  for (int round = 0; round < 300; ++round) {
    const Question question = asker_.question(3);
    Request request{.query = question.query, .facets = {}};
    request.group = Group::series;
    const Result result = searcher.search(request);
    const std::string expected = read(question, 0, 9999);
    EXPECT_EQ(said(result.paragraphs, result.documents, result.groups),
              expected.substr(0, expected.find(';')))
        << question.query;
    request.unit = Unit::paragraph;
    request.group = Group::none;
    request.limit = 1000;
    EXPECT_EQ(searcher.search(request).hits.size(), result.paragraphs) << question.query;
  }
}

TEST_F(ExactCounts, OfAnyOfTheWordsOfAQuestion) {
  const Searcher searcher = Searcher::open(folder_.path());
  for (int round = 0; round < 50; ++round) {
    const std::string one = asker_.word();
    const std::string other = asker_.word();
    const Question question = about_paragraphs(
        one + " " + other,
        [=](const Text&, const Words& words) { return holds(words, one) || holds(words, other); });
    Request request{.query = question.query, .facets = {"year"}};
    request.match = Match::any;
    request.group = Group::series;
    EXPECT_EQ(answered(searcher, request), read(question, 0, 9999)) << question.query;
  }
}

}  // namespace
}  // namespace undex
