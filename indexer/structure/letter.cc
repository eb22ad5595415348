#include "indexer/structure/letter.h"

#include <algorithm>
#include <array>

#include "corpus/date.h"
#include "corpus/ordinal.h"
#include "indexer/structure/lexical.h"
#include "indexer/structure/masthead_lines.h"
#include "indexer/structure/openings.h"
#include "indexer/structure/piece.h"

namespace undex::structure {
namespace {

using Item = MastheadItem;

bool is_mail_char(char c) {
  return is_letter(c) || is_digit(c) || c == '.' || c == '_' || c == '-' || c == '+';
}

/// The mail address around the first '@' from `from` on.
std::string_view mail_address(std::string_view text, std::size_t from = 0) {
  const std::size_t sign = text.find('@', from);
  if (sign == std::string_view::npos) return {};
  std::size_t begin = sign;
  while (begin > 0 && is_mail_char(text[begin - 1])) --begin;
  std::size_t end = sign + 1;
  while (end < text.size() && is_mail_char(text[end])) ++end;
  while (end > sign && text[end - 1] == '.') --end;
  if (begin == sign || end < sign + 4) return {};
  return text.substr(begin, end - begin);
}

void read_telephone(std::string_view line, Document& document) {
  const std::size_t word = find_word(line, "tel");
  if (word == std::string_view::npos) return;
  std::size_t begin = word + 3;
  while (begin < line.size() && !is_digit(line[begin]) && line[begin] != '+') {
    if (is_letter(line[begin]) && begin > word + 9) return;
    ++begin;
  }
  std::size_t end = begin;
  while (end < line.size() &&
         (is_digit(line[end]) || line[end] == ' ' || line[end] == '+' || line[end] == '-' ||
          line[end] == '(' || line[end] == ')' || line[end] == '.'))
    ++end;
  const std::string number(trimmed(line.substr(begin, end - begin)));
  if (number.size() >= 6) add_once(document.masthead, Item::telephone, number, number);
}

void read_place(std::string_view line, Document& document) {
  struct Place {
    std::string_view word;
    std::string_view name;
  };
  static constexpr std::array<Place, 9> kPlaces{{{"new york", "New York"},
                                                 {"geneva", "Geneva"},
                                                 {"vienna", "Vienna"},
                                                 {"nairobi", "Nairobi"},
                                                 {"addis ababa", "Addis Ababa"},
                                                 {"bangkok", "Bangkok"},
                                                 {"beirut", "Beirut"},
                                                 {"santiago", "Santiago"},
                                                 {"the hague", "The Hague"}}};
  for (const Place& place : kPlaces) {
    const std::size_t at = find_word(line, place.word);
    if (at == std::string_view::npos) continue;
    add_once(document.masthead, Item::place, std::string(line.substr(at, place.word.size())),
             std::string(place.name));
    return;
  }
}

bool read_reference(std::string_view line, Document& document) {
  static constexpr std::array<std::string_view, 11> kWords{
      "reference no.:", "reference:", "ref. no.:", "ref. no.", "ref.:", "ref:",
      "note no.",       "note no:",   "no.:",      "no.",      "no:"};
  for (const std::string_view word : kWords) {
    if (!starts_with_word(line, word)) continue;
    const std::string_view value = trimmed(line.substr(word.size()));
    // "No. 214/2036" is a number of papers, "No. 5" and "No. of posts" are not.
    const bool named = word.find("ref") != word.npos;
    if (!named && (value.size() > 40 || value.find('/') == value.npos || !is_digit(value.back())))
      continue;
    std::string normal;
    for (std::size_t at = 0; at < value.size(); ++at) {
      const bool beside_stroke =
          value[at] == ' ' &&
          ((at > 0 && value[at - 1] == '/') || (at + 1 < value.size() && value[at + 1] == '/'));
      if (!beside_stroke) normal += value[at];
    }
    if (!normal.empty()) document.masthead.add(Item::reference, {std::string(value), normal, ""});
    return !normal.empty();
  }
  return false;
}

/// The text from `begin` up to the first of the words that end a name.
std::string_view name_until(std::string_view text, std::size_t begin,
                            std::initializer_list<std::string_view> ends) {
  std::size_t end = text.size();
  for (const std::string_view word : ends) end = std::min(end, text.find(word, begin));
  std::string_view name = trimmed(text.substr(begin, end - begin));
  if (starts_with_word(name, "the ")) name.remove_prefix(4);
  while (!name.empty() && (name.back() == ',' || name.back() == '.')) name.remove_suffix(1);
  return name.size() > 200 ? std::string_view() : name;
}

/// "The X presents its compliments to the Y and has the honour ..."
void read_compliments(std::string_view text, Document& document) {
  const std::size_t its = find_word(text, "presents its compliments");
  const std::size_t their = find_word(text, "present their compliments");
  const std::size_t at = std::min(its, their);
  if (at == std::string_view::npos || document.masthead.find(Item::addressee)) return;
  add_once(document.masthead, Item::document_type,
           std::string(text.substr(0, at + (at == its ? 24 : 25))), "note verbale");
  const std::string_view author = name_until(text.substr(0, at), 0, {});
  if (!author.empty())
    add_once(document.masthead, Item::author, std::string(trimmed(text.substr(0, at))),
             std::string(author));
  const std::size_t to = text.find(" to ", at);
  if (to == std::string_view::npos) return;
  const std::string_view name =
      name_until(text, to + 4,
                 {" and has the honour", " and have the honour", " and refer", " and wish",
                  " and request", " and transmit", " and, ", ". "});
  if (!name.empty())
    add_once(document.masthead, Item::addressee, std::string(name), std::string(name));
}

void read_deadline(std::string_view text, Document& document) {
  static constexpr std::array<std::string_view, 5> kWords{
      "deadline", "no later than", "not later than", "on or before", "at the latest by"};
  for (const std::string_view word : kWords) {
    const std::size_t at = find_word(text, word);
    if (at == std::string_view::npos) continue;
    const auto date = find_date(text, at);
    if (!date || date->date.day == 0 || date->begin - at > 200) continue;
    if (text.substr(at, date->begin - at).find(". ") != std::string_view::npos) continue;
    add_once(document.masthead, Item::deadline,
             std::string(text.substr(date->begin, date->end - date->begin)), date->date.iso());
    return;
  }
}

void read_formats(std::string_view text, Document& document) {
  static constexpr std::array<std::string_view, 6> kFormats{
      "Microsoft Word", "PDF", "MS Word", "Word", "Microsoft Excel", "RTF"};
  std::size_t at = find_word(text, "format");
  if (at == std::string_view::npos) return;
  std::string_view before = text.substr(at > 60 ? at - 60 : 0, std::min<std::size_t>(at, 60));
  before.remove_prefix(std::min(before.find(at > 60 ? ' ' : before.front()), before.size()));
  for (const std::string_view format : kFormats) {
    if (before.find(format) == std::string_view::npos) continue;
    add_once(document.masthead, Item::accepted_format, collapsed(before) + " format",
             std::string(format));
    return;
  }
}

/// "Ms. First Last (first.last@un.org)"
void read_contacts(std::string_view text, Document& document) {
  for (std::size_t sign = text.find('@'); sign != std::string_view::npos;
       sign = text.find('@', sign + 1)) {
    const std::string_view address = mail_address(text, sign);
    if (address.empty()) continue;
    const std::size_t begin = static_cast<std::size_t>(address.data() - text.data());
    const std::string_view front = text.substr(0, begin);
    std::size_t title = std::string_view::npos;
    for (const std::string_view word : {"Ms. ", "Mr. ", "Mrs. ", "Dr. ", "Mme ", "M. "}) {
      const std::size_t at = front.rfind(word);
      if (at != std::string_view::npos && (title == std::string_view::npos || at > title))
        title = at;
    }
    std::string contact(address);
    if (title != std::string_view::npos && begin - title < 80) {
      std::string_view name = trimmed(front.substr(title));
      while (!name.empty() && (name.back() == '(' || name.back() == ' ')) name.remove_suffix(1);
      contact = std::string(name) + " (" + std::string(address) + ")";
      title = std::string_view::npos;
    }
    add_once(document.masthead, Item::contact, contact, contact);
  }
}

/// "seventh session of the OEWG, scheduled from 4-8 March 2024"
void read_session_concerned(std::string_view text, Document& document) {
  const std::size_t word = find_word(text, "session of the");
  if (word == std::string_view::npos || word < 3) return;
  std::size_t begin = word - 1;
  while (begin > 0 && text[begin - 1] != ' ') --begin;
  if (!ordinal_value(trimmed(text.substr(begin, word - begin)))) return;
  static constexpr std::array<std::string_view, 3> kHeld{"scheduled", "to be held", "held"};
  for (const std::string_view held : kHeld) {
    const std::size_t at = find_word(text, held, word);
    if (at == std::string_view::npos || at - word > 120) continue;
    const std::string_view dates = text.substr(at, 80);
    const auto range = find_date_range(dates);
    if (!range) continue;
    const std::string_view name = name_until(text.substr(0, at), begin, {});
    add_once(document.masthead, Item::session_concerned,
             std::string(trimmed(text.substr(begin, at + held.size() - begin))),
             std::string(name) + ", " + *range);
    return;
  }
}

/// Titles in quotation marks: after "entitled", or before "as contained in".
void read_quoted_titles(std::string_view text, Document& document) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t open = text[at] == '\'' ? 0 : quote_at(text, at);
    if (open == 0) continue;
    std::size_t end = at + open;
    while (end < text.size() && (quote_at(text, end) == 0 || text[end] == '\'')) ++end;
    const std::string_view title = text.substr(at + open, end - at - open);
    const std::string_view before =
        trimmed(text.substr(at > 30 ? at - 30 : 0, std::min<std::size_t>(at, 30)));
    const std::string_view after = end < text.size()
                                       ? trimmed(text.substr(end + quote_at(text, end), 30))
                                       : std::string_view();
    const bool named = before.ends_with("entitled") || starts_with_word(after, "as contained in") ||
                       starts_with_word(after, "contained in");
    if (named && title.size() > 10 && title.size() < 400)
      add_once(document.masthead, Item::quoted_title, std::string(title), std::string(title));
    at = end;
  }
}

}  // namespace

