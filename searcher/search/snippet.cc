// The matches in context: whole sentences where they are short, words around the matches where not.
// Of all places in a text that one is shown that answers most of what was asked.
#include <algorithm>
#include <string>
#include <utility>

#include "corpus/text.h"
#include "searcher/search/excerpt.h"
#include "searcher/search/marks.h"

namespace undex::search {
namespace {

/// Columns of a snippet, about three lines of a terminal; of the matches in it, so that something
/// stands around them; and before the first of them.
constexpr std::size_t kSnippetColumns = 240;
constexpr std::size_t kMatchColumns = 160;
constexpr std::size_t kBeforeColumns = 80;
/// Sentences are looked for no farther from the matches than a snippet may go, and a little more:
/// of a longer one nothing else is shown. A hostile paragraph may have ten million bytes.
constexpr std::size_t kWindowColumns = kSnippetColumns + 80;
constexpr std::string_view kCut = "...";

/// Where a mark stands when the text is one long line of columns.
struct Place {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t line = 0;
};

/// Of every mark, in one pass.
std::vector<Place> places_of(std::string_view text, const std::vector<Mark>& marks) {
  std::vector<Place> places;
  std::size_t column = 0;
  std::size_t line = 0;
  std::size_t at = 0;
  for (const Mark& mark : marks) {
    for (; at < mark.begin; ++at) {
      column += columns_at(text, at);
      if (text[at] == '\n') ++line;
    }
    places.push_back(
        {column, column + columns_of(text.substr(mark.begin, mark.end - mark.begin)), line});
  }
  return places;
}

/// Counts the different things that the marks of a window answer.
class Different {
 public:
  void add(std::size_t asked) {
    if (counts_.size() <= asked) counts_.resize(asked + 1);
    if (counts_[asked]++ == 0) ++different_;
  }
  void remove(std::size_t asked) {
    if (--counts_[asked] == 0) --different_;
  }
  std::size_t count() const { return different_; }

 private:
  std::vector<std::size_t> counts_;
  std::size_t different_ = 0;
};

/// The first stretch of one line that holds matches of the most different things.
Span best_stretch(std::string_view text, const std::vector<Mark>& marks) {
  if (marks.empty()) return {0, 0};
  const std::vector<Place> places = places_of(text, marks);
  Different different;
  std::size_t most = 0;
  std::size_t from = 0;
  std::pair<std::size_t, std::size_t> best;
  for (std::size_t to = 0; to < marks.size(); ++to) {
    different.add(marks[to].asked);
    while (from < to && (places[from].line != places[to].line ||
                         places[to].end > places[from].begin + kMatchColumns))
      different.remove(marks[from++].asked);
    if (different.count() <= most) continue;
    most = different.count();
    best = {from, to};
  }
  Span stretch{marks[best.first].begin, 0};
  for (std::size_t at = best.first; at <= best.second; ++at)
    stretch.end = std::max(stretch.end, marks[at].end);
  return stretch;
}

/// Lines of a text stay apart: the rows of a table, the lines of a masthead.
Span line_around(std::string_view text, const Span& match) {
  const std::size_t before =
      match.begin == 0 ? std::string_view::npos : text.rfind('\n', match.begin - 1);
  return {before == std::string_view::npos ? 0 : before + 1,
          std::min(text.find('\n', match.end), text.size())};
}

/// The sentences that hold the stretch, then as many following as fit.
Span sentences_around(std::string_view text, const Span& stretch) {
  const Span line = line_around(text, stretch);
  const std::size_t back = back_by(text, stretch.begin, kWindowColumns);
  const std::size_t ahead = forward_by(text, stretch.end, kWindowColumns);
  const std::size_t from = back > line.begin ? word_begin(text, back, stretch.begin) : line.begin;
  const std::size_t to = ahead < line.end ? word_end(text, ahead, stretch.end) : line.end;
  Span chosen = stretch;
  bool inside = false;
  for (const TextSpan& sentence : sentences(text.substr(from, to - from))) {
    const Span here{from + sentence.begin, from + sentence.end};
    if (here.end <= stretch.begin) continue;
    const bool needed = !inside || here.begin < stretch.end;
    if (!inside) chosen.begin = std::min(here.begin, stretch.begin);
    inside = true;
    if (!needed && columns_of(text.substr(chosen.begin, here.end - chosen.begin)) > kSnippetColumns)
      break;
    chosen.end = std::max(here.end, stretch.end);
  }
  return chosen;
}

Span shortened(std::string_view text, Span span, const Span& stretch) {
  if (columns_of(text.substr(span.begin, span.end - span.begin)) <= kSnippetColumns) return span;
  const std::size_t before = back_by(text, stretch.begin, kBeforeColumns);
  if (before > span.begin) span.begin = word_begin(text, before, stretch.begin);
  const std::size_t behind = forward_by(text, span.begin, kSnippetColumns);
  if (behind < span.end) span.end = word_end(text, behind, std::min(stretch.end, behind));
  return span;
}

}  // namespace

Snippet make_snippet(std::string_view text, const std::vector<Mark>& marks) {
  const Span stretch = best_stretch(text, marks);
  Span span = shortened(text, sentences_around(text, stretch), stretch);
  while (span.end > span.begin && text[span.end - 1] == ' ') --span.end;
  Snippet snippet;
  if (span.begin > 0) snippet.text = std::string(kCut) + " ";
  const std::size_t shift = snippet.text.size();
  const Excerpt excerpt(text.substr(span.begin, span.end - span.begin));
  snippet.text += excerpt.text();
  for (const Span& match : spans_of(marks)) {
    if (match.end <= span.begin || match.begin >= span.end) continue;
    const std::size_t begin = excerpt.place_of(std::max(match.begin, span.begin) - span.begin);
    const std::size_t end = excerpt.place_of(std::min(match.end, span.end) - span.begin);
    if (begin < end) snippet.matches.push_back({shift + begin, shift + end});
  }
  if (span.end < text.size()) snippet.text += " " + std::string(kCut);
  return snippet;
}

}  // namespace undex::search
