#pragma once
// Where a page of hits ends, as a word to print, to put into a link and to hand back.
#include <cstddef>
#include <string>
#include <string_view>

#include "undex/search.h"

namespace undex::search {

/// Where to go on: behind the hit of a sort key, or so many hits into the answer of one generation
/// of the index.
struct Cursor {
  std::string question;    ///< fingerprint() of what was asked
  std::string generation;  ///< that `offset` belongs to; empty with `after`
  std::size_t offset = 0;
  std::string after;  ///< sort key (order.h) of the last hit shown
};

/// Of all that decides which hits stand where; not of how many are shown.
std::string fingerprint(const Request& request, Order order);

std::string write_cursor(const Cursor& cursor);
/// Error{usage} when it is none of ours, or of another form.
Cursor read_cursor(std::string_view text);

}  // namespace undex::search
