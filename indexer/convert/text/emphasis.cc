#include "indexer/convert/text/emphasis.h"

#include <array>
#include <string>

namespace undex {
namespace {

bool is_wordy(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= 'a' && byte <= 'z');
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\0'; }

std::size_t slot_of(char mark, std::size_t size) { return (mark == '*' ? 0U : 2U) + size - 1; }

/// "*2324434*" is the bar code of an issue, as it stands under its job number.
bool is_bar_code(std::string_view inside) {
  return inside.size() >= 6 && inside.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::vector<Emphasis> find_emphasis(std::string_view line) {
  std::vector<Emphasis> found;
  std::array<std::size_t, 4> open;
  open.fill(std::string_view::npos);
  for (std::size_t at = 0; at < line.size();) {
    const char mark = line[at];
    if (mark == '\\') {
      at += 2;
      continue;
    }
    if (mark != '*' && mark != '_') {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < line.size() && line[end] == mark) ++end;
    const std::size_t size = end - at;
    const char before = at > 0 ? line[at - 1] : '\0';
    const char after = end < line.size() ? line[end] : '\0';
    if (size <= 2) {
      std::size_t& slot = open[slot_of(mark, size)];
      // "Secretary-General**" and "** Document": a mark of a note touches a word on its left and
      // nothing on its right, so it can close a pair but never open one.
      const bool closes = !is_blank(before) && !is_wordy(after);
      const bool opens = !is_blank(after) && !is_wordy(before);
      if (closes && slot != std::string_view::npos) {
        const bool bars = mark == '*' && size == 1;
        if (!bars || !is_bar_code(line.substr(slot + 1, at - slot - 1)))
          found.push_back({slot, at, size});
        slot = std::string_view::npos;
      } else if (opens) {
        slot = at;
      }
    }
    at = end;
  }
  return found;
}

}  // namespace undex
