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
  explicit EvidenceSource(std::vector<Evidence> evidence) : evidence_(std::move(evidence)) {
    double most = 0;
    for (const Evidence& one : evidence_) most = std::max(most, one.second);
    set_maxweight(most);
  }

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

  void init(const Xapian::Database&) override {
    at_ = 0;
    begun_ = false;
  }
  /// The databases of an index are never shards.
  EvidenceSource* clone() const override { return nullptr; }

 private:
  Xapian::doccount count() const { return static_cast<Xapian::doccount>(evidence_.size()); }

  std::vector<Evidence> evidence_;
  std::size_t at_ = 0;
  bool begun_ = false;
};

/// Each with what its neighbours add, best first.
BestParagraphs with_neighbours(const BestParagraphs& best, const Columns& columns, double share) {
  const std::map<Xapian::docid, double> weights(best.begin(), best.end());
  const auto weight_beside = [&](Xapian::docid paragraph, Xapian::docid beside) {
    const auto found = weights.find(beside);
    const bool counts = found != weights.end() && columns.is_counted(beside) &&
                        columns.document_of(beside) == columns.document_of(paragraph);
    return counts ? found->second : 0;
  };
  BestParagraphs out = best;
  for (auto& [paragraph, weight] : out)
    weight += share * std::max(weight_beside(paragraph, paragraph - 1),
                               weight_beside(paragraph, paragraph + 1));
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
  const Xapian::Query evidence((new EvidenceSource({weights.begin(), weights.end()}))->release());
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
  Xapian::Enquire enquire(index.databases.paragraphs);
  set_weights(enquire, weights);
  enquire.set_query(query::with_lengths(query, index.databases.paragraphs, index.columns, weights));
  const std::size_t all = index.databases.paragraphs.get_doccount();
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
      documents, raised ? with_neighbours(best, index.columns, ranking.neighbour) : best, index,
      ranking);
  return with_feedback(with_evidence, index, weights, ranking.feedback);
}

}  // namespace undex::search
