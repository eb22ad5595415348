#include "searcher/search/passages.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "corpus/locator.h"
#include "searcher/query/word_source.h"

namespace undex::search {
Xapian::Query counted_blocks() { return Xapian::Query(std::string(kParagraphTerm)); }

query::Docids Passages::best(const Xapian::Query& query, std::size_t limit) const {
  const query::Database& paragraphs = expansion_.context().paragraphs;
  const query::Weights& weights = expansion_.weights(query::Side::paragraphs);
  Xapian::Enquire enquire(paragraphs.engine());
  set_weights(enquire, weights);
  enquire.set_query(
      paragraphs.live(with_lengths(query, paragraphs, expansion_.context().columns, weights)));
  enquire.set_sort_by_relevance_then_value(kSlotBlock, false);
  const std::size_t all = paragraphs.get_doccount();
  const Xapian::MSet found =
      enquire.get_mset(0, static_cast<Xapian::doccount>(std::min(limit, all)));
  return {found.begin(), found.end()};
}

std::vector<Passage> Passages::of(const query::Docids& places, const std::string& language) const {
  std::vector<std::pair<int, Passage>> by_block;
  for (const Xapian::docid place : places) {
    ParagraphCard card = expansion_.context().cards.at(place);
    const int number = card.block;
    by_block.emplace_back(number, passage(place, std::move(card), language));
  }
  std::stable_sort(by_block.begin(), by_block.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Passage> passages;
  for (auto& [block, passage] : by_block) passages.push_back(std::move(passage));
  return passages;
}

std::vector<Passage> Passages::opening(const Xapian::Query& own,
                                       const std::string& language) const {
  using Xapian::Query;
  const Query summary(std::string(kLocatorPrefix) + "summary");
  for (const Query& place : {summary, counted_blocks()}) {
    const Query there(Query::OP_FILTER, place, own);
    std::vector<Passage> first = of(best(Query(Query::OP_SCALE_WEIGHT, there, 0.0), 1), language);
    if (!first.empty()) return first;
  }
  return {};
}

Passage Passages::passage(Xapian::docid place, ParagraphCard card,
                          const std::string& language) const {
  Passage out;
  out.locator = std::move(card.locator);
  out.text = std::move(card.text);
  const std::optional<Locator> locator = parse_locator(out.locator);
  out.pinpoint = locator ? locator->citation() : out.locator;
  const std::vector<Mark> marks = marker_.marks(out.text, language);
  out.matches = spans_of(marks);
  Snippet snippet = make_snippet(out.text, marks);
  out.snippet = std::move(snippet.text);
  out.snippet_matches = std::move(snippet.matches);
  out.paragraph = expansion_.context().columns.is_counted(place);
  return out;
}

}  // namespace undex::search
