#pragma once
// Cutting a piece out of a text: by columns, at words, and without the characters that mean
// something only where they stood. Used by snippets only.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace undex::search {

/// Columns that the character beginning at a byte takes, 0 inside a character: Chinese characters
/// take two.
std::size_t columns_at(std::string_view text, std::size_t at);
std::size_t columns_of(std::string_view text);
/// The place so many columns before or behind a place, never inside a user-visible character.
std::size_t back_by(std::string_view text, std::size_t at, std::size_t columns);
std::size_t forward_by(std::string_view text, std::size_t at, std::size_t columns);

/// The beginning of a word at or behind `at`, not behind `limit`; where there is none, of a
/// user-visible character.
std::size_t word_begin(std::string_view text, std::size_t at, std::size_t limit);
/// The end of a word at or before `at`, not before `limit`.
std::size_t word_end(std::string_view text, std::size_t at, std::size_t limit);

/// A piece of a text as it can stand alone: a line end is a blank, control characters are left out,
/// and so are those that turn the direction of writing, whose other half may not be in the piece.
class Excerpt {
 public:
  explicit Excerpt(std::string_view piece);
  const std::string& text() const { return text_; }
  /// Where a byte of the piece stands now.
  std::size_t place_of(std::size_t at) const { return places_[at]; }

 private:
  std::string text_;
  std::vector<std::size_t> places_;
};

}  // namespace undex::search
