#include "indexer/convert/docx/word_finder.h"

#include <algorithm>
#include <utility>

namespace undex {
namespace {

// Shorter texts, a cell or a heading of one word, are paragraphs or nothing.
constexpr std::size_t kDistinct = 20;
// The next text is seldom farther than what the reader leaves out.
constexpr std::size_t kNear = std::size_t{64} << 10U;
constexpr std::size_t kContext = 60;
constexpr std::size_t kFewestAlone = 4;

}  // namespace

std::string_view WordFinder::haystack(bool level) const {
  return level ? placed_.level_text : placed_.text;
}

std::size_t WordFinder::place(const Match& match, std::size_t offset) const {
  return match.level ? placed_.level_places[match.at + offset] : match.at + offset;
}

bool WordFinder::is_whole(const Match& match, std::size_t size) const {
  const auto borders = [&](std::size_t at) {
    return std::binary_search(placed_.paragraphs.begin(), placed_.paragraphs.end(), at);
  };
  return borders(place(match, 0)) && borders(place(match, size - 1) + 1);
}

std::optional<WordFinder::Match> WordFinder::search(std::string_view words, bool level,
                                                    std::size_t from, std::size_t most,
                                                    bool whole) {
  const std::string_view all = haystack(level);
  if (level) {
    const auto& places = placed_.level_places;
    from = static_cast<std::size_t>(std::lower_bound(places.begin(), places.end(), from) -
                                    places.begin());
  }
  const std::string_view near =
      all.substr(0, std::min(all.size(), from + std::min(most, left_) + words.size()));
  while (from < near.size()) {
    const std::size_t at = near.find(words, from);
    left_ -= std::min(left_, std::min(at, near.size()) - from + words.size());
    if (at == std::string_view::npos) return std::nullopt;
    if (const Match match{level, at}; !whole || is_whole(match, words.size())) return match;
    from = at + 1;
  }
  return std::nullopt;
}

/// Behind the text before; what is wanted may be anywhere.
std::optional<WordFinder::Match> WordFinder::search_near(std::string_view words, bool wanted) {
  const bool whole = words.size() < kDistinct;
  for (const bool level : {false, true}) {
    if (const auto match = search(words, level, cursor_, kNear, whole)) return match;
  }
  for (const bool level : {false, true}) {
    if (!wanted) break;
    if (const auto match = search(words, level, 0, placed_.text.size(), whole)) return match;
  }
  return std::nullopt;
}

void WordFinder::next(std::string_view text, bool wanted) {
  text_ = squeeze(text);
  match_.reset();
  if (text_.text.empty()) return;
  match_ = search_near(text_.text, wanted);
  if (match_) cursor_ = place(*match_, text_.text.size() - 1) + 1;
}

/// With the words around them, for a text that the reader made of several, or out of which it took
/// a mark.
std::optional<FoundWords> WordFinder::find_by_context(std::size_t first, std::size_t last) {
  const std::size_t size = text_.text.size();
  const std::size_t before = std::min(first, kContext);
  const std::size_t behind = std::min(size - 1 - last, kContext);
  const std::string_view all = text_.text;
  for (const auto& [left, right] : {std::pair{before, behind}, std::pair{before, std::size_t{0}},
                                    std::pair{std::size_t{0}, behind}}) {
    const std::string_view words = all.substr(first - left, left + last + 1 - first + right);
    if (words.size() < kDistinct) continue;
    if (const auto match = search_near(words, true))
      return FoundWords{place(*match, left), place(*match, left + last - first)};
  }
  return std::nullopt;
}

/// Words that stand once in the file can only be these.
std::optional<FoundWords> WordFinder::find_alone(std::string_view words) {
  if (words.size() < kFewestAlone) return std::nullopt;
  const std::size_t all = placed_.text.size();
  const auto match = search(words, false, 0, all, false);
  if (!match || search(words, false, match->at + 1, all, false)) return std::nullopt;
  return FoundWords{match->at, match->at + words.size() - 1};
}

std::optional<FoundWords> WordFinder::find(std::size_t begin, std::size_t end) {
  if (text_.text.empty()) return std::nullopt;
  std::size_t first = text_.find(begin);
  std::size_t last = text_.find(end);
  if (begin >= end || first >= last) {
    first = 0;
    last = text_.text.size();
  }
  --last;
  if (match_) return FoundWords{place(*match_, first), place(*match_, last)};
  if (const auto found = find_by_context(first, last)) return found;
  return find_alone(std::string_view(text_.text).substr(first, last + 1 - first));
}

}  // namespace undex
