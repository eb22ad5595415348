#include "searcher/reuse/candidates.h"

#include <algorithm>

namespace undex::reuse {
namespace {

/// A run in more paragraphs says little of where a wording comes from.
constexpr std::size_t kRareParagraphs = 100;
/// Of frequent runs the rarest are read until there are so many docids.
constexpr std::size_t kMostRead = 100'000;
constexpr std::size_t kMostCompared = 2000;

/// What the text's runs are in, the rarest first.
std::vector<RunList> lists_of(const Runs& runs, const TextRuns& text) {
  std::vector<RunList> lists;
  for (const std::uint32_t hash : text.hashes)
    if (const RunList list = runs.find(hash); list.count > 0) lists.push_back(list);
  std::stable_sort(lists.begin(), lists.end(),
                   [](const RunList& a, const RunList& b) { return a.count < b.count; });
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

Candidates candidates(const Runs& runs, const TextRuns& text, const Wanted& wanted) {
  const std::vector<RunList> lists = lists_of(runs, text);
  const auto frequent = static_cast<std::size_t>(
      std::find_if(lists.begin(), lists.end(),
                   [](const RunList& list) { return list.count > kRareParagraphs; }) -
      lists.begin());
  std::vector<std::uint32_t> docids;
  std::size_t read = 0;
  for (; read < frequent; ++read) runs.read(lists[read], docids);
  Candidates found{.list = counted(docids, wanted.paragraph)};
  // A formula that stands in hundreds of resolutions has hardly a rare run.
  if (found.list.empty() || lists.size() > 2 * frequent) {
    for (; read < lists.size() && docids.size() < kMostRead; ++read) runs.read(lists[read], docids);
    found.list = counted(std::move(docids), wanted.paragraph);
  }
  // Words kept at random, one in two, leave one run in eight.
  const std::size_t own = std::max<std::size_t>(1, text.hashes.size());
  const double part = wanted.kept * wanted.kept * wanted.kept * static_cast<double>(read) /
                      static_cast<double>(own);
  choose(found, [&](const Candidate& one) {
    const std::size_t length = std::max(runs.length_of(one.paragraph), kRunWords);
    const std::size_t of = wanted.clause ? own : std::min(own, length - kRunWords + 1);
    return static_cast<double>(one.shared) >= part * static_cast<double>(of);
  });
  return found;
}

}  // namespace undex::reuse
