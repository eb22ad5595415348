#pragma once
// The words of names and of texts that hold them; the machinery under find_names() and of the table
// of its paths.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace undex {

inline constexpr std::uint64_t kNameStop = 1;

/// A word, or the mark kNameStop between two words parted by more than blanks and hyphens.
struct NameToken {
  std::uint64_t word = 0;      ///< hash of it, folded, in one spelling
  std::uint64_t singular = 0;  ///< of its singular: "practices" counts as "practice"
  std::size_t begin = 0;
  std::size_t end = 0;
};
std::vector<NameToken> name_tokens(std::string_view text);

/// In small letters, with plain apostrophes.
std::string folded_name_word(std::string_view word);
bool is_capital(char c);
/// An acronym whose case matters: up to five letters, all capitals. Marks and figures are free.
bool is_short_acronym(std::string_view word);

}  // namespace undex
