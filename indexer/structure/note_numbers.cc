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

/// Size of the quotation mark at the end; 0 for none.
std::size_t last_quote_size(std::string_view text) {
  for (std::size_t size = 1; size <= 3 && size <= text.size(); ++size) {
    if (quote_at(text, text.size() - size) == size) return size;
  }
  return 0;
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
  if (last == ')' || last_quote_size(front) > 0) return true;
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

/// Whether the text ends with a word of running text: small letters, no part of an address or a
/// formula. Letters beyond ASCII are letters.
bool ends_with_word(std::string_view text) {
  static constexpr std::size_t kLongest = 40;
  std::size_t begin = text.size();
  std::size_t letters = 0;
  // Bytes of letters beyond ASCII; E2 begins dashes and quotes.
  const auto is_wide = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 && byte != 0xE2;
  };
  while (begin > 0 && (is_letter(text[begin - 1]) || is_wide(text[begin - 1]))) {
    if (text.size() - begin > kLongest) return false;
    letters += is_letter(text[begin - 1]) || static_cast<unsigned char>(text[begin - 1]) >= 0xC0;
    --begin;
  }
  if (letters < 3 || is_upper_letter(text.back())) return false;
  static constexpr std::string_view kBefore = " -('\"\xE2";
  return begin == 0 || kBefore.find(text[begin - 1]) != std::string_view::npos;
}

/// The end, a blank, or a mark with a blank after it: "2. They", not "2.1".
bool ends_marker(std::string_view rest) {
  if (rest.empty() || space_at(rest, 0) > 0) return true;
  const bool mark = rest[0] == ',' || rest[0] == ';' || rest[0] == '.';
  return mark && (rest.size() == 1 || space_at(rest, 1) > 0);
}

/// Size of the mark or closing quote at the end; 0 for none.
std::size_t last_mark_size(std::string_view text) {
  if (std::string_view(".,;:)").find(text.back()) != std::string_view::npos) return 1;
  return last_quote_size(text);
}

}  // namespace

std::optional<std::size_t> take_glued_number(std::string& text, std::string_view marker) {
  for (std::size_t at = text.find(marker); at != std::string::npos;
       at = text.find(marker, at + 1)) {
    const std::size_t end = at + marker.size();
    if (!ends_marker(std::string_view(text).substr(end))) continue;
    std::string_view front = std::string_view(text).substr(0, at);
    for (int marks = 0; marks < 3 && !front.empty(); ++marks)
      front.remove_suffix(last_mark_size(front));
    if (!ends_with_word(front)) continue;
    text.erase(at, marker.size());
    return at;
  }
  return std::nullopt;
}

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
