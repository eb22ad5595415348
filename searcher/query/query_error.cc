// QueryError::caret(): the query and a mark under the place of the fault.
#include <algorithm>

#include "corpus/text.h"
#include "corpus/utf8.h"
#include "undex/search.h"

namespace undex {
namespace {

/// Longer queries are shown around the place.
constexpr std::size_t kShown = 60;

}  // namespace

std::string QueryError::caret() const {
  const std::size_t place = std::min(offset, query_text.size());
  std::size_t from = place > kShown ? place - kShown : 0;
  while (from > 0 && is_continuation(query_text[from])) --from;
  std::size_t to = std::min(query_text.size(), place + kShown);
  while (to < query_text.size() && is_continuation(query_text[to])) ++to;
  const std::string before =
      (from > 0 ? "..." : "") + printable(std::string_view(query_text).substr(from, place - from));
  const std::string after = printable(std::string_view(query_text).substr(place, to - place)) +
                            (to < query_text.size() ? "..." : "");
  return "  " + before + after + "\n  " + std::string(grapheme_count(before), ' ') + "^";
}

}  // namespace undex
