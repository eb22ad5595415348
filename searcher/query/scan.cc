#include "searcher/query/scan.h"

#include <algorithm>
#include <array>

#include "corpus/ascii.h"
#include "corpus/text.h"
#include "corpus/utf8.h"

namespace undex::query {
namespace {

/// "General Assembly resolution 57/295, paras. 15" fits; what is longer is no symbol.
constexpr std::size_t kLongestSymbol = 96;
constexpr std::size_t kLongestPinpoint = 48;
constexpr std::string_view kParagraph = "para";
constexpr std::array<std::string_view, 3> kLinks = {" of ", " in ", " to "};
constexpr std::string_view kPunctuation = ",;:#?.";
constexpr std::array<std::string_view, 3> kOperators = {"AND", "OR", "NOT"};
constexpr std::array<std::string_view, 2> kDistanceOperators = {"NEAR", "ADJ"};
constexpr std::array<Quote, 6> kQuotes = {{{"\"", "\""},
                                           {"\u201c", "\u201d"},
                                           {"\u201e", "\u201c"},
                                           {"\u201d", "\u201d"},
                                           {"\u00ab", "\u00bb"},
                                           {"\uff02", "\uff02"}}};

/// Bytes of a look-alike letter or a no-break space count as letters here.
bool may_begin_symbol(char c) { return is_letter(c) || static_cast<unsigned char>(c) >= 0x80; }

/// Where a symbol or pinpoint may end, the longest last: at a blank or at punctuation, parentheses
/// in balance.
std::vector<std::size_t> ends_from(std::string_view query, std::size_t at, std::size_t longest) {
  std::vector<std::size_t> ends;
  int depth = 0;
  const std::size_t limit = std::min(query.size(), at + longest);
  for (std::size_t i = at; i <= limit; ++i) {
    const char c = i < query.size() ? query[i] : ' ';
    const bool punctuation = kPunctuation.find(c) != std::string_view::npos;
    if (i > at && depth == 0 && (is_mark(c) || punctuation)) ends.push_back(i);
    if (c == '"' || i == query.size()) break;
    if (c == '(') ++depth;
    if (c == ')' && --depth < 0) break;
    if (depth == 0 && i > at && is_any_operator(query, i)) break;
  }
  return ends;
}

bool begins_word(std::string_view query, std::size_t at) {
  return at == 0 || is_mark(query[at - 1]) || is_behind_quote(query, at);
}

std::optional<Locator> locator_in(std::string_view text) {
  return text.find_first_not_of(" \t") == std::string_view::npos ? std::nullopt
                                                                 : parse_locator(text);
}

/// A pinpoint right behind a symbol; moves `end` past it.
std::optional<Locator> scan_pinpoint(std::string_view query, std::size_t& end) {
  std::size_t at = end;
  if (at >= query.size()) return std::nullopt;
  const bool glued = query[at] == '#' || query[at] == ':';
  if (glued || query[at] == ',') ++at;
  if (!glued)
    while (at < query.size() && is_blank(query[at])) ++at;
  const bool named = query.substr(at).starts_with(kParagraph);
  if (at == end || (!glued && !named && query[end] != ',')) return std::nullopt;
  const std::vector<std::size_t> ends = ends_from(query, at, kLongestPinpoint);
  for (auto stop = ends.rbegin(); stop != ends.rend(); ++stop) {
    if (std::optional<Locator> found = locator_in(query.substr(at, *stop - at))) {
      end = *stop;
      return found;
    }
  }
  return std::nullopt;
}

std::optional<ScannedSymbol> symbol_at(std::string_view query, std::size_t at) {
  if (at >= query.size() || !may_begin_symbol(query[at])) return std::nullopt;
  const std::vector<std::size_t> ends = ends_from(query, at, kLongestSymbol);
  for (auto stop = ends.rbegin(); stop != ends.rend(); ++stop) {
    const std::string_view text = query.substr(at, *stop - at);
    if (is_blank(text.back()) || std::none_of(text.begin(), text.end(), is_digit)) continue;
    std::optional<Symbol> symbol = parse_symbol(text);
    if (!symbol) continue;
    ScannedSymbol found{.node = {.symbol = std::move(*symbol), .pinpoint = std::nullopt},
                        .symbol_end = at + text.find_last_not_of(kPunctuation) + 1,
                        .end = *stop};
    found.node.pinpoint = scan_pinpoint(query, found.end);
    return found;
  }
  return std::nullopt;
}

/// "paragraph 18 (g) of E/2003/75", "para. 46 of the annex to A/78/265".
std::optional<ScannedSymbol> scan_pinpoint_first(std::string_view query, std::size_t at) {
  if (to_lower(query.substr(std::min(at, query.size()), kParagraph.size())) != kParagraph)
    return std::nullopt;
  for (std::size_t link = query.find(' ', at); link < at + kLongestPinpoint;
       link = query.find(' ', link + 1)) {
    for (const std::string_view word : kLinks) {
      if (!query.substr(link).starts_with(word)) continue;
      std::optional<Locator> place = locator_in(query.substr(at, link - at));
      if (!place) continue;
      std::optional<ScannedSymbol> found = symbol_at(query, link + word.size());
      if (!found || found->node.pinpoint) continue;
      found->node.pinpoint = std::move(place);
      found->end = found->symbol_end;
      return found;
    }
  }
  return std::nullopt;
}

}  // namespace

bool is_blank(char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7f'; }

bool is_mark(char c) { return is_blank(c) || c == '(' || c == ')' || c == '"'; }

const Quote* quote_at(std::string_view query, std::size_t at) {
  const std::string_view rest = query.substr(std::min(at, query.size()));
  const auto* found = std::find_if(kQuotes.begin(), kQuotes.end(), [&](const Quote& quote) {
    return rest.starts_with(quote.open);
  });
  return found == kQuotes.end() ? nullptr : found;
}

bool is_behind_quote(std::string_view query, std::size_t at) {
  const std::string_view before = query.substr(0, at);
  return std::any_of(kQuotes.begin(), kQuotes.end(),
                     [&](const Quote& quote) { return before.ends_with(quote.close); });
}

std::string with_plain_blanks(std::string_view query) {
  std::string out(query);
  for (std::size_t at = 0, end = 0; at < query.size(); at = end) {
    end = character_end(query, at);
    const bool parts_thousands =
        at > 0 && end < query.size() && is_digit(query[at - 1]) && is_digit(query[end]);
    if (end > at + 1 && !parts_thousands && collapse_spaces(query.substr(at, end - at)).empty())
      out.replace(at, end - at, end - at, ' ');
  }
  return out;
}

bool is_operator(std::string_view query, std::size_t at, std::string_view name) {
  if (query.substr(at, name.size()) != name) return false;
  const std::size_t end = at + name.size();
  return begins_word(query, at) &&
         (end == query.size() || is_mark(query[end]) || quote_at(query, end) != nullptr);
}

std::string_view distance_operator(std::string_view query, std::size_t at) {
  if (!begins_word(query, at)) return {};
  for (const std::string_view name : kDistanceOperators) {
    const bool with_distance =
        query.substr(at).starts_with(name) && query.substr(at + name.size()).starts_with('/');
    if (with_distance || is_operator(query, at, name)) return name;
  }
  return {};
}

bool is_any_operator(std::string_view query, std::size_t at) {
  return !distance_operator(query, at).empty() ||
         std::any_of(kOperators.begin(), kOperators.end(),
                     [&](std::string_view name) { return is_operator(query, at, name); });
}

std::optional<ScannedSymbol> scan_symbol(std::string_view query, std::size_t at) {
  if (std::optional<ScannedSymbol> found = scan_pinpoint_first(query, at)) return found;
  return symbol_at(query, at);
}

std::optional<std::string> series_prefix(std::string_view text) {
  if (text.size() > kLongestSymbol || !text.ends_with("/*")) return std::nullopt;
  text.remove_suffix(1);
  // With a number for the star it is a symbol, which knows its normal form.
  const std::optional<Symbol> first = parse_symbol(std::string(text) + "1");
  if (!first || first->parts.size() != 1 || !first->parts.front().ends_with("/1"))
    return std::nullopt;
  return first->parts.front().substr(0, first->parts.front().size() - 1);
}

}  // namespace undex::query
