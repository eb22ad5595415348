#include "searcher/compare/align.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "schemas/run_words.h"
#include "searcher/compare/common_words.h"
#include "searcher/compare/compare.h"

namespace undex::comparing {
namespace {

/// A run in more paragraphs is a set phrase.
constexpr std::size_t kCommonRun = 50;
/// Paragraphs looked at for each: those that share most runs.
constexpr std::size_t kCandidates = 8;
/// A paragraph of fewer words is the same or another.
constexpr std::size_t kShortest = 6;

using Paragraphs = std::vector<Paragraph>;
using Run = std::array<int, kRunWords>;

std::vector<int> ids_of(const Paragraph& paragraph) {
  std::vector<int> out;
  for (const Word& word : paragraph.words) out.push_back(word.id);
  return out;
}

std::map<Run, std::vector<std::size_t>> runs_of(const Paragraphs& paragraphs) {
  std::map<Run, std::vector<std::size_t>> runs;
  for (std::size_t at = 0; at < paragraphs.size(); ++at) {
    const std::vector<Word>& words = paragraphs[at].words;
    for (std::size_t word = 0; word + kRunWords <= words.size(); ++word) {
      std::vector<std::size_t>& in = runs[{words[word].id, words[word + 1].id, words[word + 2].id}];
      if (in.empty() || in.back() != at) in.push_back(at);
    }
  }
  return runs;
}

std::size_t own_words(const std::vector<Word>& words) {
  return static_cast<std::size_t>(
      std::ranges::count_if(words, [](const Word& word) { return !word.in_name; }));
}

/// Paragraphs of the text before by their runs.
struct Sources {
  std::map<Run, std::vector<std::size_t>> runs;
  std::vector<std::size_t> own_words;
};

Sources sources_of(const Paragraphs& paragraphs) {
  Sources out{runs_of(paragraphs), {}};
  for (const Paragraph& one : paragraphs) out.own_words.push_back(own_words(one.words));
  return out;
}

/// Those before that share most runs with this one, less those that with so few cannot have words
/// enough in common: a run keeps three words at most, and any may have the common runs too.
std::vector<std::size_t> candidates(const Paragraph& paragraph, const Sources& sources) {
  std::map<std::size_t, std::size_t> shared;
  std::size_t common = 0;
  const std::vector<Word>& words = paragraph.words;
  for (std::size_t word = 0; word + kRunWords <= words.size(); ++word) {
    const auto found = sources.runs.find({words[word].id, words[word + 1].id, words[word + 2].id});
    if (found == sources.runs.end()) continue;
    if (found->second.size() > kCommonRun)
      ++common;
    else
      for (const std::size_t at : found->second) ++shared[at];
  }
  const std::size_t own = own_words(words);
  std::vector<std::pair<std::size_t, std::size_t>> best(shared.begin(), shared.end());
  std::erase_if(best, [&](const auto& one) {
    return static_cast<double>(kRunWords * (one.second + common)) <
           kReworded * static_cast<double>(std::min(own, sources.own_words[one.first]));
  });
  std::stable_sort(best.begin(), best.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  if (best.size() > kCandidates) best.resize(kCandidates);
  std::vector<std::size_t> out;
  for (const auto& [at, count] : best) out.push_back(at);
  return out;
}

/// Which paragraphs have found theirs.
struct Taken {
  std::vector<bool> before, after;
  bool free(std::size_t a, std::size_t b) const { return !before[a] && !after[b]; }
  void take(std::size_t a, std::size_t b) { before[a] = after[b] = true; }
};

void take_identical(const Paragraphs& before, const Paragraphs& after, Taken& taken,
                    std::vector<Aligned>& out) {
  std::map<std::vector<int>, std::vector<std::size_t>> same;  // last first
  for (std::size_t at = before.size(); at-- > 0;) same[ids_of(before[at])].push_back(at);
  for (std::size_t at = 0; at < after.size(); ++at) {
    const auto found = same.find(ids_of(after[at]));
    if (after[at].words.empty() || found == same.end() || found->second.empty()) continue;
    const std::size_t from = found->second.back();
    found->second.pop_back();
    taken.take(from, at);
    out.push_back({from, at, 1, true, false});
  }
}

void take_reworded(const Paragraphs& before, const Paragraphs& after, Taken& taken,
                   std::vector<Aligned>& out) {
  const Sources sources = sources_of(before);
  std::vector<Aligned> pairs;
  for (std::size_t at = 0; at < after.size(); ++at) {
    if (taken.after[at] || after[at].words.size() < kShortest) continue;
    for (const std::size_t from : candidates(after[at], sources)) {
      if (taken.before[from] || before[from].words.size() < kShortest) continue;
      const double kept = kept_of(before[from].words, after[at].words);
      if (kept >= kReworded) pairs.push_back({from, at, kept, false, false});
    }
  }
  // Of equals the pair of like length, then the one that stands first.
  const auto rank = [&](const Aligned& pair) {
    const std::size_t a = before[pair.before].words.size(), b = after[pair.after].words.size();
    const double alike =
        pair.kept * static_cast<double>(std::min(a, b)) / static_cast<double>(std::max(a, b));
    return std::tuple(-pair.kept - alike, pair.after, pair.before);
  };
  std::sort(pairs.begin(), pairs.end(),
            [&](const Aligned& a, const Aligned& b) { return rank(a) < rank(b); });
  for (const Aligned& pair : pairs) {
    if (!taken.free(pair.before, pair.after)) continue;
    taken.take(pair.before, pair.after);
    out.push_back(pair);
  }
}

/// Pairs stand by `after`; those that are in no longest increasing list of `before` have moved.
void set_moved(std::vector<Aligned>& pairs) {
  std::vector<std::size_t> ends, back(pairs.size());
  for (std::size_t at = 0; at < pairs.size(); ++at) {
    const auto slot = std::lower_bound(
        ends.begin(), ends.end(), pairs[at].before,
        [&](std::size_t pair, std::size_t before) { return pairs[pair].before < before; });
    back[at] = slot == ends.begin() ? at : *std::prev(slot);
    if (slot == ends.end())
      ends.push_back(at);
    else
      *slot = at;
    pairs[at].moved = true;
  }
  for (std::size_t at = ends.empty() ? pairs.size() : ends.back(); at < pairs.size();
       at = back[at]) {
    pairs[at].moved = false;
    if (back[at] == at) break;
  }
}

}  // namespace

double kept_of(const std::vector<Word>& before, const std::vector<Word>& after) {
  const std::size_t shorter = std::min(own_words(before), own_words(after));
  if (shorter == 0) return 0;
  const auto kept =
      std::ranges::count_if(in_runs(common_words(before, after)), [&](const Match& match) {
        return !before[match.before].in_name && !after[match.after].in_name;
      });
  return static_cast<double>(kept) / static_cast<double>(shorter);
}

std::vector<Aligned> align(const Paragraphs& before, const Paragraphs& after) {
  std::vector<Aligned> out;
  Taken taken{std::vector<bool>(before.size()), std::vector<bool>(after.size())};
  take_identical(before, after, taken, out);
  take_reworded(before, after, taken, out);
  std::sort(out.begin(), out.end(),
            [](const Aligned& a, const Aligned& b) { return a.after < b.after; });
  set_moved(out);
  return out;
}

}  // namespace undex::comparing
