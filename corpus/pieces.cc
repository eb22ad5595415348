#include "corpus/pieces.h"

#include "corpus/utf8.h"

namespace undex {

std::size_t piece_end(std::string_view text, std::size_t from) {
  if (text.size() - from <= kPieceBytes) return text.size();
  // One byte more than a piece: a word that fills it to its end is whole.
  const std::size_t blank = text.substr(from, kPieceBytes + 1).find_last_of(" \t\n");
  if (blank != std::string_view::npos && blank > 0) return from + blank;
  std::size_t end = from + kPieceBytes;
  const std::size_t longest_back = end - 3;  // a character has four bytes at the most
  while (end > longest_back && is_continuation(text[end])) --end;
  return end;
}

}  // namespace undex
