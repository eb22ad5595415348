#include "indexer/convert/text/note_marker.h"

#include <algorithm>

#include "corpus/ascii.h"

namespace undex {
namespace {

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_small(c) || (c >= 'A' && c <= 'Z'); }

bool is_one_marker(std::string_view mark) {
  if (mark.empty()) return false;
  if (mark.size() <= 3 && std::all_of(mark.begin(), mark.end(), is_digit)) return true;
  if (mark.size() <= 4 && mark.find_first_not_of('*') == std::string_view::npos) return true;
  return (mark.size() == 1 && is_small(mark[0])) || mark == "†" || mark == "‡" || mark == "§";
}

/// Letters at the end of `before`, at most four counted.
std::size_t last_word_size(std::string_view before) {
  std::size_t size = 0;
  while (size < 4 && size < before.size()) {
    const char c = before[before.size() - size - 1];
    if (!is_letter(c) && static_cast<unsigned char>(c) < 0x80) break;
    ++size;
  }
  return size;
}

/// "m" of m², "CO" of a formula: too short a word to carry a note.
bool is_unit(std::string_view before) {
  const std::size_t size = last_word_size(before);
  return size > 0 && size <= 2;
}

/// "XVIe siècle", "2e session", "n° 5" written with a raised letter.
bool is_ordinal(std::string_view before, char mark) {
  if (before.empty() || (mark != 'e' && mark != 'o')) return false;
  const char last = before.back();
  return is_digit(last) || (last >= 'A' && last <= 'Z') || last == 'n' || last == 'N';
}

}  // namespace

bool is_note_marker(std::string_view before, std::string_view mark) {
  for (std::size_t at = 0; at <= mark.size();) {
    const std::size_t comma = std::min(mark.find(',', at), mark.size());
    std::string_view one = mark.substr(at, comma - at);
    while (one.starts_with(' ')) one.remove_prefix(1);
    while (one.ends_with(' ')) one.remove_suffix(1);
    if (!is_one_marker(one)) return false;
    if (is_digit(one[0]) && is_unit(before)) return false;
    if (one.size() == 1 && is_ordinal(before, one[0])) return false;
    at = comma + 1;
  }
  return true;
}

}  // namespace undex
