// One symbol as somebody typed it: case, blanks and strokes are put right first, then the grammar
// decides.
#include <algorithm>
#include <array>

#include "corpus/citation/words.h"
#include "corpus/symbol/grammar.h"
#include "corpus/symbol/letters.h"
#include "corpus/symbol/tables.h"
#include "undex/symbol.h"

namespace undex {
namespace {

constexpr std::size_t kMaxTyped = 400;  // the longest joint symbols have some 80 letters

// Segments that carry their number behind a point: "A C 2 59 L 3" is A/C.2/59/L.3.
constexpr std::array<std::string_view, 17> kPointed{"AC",   "C",   "CN",    "CONF", "SUB", "WG",
                                                    "L",    "SR",  "PV",    "WP",   "CRP", "ADD",
                                                    "CORR", "REV", "AMEND", "PC",   "SC"};
// Words that a symbol typed without strokes may hold; any other word makes it a sentence.
constexpr std::array<std::string_view, 12> kWords{"RES", "DEC", "INF", "NGO", "PRST", "SGB",
                                                  "AI",  "IC",  "HRC", "REP", "BUR",  "S"};

bool is_in(const auto& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  return text;
}

// Quotation marks and brackets around it, and the stop behind it, belong to the sentence.
std::string_view unwrapped(std::string_view text) {
  constexpr std::string_view kPairs = "()[]<>\"\"''";
  for (std::size_t before = text.size() + 1; text.size() < before;) {
    before = text.size();
    text = trimmed(text);
    while (!text.empty() && std::string_view(".,;:").find(text.back()) != std::string_view::npos) {
      text.remove_suffix(1);
    }
    if (text.size() < 2) break;
    const auto quote = [](char c) { return c == kOtherSign || c == '"' || c == '\''; };
    const std::size_t open = kPairs.find(text.front());
    const bool pair =
        open != std::string_view::npos && open % 2 == 0 && kPairs[open + 1] == text.back();
    if (pair || (quote(text.front()) && quote(text.back()))) text = text.substr(1, text.size() - 2);
  }
  return text;
}

// What people write before a symbol ("UN doc. A/58/568"), or have in the line of their browser.
std::string_view without_lead(std::string_view text) {
  constexpr std::array<std::string_view, 2> kSchemes{"HTTPS://", "HTTP://"};
  constexpr std::array<std::string_view, 3> kHosts{"UNDOCS.ORG/", "WWW.UNDOCS.ORG/",
                                                   "DOCS.UN.ORG/"};
  constexpr std::array<std::string_view, 6> kLanguages{"AR/", "EN/", "ES/", "FR/", "RU/", "ZH/"};
  constexpr std::array<std::string_view, 7> kLeads{
      "UN DOC. ", "UN DOC ", "DOC. ", "DOCUMENT ", "RESOLUTION ", "DECISION ", "SYMBOL "};
  const auto drop = [&](const auto& list) {
    const auto* found =
        std::ranges::find_if(list, [&](std::string_view lead) { return text.starts_with(lead); });
    if (found == list.end()) return false;
    text.remove_prefix(found->size());
    return true;
  };
  drop(kLeads);
  drop(kSchemes);
  if (drop(kHosts)) drop(kLanguages);
  return text;
}

// No blanks beside strokes, points and joints; one blank elsewhere.
std::string tightened(std::string_view text) {
  constexpr std::string_view kTight = "/-";
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c != ' ' && c != '\n') {
      result += c;
      continue;
    }
    const std::size_t next = skip_blanks(text, at);
    const bool tight = result.empty() || kTight.find(result.back()) != std::string_view::npos ||
                       kTight.find(peek(text, next)) != std::string_view::npos;
    if (!tight) result += ' ';
    at = next - 1;
  }
  return result;
}

// "A/C1/80/L20" with the points that it lacks.
std::string with_points(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t stroke = std::min(text.find('/', at), text.size());
    const std::string_view segment = text.substr(at, stroke - at);
    const std::size_t digit = std::min(segment.find_first_of("0123456789"), segment.size());
    const bool lacks =
        at > 0 && digit < segment.size() && is_in(kPointed, segment.substr(0, digit));
    result.append(segment.substr(0, digit)).append(lacks ? "." : "").append(segment.substr(digit));
    if (stroke < text.size()) result += '/';
    at = stroke + 1;
  }
  return result;
}

// "E 2003 75" with strokes, or nothing when the words are no symbol's.
std::optional<std::string> with_strokes(std::string_view text) {
  std::string result;
  std::size_t words = 0;
  bool pointed = false;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = std::min(text.find_first_of(" _", at), text.size());
    const std::string_view word = piece(text, at, end - at);
    if (word.empty()) return std::nullopt;
    const bool number = is_digit(word.front());
    const bool known = is_in(kWords, word) || is_in(kPointed, word) ||
                       word.find('.') != std::string_view::npos ||
                       word.find('-') != std::string_view::npos;
    if (words == 0 ? find_symbol_head(word) == nullptr && word.find('.') == std::string_view::npos
                   : !number && !known && word.front() != '(') {
      return std::nullopt;
    }
    const bool session = word.front() == '(';
    if (words > 0) result += pointed && number ? "." : session ? " " : "/";
    result += word;
    pointed = is_in(kPointed, word);
    ++words;
    at = end + 1;
  }
  if (words < 3) return std::nullopt;
  return result;
}

std::optional<Symbol> read_whole(std::string_view text) {
  Symbol symbol;
  std::size_t at = 0;
  while (at < text.size()) {
    // The hyphen of a joint symbol ends a part; typed strictness would refuse what follows it.
    const auto part = read_symbol_part(text, at, SymbolSetting::typed);
    if (!part) return std::nullopt;
    symbol.parts.push_back(part->normal);
    at = part->end;
    if (at == text.size()) return symbol;
    if (text[at] != '-') return std::nullopt;
    ++at;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Symbol> parse_symbol(std::string_view text) {
  if (text.size() > kMaxTyped) return std::nullopt;
  const PlainText plain = plain_letters(text);
  const std::string_view typed = unwrapped(plain.text);
  if (typed.empty()) return std::nullopt;
  const std::string spelled = capitals(typed);
  std::string symbol = tightened(without_lead(spelled));
  std::ranges::replace(symbol, '\\', '/');
  if (symbol.find('/') == std::string::npos) {
    symbol = with_strokes(symbol).value_or(std::string{});
  }
  if (auto whole = read_whole(symbol)) return whole;
  if (auto whole = read_whole(with_points(symbol))) return whole;
  return read_named_document(typed);
}

}  // namespace undex
