#include "indexer/understand/figures/told_periods.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "corpus/figure/times.h"

namespace undex {
namespace {

/// Longer sentences are not looked through for their time.
constexpr std::size_t kMostBytes = 500;

constexpr std::array<std::string_view, 4> kBe = {"is", "are", "was", "were"};
constexpr std::array<std::string_view, 9> kShown = {"contained", "found",      "given",
                                                    "included",  "listed",     "presented",
                                                    "provided",  "reproduced", "shown"};

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

/// Where "are contained in the" begins at the end of the words.
std::optional<std::size_t> showing_at(const FigureText& text) {
  std::size_t end = text.size();
  const auto last_is = [&](std::string_view word) { return end > 0 && text.word(end - 1) == word; };
  if (last_is("the")) --end;
  if (!last_is("in")) return std::nullopt;
  --end;
  if (last_is("out") && end > 1 && text.word(end - 2) == "set")
    end -= 2;
  else if (end > 0 && is_one_of(text.word(end - 1), kShown))
    --end;
  else
    return std::nullopt;
  if (end == 0 || !is_one_of(text.word(end - 1), kBe)) return std::nullopt;
  return end - 1;
}

/// The time that ends what is said to be shown; of the text up to the citation.
std::optional<Period> period_before(std::string_view text, const std::string& dated) {
  if (text.size() > kMostBytes) text = text.substr(text.size() - kMostBytes);
  const FigureText words(text);
  const std::optional<std::size_t> end = showing_at(words);
  if (!end) return std::nullopt;
  const std::vector<TimeMatch> times = find_times(words, dated);
  if (times.empty()) return std::nullopt;
  const TimeMatch& last = times.back();
  if (!last.governs || last.iso.empty() || last.end != *end) return std::nullopt;
  return Period{last.kind, words.printed(last.begin, last.end), last.iso};
}

}  // namespace

std::vector<ToldPeriod> told_periods(const Document& document) {
  std::vector<ToldPeriod> told;
  const std::string dated = document.masthead.normal(MastheadItem::date);
  for (const Reference& reference : document.marks.references) {
    if (reference.kind != ReferenceKind::internal || reference.pinpoints.size() != 1 ||
        reference.span.block < 0 || reference.span.row >= 0)
      continue;
    const std::string& text = document.blocks[static_cast<std::size_t>(reference.span.block)].text;
    if (auto period = period_before(std::string_view(text).substr(0, reference.span.begin), dated))
      told.push_back({reference.pinpoints[0], std::move(*period)});
  }
  return told;
}

}  // namespace undex
