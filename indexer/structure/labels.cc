#include "indexer/structure/labels.h"

#include <array>

#include "indexer/structure/lexical.h"

namespace undex::structure {
namespace {

std::size_t digits_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

std::size_t letters_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_letter(text[at])) ++at;
  return at;
}

Label make(Label::Form form, std::string_view text, std::size_t begin, std::size_t end,
           std::string core) {
  return {.form = form,
          .printed = std::string(trimmed(text.substr(begin, end - begin))),
          .core = std::move(core),
          .end = skip_spaces(text, end)};
}

/// The text after a label: not empty, and not the rest of a word or number.
bool text_follows(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  return space_at(text, at) > 0 || quote_at(text, at) > 0 || begins_capital(text.substr(at));
}

/// " bis", " ter": an article put between two others.
std::size_t inserted_end(std::string_view text, std::size_t at) {
  static constexpr std::array<std::string_view, 5> kInserted{"bis", "ter", "quater", "quinquies",
                                                             "sexies"};
  const std::size_t word = skip_spaces(text, at);
  for (const std::string_view inserted : kInserted) {
    if (word > at && text.substr(word).starts_with(inserted)) return word + inserted.size();
  }
  return at;
}

/// End of a chapter between two numbers: ".I" of "31.I.4"; `at` if there is none.
std::size_t chapter_end(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && is_upper_letter(text[end])) ++end;
  const bool chapter = end > at + 1 && end - at <= 6 && end + 1 < text.size() && text[at] == '.' &&
                       text[end] == '.' && is_digit(text[end + 1]);
  return chapter ? end : at;
}

/// "29.1", "29B.14", "31.I.4": `end` is where the first number ends.
std::optional<Label> read_dotted(std::string_view text, std::size_t end) {
  std::size_t at = chapter_end(text, end);
  while (at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1]))
    at = digits_end(text, at + 1);
  const std::string core(text.substr(0, at));
  if (core.size() > 12) return std::nullopt;
  if (at < text.size() && text[at] == '.') ++at;
  const std::size_t next = skip_spaces(text, at);
  if (next == at || next >= text.size()) return std::nullopt;
  // "1.3 million visits", "2.5 per cent": a quantity goes on in small letters.
  const bool tab = text.substr(at, next - at).find('\t') != std::string_view::npos;
  if (!tab && !begins_capital(text.substr(next)) && text[next] != '(') return std::nullopt;
  return make(Label::Form::dotted, text, 0, at, core);
}

std::optional<Label> read_arabic(std::string_view text) {
  const std::size_t end = digits_end(text, 0);
  if (end == 0 || end > 4 || end >= text.size() || text[0] == '0') return std::nullopt;
  const std::size_t after = inserted_end(text, end);
  std::string core(text.substr(0, end));
  if (after > end) core += " " + std::string(trimmed(text.substr(end, after - end)));
  const std::size_t letter = is_upper_letter(text[end]) ? end + 1 : end;  // "29B.1"
  if (letter + 1 < text.size() && text[letter] == '.' &&
      (is_digit(text[letter + 1]) || chapter_end(text, letter) > letter))
    return read_dotted(text, letter);
  if (after < text.size() && text[after] == '.' && text_follows(text, after + 1))
    return make(Label::Form::arabic, text, 0, after + 1, core);
  if (text[end] == ')' && text_follows(text, end + 1))
    return make(Label::Form::arabic_point, text, 0, end + 1, core);
  // Notes of older documents: "5/ See resolution 36/67."
  if (text[end] == '/' && space_at(text, end + 1) > 0 && skip_spaces(text, end + 1) < text.size())
    return make(Label::Form::note, text, 0, end + 1, core);
  const std::size_t next = skip_spaces(text, after);
  const bool wide = text.substr(after, next - after).find('\t') != std::string_view::npos;
  if (wide && next < text.size() && begins_capital(text.substr(next)))
    return make(Label::Form::bare, text, 0, after, core);
  return std::nullopt;
}

std::optional<Label> read_bracketed(std::string_view text) {
  if (text.empty() || text[0] != '(') return std::nullopt;
  const std::size_t begin = skip_spaces(text, 1);
  std::size_t end = digits_end(text, begin);
  const bool number = end > begin;
  if (!number) end = letters_end(text, begin);
  const std::size_t close = skip_spaces(text, end);
  if (end == begin || end - begin > (number ? 3U : 6U) || close >= text.size() ||
      text[close] != ')')
    return std::nullopt;
  if (skip_spaces(text, close + 1) >= text.size()) return std::nullopt;
  const std::string core(text.substr(begin, end - begin));
  if (number) return make(Label::Form::arabic_point, text, 0, close + 1, core);
  if (!roman_value(core) && !letter_value(core)) return std::nullopt;
  const bool capital = is_upper_letter(core[0]);
  if (core != (capital ? core : ascii_lower(core))) return std::nullopt;
  return make(capital ? Label::Form::capital_point : Label::Form::small, text, 0, close + 1, core);
}

