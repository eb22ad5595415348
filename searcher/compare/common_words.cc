#include "searcher/compare/common_words.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <unordered_map>

#include "schemas/run_words.h"

namespace undex::comparing {
namespace {

using Words = std::span<const Word>;
constexpr std::size_t kBits = 64;

/// The longest common list by bits, a row for each word before: a bit of it is 0 where the list
/// grows with that word after.
class Rows {
 public:
  Rows(Words before, Words after)
      : width_((after.size() + kBits - 1) / kBits), bits_(before.size() * width_) {
    set_places(after);
    std::vector<std::uint64_t> row(width_, ~std::uint64_t{0});
    for (std::size_t at = 0; at < before.size(); ++at) {
      if (const auto found = numbers_.find(before[at].id); found != numbers_.end())
        add_word(row, &places_[found->second * width_]);
      std::copy(row.begin(), row.end(), bits_.begin() + static_cast<std::ptrdiff_t>(at * width_));
    }
  }
  bool grows(std::size_t before, std::size_t after) const {
    return ((bits_[before * width_ + after / kBits] >> (after % kBits)) & 1) == 0;
  }

 private:
  void set_places(Words after) {
    for (const Word& word : after) numbers_.try_emplace(word.id, numbers_.size());
    places_.resize(numbers_.size() * width_);
    for (std::size_t at = 0; at < after.size(); ++at)
      places_[numbers_.at(after[at].id) * width_ + at / kBits] |= std::uint64_t{1} << (at % kBits);
  }
  void add_word(std::vector<std::uint64_t>& row, const std::uint64_t* places) const {
    std::uint64_t carry = 0;
    for (std::size_t i = 0; i < width_; ++i) {
      const std::uint64_t matched = row[i] & places[i];
      std::uint64_t sum = row[i] + matched;
      const std::uint64_t over = sum < matched;
      sum += carry;
      carry = over | (sum < carry);
      row[i] = sum | (row[i] & ~matched);
    }
  }

  std::size_t width_;
  std::unordered_map<int, std::size_t> numbers_;  ///< of the words after, by id
  std::vector<std::uint64_t> places_;             ///< of each such word, a bit a place
  std::vector<std::uint64_t> bits_;
};

/// Parts of two texts and where they begin there.
struct Stretch {
  Words before, after;
  Match begin;
};

void add_longest(const Stretch& in, std::vector<Match>& out) {
  std::size_t i = in.before.size(), j = in.after.size();
  if (i == 0 || j == 0) return;
  const Rows rows(in.before, in.after);
  const auto first = static_cast<std::ptrdiff_t>(out.size());
  while (i > 0 && j > 0) {
    if (in.before[i - 1].id == in.after[j - 1].id) {
      --i, --j;
      out.push_back({in.begin.before + i, in.begin.after + j});
    } else if (rows.grows(i - 1, j - 1)) {
      --i;
    } else {
      --j;
    }
  }
  std::reverse(out.begin() + first, out.end());
}

/// The place of each word that stands once; others are left out.
std::unordered_map<int, std::size_t> places_of_single(Words words) {
  std::unordered_map<int, std::size_t> places, twice;
  for (std::size_t at = 0; at < words.size(); ++at)
    if (!places.emplace(words[at].id, at).second) twice.emplace(words[at].id, at);
  for (const auto& [id, at] : twice) places.erase(id);
  return places;
}

/// The longest list of words that each text has once and in the same order.
std::vector<Match> anchors(Words before, Words after) {
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

/// How many of the first matches stand together: those that most exceed half of the words up to
/// there. Where two stretches have come apart, words that are in both by chance stand thinner.
std::size_t count_together(std::span<const Match> found, const Match& begin) {
  std::size_t best = 0, most = 0;
  for (std::size_t count = 1; count <= found.size(); ++count) {
    const Match& last = found[count - 1];
    const std::size_t words = last.before + 1 - begin.before + last.after + 1 - begin.after;
    if (4 * count <= words + most) continue;
    most = 4 * count - words;
    best = count;
  }
  return best;
}

Stretch behind(const Stretch& in, const Match& step) {
  return {in.before.subspan(step.before),
          in.after.subspan(step.after),
          {in.begin.before + step.before, in.begin.after + step.after}};
}

/// Of texts that share more, from window to window: each begins behind the last word that stood
/// together with others in the one before. Where these were few the longer rest goes on alone: by
/// what it has more, the two come together again.
void add_by_windows(Stretch in, std::vector<Match>& out) {
  constexpr std::size_t kStep = kWindow / 2;
  while (in.before.size() > kWindow || in.after.size() > kWindow) {
    const std::size_t first = out.size();
    add_longest({in.before.first(std::min(kWindow, in.before.size())),
                 in.after.first(std::min(kWindow, in.after.size())), in.begin},
                out);
    out.resize(first + count_together(std::span(out).subspan(first), in.begin));
    Match step;
    if (out.size() > first)
      step = {out.back().before + 1 - in.begin.before, out.back().after + 1 - in.begin.after};
    in = behind(in, step);
    if (step.before + step.after >= kStep) continue;
    if (in.before.size() > in.after.size())
      in = behind(in, {std::min(kStep, in.before.size()), 0});
    else
      in = behind(in, {0, std::min(kStep, in.after.size())});
  }
  add_longest(in, out);
}

/// A stretch too long for one window: the anchors, and what stands between.
void add_in_parts(const Stretch& in, std::vector<Match>& out) {
  std::vector<Match> fixed = anchors(in.before, in.after);
  fixed.push_back({in.before.size(), in.after.size()});
  Match from;
  for (const Match& to : fixed) {
    add_by_windows({in.before.subspan(from.before, to.before - from.before),
                    in.after.subspan(from.after, to.after - from.after),
                    {in.begin.before + from.before, in.begin.after + from.after}},
                   out);
    if (to.before < in.before.size())
      out.push_back({in.begin.before + to.before, in.begin.after + to.after});
    from = {to.before + 1, to.after + 1};
  }
}

/// Where a word has its like farther on than need be, it is set beside the word before it.
void draw_together(std::vector<Match>& matches, Words before, Words after) {
  for (std::size_t at = 1; at < matches.size(); ++at) {
    const Match next = {matches[at - 1].before + 1, matches[at - 1].after + 1};
    Match& match = matches[at];
    const bool one_fits = (match.before == next.before) != (match.after == next.after);
    if (one_fits && before[next.before].id == after[next.after].id) match = next;
  }
}

}  // namespace

std::vector<Match> common_words(const std::vector<Word>& before, const std::vector<Word>& after) {
  const Stretch whole = {before, after, {}};
  std::vector<Match> out;
  if (before.size() <= kWindow && after.size() <= kWindow)
    add_longest(whole, out);
  else
    add_in_parts(whole, out);
  draw_together(out, before, after);
  return out;
}

void keep_stretches(std::vector<Match>& matches,
                    const std::function<bool(const Match&, std::size_t)>& is_wanted) {
  std::size_t write = 0;
  for (std::size_t first = 0, end = 0; first < matches.size(); first = end) {
    for (end = first + 1; end < matches.size() &&
                          matches[end].before == matches[end - 1].before + 1 &&
                          matches[end].after == matches[end - 1].after + 1;)
      ++end;
    if (is_wanted(matches[first], end - first))
      for (std::size_t at = first; at < end; ++at) matches[write++] = matches[at];
  }
  matches.resize(write);
}

std::vector<Match> in_runs(std::vector<Match> matches) {
  keep_stretches(matches, [](const Match&, std::size_t count) { return count >= kRunWords; });
  return matches;
}

}  // namespace undex::comparing
