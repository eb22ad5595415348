#include "searcher/search/ranking.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "searcher/query/word_source.h"
#include "undex/error.h"

namespace undex::search {
namespace {

// What they are worth: tests/relevance/README.md.
constexpr Ranking kRankings[] = {
    {"production", Weighting::ineb2, 0.5, 0.3, 500},
    {"documents-only", Weighting::ineb2, 0, 0, 0},
    {"one-paragraph", Weighting::ineb2, 0.75, 0, 500},
    {"next-less", Weighting::ineb2, 0.5, 0.2, 500},
    {"next-more", Weighting::ineb2, 0.5, 0.5, 500},
    {"paragraph-less", Weighting::ineb2, 0.4, 0.24, 500},
    {"paragraph-more", Weighting::ineb2, 0.75, 0.45, 500},
    {"few-paragraphs", Weighting::ineb2, 0.5, 0.3, 100},
    {"neighbour", Weighting::ineb2, 0.5, 0.3, 500, 0.1},
    {"neighbour-more", Weighting::ineb2, 0.5, 0.3, 500, 0.2},
    {"feedback", Weighting::ineb2, 0.5, 0.3, 500, 0, {10, 30, 0.1}},
    {"feedback-few-words", Weighting::ineb2, 0.5, 0.3, 500, 0, {10, 5, 0.1}},
    {"feedback-more", Weighting::ineb2, 0.5, 0.3, 500, 0, {10, 15, 0.2}},
    {"bm25", Weighting::bm25, 0.5, 0.3, 500},
    {"bm25-documents-only", Weighting::bm25, 0, 0, 0},
};

using Evidence = std::pair<Xapian::docid, double>;

/// Documents, in order, with a weight each.
class EvidenceSource : public Xapian::PostingSource {
 public:
  EvidenceSource(std::vector<Evidence> evidence, query::Shards shards)
      : all_(std::move(evidence)), shards_(std::move(shards)) {}

  Xapian::doccount get_termfreq_min() const override { return count(); }
  Xapian::doccount get_termfreq_est() const override { return count(); }
  Xapian::doccount get_termfreq_max() const override { return count(); }
  double get_weight() const override { return evidence_[at_].second; }
  Xapian::docid get_docid() const override { return evidence_[at_].first; }
  bool at_end() const override { return at_ == evidence_.size(); }

  void next(double) override {
    if (std::exchange(begun_, true)) ++at_;
  }
  void skip_to(Xapian::docid wanted, double) override {
    begun_ = true;
    while (at_ < evidence_.size() && evidence_[at_].first < wanted) ++at_;
  }

  void init(const Xapian::Database& documents) override {
    const Shard shard = shards_.of(documents);
    double most = 0;
    evidence_.clear();
    for (const auto& [document, weight] : all_) {
      if (!shard.holds(document)) continue;
      evidence_.emplace_back(shard.own(document), weight);
      most = std::max(most, weight);
    }
    set_maxweight(most);
    at_ = 0;
    begun_ = false;
  }
  EvidenceSource* clone() const override { return new EvidenceSource(all_, shards_); }

 private:
  Xapian::doccount count() const { return static_cast<Xapian::doccount>(evidence_.size()); }

  const std::vector<Evidence> all_;
  const query::Shards shards_;
  std::vector<Evidence> evidence_;  ///< of the database that it is asked for
  std::size_t at_ = 0;
  bool begun_ = false;
};

/// Each with what its neighbours add, best first.
BestParagraphs with_neighbours(const BestParagraphs& best, const Index& index, double share) {
  const Columns& columns = index.columns;
  const auto next = static_cast<Xapian::docid>(index.databases.paragraphs.parts().size());
  const std::map<Xapian::docid, double> weights(best.begin(), best.end());
  const auto weight_beside = [&](Xapian::docid paragraph, Xapian::docid beside) {
    const auto found = weights.find(beside);
    const bool counts = found != weights.end() && columns.is_counted(beside) &&
                        columns.document_of(beside) == columns.document_of(paragraph);
    return counts ? found->second : 0;
  };
  BestParagraphs out = best;
  for (auto& [paragraph, weight] : out)
    weight += share * std::max(weight_beside(paragraph, paragraph - next),
                               weight_beside(paragraph, paragraph + next));
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return out;
}

Xapian::Query with_best_paragraphs(const Xapian::Query& documents, const BestParagraphs& best,
                                   const Index& index, const Ranking& ranking) {
  std::map<Xapian::docid, double> weights;
  std::set<Xapian::docid> with_next;
  for (const auto& [paragraph, weight] : best) {  // what came before weighs no less
    const std::uint32_t document = index.columns.document_of(paragraph);
    if (document == 0) continue;
    const auto [place, first] =
        weights.emplace(document, query::rounded_weight(weight * ranking.best_paragraph));
    if (!first && with_next.insert(document).second)
      place->second += query::rounded_weight(weight * ranking.next_paragraph);
  }
  if (weights.empty() || documents.empty()) return documents;
  const Xapian::Query evidence(
      (new EvidenceSource({weights.begin(), weights.end()}, index.databases.documents.shards()))
          ->release());
  return {Xapian::Query::OP_AND_MAYBE, documents, evidence};
}

}  // namespace

std::span<const Ranking> rankings() { return kRankings; }

const Ranking& ranking_of(std::string_view name) {
  for (const Ranking& ranking : kRankings)
    if (ranking.name == name) return ranking;
  throw Error(ErrorKind::usage, "no ranking is called '" + std::string(name) + "'",
              "searcher/search/ranking.cc has their names");
}

BestParagraphs best_paragraphs(const Xapian::Query& query, const Index& index,
                               const query::Weights& weights, const Ranking& ranking) {
  BestParagraphs best;
  if (ranking.paragraphs == 0 || query.empty()) return best;
  const query::Database& paragraphs = index.databases.paragraphs;
  Xapian::Enquire enquire(paragraphs.engine());
  set_weights(enquire, weights);
  enquire.set_query(
      paragraphs.live(query::with_lengths(query, paragraphs, index.columns, weights)));
  const std::size_t all = paragraphs.get_doccount();
  const Xapian::MSet found =
      enquire.get_mset(0, static_cast<Xapian::doccount>(std::min(ranking.paragraphs + 1, all)));
  best.reserve(found.size());
  for (auto it = found.begin(); it != found.end(); ++it) best.emplace_back(*it, it.get_weight());
  return best;
}

double least_evidence(std::vector<double> weights, const Ranking& ranking) {
  if (weights.size() <= ranking.paragraphs) return 0;
  const auto at = weights.begin() + static_cast<std::ptrdiff_t>(ranking.paragraphs);
  std::nth_element(weights.begin(), at, weights.end(), std::greater<>());
  return *at;
}

Xapian::Query ranked(const Xapian::Query& documents, const BestParagraphs& best, const Index& index,
                     query::Weights& weights, const Ranking& ranking) {
  const bool raised = ranking.neighbour > 0;
  const Xapian::Query with_evidence = with_best_paragraphs(
      documents, raised ? with_neighbours(best, index, ranking.neighbour) : best, index, ranking);
  return with_feedback(with_evidence, index, weights, ranking.feedback);
}

}  // namespace undex::search
