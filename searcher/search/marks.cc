#include "searcher/search/marks.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "corpus/authority.h"
#include "corpus/pieces.h"
#include "schemas/terms.h"
#include "searcher/search/figure_marks.h"
#include "searcher/search/near_marks.h"

namespace undex::search {
namespace {

/// The place of the last word of the phrase that begins at `first` (index in `terms`);
/// `terms.size()` when it does not stand there.
std::size_t phrase_end(const std::vector<TextTerm>& terms, std::size_t first,
                       const std::vector<std::string>& phrase) {
  std::size_t at = first;
  std::size_t position = terms[first].position;
  for (std::size_t word = 0; word < phrase.size(); ++word) {
    while (at < terms.size() && terms[at].position < position) ++at;
    std::size_t same = at;
    while (same < terms.size() && terms[same].position == position &&
           (terms[same].kind != TextTerm::Kind::word || terms[same].term != phrase[word]))
      ++same;
    if (same == terms.size() || terms[same].position != position) return terms.size();
    if (word + 1 == phrase.size()) return same;
    position += terms[same].width;  // "email" of "e-mail accounts" goes on behind "mail"
  }
  return terms.size();
}

/// Whether the words of a text are needed to mark it: names and most figures are found without.
bool asks_for_words(const Wanted& wanted, std::string_view text) {
  if (!wanted.terms.empty() || !wanted.phrases.empty() || !wanted.series.empty() ||
      !wanted.chains.empty())
    return true;
  return !wanted.figures.empty() && needs_words(text);
}

/// Marks one piece of a text.
class PieceMarker {
 public:
  PieceMarker(const Wanted& wanted, std::string_view text, std::vector<TextTerm> terms)
      : wanted_(wanted), text_(text), terms_(std::move(terms)) {}

  std::vector<PlacedMark> marks() {
    for (std::size_t at = 0; at < terms_.size(); ++at) {
      mark_term(at);
      if (terms_[at].kind == TextTerm::Kind::word) mark_phrases(at);
      if (terms_[at].kind == TextTerm::Kind::symbol) mark_series(at);
    }
    if (!wanted_.names.empty()) mark_names();
    if (!wanted_.figures.empty()) mark_figures();
    if (!wanted_.chains.empty()) keep_near(found_, wanted_.chains, text_);
    return std::move(found_);
  }

 private:
  void mark(std::size_t first, std::size_t last, std::size_t number) {
    found_.push_back({.mark = {terms_[first].begin, terms_[last].end, number},
                      .first = terms_[first].position,
                      .last = terms_[last].position + terms_[last].width - 1});
  }

  void mark_term(std::size_t at) {
    const auto wanted = wanted_.terms.find(terms_[at].term);
    if (wanted == wanted_.terms.end()) return;
    for (const std::size_t number : wanted->second) mark(at, at, number);
  }

  void mark_phrases(std::size_t at) {
    const auto wanted = wanted_.phrases.find(terms_[at].term);
    if (wanted == wanted_.phrases.end()) return;
    for (const Wanted::Phrase& phrase : wanted->second)
      if (const std::size_t last = phrase_end(terms_, at, phrase.words); last < terms_.size())
        mark(at, last, phrase.number);
  }

  void mark_series(std::size_t at) {
    for (const Wanted::Series& series : wanted_.series)
      if (terms_[at].term.starts_with(series.prefix)) mark(at, at, series.number);
  }

  void mark_names() {
    for (const NameMatch& match : find_names(text_)) {
      const auto wanted = wanted_.names.find(match.name->id);
      if (wanted == wanted_.names.end()) continue;
      for (const std::size_t number : wanted->second) mark_bytes({match.begin, match.end, number});
    }
  }

  void mark_figures() {
    for (const Mark& mark : figure_marks(wanted_.figures, text_, terms_)) mark_bytes(mark);
  }

  void mark_bytes(const Mark& mark) {
    const std::size_t first = position_at(mark.begin);
    found_.push_back(
        {.mark = mark, .first = first, .last = std::max(first, position_at(mark.end) - 1)});
  }

  /// Of the first word that begins at a byte or behind it.
  std::size_t position_at(std::size_t byte) const {
    const auto term =
        std::lower_bound(terms_.begin(), terms_.end(), byte,
                         [](const TextTerm& one, std::size_t place) { return one.begin < place; });
    if (term != terms_.end()) return term->position;
    return terms_.empty() ? 1 : terms_.back().position + 1;
  }

  const Wanted& wanted_;
  std::string_view text_;
  std::vector<TextTerm> terms_;
  std::vector<PlacedMark> found_;
};

/// A phrase may go on behind the end of a piece, no farther than so many bytes.
constexpr std::size_t kOverlapBytes = 4096;

/// The end of what is read with a piece that ends at `end`: at a blank, or the end of the piece.
std::size_t overlap_end(std::string_view text, std::size_t end) {
  if (text.size() - end <= kOverlapBytes) return text.size();
  const std::size_t blank = text.find_last_of(" \t\n", end + kOverlapBytes);
  return blank == std::string_view::npos ? end : std::max(blank, end);
}

bool comes_before(const Mark& one, const Mark& other) {
  return std::tie(one.begin, one.end, one.asked) < std::tie(other.begin, other.end, other.asked);
}

}  // namespace

Marker::Marker(const Node& tree, const query::Expansion* expansion)
    : wanted_(wanted_by(tree, expansion)), asked_(asked_by(wanted_)) {}

std::vector<Mark> Marker::marks(std::string_view text, std::string_view language) const {
  std::vector<Mark> marks;
  if (wanted_.count == 0) return marks;
  std::optional<std::string_view> own;  // language, told where it is needed
  const auto terms_of = [&](std::string_view piece) -> std::vector<TextTerm> {
    if (!asks_for_words(wanted_, piece)) return {};
    if (!own) own = block_language(text, language);
    return terms_asked(piece, *own, asked_);
  };
  const auto suffices = [&](std::size_t at) {
    return marks.size() >= kMostMarks || (!marks.empty() && at >= kMostMarkedBytes);
  };
  for (std::size_t from = 0; from < text.size() && !suffices(from);) {
    const std::size_t end = piece_end(text, from);
    const std::string_view piece = text.substr(from, overlap_end(text, end) - from);
    for (const PlacedMark& found : PieceMarker(wanted_, piece, terms_of(piece)).marks())
      marks.push_back({from + found.mark.begin, from + found.mark.end, found.mark.asked});
    from = end;
  }
  std::sort(marks.begin(), marks.end(), comes_before);
  // A word and its stem are one match, and so is what two pieces hold.
  const auto same = [](const Mark& one, const Mark& other) {
    return !comes_before(one, other) && !comes_before(other, one);
  };
  marks.erase(std::unique(marks.begin(), marks.end(), same), marks.end());
  return marks;
}

std::vector<Span> spans_of(const std::vector<Mark>& marks) {
  std::vector<Span> spans;
  for (const Mark& mark : marks) {
    if (!spans.empty() && mark.begin < spans.back().end)
      spans.back().end = std::max(spans.back().end, mark.end);
    else
      spans.push_back({mark.begin, mark.end});
  }
  return spans;
}

}  // namespace undex::search
