#include "searcher/compare/words.h"

#include <algorithm>

#include "corpus/text.h"

namespace undex::comparing {
namespace {

constexpr long kMaxEdits = 1000;

using Words = std::vector<Word>;

/// Where the furthest path ends on each diagonal, step by step: row d has the diagonals -d..d.
class Paths {
 public:
  Paths(const Words& before, const Words& after)
      : before_(before),
        after_(after),
        before_size_(static_cast<long>(before.size())),
        after_size_(static_cast<long>(after.size())) {}

  /// Whether kMaxEdits lead from one to the other.
  bool find() {
    for (long edits = 0; edits <= kMaxEdits; ++edits) {
      std::vector<long>& row = rows_.emplace_back(static_cast<std::size_t>(2 * edits + 1));
      for (long diagonal = -edits; diagonal <= edits; diagonal += 2) {
        const long x = slid(begin_of(edits, diagonal), diagonal);
        row[static_cast<std::size_t>(diagonal + edits)] = x;
        if (diagonal == before_size_ - after_size_ && x >= before_size_) return true;
      }
    }
    return false;
  }

  /// The words on the path found.
  std::vector<Match> matches() const {
    std::vector<Match> out;
    long x = before_size_, diagonal = before_size_ - after_size_;
    for (long edits = static_cast<long>(rows_.size()) - 1; edits >= 0; --edits) {
      const long begin = begin_of(edits, diagonal);
      for (; x > begin; --x)
        out.push_back(
            {static_cast<std::size_t>(x - 1), static_cast<std::size_t>(x - 1 - diagonal)});
      if (edits == 0) break;
      const bool added = comes_down(edits, diagonal);
      x = added ? begin : begin - 1;
      diagonal += added ? 1 : -1;
    }
    std::reverse(out.begin(), out.end());
    return out;
  }

 private:
  long reached(long edits, long diagonal) const {
    return rows_[static_cast<std::size_t>(edits)][static_cast<std::size_t>(diagonal + edits)];
  }
  /// Whether the last edit before the diagonal added a word of the new text.
  bool comes_down(long edits, long diagonal) const {
    if (diagonal == -edits) return true;
    if (diagonal == edits) return false;
    return reached(edits - 1, diagonal - 1) < reached(edits - 1, diagonal + 1);
  }
  long begin_of(long edits, long diagonal) const {
    if (edits == 0) return 0;
    return comes_down(edits, diagonal) ? reached(edits - 1, diagonal + 1)
                                       : reached(edits - 1, diagonal - 1) + 1;
  }
  long slid(long x, long diagonal) const {
    for (long y = x - diagonal; x < before_size_ && y < after_size_ && y >= 0 && same(x, y); ++y)
      ++x;
    return x;
  }
  bool same(long x, long y) const {
    return before_[static_cast<std::size_t>(x)].id == after_[static_cast<std::size_t>(y)].id;
  }

  const Words& before_;
  const Words& after_;
  long before_size_;
  long after_size_;
  std::vector<std::vector<long>> rows_;
};

/// The place of each word that stands once; others are left out.
std::unordered_map<int, std::size_t> places_of_single(const Words& words) {
  std::unordered_map<int, std::size_t> places, twice;
  for (std::size_t at = 0; at < words.size(); ++at)
    if (!places.emplace(words[at].id, at).second) twice.emplace(words[at].id, at);
  for (const auto& [id, at] : twice) places.erase(id);
  return places;
}

/// The longest list of words that each text has once and in the same order.
std::vector<Match> anchors(const Words& before, const Words& after) {
  const std::unordered_map<int, std::size_t> places = places_of_single(after);
  const std::unordered_map<int, std::size_t> single = places_of_single(before);
  std::vector<Match> all;
  std::vector<std::size_t> ends, back;  // least end of a list of each length; the one before each
  for (std::size_t at = 0; at < before.size(); ++at) {
    const auto place = places.find(before[at].id);
    if (place == places.end() || !single.contains(before[at].id)) continue;
    const auto slot = std::lower_bound(
        ends.begin(), ends.end(), place->second,
        [&all](std::size_t match, std::size_t after_at) { return all[match].after < after_at; });
    back.push_back(slot == ends.begin() ? all.size() : *std::prev(slot));
    if (slot == ends.end())
      ends.push_back(all.size());
    else
      *slot = all.size();
    all.push_back({at, place->second});
  }
  std::vector<Match> out;
  for (std::size_t at = ends.empty() ? all.size() : ends.back(); at < all.size(); at = back[at]) {
    out.push_back(all[at]);
    if (back[at] == at) break;
  }
  std::reverse(out.begin(), out.end());
  return out;
}

}  // namespace

int Vocabulary::id(std::string_view word) {
  std::string key = fold(word);
  constexpr std::string_view kApostrophe = "\u2019";
  for (std::size_t at = 0; (at = key.find(kApostrophe, at)) != std::string::npos;)
    key.replace(at, kApostrophe.size(), "'");
  return ids_.emplace(std::move(key), static_cast<int>(ids_.size())).first->second;
}

std::vector<Word> Vocabulary::words(std::string_view text) {
  std::vector<Word> out;
  for (const WordSpan& span : undex::words(text))
    out.push_back(
        {span.begin, span.end, id(text.substr(span.begin, span.end - span.begin)), false});
  return out;
}

std::vector<Match> common_words(const Words& before, const Words& after) {
  Paths paths(before, after);
  return paths.find() ? paths.matches() : anchors(before, after);
}

std::vector<Match> in_runs(const std::vector<Match>& matches) {
  std::vector<Match> out;
  for (std::size_t first = 0, at = 0; first < matches.size(); first = at) {
    for (++at; at < matches.size() && matches[at].before == matches[at - 1].before + 1 &&
               matches[at].after == matches[at - 1].after + 1;)
      ++at;
    if (at - first >= kRun)
      out.insert(out.end(), matches.begin() + static_cast<std::ptrdiff_t>(first),
                 matches.begin() + static_cast<std::ptrdiff_t>(at));
  }
  return out;
}

}  // namespace undex::comparing
