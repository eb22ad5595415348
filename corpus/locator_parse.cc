// Reading locators: printed forms, anchors, and what drafters write.
#include <algorithm>
#include <cctype>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/locator.h"

namespace undex {
namespace {

using Place = Locator::Place;
constexpr std::size_t kMaxLength = 200;

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
  return out;
}

/// A cursor over the text that passes over blanks.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) { skip_blanks(); }
  bool done() const { return text_.empty(); }
  char peek() const { return text_.empty() ? '\0' : text_.front(); }
  std::string_view rest() const { return text_; }

  bool take(std::string_view mark) {
    if (!text_.starts_with(mark)) return false;
    advance(mark.size());
    return true;
  }
  /// A word of letters, lower case, with a full stop behind it taken too; nothing is moved when it
  /// is not `any` of these.
  bool take_word(std::initializer_list<std::string_view> any) {
    std::size_t end = 0;
    while (end < text_.size() && is_letter(text_[end])) ++end;
    const std::string word = lower(text_.substr(0, end));
    if (std::find(any.begin(), any.end(), word) == any.end()) return false;
    if (end < text_.size() && text_[end] == '.') ++end;
    advance(end);
    return true;
  }
  std::string take_while(bool (*wanted)(char)) {
    std::size_t end = 0;
    while (end < text_.size() && wanted(text_[end])) ++end;
    std::string out(text_.substr(0, end));
    advance(end);
    return out;
  }

 private:
  void advance(std::size_t count) {
    text_.remove_prefix(count);
    skip_blanks();
  }
  void skip_blanks() {
    for (;;) {
      if (text_.starts_with(' ') || text_.starts_with('\t'))
        text_.remove_prefix(1);
      else if (text_.starts_with("\u00a0"))
        text_.remove_prefix(2);
      else
        return;
    }
  }
  std::string_view text_;
};

bool is_name_char(char c) { return is_letter(c) || is_digit(c); }
bool is_section_char(char c) { return is_name_char(c) || c == '.' || c == '[' || c == ']'; }
/// Capitals too: budget fascicles number their paragraphs 29B.1 and 31.I.4.
bool is_number_char(char c) { return is_digit(c) || c == '.' || (c >= 'A' && c <= 'Z'); }

bool read_points(Cursor& cursor, Locator& locator) {
  while (cursor.take("(")) {
    const std::string point = cursor.take_while(is_name_char);
    if (point.empty() || point.size() > 8 || !cursor.take(")")) return false;
    locator.points.push_back(point);
  }
  return true;
}

std::string trimmed_dots(std::string number) {
  while (!number.empty() && number.back() == '.') number.pop_back();
  return number;
}

bool read_paragraph(Cursor& cursor, Locator& locator) {
  locator.place = Place::paragraph;
  locator.number = trimmed_dots(cursor.take_while(is_number_char));
  if (locator.number.empty() || !is_digit(locator.number.front())) return false;
  for (const std::string_view suffix : {"bis", "ter", "quater"})
    if (cursor.take_word({suffix})) locator.number += " " + std::string(suffix);
  return read_points(cursor, locator);
}

bool read_numbered(Cursor& cursor, Locator& locator, Place place, bool (*wanted)(char)) {
  locator.place = place;
  locator.number = trimmed_dots(cursor.take_while(wanted));
  return !locator.number.empty() && read_points(cursor, locator);
}

bool read_footnote(Cursor& cursor, Locator& locator) {
  locator.place = Place::footnote;
  locator.number = cursor.take_while([](char c) { return is_name_char(c) || c == '*'; });
  return !locator.number.empty();
}

/// "annex", "annex II", "appendix I", "summary", "masthead".
bool read_part(Cursor& cursor, Locator& locator) {
  if (cursor.take_word({"summary"})) {
    locator.part = "summary";
  } else if (cursor.take_word({"masthead"})) {
    locator.part = "masthead";
  } else {
    const bool annex = cursor.take_word({"annex"});
    if (!annex && !cursor.take_word({"appendix"})) return false;
    locator.part = annex ? "annex" : "appendix";
    const std::string number = cursor.take_while(is_name_char);
    if (!number.empty()) locator.part += " " + number;
  }
  return true;
}

bool read_place(Cursor& cursor, Locator& locator) {
  if (cursor.take("[")) {
    locator.place = Place::unnumbered;
    locator.number = cursor.take_while(is_digit);
    return !locator.number.empty() && cursor.take("]") && read_points(cursor, locator);
  }
  if (cursor.take_word({"pp", "preambular"})) {
    cursor.take_word({"para", "paragraph"});
    return read_numbered(cursor, locator, Place::preambular, is_digit);
  }
  if (cursor.take_word({"fn", "footnote"})) return read_footnote(cursor, locator);
  if (cursor.take_word({"sect", "section", "chap", "chapter"}))
    return read_numbered(cursor, locator, Place::section, is_section_char);
  if (cursor.take_word({"table"}))
    return read_numbered(cursor, locator, Place::table, is_section_char);
  cursor.take_word({"para", "paras", "paragraph", "paragraphs"});
  return read_paragraph(cursor, locator);
}

/// "para_18__point_g", "annex_II__para_3": the inverse of Locator::anchor().
std::optional<Locator> read_anchor(std::string_view text) {
  Locator locator;
  for (bool first = true; !text.empty(); first = false) {
    const std::size_t end = text.find("__");
    std::string piece(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 2);
    const std::size_t bar = piece.find('_');
    const std::string name = piece.substr(0, bar);
    std::string value = bar == std::string::npos ? "" : piece.substr(bar + 1);
    const auto set = [&](Place place, std::string number) {
      locator.place = place;
      locator.number = std::move(number);
    };
    if (first && (name == "annex" || name == "appendix"))
      locator.part = value.empty() ? name : name + " " + value;
    else if (first && (piece == "summary" || piece == "masthead"))
      locator.part = piece;
    else if (value.empty())
      return std::nullopt;
    else if (name == "point" && locator.place != Place::whole)
      locator.points.push_back(value);
    else if (name == "para") {
      std::replace(value.begin(), value.end(), '-', ' ');
      set(Place::paragraph, value);
    } else if (name == "pp")
      set(Place::preambular, value);
    else if (name == "par")
      set(Place::unnumbered, value);
    else if (name == "table")
      set(Place::table, value);
    else if (name == "sec") {
      const std::size_t dash = value.find('-');
      if (dash != std::string::npos) value = value.replace(dash, 1, "[") + "]";
      set(Place::section, value);
    } else if (name == "fn") {
      if (value.starts_with("star")) value = std::string((value.size() + 1) / 5, '*');
      set(Place::footnote, value);
    } else {
      return std::nullopt;
    }
  }
  return locator;
}

}  // namespace

std::optional<Locator> parse_locator(std::string_view text) {
  if (text.empty() || text.size() > kMaxLength) return std::nullopt;
  if (text.find('_') != std::string_view::npos) return read_anchor(text);
  Cursor cursor(text);
  Locator locator;
  if (cursor.done()) return std::nullopt;
  if (read_part(cursor, locator)) {
    if (cursor.done()) return locator;
    if (!cursor.take(",") || !read_place(cursor, locator)) return std::nullopt;
    return cursor.done() ? std::optional(locator) : std::nullopt;
  }
  if (!read_place(cursor, locator)) return std::nullopt;
  if (cursor.take_word({"of"})) {  // "paragraph 46 of the annex"
    cursor.take_word({"the"});
    if (!read_part(cursor, locator)) return std::nullopt;
  }
  return cursor.done() ? std::optional(locator) : std::nullopt;
}

}  // namespace undex
