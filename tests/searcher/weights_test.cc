// What words weigh: as the engine's own scheme has it, in the same way wherever they are held.
#include "searcher/query/weights.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <optional>

#include "searcher/search/index.h"
#include "tests/searcher/sample_index.h"

namespace undex::query {
namespace {

class WordWeights : public testing::Test {
 protected:
  void SetUp() override { index_.emplace(search::open_index(test::sample_archive())); }

  const Database& documents() const { return index_->databases.documents; }

  Xapian::MSet found(const Xapian::Query& query, const Weights& weights) const {
    Xapian::Enquire enquire(documents().engine());
    set_weights(enquire, weights);
    enquire.set_query(query);
    return enquire.get_mset(0, 10);
  }

  /// What all archives told of a word, where there is nothing but it.
  static Statistics told(std::uint64_t size, std::uint64_t words, TermCounts counts) {
    Statistics all;
    all.documents = {.size = size, .words = words, .terms = {{"desk", counts}}};
    return all;
  }

  double factor_told(const Statistics& all) const {
    const Census census(index_->databases, &all);
    Weights weights(Weighting::ineb2, Side::documents, census);
    return weights.factor(weights.number_of({{"desk"}}));
  }

  std::optional<search::Index> index_;
};

TEST_F(WordWeights, AreThoseOfTheEnginesOwnScheme) {
  const Census census(index_->databases);
  Weights weights(Weighting::ineb2, Side::documents, census);
  for (const char* term : {"desk", "Zen:servic", "mission", "the", "XC:service-desk"}) {
    const Xapian::MSet ours = found(weights.leaf(term), weights);
    Xapian::Enquire enquire(documents().engine());
    enquire.set_weighting_scheme(Xapian::IneB2Weight());
    enquire.set_query(Xapian::Query(term));
    const Xapian::MSet theirs = enquire.get_mset(0, 10);
    ASSERT_GT(ours.size(), 0U) << term;
    ASSERT_EQ(ours.size(), theirs.size()) << term;
    for (Xapian::doccount at = 0; at < ours.size(); ++at)
      EXPECT_NEAR(ours[at].get_weight(), theirs[at].get_weight(), 1e-6) << term;
  }
}

TEST_F(WordWeights, StayBelowTheirBounds) {
  const Census census(index_->databases);
  Weights weights(Weighting::ineb2, Side::documents, census);
  const Xapian::Query any(Xapian::Query::OP_SYNONYM, Xapian::Query("desk"),
                          Xapian::Query("mission"));
  for (const Xapian::Query& query : {weights.leaf("desk"), weights.leaf("mission"), any}) {
    const Xapian::MSet hits = found(query, weights);
    EXPECT_LE(hits.get_max_attained(), hits.get_max_possible());
  }
}

TEST_F(WordWeights, RestOnWhatAllArchivesTold) {
  EXPECT_GT(factor_told(told(1000, 100'000, {2, 4})), factor_told(told(1000, 100'000, {200, 400})));
  const Census census(index_->databases);
  const auto holders = documents().get_termfreq("desk");
  EXPECT_EQ(census.counts(Side::documents, "desk").holders, holders);
  const Statistics all = told(1000, 100'000, {200, 400});
  const Census together(index_->databases, &all);
  EXPECT_EQ(together.counts(Side::documents, "desk").holders, 200U);
  EXPECT_EQ(together.counts(Side::documents, "mission").holders,
            documents().get_termfreq("mission"));  // nobody told of it
}

TEST_F(WordWeights, AreNumbersWhateverOthersTold) {
  constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();
  for (const std::uint64_t size : {std::uint64_t{0}, std::uint64_t{1}, kMost})
    for (const std::uint64_t holders : {std::uint64_t{0}, std::uint64_t{2}, kMost})
      for (const std::uint64_t occurrences : {std::uint64_t{0}, std::uint64_t{1}, kMost}) {
        const double factor = factor_told(told(size, 10, {holders, occurrences}));
        EXPECT_TRUE(std::isfinite(factor) && factor >= 0) << size << ' ' << holders;
        EXPECT_LT(factor, 1e9);
      }
}

TEST_F(WordWeights, AddUpToTheSameInAnyOrder) {
  const double a = rounded_weight(0.1), b = rounded_weight(12345.678), c = rounded_weight(1e-5);
  EXPECT_EQ(a + b + c, c + b + a);
  EXPECT_NEAR(rounded_weight(0.1), 0.1, 1e-7);
}

}  // namespace
}  // namespace undex::query
