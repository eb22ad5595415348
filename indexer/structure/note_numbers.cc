#include "indexer/structure/note_numbers.h"

#include <algorithm>
#include <array>

#include "indexer/structure/lexical.h"

namespace undex::structure {
namespace {

std::size_t front_without_blanks(std::string_view text, std::size_t end) {
  return trimmed(text.substr(0, end)).empty()
             ? 0
             : static_cast<std::size_t>(trimmed(text.substr(0, end)).end() - text.begin());
}

std::string_view last_word(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && is_letter(text[begin - 1])) --begin;
  return text.substr(begin);
}

bool ends_with_quote(std::string_view text) {
  for (std::size_t size = 1; size <= 3 && size <= text.size(); ++size) {
    if (quote_at(text, text.size() - size) == size) return true;
  }
  return false;
}

/// "Human Rights 1 and", not "Supplement 1 and": a name, none of the words that a number follows.
bool is_name_end(std::string_view word) {
  static constexpr std::array<std::string_view, 16> kNumbered{
      "Article",    "Part",  "Section", "Chapter",    "Annex",     "Goal",    "Target", "Item",
      "Supplement", "Table", "Figure",  "Resolution", "Paragraph", "Session", "Action", "Phase"};
  return word.size() > 2 && is_upper_letter(word[0]) &&
         std::find(kNumbered.begin(), kNumbered.end(), word) == kNumbered.end();
}

/// What may stand before a marker. A mark with no blank after it may be inside a number ("1,069").
bool may_precede(std::string_view front, bool blank) {
  if (front.empty()) return false;
  const char last = front.back();
  if (last == ',' || last == ';' || last == ':') return blank;
  if (last == ')' || ends_with_quote(front)) return true;
  return blank && is_name_end(last_word(front));
}

/// What may stand after a marker: the end of the line, a mark, a word in small letters.
bool may_follow(std::string_view rest) {
  if (rest.empty()) return true;
  if (rest[0] == ',' || rest[0] == ';' || rest[0] == '.') {
    return rest.size() == 1 || space_at(rest, 1) > 0;
  }
  const std::size_t next = skip_spaces(rest, 0);
  if (next == 0) return false;
  return !begins_capital(rest.substr(next)) && is_letter(rest[next]) &&
         !starts_with_word(rest.substr(next), "per ");
}

}  // namespace

std::optional<std::size_t> take_note_number(std::string& text, std::string_view marker,
                                            std::size_t from) {
  for (std::size_t at = text.find(marker, from); at != std::string::npos;
       at = text.find(marker, at + 1)) {
    const std::size_t end = at + marker.size();
    if (at == 0 || is_digit(text[at - 1]) || text[at - 1] == '*') continue;
    const std::string_view whole = text;
    const std::size_t front = front_without_blanks(whole, at);
    const bool star = marker[0] == '*';
    if (!may_follow(whole.substr(end))) continue;
    if (!star && !may_precede(whole.substr(0, front), front < at)) continue;
    text.erase(front, end - front);
    return front;
  }
  return std::nullopt;
}

}  // namespace undex::structure
