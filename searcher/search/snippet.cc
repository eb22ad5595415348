// The match in context: whole sentences where they are short, words around the match where not.
#include <algorithm>
#include <string>

#include "corpus/text.h"
#include "searcher/search/marks.h"

namespace undex::search {
namespace {

/// About three lines of a terminal.
constexpr std::size_t kLongestSnippet = 240;
constexpr std::size_t kBefore = 80;
/// Sentences are looked for near the match only: a hostile paragraph may have ten million bytes.
constexpr std::size_t kWindow = 4000;
constexpr std::string_view kCut = "...";

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// The beginning of a word at or after `at`, not past `limit`.
std::size_t next_word(std::string_view text, std::size_t at, std::size_t limit) {
  if (at == 0) return 0;
  for (std::size_t i = at; i < limit; ++i)
    if (text[i - 1] == ' ') return i;
  while (at < limit && is_continuation(text[at])) ++at;
  return at;
}

/// The end of a word at or before `at`, not before `limit`.
std::size_t previous_end(std::string_view text, std::size_t at, std::size_t limit) {
  if (at >= text.size()) return text.size();
  for (std::size_t i = at; i > limit; --i)
    if (text[i] == ' ') return i;
  while (at > limit && is_continuation(text[at])) --at;
  return at;
}

/// Lines of a text stay apart: the rows of a table, the lines of a masthead.
Span line_around(std::string_view text, const Span& match) {
  const std::size_t before =
      match.begin == 0 ? std::string_view::npos : text.rfind('\n', match.begin - 1);
  return {before == std::string_view::npos ? 0 : before + 1,
          std::min(text.find('\n', match.end), text.size())};
}

/// The sentence around the match, then as many following as fit.
Span sentences_around(std::string_view text, const Span& match) {
  const Span line = line_around(text, match);
  const std::size_t from = match.begin > line.begin + kWindow
                               ? next_word(text, match.begin - kWindow, match.begin)
                               : line.begin;
  const std::size_t to = std::min(line.end, previous_end(text, match.end + kWindow, match.end));
  Span chosen = match;
  bool inside = false;
  for (const TextSpan& sentence : sentences(text.substr(from, to - from))) {
    const Span here{from + sentence.begin, from + sentence.end};
    if (here.end <= match.begin) continue;
    if (!inside) {
      chosen = {std::min(here.begin, match.begin), std::max(here.end, match.end)};
      inside = true;
    } else if (here.end - chosen.begin <= kLongestSnippet) {
      chosen.end = here.end;
    } else {
      break;
    }
  }
  return chosen;
}

Span shortened(std::string_view text, Span span, const Span& match) {
  if (span.end - span.begin <= kLongestSnippet) return span;
  if (match.begin - span.begin > kBefore)
    span.begin = next_word(text, match.begin - kBefore, match.begin);
  if (span.end > span.begin + kLongestSnippet)
    span.end = previous_end(text, std::max(span.begin + kLongestSnippet, match.end), match.end);
  return span;
}

}  // namespace

Snippet make_snippet(std::string_view text, const std::vector<Span>& matches) {
  const Span first = matches.empty() ? Span{0, 0} : matches.front();
  Span span = shortened(text, sentences_around(text, first), first);
  while (span.end > span.begin && text[span.end - 1] == ' ') --span.end;
  Snippet snippet;
  if (span.begin > 0) snippet.text = std::string(kCut) + " ";
  const std::size_t shift = snippet.text.size();
  snippet.text += text.substr(span.begin, span.end - span.begin);
  // Cells of a row: a blank is as long as a tab, so matches keep their places.
  std::replace_if(
      snippet.text.begin(), snippet.text.end(), [](char c) { return c == '\t' || c == '\n'; }, ' ');
  if (span.end < text.size()) snippet.text += " " + std::string(kCut);
  for (const Span& match : matches)
    if (match.begin >= span.begin && match.end <= span.end)
      snippet.matches.push_back({match.begin - span.begin + shift, match.end - span.begin + shift});
  return snippet;
}

}  // namespace undex::search
