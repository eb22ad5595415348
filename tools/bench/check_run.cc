// How fast drafts are checked, and how often a check is wrong where nothing is: every document of
// an archive as a draft against all the others.
//
// usage: undex-bench-check ARCHIVE [list [LEVEL]]
//
// The documents are published ones, so that what is called wrong in them is a false alarm, but for
// their own errors: `list` prints each finding, to be read.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/archive.h"
#include "searcher/check/archive_holdings.h"
#include "undex/error.h"

namespace undex {
namespace {

using Clock = std::chrono::steady_clock;
using Level = CheckFinding::Level;

constexpr Date kToday{2026, 1, 1};

std::size_t count_citations(const Document& draft) {
  return static_cast<std::size_t>(
      std::ranges::count(draft.marks.references, ReferenceKind::explicit_, &Reference::kind));
}

struct Counts {
  std::size_t documents = 0, references = 0, checked = 0, right = 0, unsure = 0;
  std::map<std::string_view, std::size_t> findings;
  std::map<Level, std::size_t> levels;
  double seconds = 0;
};

void list(const CheckResult& result, Level level) {
  for (const CheckFinding& finding : result.findings)
    if (finding.level == level)
      std::printf("%s, %s\t%s\t%s\t%s\t%s\t%s\n", result.draft.c_str(),
                  finding.at.citation().c_str(), std::string(finding.code).c_str(),
                  finding.words.c_str(), finding.message.c_str(), finding.remedy.c_str(),
                  finding.source.c_str());
}

void add(Counts& counts, const CheckResult& result) {
  counts.checked += result.checked;
  counts.right += result.right;
  counts.unsure += result.unsure;
  for (const CheckFinding& finding : result.findings) {
    ++counts.findings[finding.code];
    ++counts.levels[finding.level];
  }
}

double per_cent(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

void print(const Counts& counts) {
  std::printf(
      "%zu documents as drafts, %zu citations; %zu things checked: %zu right, %zu not told\n",
      counts.documents, counts.references, counts.checked, counts.right, counts.unsure);
  for (const CheckKind& kind : check_kinds()) {
    const auto found = counts.findings.find(kind.code);
    if (found != counts.findings.end())
      std::printf("  %-20s %-5s %6zu\n", std::string(kind.code).c_str(),
                  std::string(name_of(kind.level)).c_str(), found->second);
  }
  for (const auto& [level, count] : counts.levels)
    std::printf("%-5s %6zu, %.2f %% of the citations\n", std::string(name_of(level)).c_str(), count,
                per_cent(count, counts.references));
  std::printf("%.0f citations/s, with what each draft opens and reads for itself\n",
              static_cast<double>(counts.references) / counts.seconds);
}

/// All documents as one: their blocks one behind the other, without tables and mastheads.
void append(Document& draft, const Document& document) {
  const auto first = static_cast<int>(draft.blocks.size());
  for (const Block& block : document.blocks) {
    draft.blocks.push_back(block);
    draft.blocks.back().table = -1;
  }
  const auto base = static_cast<int>(draft.marks.references.size());
  const auto take = [&](const auto& from, auto& to) {
    for (auto mark : from) {
      if (mark.span.block < 0 || mark.span.row >= 0)
        mark.span = {.block = 0};
      else
        mark.span.block += first;
      to.push_back(std::move(mark));
    }
  };
  take(document.marks.references, draft.marks.references);
  take(document.marks.figures, draft.marks.figures);
  take(document.marks.names, draft.marks.names);
  const std::size_t quotes = draft.marks.quotes.size();
  take(document.marks.quotes, draft.marks.quotes);
  for (std::size_t i = quotes; i < draft.marks.quotes.size(); ++i)
    if (draft.marks.quotes[i].reference >= 0) draft.marks.quotes[i].reference += base;
}

double seconds_of(const Document& draft, CheckHoldings& holdings) {
  const auto begin = Clock::now();
  check_draft(draft, holdings, kToday);
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

void measure_long(const Archive& archive, const Document& draft) {
  ArchiveHoldings holdings(archive, draft,
                           [&](const ArchiveEntry& other) { return archive.read(other); });
  const auto citations = static_cast<double>(count_citations(draft));
  const double cold = seconds_of(draft, holdings);
  const double warm = seconds_of(draft, holdings);
  std::printf("one draft of all, %.0f citations: %.0f citations/s, all read before: %.0f\n",
              citations, citations / cold, citations / warm);
}

int run(const std::string& dir, bool listed, Level level) {
  const Archive archive = Archive::open(dir, Archive::Mode::read);
  Counts counts;
  Document all;
  for (const ArchiveEntry& entry : archive.list()) {
    const Document draft = archive.read(entry);
    counts.references += count_citations(draft);
    const auto begin = Clock::now();
    ArchiveHoldings holdings(archive, draft,
                             [&](const ArchiveEntry& other) { return archive.read(other); });
    const CheckResult result = check_draft(draft, holdings, kToday);
    counts.seconds += std::chrono::duration<double>(Clock::now() - begin).count();
    ++counts.documents;
    add(counts, result);
    if (listed) list(result, level);
    append(all, draft);
  }
  print(counts);
  measure_long(archive, all);
  return 0;
}

}  // namespace
}  // namespace undex

int main(int argc, char** argv) {
  if (argc < 2 || argc > 4) {
    std::cerr << "usage: undex-bench-check ARCHIVE [list [wrong|check|note]]\n";
    return 2;
  }
  const std::string_view level = argc > 3 ? argv[3] : "wrong";
  try {
    using undex::CheckFinding;
    return undex::run(argv[1], argc > 2,
                      level == "check"  ? CheckFinding::Level::check
                      : level == "note" ? CheckFinding::Level::note
                                        : CheckFinding::Level::wrong);
  } catch (const undex::Error& error) {
    std::cerr << "undex-bench-check: " << error.what() << "\n";
    return 3;
  }
}
