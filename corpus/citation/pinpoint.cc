#include "corpus/citation/pinpoint.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>

#include "corpus/symbol/letters.h"

namespace undex {
namespace {

using Place = Locator::Place;

enum class Unit { paragraph, preambular, section, part, summary, table, footnote };

struct UnitWord {
  std::string_view word;
  Unit unit;
};
// Longer spellings first; a point after an abbreviation is skipped. Capitals are read as capitals
// only, with the number glued on or not: "OP1", but "pp. 3-5" are pages.
constexpr std::array kUnitWords{UnitWord{"preambular paragraphs", Unit::preambular},
                                UnitWord{"preambular paragraph", Unit::preambular},
                                UnitWord{"preambular paras", Unit::preambular},
                                UnitWord{"preambular para", Unit::preambular},
                                UnitWord{"operative paragraphs", Unit::paragraph},
                                UnitWord{"operative paragraph", Unit::paragraph},
                                UnitWord{"paragraphs", Unit::paragraph},
                                UnitWord{"paragraph", Unit::paragraph},
                                UnitWord{"paras", Unit::paragraph},
                                UnitWord{"para", Unit::paragraph},
                                UnitWord{"OP", Unit::paragraph},
                                UnitWord{"PP", Unit::preambular},
                                UnitWord{"sections", Unit::section},
                                UnitWord{"section", Unit::section},
                                UnitWord{"sects", Unit::section},
                                UnitWord{"sect", Unit::section},
                                UnitWord{"chapters", Unit::section},
                                UnitWord{"chapter", Unit::section},
                                UnitWord{"chaps", Unit::section},
                                UnitWord{"chap", Unit::section},
                                UnitWord{"part", Unit::section},
                                UnitWord{"annexes", Unit::part},
                                UnitWord{"annex", Unit::part},
                                UnitWord{"appendix", Unit::part},
                                UnitWord{"summary", Unit::summary},
                                UnitWord{"table", Unit::table},
                                UnitWord{"footnote", Unit::footnote}};

constexpr int kMaxRange = 50;  // "paras. 5-7" is written out; longer ranges give both ends
constexpr std::size_t kMaxItems = 60;
constexpr std::size_t kMaxExpressions = 12;

struct Item {
  std::string number;
  std::vector<std::string> points;
  bool range = false;  ///< everything from the item before to this one
};

struct Element {
  Unit unit = Unit::paragraph;
  std::string word;  ///< "annex" or "appendix"
  std::vector<Item> items;
  std::size_t begin = 0;
  std::size_t end = 0;
};

const UnitWord* unit_at(std::string_view plain, std::size_t at) {
  for (const UnitWord& row : kUnitWords) {
    const bool capitals = is_upper(row.word.front());
    if ((capitals ? plain[at] : lower(plain[at])) != row.word.front()) continue;
    const std::size_t end = at + row.word.size();
    const std::string_view word = piece(plain, at, row.word.size());
    if (capitals ? word != row.word : !same_letters(word, row.word)) continue;
    const char next = peek(plain, end);
    const bool more = capitals ? is_letter(next) : is_alnum(next);
    if (!more && next != kOtherLetter && next != '-') return &row;
  }
  return nullptr;
}

// "(e)", "(iv)": a letter or small numeral, at most one blank before it.
std::size_t point_at(std::string_view plain, std::size_t at, std::string& point) {
  std::size_t open = at;
  if (peek(plain, open) == ' ') ++open;
  if (peek(plain, open) != '(') return 0;
  std::size_t end = open + 1;
  while (is_lower(peek(plain, end)) && end - open <= 5) ++end;
  if (end == open + 1 || peek(plain, end) != ')') return 0;
  point = piece(plain, open + 1, end - open - 1);
  return point.size() == 1 || point.find_first_not_of("ivx") == std::string::npos ||
                 (point.size() == 2 && point[0] == point[1])
             ? end + 1
             : 0;
}

std::size_t read_points(std::string_view plain, std::size_t at, Item& item) {
  std::string point;
  while (item.points.size() < 4) {
    const std::size_t end = point_at(plain, at, point);
    if (end == 0) break;
    item.points.push_back(point);
    at = end;
  }
  return at;
}

std::size_t number_end(std::string_view plain, std::size_t at) {
  const std::size_t digits = digits_at(plain, at);
  if (digits == 0 || digits > 4) return at;
  std::size_t end = at + digits;
  // "12.5", "57/295" and "20 per cent" of something else are no paragraph numbers.
  const char next = peek(plain, end);
  if (next == '/' || is_alnum(next)) return at;
  if ((next == '.' || next == ',') && is_digit(peek(plain, end + 1))) return at;
  for (std::string_view word : {" bis", " ter", " quater"}) {
    if (piece(plain, end).starts_with(word) && !is_alnum(peek(plain, end + word.size()))) {
      end += word.size();
    }
  }
  return end;
}

// "II", "I.A", "B", "4", "II.A.2": labels of sections and annexes.
std::size_t label_end(std::string_view plain, std::size_t at) {
  std::size_t end = at;
  while (is_upper(peek(plain, end)) || is_digit(peek(plain, end)) ||
         (end > at && peek(plain, end) == '.' && is_alnum(peek(plain, end + 1)))) {
    ++end;
  }
  const std::size_t size = end - at;
  const char next = peek(plain, end);
  if (size == 0 || size > 10 || is_lower(next) || next == '/' || next == kOtherLetter) return at;
  const std::string_view label = piece(plain, at, std::min(piece(plain, at, size).find('.'), size));
  const bool good = roman_value(label) > 0 || number_of(label) > 0 || label.size() == 1;
  return good ? end : at;
}

std::size_t item_end(std::string_view plain, std::size_t at, Unit unit) {
  switch (unit) {
    case Unit::paragraph:
    case Unit::preambular:
    case Unit::footnote:
      return number_end(plain, at);
    case Unit::section:
    case Unit::part:
    case Unit::table:
      return label_end(plain, at);
    case Unit::summary:
      return at;
  }
  return at;
}

std::size_t separator_end(std::string_view plain, std::size_t at, bool& range) {
  static constexpr std::array<std::string_view, 8> kSeparators{", and ", " and ", ", ", " & ",
                                                               " or ",   " to ",  "-",  " - "};
  for (std::string_view text : kSeparators) {
    if (!piece(plain, at).starts_with(text)) continue;
    range = text == " to " || text == "-" || text == " - ";
    return at + text.size();
  }
  return at;
}

// Everything between two items: 5-7 gives 6, 16 (a)-(c) gives (b).
void add_between(std::vector<Item>& items, const Item& last) {
  const Item first = items.back();
  const int from = number_of(first.number);
  const int to = number_of(last.number);
  if (first.points.empty() && last.points.empty() && from > 0 && to > from &&
      to - from <= kMaxRange) {
    for (int number = from + 1; number < to; ++number)
      items.push_back({std::to_string(number), {}});
  }
  if (first.number == last.number && first.points.size() == 1 && last.points.size() == 1 &&
      first.points[0].size() == 1 && last.points[0].size() == 1) {
    for (char c = first.points[0][0]; ++c < last.points[0][0];) {
      items.push_back({first.number, {std::string(1, c)}});
    }
  }
}

std::vector<Item> written_out(const std::vector<Item>& items) {
  std::vector<Item> all;
  for (const Item& item : items) {
    if (item.range && !all.empty()) add_between(all, item);
    all.push_back(item);
  }
  return all;
}

std::size_t read_items(std::string_view plain, std::size_t at, Element& element) {
  std::size_t end = at;
  bool range = false;
  while (element.items.size() < kMaxItems) {
    Item item;
    const std::size_t number = item_end(plain, at, element.unit);
    std::size_t next = number;
    if (number > at) {
      item.number = piece(plain, at, number - at);
    } else if (!element.items.empty() && peek(plain, at) == '(') {
      item.number = element.items.back().number;  // "2 (a) and (b)"
    } else {
      return end;
    }
    next = read_points(plain, next, item);
    if (number == at && item.points.empty()) return end;
    item.range = range;
    element.items.push_back(std::move(item));
    end = next;
    at = separator_end(plain, next, range);
    if (at == next) return end;
  }
  return end;
}

std::optional<Element> read_element(std::string_view plain, std::size_t at) {
  const UnitWord* word = unit_at(plain, at);
  if (word == nullptr) return std::nullopt;
  Element element{.unit = word->unit, .word = {}, .items = {}, .begin = at, .end = 0};
  std::size_t end = at + word->word.size();
  if (word->unit == Unit::part) element.word = word->word == "appendix" ? "appendix" : "annex";
  if (peek(plain, end) == '.' && word->unit != Unit::part) ++end;
  const std::size_t items = skip_blanks(plain, end);
  element.end = items > end || is_digit(peek(plain, items)) ? read_items(plain, items, element) : 0;
  if (element.items.empty()) {
    element.end = end;
    if (word->unit != Unit::part && word->unit != Unit::summary) return std::nullopt;
  }
  return element;
}

std::string part_name(const Element& element, std::size_t item) {
  if (element.unit == Unit::summary) return "summary";
  std::string name = element.word;
  if (item < element.items.size()) name.append(" ").append(element.items[item].number);
  return name;
}

Place place_of(Unit unit) {
  switch (unit) {
    case Unit::paragraph:
      return Place::paragraph;
    case Unit::preambular:
      return Place::preambular;
    case Unit::section:
      return Place::section;
    case Unit::table:
      return Place::table;
    case Unit::footnote:
      return Place::footnote;
    case Unit::part:
    case Unit::summary:
      return Place::whole;
  }
  return Place::whole;
}

// The elements of one expression, outermost first, as locators.
std::vector<Locator> locators_of(const std::vector<Element>& elements) {
  std::vector<Locator> locators;
  std::string part;
  std::string section;
  for (const Element& element : elements) {
    if (element.unit == Unit::part || element.unit == Unit::summary) {
      const std::size_t count = std::max<std::size_t>(1, element.items.size());
      std::erase_if(locators, [&](const Locator& l) { return l.place == Place::whole; });
      for (std::size_t i = 0; i < count; ++i) {
        part = part_name(element, i);
        locators.push_back({.part = part, .place = Place::whole, .number = {}, .points = {}});
      }
      continue;
    }
    std::erase_if(locators, [&](const Locator& l) {
      return l.part == part && (l.place == Place::whole ||
                                (element.unit == Unit::section && l.place == Place::section));
    });
    for (const Item& item : written_out(element.items)) {
      std::string number = item.number;
      // "chap. V, sect. B" is one place, V.B
      if (element.unit == Unit::section && !section.empty()) number = section + "." + number;
      locators.push_back(
          {.part = part, .place = place_of(element.unit), .number = number, .points = item.points});
    }
    if (element.unit == Unit::section) section = locators.back().number;
  }
  return locators;
}

// Between two elements of one expression: ", " outer before inner, " of the " inner before outer.
enum class Link { none, inward, outward };
Link link_at(std::string_view plain, std::size_t at, std::size_t& next) {
  static constexpr std::array<std::string_view, 10> kOutward{
      " of the ", " of its ",           " of ",           " in the ", " in its ", " in ",
      " to the ", " contained in the ", " contained in ", ", of "};
  for (std::string_view text : kOutward) {
    if (!piece(plain, at).starts_with(text)) continue;
    next = at + text.size();
    return Link::outward;
  }
  if (!piece(plain, at).starts_with(", ")) return Link::none;
  next = at + 2;
  return Link::inward;
}

// The elements of one expression, outermost first.
struct Expression {
  std::vector<Element> elements;
  std::size_t end = 0;
};

Expression read_expression(std::string_view plain, Element first) {
  Expression out{.elements = {std::move(first)}, .end = 0};
  out.end = out.elements.front().end;
  std::size_t insert = 0;
  while (out.elements.size() < 6) {
    std::size_t next = out.end;
    const Link link = link_at(plain, out.end, next);
    if (link == Link::none) break;
    auto element = next < plain.size() ? read_element(plain, next) : std::nullopt;
    if (!element) break;
    out.end = element->end;
    if (link == Link::inward) insert = out.elements.size();
    out.elements.insert(out.elements.begin() + static_cast<std::ptrdiff_t>(insert),
                        std::move(*element));
  }
  return out;
}

bool leads_on(std::string_view plain, std::size_t at) {
  static constexpr std::array<std::string_view, 4> kLeads{" of ", " to ", " in ", " contained "};
  return std::ranges::any_of(
      kLeads, [&](std::string_view lead) { return piece(plain, at).starts_with(lead); });
}

// "chap. III, sect. H, and chap. VII, sect. C": places of one document, told alike. What goes on
// with "of" may be of another one.
std::vector<Expression> read_expressions(std::string_view plain, Element first) {
  const Unit unit = first.unit;
  std::vector<Expression> all{read_expression(plain, std::move(first))};
  while (all.size() < kMaxExpressions) {
    const std::size_t end = all.back().end;
    std::size_t next = end;
    for (std::string_view text : {", and ", " and "}) {
      if (next == end && piece(plain, end).starts_with(text)) next = end + text.size();
    }
    auto element = next > end && next < plain.size() ? read_element(plain, next) : std::nullopt;
    if (!element || element->unit != unit) break;
    Expression more = read_expression(plain, std::move(*element));
    if (leads_on(plain, more.end)) break;
    all.push_back(std::move(more));
  }
  return all;
}

}  // namespace

std::vector<Pinpoint> find_pinpoints(std::string_view plain) {
  std::vector<Pinpoint> pinpoints;
  for (std::size_t at = 0; at < plain.size();) {
    if (!is_letter(plain[at])) {
      ++at;
      continue;
    }
    if (auto element = read_element(plain, at)) {
      pinpoints.push_back({at, read_expressions(plain, std::move(*element)).back().end});
      at = std::max(at + 1, pinpoints.back().end);
      continue;
    }
    while (is_alnum(peek(plain, at))) ++at;
  }
  return pinpoints;
}

std::vector<Locator> locators_of(std::string_view plain, const Pinpoint& pinpoint) {
  std::vector<Locator> locators;
  auto element = read_element(plain, pinpoint.begin);
  if (!element) return locators;
  for (const Expression& expression : read_expressions(plain, std::move(*element)))
    std::ranges::move(locators_of(expression.elements), std::back_inserter(locators));
  return locators;
}

std::size_t skip_pinpoint(std::string_view plain, std::size_t at) {
  const std::size_t begin = piece(plain, at).starts_with(", ") ? at + 2 : at;
  auto element = begin > at && begin < plain.size() ? read_element(plain, begin) : std::nullopt;
  return element ? read_expressions(plain, std::move(*element)).back().end : at;
}

}  // namespace undex
