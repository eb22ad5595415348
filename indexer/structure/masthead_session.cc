#include "indexer/structure/masthead_session.h"

#include <algorithm>
#include <array>

#include "corpus/date.h"
#include "corpus/ordinal.h"
#include "indexer/structure/lexical.h"

namespace undex::structure {
namespace {

using Item = MastheadItem;

std::string_view after(std::string_view text, std::size_t at) {
  return text.substr(skip_spaces(text, std::min(at, text.size())));
}

std::string year_in(std::string_view text) {
  for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
    const std::string_view year = text.substr(at, 4);
    const bool whole = std::all_of(year.begin(), year.end(), is_digit) &&
                       (at == 0 || !is_digit(text[at - 1])) &&
                       (at + 4 == text.size() || !is_digit(text[at + 4]));
    if (whole && (year.starts_with("19") || year.starts_with("20"))) return std::string(year);
  }
  return {};
}

/// End of "7 (d)", "49", "46 and 120", "13(b)".
std::size_t item_number_end(std::string_view text, std::string& normal) {
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t digits = at;
    while (digits < text.size() && is_digit(text[digits])) ++digits;
    if (digits == at || digits - at > 3) break;
    normal += text.substr(at, digits - at);
    at = digits;
    for (;;) {
      const std::size_t open = skip_spaces(text, at);
      const std::size_t close = text.find(')', open);
      if (open >= text.size() || text[open] != '(' || close == std::string_view::npos ||
          close - open > 6)
        break;
      normal += " " + std::string(text.substr(open, close + 1 - open));
      at = close + 1;
    }
    std::size_t more = at;
    const bool also = text.substr(at).starts_with(" and ") || text.substr(at).starts_with(", ");
    if (also) more = at + (text[at] == ',' ? 2 : 5);
    if (!also || more >= text.size() || !is_digit(text[more])) break;
    normal += text.substr(at, more - at);
    at = more;
  }
  return at;
}

}  // namespace

bool read_session(std::string_view line, Document& document, MastheadLine& result) {
  // "Seventy-sixth year": the Security Council counts years, which are no sessions.
  if (line.size() < 40 && line.ends_with(" year") &&
      ordinal_value(line.substr(0, line.find(' ')))) {
    add_once(document.masthead, Item::session, std::string(line), std::string(line));
    return true;
  }
  const std::size_t word = find_word(line, "session");
  if (word == std::string_view::npos || word == 0 || word > 60) return false;
  std::size_t end = word + 7;
  const std::string_view first = line.substr(0, std::min(line.find(' '), line.size()));
  const auto ordinal = ordinal_value(first);
  static constexpr std::array<std::string_view, 6> kWords{
      "substantive", "organizational", "resumed", "reconvened", "special", "regular"};
  const bool named = std::find(kWords.begin(), kWords.end(), ascii_lower(first)) != kWords.end();
  const bool year_first = first.size() == 4 && year_in(first) == first;
  if (!ordinal && !named && !year_first) return false;
  for (const std::string_view tail : {" of ", " for "}) {
    if (line.substr(end).starts_with(tail) && !year_in(line.substr(end, 9)).empty())
      end = end + tail.size() + 4;
  }
  const std::string session(line.substr(0, end));
  Masthead& masthead = document.masthead;
  add_once(masthead, Item::session, session, session);
  const bool special = find_word(session, "special") != std::string_view::npos;
  if (ordinal) {
    const bool emergency = find_word(session, "emergency") != std::string_view::npos;
    add_once(masthead, Item::session_number, session,
             (special ? emergency ? "ES-" : "S-" : "") + std::to_string(*ordinal));
  }
  if (const std::string year = year_in(session); !year.empty())
    add_once(masthead, Item::session_year, session, year);
  std::string_view rest = after(line, end);
  while (rest.starts_with(",")) rest = after(rest, 1);
  result.rest = rest;
  return true;
}

bool read_place_and_dates(std::string_view line, Document& document, MastheadLine&) {
  if (!line.empty() && is_digit(line[0]) && line.size() < 40) {
    const auto dates = find_date_range(line);
    if (dates && line.find(' ') != std::string_view::npos && is_digit(line.back()))
      add_once(document.masthead, Item::session_dates, std::string(line), *dates);
    return dates.has_value();
  }
  const std::size_t comma = line.find(',');
  if (comma == std::string_view::npos || comma > 40 || line.size() > 80) return false;
  const auto range = find_date_range(line.substr(comma));
  if (!range || !begins_capital(line) || has_end_mark(line)) return false;
  add_once(document.masthead, Item::session_place, std::string(line),
           std::string(line.substr(0, comma)));
  add_once(document.masthead, Item::session_dates, std::string(line), *range);
  return true;
}

bool read_item(std::string_view line, Document& document, MastheadLine& result) {
  std::size_t at = 0;
  if (starts_with_word(line, "agenda ")) at = 7;
  const std::string_view word = line.substr(at);
  if (starts_with_word(word, "items ")) {
    at += 6;
  } else if (starts_with_word(word, "item ")) {
    at += 5;
  } else {
    return false;
  }
  std::string number;
  const std::size_t end = at + item_number_end(line.substr(at), number);
  if (number.empty()) return false;
  add_once(document.masthead, Item::agenda_item, std::string(line), number);
  std::string_view rest = after(line, end);
  static constexpr std::array<std::string_view, 4> kKinds{"provisional agenda", "preliminary list",
                                                          "agenda", "proposed programme of work"};
  for (const std::string_view kind : kKinds) {
    const std::string words = "of the " + std::string(kind);
    if (!starts_with_word(rest, words)) continue;
    add_once(document.masthead, Item::agenda_kind, std::string(line), std::string(kind));
    rest = after(rest, words.size());
    break;
  }
  while (rest.starts_with("*") || rest.starts_with(":") || rest.starts_with(","))
    rest = after(rest, 1);
  // Beside the item of one organ may stand the place and dates of the other (joint documents).
  MastheadLine beside;
  if (!rest.empty() && read_place_and_dates(rest, document, beside)) rest = {};
  if (rest.empty()) {
    result.opens_item = true;
  } else {
    add_once(document.masthead, Item::agenda_item_title, std::string(rest), std::string(rest));
  }
  return true;
}

}  // namespace undex::structure
