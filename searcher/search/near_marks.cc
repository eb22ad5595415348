#include "searcher/search/near_marks.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "corpus/text.h"

namespace undex::search {
namespace {

/// Marks that hang together.
class Groups {
 public:
  explicit Groups(std::size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t of(std::size_t mark) {
    while (parent_[mark] != mark) mark = parent_[mark] = parent_[parent_[mark]];
    return mark;
  }
  void join(std::size_t one, std::size_t other) { parent_[of(other)] = of(one); }

 private:
  std::vector<std::size_t> parent_;
};

/// Marks of one chain, in order of their places.
class ChainMarks {
 public:
  ChainMarks(const Wanted::Chain& chain, std::vector<const PlacedMark*> marks,
             std::string_view text)
      : chain_(chain), marks_(std::move(marks)) {
    std::sort(marks_.begin(), marks_.end(), [](const PlacedMark* one, const PlacedMark* other) {
      return one->first != other->first ? one->first < other->first : one->last < other->last;
    });
    if (chain.unit == NearNode::Unit::sentence) number_sentences(text);
  }

  /// Those that stay.
  std::vector<const PlacedMark*> near() const { return chain_.ordered ? in_order() : together(); }

 private:
  void number_sentences(std::string_view text) {
    const std::vector<TextSpan> all = sentences(text);
    for (const PlacedMark* mark : marks_)
      sentence_.push_back(
          static_cast<std::size_t>(std::upper_bound(all.begin(), all.end(), mark->mark.begin,
                                                    [](std::size_t place, const TextSpan& one) {
                                                      return place < one.begin;
                                                    }) -
                                   all.begin()));
  }

  std::size_t part_of(std::size_t at) const {
    return chain_.part_of[marks_[at]->mark.asked - chain_.first];
  }

  /// From one mark to a later one.
  bool is_near(std::size_t at, std::size_t later) const {
    if (!sentence_.empty()) return sentence_[later] - sentence_[at] <= chain_.distance;
    return marks_[later]->first <= marks_[at]->last + 1 + chain_.distance;
  }

  /// Neighbours of different parts make groups; those in which every part has its place.
  std::vector<const PlacedMark*> together() const {
    Groups groups(marks_.size());
    std::size_t other = 0;  // the last mark of another part than the one before this
    for (std::size_t at = 1; at < marks_.size(); ++at) {
      if (part_of(at) != part_of(at - 1)) other = at - 1;
      if (part_of(other) != part_of(at) && is_near(other, at)) groups.join(other, at);
    }
    for (std::size_t at = marks_.size(); at-- > 1;) {
      if (part_of(at) != part_of(at - 1) || at + 1 == marks_.size()) other = at;
      if (part_of(other) != part_of(at - 1) && is_near(at - 1, other)) groups.join(at - 1, other);
    }
    std::map<std::size_t, std::set<std::size_t>> parts;
    for (std::size_t at = 0; at < marks_.size(); ++at) parts[groups.of(at)].insert(part_of(at));
    std::vector<const PlacedMark*> kept;
    for (std::size_t at = 0; at < marks_.size(); ++at)
      if (parts[groups.of(at)].size() == chain_.parts) kept.push_back(marks_[at]);
    return kept;
  }

  /// Each part behind the one before it: what can be reached from the first part, and of that what
  /// leads to the last.
  std::vector<const PlacedMark*> in_order() const {
    constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    std::vector<std::size_t> latest(chain_.parts, kNone);
    std::vector<bool> reached(marks_.size());
    std::vector<std::size_t> from(marks_.size(), kNone);
    for (std::size_t at = 0; at < marks_.size(); ++at) {
      const std::size_t part = part_of(at);
      if (part > 0) from[at] = latest[part - 1];
      reached[at] = part == 0 || (from[at] != kNone && is_near(from[at], at));
      if (reached[at]) latest[part] = at;
    }
    std::vector<bool> leads(marks_.size());
    for (std::size_t at = marks_.size(); at-- > 0;) {
      if (!reached[at]) continue;
      leads[at] = leads[at] || part_of(at) + 1 == chain_.parts;
      if (leads[at] && from[at] != kNone) leads[from[at]] = true;
    }
    std::vector<const PlacedMark*> kept;
    for (std::size_t at = 0; at < marks_.size(); ++at)
      if (leads[at]) kept.push_back(marks_[at]);
    return kept;
  }

  const Wanted::Chain& chain_;
  std::vector<const PlacedMark*> marks_;
  std::vector<std::size_t> sentence_;  ///< of each mark; empty when words are counted
};

bool is_of(const PlacedMark& mark, const Wanted::Chain& chain) {
  return mark.mark.asked >= chain.first && mark.mark.asked - chain.first < chain.part_of.size();
}

}  // namespace

void keep_near(std::vector<PlacedMark>& marks, const std::vector<Wanted::Chain>& chains,
               std::string_view text) {
  for (const Wanted::Chain& chain : chains) {
    std::vector<const PlacedMark*> of_chain;
    for (const PlacedMark& mark : marks)
      if (is_of(mark, chain)) of_chain.push_back(&mark);
    if (of_chain.empty()) continue;
    std::vector<PlacedMark> kept;
    for (const PlacedMark* mark : ChainMarks(chain, std::move(of_chain), text).near())
      kept.push_back(*mark);
    std::erase_if(marks, [&](const PlacedMark& mark) { return is_of(mark, chain); });
    marks.insert(marks.end(), kept.begin(), kept.end());
  }
}

}  // namespace undex::search
