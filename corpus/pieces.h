#pragma once
// A long text is read piece by piece: a hostile block of megabytes must not hold all its words in
// memory at once. Who indexes a text and who marks it must cut it at the same places.
#include <cstddef>
#include <string_view>

namespace undex {

inline constexpr std::size_t kPieceBytes = 64 * 1024;

/// The end of the piece that begins at `from`, which lies in the text: of at most kPieceBytes, at a
/// blank, tab or line end where there is one and never inside a character. The blank itself begins
/// the next piece. What is left, if it is no longer, is one piece.
std::size_t piece_end(std::string_view text, std::size_t from);

}  // namespace undex