bool read_letterhead(std::string_view line, Document& document) {
  if (read_reference(line, document)) return true;
  const std::string_view address = mail_address(line);
  const bool telephone = find_word(line, "tel") != std::string_view::npos;
  const bool sender = starts_with_word(line, "headquarters") ||
                      (starts_with_word(line, "permanent mission of ") && !has_end_mark(line));
  if (line.size() > 300 || (address.empty() && !telephone && !sender)) return false;
  read_telephone(line, document);
  read_place(line, document);
  if (!address.empty())
    add_once(document.masthead, Item::email, std::string(address), std::string(address));
  return true;
}

void read_letter(Document& document) {
  static constexpr int kOpening = 6;  // texts before the first sentence of a letter
  const std::vector<Block>& blocks = document.blocks;
  int texts = 0;
  const bool letter = std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) {
    const bool body =
        block.kind != BlockKind::furniture && block.locator.place == Locator::Place::unnumbered;
    return body && ++texts <= kOpening && begins_letter(block.text);
  });
  if (!letter || !document.symbol.parts.empty()) return;
  for (const Block& block : blocks) {
    if (block.kind == BlockKind::furniture || !block.locator.part.empty()) continue;
    read_compliments(block.text, document);
    read_deadline(block.text, document);
    read_session_concerned(block.text, document);
    if (block.kind == BlockKind::quotation) continue;
    read_quoted_titles(block.text, document);
    read_formats(block.text, document);
    read_contacts(block.text, document);
  }
  if (!document.masthead.find(Item::document_type))
    document.masthead.add(Item::document_type, {"", "letter", ""});
}

}  // namespace undex::structure
