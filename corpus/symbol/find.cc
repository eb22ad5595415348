// Symbols in running text: where one begins, joint symbols, and the tails that leave the symbol out
// ("A/62/793 and Corr.1", "SR.24, 34 and 40").
#include "corpus/symbol/find.h"

#include <algorithm>
#include <array>
#include <optional>

#include "corpus/symbol/grammar.h"
#include "corpus/symbol/letters.h"

namespace undex {
namespace {

constexpr int kMaxRange = 200;  // "PV.1-105" happens, "L.1-99999" is no list of documents
constexpr int kMaxJoint = 6;
constexpr int kMaxTail = 60;

struct Found {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<SymbolPart> parts;
};

// The end of the hyphen or dash, blanks included, at which a joint symbol goes on.
std::size_t joint_at(std::string_view plain, std::size_t at) {
  std::size_t head = skip_blanks(plain, at);
  if (peek(plain, head) != '-') return 0;
  head = skip_blanks(plain, head + 1);
  return is_upper(peek(plain, head)) ? head : 0;
}

std::optional<Found> read_symbol(std::string_view plain, std::size_t begin) {
  auto part = read_symbol_part(plain, begin, SymbolSetting::running);
  if (!part) return std::nullopt;
  Found found{.begin = begin, .end = part->end, .parts = {std::move(*part)}};
  while (found.parts.size() < kMaxJoint) {
    const std::size_t head = joint_at(plain, found.end);
    if (head == 0) break;
    auto next = read_symbol_part(plain, head, SymbolSetting::running);
    if (!next) break;
    // "A/58/1 - A/58/30" is a range, "A/55/75-E/2000/55" one document; with blanks only another
    // organ makes it sure.
    const bool blanks = head != found.end + 1;
    const auto organ = [](const SymbolPart& p) { return p.normal.substr(0, p.normal.find('/')); };
    if (blanks && organ(*next) == organ(found.parts.front())) break;
    found.end = next->end;
    found.parts.push_back(std::move(*next));
  }
  return found;
}

// What the parts of a tail are put behind: each part of the printed symbol, cut at `cut`.
Symbol with_tail(const Found& head, std::string_view stem_cut, const std::string& tail) {
  Symbol symbol;
  for (const SymbolPart& part : head.parts) {
    std::string base = part.normal;
    const std::string needle = "/" + std::string(stem_cut);
    const std::size_t at = base.rfind(needle);
    if (at != std::string::npos && at > 0) base.resize(at);
    symbol.parts.push_back(base + "/" + tail);
  }
  return symbol;
}

// Name with point of the last numbered segment: "SR." of A/C.2/66/SR.24, "Add." of
// A/62/793/Add.1.
std::string last_dotted(const Found& head) {
  const std::string& normal = head.parts.front().normal;
  const std::size_t stroke = normal.rfind('/');
  const std::size_t point = normal.find('.', stroke);
  if (stroke == std::string::npos || point == std::string::npos) return {};
  const bool digits = std::ranges::all_of(normal.substr(point + 1), is_digit);
  return digits ? normal.substr(stroke + 1, point - stroke) : std::string{};
}

std::size_t separator_at(std::string_view plain, std::size_t at) {
  static constexpr std::array<std::string_view, 7> kSeparators{", and ", " and ", ", ", " & ",
                                                               "+",      " + ",   ","};
  for (std::string_view text : kSeparators) {
    if (piece(plain, at).starts_with(text)) return at + text.size();
  }
  return at;
}

struct Range {
  std::size_t end = 0;
  int last = 0;
};
// "-3" after the number `first`: the end of the range.
std::optional<Range> range_at(std::string_view plain, std::size_t at, int first) {
  if (peek(plain, at) != '-') return std::nullopt;
  const std::size_t digits = digits_at(plain, at + 1);
  const int last = number_of(piece(plain, at + 1, digits));
  if (digits == 0 || digits > 4 || last <= first || last - first > kMaxRange) return std::nullopt;
  const char next = peek(plain, at + 1 + digits);
  if (is_alnum(next) || next == '/') return std::nullopt;
  return Range{.end = at + 1 + digits, .last = last};
}

void add_range(std::vector<SymbolMatch>& matches, const Found& head, const std::string& name,
               int first, int last, std::size_t begin, std::size_t end) {
  for (int number = first; number <= last; ++number) {
    const std::string tail = name + std::to_string(number);
    matches.push_back(
        {.begin = begin, .end = end, .symbol = with_tail(head, name, tail), .reissue = {}});
  }
}

// One element of a tail that names its kind: "Corr.1", "Add.1-3", "Rev.1/Add.1", "SR.34".
std::size_t named_element(std::string_view plain, std::size_t at, const Found& head,
                          const std::string& dotted, std::vector<SymbolMatch>& matches) {
  std::string name;
  std::size_t number_at = 0;
  if (const auto change = read_symbol_change(plain, at)) {
    name = change->name;
    number_at = change->end - change->number.size();
  } else if (!dotted.empty() && piece(plain, at).starts_with(dotted)) {
    name = dotted;
    number_at = at + dotted.size();
  } else {
    return 0;
  }
  const std::size_t digits = digits_at(plain, number_at);
  const int first = number_of(piece(plain, number_at, digits));
  std::size_t end = number_at + digits;
  if (digits == 0 || first < 0 || is_alnum(peek(plain, end))) return 0;
  if (const auto range = range_at(plain, end, first)) {
    add_range(matches, head, name, first, range->last, at, range->end);
    return range->end;
  }
  std::string tail = name + std::to_string(first);
  while (peek(plain, end) == '/') {
    const auto more = read_symbol_change(plain, end + 1);
    if (!more) break;
    tail += "/" + more->name + more->number;
    end = more->end;
  }
  matches.push_back(
      {.begin = at, .end = end, .symbol = with_tail(head, name, tail), .reissue = {}});
  return end;
}

// Bare numbers ("SR.24, 34 and 40"): only a list that ends like one, for "L.5 and 34 States" is
// none.
std::size_t bare_numbers(std::string_view plain, std::size_t at, const Found& head,
                         const std::string& dotted, std::vector<SymbolMatch>& matches) {
  std::vector<SymbolMatch> list;
  int before =
      number_of(head.parts.front().normal.substr(head.parts.front().normal.rfind('.') + 1));
  for (int elements = 0; elements < kMaxTail; ++elements) {
    const std::size_t begin = separator_at(plain, at);
    const std::size_t digits = begin == at ? 0 : digits_at(plain, begin);
    const int first = number_of(piece(plain, begin, digits));
    if (digits == 0 || digits > 4 || first <= before) break;
    std::size_t end = begin + digits;
    int last = first;
    if (const auto range = range_at(plain, end, first)) {
      last = range->last;
      end = range->end;
    }
    add_range(list, head, dotted, first, last, begin, end);
    before = last;
    at = end;
  }
  const std::size_t next = skip_blanks(plain, at);
  const bool ends = next >= plain.size() ||
                    std::string_view(")];.,:").find(plain[next]) != std::string_view::npos;
  const bool decimal = is_digit(peek(plain, at + 1)) && peek(plain, at) != ' ';
  if (list.empty() || !ends || decimal) return 0;
  matches.insert(matches.end(), list.begin(), list.end());
  return at;
}

// Appends what follows the printed symbol without repeating it; gives the end of the last element.
std::size_t read_tail(std::string_view plain, const Found& head,
                      std::vector<SymbolMatch>& matches) {
  const std::string dotted = last_dotted(head);
  std::size_t at = head.end;
  if (!dotted.empty()) {
    const int first =
        number_of(head.parts.front().normal.substr(head.parts.front().normal.rfind('.') + 1));
    if (const auto range = range_at(plain, at, first)) {
      matches.back().end = range->end;
      add_range(matches, head, dotted, first + 1, range->last, head.begin, range->end);
      at = range->end;
    }
  }
  for (int elements = 0; elements < kMaxTail; ++elements) {
    const std::size_t begin = separator_at(plain, at);
    if (begin == at) break;
    std::size_t end = named_element(plain, begin, head, dotted, matches);
    if (end == 0 && !dotted.empty()) end = bare_numbers(plain, at, head, dotted, matches);
    if (end == 0) break;
    at = end;
  }
  return at;
}

}  // namespace

std::vector<SymbolMatch> find_plain_symbols(std::string_view plain) {
  std::vector<SymbolMatch> matches;
  for (std::size_t at = 0; at < plain.size();) {
    if (!is_upper(plain[at]) || !symbol_may_begin(plain, at)) {
      ++at;
      continue;
    }
    const auto found = read_symbol(plain, at);
    if (!found) {
      ++at;
      continue;
    }
    Symbol symbol;
    for (const SymbolPart& part : found->parts) symbol.parts.push_back(part.normal);
    matches.push_back({.begin = at,
                       .end = found->end,
                       .symbol = std::move(symbol),
                       .reissue = found->parts.back().reissue});
    at = std::max(read_tail(plain, *found, matches), at + 1);
  }
  return matches;
}

std::vector<SymbolMatch> find_symbols(std::string_view text) {
  const PlainText plain = plain_letters(text);
  std::vector<SymbolMatch> matches = find_plain_symbols(plain.text);
  for (SymbolMatch& match : matches) {
    match.begin = plain.source(match.begin);
    match.end = plain.source_end(text, match.end);
  }
  return matches;
}

}  // namespace undex
