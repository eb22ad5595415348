#include "searcher/query/word_source.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "searcher/query/held.h"

namespace undex::query {
namespace {

using Xapian::Query;

/// The lists of more terms are merged by the engine.
constexpr std::size_t kFewTerms = 8;

/// The lists of the terms of a word, walked through side by side.
class WordSource : public Xapian::PostingSource {
 public:
  WordSource(AskedWord word, const Database& paragraphs, const Columns& columns,
             const Weights& weights)
      : word_(std::move(word)),
        shards_(paragraphs.shards()),
        columns_(columns),
        weights_(weights) {}

  void init(const Xapian::Database& paragraphs) override {
    shard_ = shards_.of(paragraphs);
    Xapian::termcount times = 0;
    lists_.clear();
    least_ = most_ = 0;
    for (const std::string& term : word_.terms) {
      const Xapian::PostingIterator begin = paragraphs.postlist_begin(term);
      if (begin == Xapian::PostingIterator()) continue;
      lists_.push_back({begin, *begin});
      times += paragraphs.get_wdf_upper_bound(term);
      const Xapian::doccount holders = paragraphs.get_termfreq(term);
      least_ = std::max(least_, holders);
      most_ += holders;
    }
    most_ = std::min(most_, paragraphs.get_doccount());
    at_ = 0;
    set_maxweight(weights_.most(word_.factor, times, paragraphs.get_doclength_lower_bound()));
  }
  Xapian::doccount get_termfreq_min() const override { return least_; }
  Xapian::doccount get_termfreq_est() const override { return most_; }
  Xapian::doccount get_termfreq_max() const override { return most_; }
  double get_weight() const override {
    Xapian::termcount times = 0;
    for (const List& list : lists_)
      if (list.docid == at_) times += list.place.get_wdf();
    return weights_.weight(word_.factor, times, columns_.length_of(shard_.whole(at_)));
  }
  Xapian::docid get_docid() const override { return at_; }
  bool at_end() const override { return lists_.empty(); }
  void next(double) override {
    move([&](const List& list) { return list.docid == at_; }, [](auto& place) { ++place; });
  }
  void skip_to(Xapian::docid wanted, double) override {
    move([&](const List& list) { return list.docid < wanted; },
         [&](auto& place) { place.skip_to(wanted); });
  }
  WordSource* clone() const override { return new WordSource(word_, shards_, columns_, weights_); }

 private:
  WordSource(AskedWord word, Shards shards, const Columns& columns, const Weights& weights)
      : word_(std::move(word)), shards_(std::move(shards)), columns_(columns), weights_(weights) {}

  struct List {
    Xapian::PostingIterator place;
    Xapian::docid docid = 0;  ///< there; 0 at the end
  };

  /// Those that are behind go on, and the first of all is where this stands.
  template <typename IsBehind, typename GoOn>
  void move(const IsBehind& is_behind, const GoOn& go_on) {
    bool ended = false;
    for (List& list : lists_) {
      if (!is_behind(list)) continue;
      go_on(list.place);
      list.docid = list.place == Xapian::PostingIterator() ? 0 : *list.place;
      ended = ended || list.docid == 0;
    }
    if (ended) std::erase_if(lists_, [](const List& list) { return list.docid == 0; });
    at_ = 0;
    for (const List& list : lists_)
      if (at_ == 0 || list.docid < at_) at_ = list.docid;
  }

  const AskedWord word_;
  const Shards shards_;
  const Columns& columns_;
  const Weights& weights_;
  Shard shard_;  ///< that it is asked for
  Xapian::doccount least_ = 0;
  Xapian::doccount most_ = 0;
  std::vector<List> lists_;  ///< that have not come to their end
  Xapian::docid at_ = 0;     ///< 0 before the first
};

/// So many of the first parts of an operator weigh; none where it is left to the engine.
std::size_t weighing_parts(const Query& query) {
  switch (query.get_type()) {
    case Query::OP_AND:
    case Query::OP_OR:
    case Query::OP_AND_MAYBE:
      return query.get_num_subqueries();
    case Query::OP_FILTER:
    case Query::OP_AND_NOT:
      return 1;
    default:
      return 0;
  }
}

}  // namespace

Query with_lengths(const Query& query, const Database& paragraphs, const Columns& columns,
                   const Weights& weights) {
  std::optional<AskedWord> word = asked_word(query, weights);
  if (word && word->terms.size() <= kFewTerms)
    return Query((new WordSource(std::move(*word), paragraphs, columns, weights))->release());
  const std::size_t weighing = weighing_parts(query);
  if (weighing == 0) return query;
  std::vector<Query> parts;
  for (std::size_t at = 0; at < query.get_num_subqueries(); ++at) {
    const Query part = query.get_subquery(at);
    parts.push_back(at < weighing ? with_lengths(part, paragraphs, columns, weights) : part);
  }
  return Query(query.get_type(), parts.begin(), parts.end());
}

}  // namespace undex::query