std::optional<Label> read_lettered(std::string_view text) {
  const std::size_t end = letters_end(text, 0);
  if (end == 0 || end > 7 || end >= text.size()) return std::nullopt;
  const std::string core(text.substr(0, end));
  const bool small = is_lower_letter(core[0]);
  if (small && core != ascii_lower(core)) return std::nullopt;
  for (const char c : core) {
    if (!small && !is_upper_letter(c)) return std::nullopt;
  }
  const bool numeral = roman_value(core).has_value();
  if (core.size() > 1 && !numeral) return std::nullopt;
  const char mark = text[end];
  const std::size_t next = skip_spaces(text, mark == '.' || mark == ')' ? end + 1 : end);
  if (next >= text.size()) return std::nullopt;
  const bool tab = text.substr(end, next - end).find('\t') != std::string_view::npos;
  if (mark == ')' && small && next > end + 1)
    return make(Label::Form::small, text, 0, end + 1, core);
  if (mark == '.' && next > end + 1 && (tab || begins_capital(text.substr(next))))
    return make(small ? Label::Form::small : Label::Form::capital, text, 0, end + 1, core);
  if (mark == '.' && !small && begins_capital(text.substr(next)) && next == end + 1 &&
      next + 1 < text.size() && is_lower_letter(text[next + 1]))
    return make(Label::Form::capital, text, 0, end + 1, core);
  if (tab && small && core.size() == 1) return make(Label::Form::note, text, 0, end, core);
  if (tab && !small && numeral) return make(Label::Form::capital, text, 0, end, core);
  return std::nullopt;
}

std::optional<Label> read_mark(std::string_view text) {
  std::size_t stars = 0;
  while (stars < text.size() && text[stars] == '*') ++stars;
  if (stars > 0 && stars <= 4 && space_at(text, stars) > 0 &&
      skip_spaces(text, stars) < text.size())
    return make(Label::Form::note, text, 0, stars, std::string(text.substr(0, stars)));
  static constexpr std::array<std::string_view, 16> kBullets{
      "•", "▪", "∙", "♦", "●", "○", "◦", "■", "□", "·", "‣", "➢", "-", "–", "—", "\xEF\x82\xB7"};
  for (const std::string_view bullet : kBullets) {
    if (!text.starts_with(bullet)) continue;
    if (skip_spaces(text, bullet.size()) == bullet.size()) continue;
    if (skip_spaces(text, bullet.size()) >= text.size()) continue;
    return make(Label::Form::bullet, text, 0, bullet.size(), std::string(bullet));
  }
  return std::nullopt;
}

std::optional<Label> read_number(std::string_view text) {
  if (text.empty()) return std::nullopt;
  if (is_digit(text[0])) return read_arabic(text);
  if (text[0] == '(') return read_bracketed(text);
  return read_lettered(text);
}

}  // namespace

std::optional<Label> read_label(std::string_view text) {
  if (text.empty()) return std::nullopt;
  if (is_digit(text[0]) || is_letter(text[0]) || text[0] == '(') return read_number(text);
  std::optional<Label> mark = read_mark(text);
  if (!mark || mark->form != Label::Form::bullet) return mark;
  // Converters to Markdown write numbered paragraphs as items of a list: "- 18. In its ..."
  // (A/58/568).
  if (mark->core == "-") {
    if (std::optional<Label> inner = read_number(text.substr(mark->end));
        inner && inner->form != Label::Form::note) {
      inner->end += mark->end;
      return inner;
    }
  }
  return mark;
}

std::optional<Label> label_from_format(std::string_view label) {
  const std::string_view text = trimmed(label);
  if (text.empty()) return std::nullopt;
  std::optional<Label> read = read_label(std::string(text) + "\tX");
  if (!read || read->end != text.size() + 1) return std::nullopt;
  read->end = 0;
  return read;
}

int number_of(const Label& label) {
  int value = 0;
  for (const char c : label.core) {
    if (!is_digit(c) || value > 99999) break;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace undex::structure
