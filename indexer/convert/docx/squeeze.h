#pragma once
// Texts without their blanks, for finding words again whatever happened to the spaces between them.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace undex {

struct SqueezedText {
  struct Origin {
    std::size_t begin, end;  ///< of the character in the text given
  };
  std::string text;             ///< NFC as in normal_text(), no white space
  std::vector<Origin> origins;  ///< of each byte

  /// The first byte that comes from `offset` or behind it.
  std::size_t find(std::size_t offset) const;
};
SqueezedText squeeze(std::string_view text);

}  // namespace undex
