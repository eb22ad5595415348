#include "searcher/reuse/candidates.h"

#include <algorithm>
#include <cmath>

namespace undex::reuse {
namespace {

using Lists = query::ShardedRuns;

/// A run in more paragraphs says little of where a wording comes from.
constexpr std::size_t kRareParagraphs = 500;
/// Of frequent runs the rarest are read until there are so many docids.
constexpr std::size_t kMostRead = 100'000;
constexpr std::size_t kMostCompared = 2000;
/// So many words in common have a run among them: three words side by side are one run, and some
/// are in pairs.
constexpr std::size_t kWordsOfRun = 4;
/// Fewer words in common say little.
constexpr std::size_t kFewWords = 8;

/// What the text's runs are in, the rarest first.
std::vector<Lists::List> lists_of(const Lists& runs, const TextRuns& text) {
  std::vector<Lists::List> lists;
  for (const std::uint32_t hash : text.hashes)
    if (const Lists::List list = runs.find(hash); list.count > 0) lists.push_back(list);
  std::stable_sort(lists.begin(), lists.end(),
                   [](const Lists::List& a, const Lists::List& b) { return a.count < b.count; });
  return lists;
}

/// The paragraphs of these lists that are wanted, each with how many lists it is in.
std::vector<Candidate> counted(std::vector<std::uint32_t> docids,
                               const std::function<bool(std::uint32_t)>& wanted) {
  std::sort(docids.begin(), docids.end());
  std::vector<Candidate> out;
  for (auto at = docids.begin(); at != docids.end();) {
    const auto end = std::find_if(at, docids.end(), [&](std::uint32_t one) { return one != *at; });
    if (wanted(*at)) out.push_back({*at, static_cast<std::uint32_t>(end - at)});
    at = end;
  }
  return out;
}

/// Leaves out what shares too few runs, and what is too much.
void choose(Candidates& found, const std::function<bool(const Candidate&)>& may_be_kept) {
  std::erase_if(found.list, [&](const Candidate& one) { return !may_be_kept(one); });
  std::stable_sort(found.list.begin(), found.list.end(),
                   [](const Candidate& a, const Candidate& b) { return a.shared > b.shared; });
  if (found.list.size() <= kMostCompared) return;
  found.list.resize(kMostCompared);
  found.all = false;
}

}  // namespace

std::size_t Wanted::least_words(std::size_t asked, std::size_t other) const {
  const auto part_of = [this](std::size_t words) {
    return static_cast<std::size_t>(std::ceil(kept * static_cast<double>(words)));
  };
  const std::size_t shorter = clause ? asked : std::min(asked, other);
  const std::size_t longer = clause ? asked : std::max(asked, other);
  const std::size_t of_both = std::min(part_of(longer), shorter / 2 + 1);
  return std::max({part_of(shorter), of_both, std::min(kFewWords, longer / 2 + 1)});
}

Candidates candidates(const Lists& runs, const TextRuns& text, const Wanted& wanted) {
  const std::vector<Lists::List> lists = lists_of(runs, text);
  const auto frequent = static_cast<std::size_t>(
      std::find_if(lists.begin(), lists.end(),
                   [](const Lists::List& list) { return list.count > kRareParagraphs; }) -
      lists.begin());
  std::vector<std::uint32_t> docids;
  std::size_t read = 0;
  for (; read < frequent; ++read) runs.read(lists[read], docids);
  Candidates found{.list = counted(docids, wanted.paragraph)};
  // A formula that stands in thousands of resolutions has hardly a rare run.
  if (found.list.empty() || lists.size() > 2 * frequent) {
    for (; read < lists.size() && docids.size() < kMostRead; ++read) runs.read(lists[read], docids);
    found.list = counted(std::move(docids), wanted.paragraph);
    found.all = read == lists.size();
  }
  const double part = static_cast<double>(read) /
                      static_cast<double>(kWordsOfRun * std::max<std::size_t>(1, lists.size()));
  choose(found, [&](const Candidate& one) {
    const std::size_t words = wanted.least_words(text.words, runs.length_of(one.paragraph));
    return static_cast<double>(one.shared) >= part * static_cast<double>(words);
  });
  return found;
}

}  // namespace undex::reuse
