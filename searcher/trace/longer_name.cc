#include "searcher/trace/longer_name.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "corpus/text.h"
#include "corpus/utf8.h"

namespace undex::tracing {
namespace {

constexpr std::size_t kLongestWord = 64;
constexpr std::size_t kSentenceBytes = 600;  ///< looked through for the begin of the sentence

bool has_capital_first(std::string_view word) {
  const std::string_view first = word.substr(0, std::min<std::size_t>(word.size(), 4));
  const std::string lower = to_lower(first);
  return !word.empty() && !lower.empty() && lower.front() != first.front();
}

/// The word that ends right before one blank at `end`; empty for none.
TextSpan word_before(std::string_view text, std::size_t end) {
  if (end < 2 || text[end - 1] != ' ') return {};
  std::size_t begin = end - 1;
  while (begin > 0 && end - begin < kLongestWord &&
         std::string_view(" \t\n([{\"'/,;:.").find(text[begin - 1]) == std::string_view::npos)
    --begin;
  return {begin, end - 1};
}

bool begins_a_sentence(std::string_view text, std::size_t at) {
  std::size_t from = at > kSentenceBytes ? at - kSentenceBytes : 0;
  while (from > 0 && is_continuation(text[from])) --from;
  const std::string_view part = text.substr(from, at + 1 - from);
  const std::vector<TextSpan> found = sentences(part);
  return at == 0 || (!found.empty() && from + found.back().begin == at);
}

}  // namespace

bool is_part_of_longer_name(const Document& document, const NameMark& mark) {
  if (mark.kind != Name::Kind::initiative || mark.rule != "authority") return false;
  const std::string_view text = text_of(document, mark.span);
  if (mark.span.end > text.size() || !has_capital_first(text.substr(mark.span.begin))) return false;
  const TextSpan before = word_before(text, mark.span.begin);
  const std::string_view word = text.substr(before.begin, before.end - before.begin);
  if (word.empty() || word == "UN" || !has_capital_first(word)) return false;
  MarkSpan span = mark.span;
  span.begin = before.begin;
  span.end = before.end;
  const auto& names = document.marks.names;
  const bool named = std::any_of(names.begin(), names.end(),
                                 [&](const NameMark& other) { return other.span.overlaps(span); });
  return !named && !begins_a_sentence(text, before.begin);
}

}  // namespace undex::tracing
