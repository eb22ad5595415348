#include "corpus/citation/supplement.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "corpus/symbol/letters.h"

namespace undex {
namespace {

constexpr std::string_view kRecords = "Official Records of the ";
constexpr std::string_view kAssembly = "General Assembly, ";
constexpr std::string_view kCouncil = "Economic and Social Council, ";
constexpr std::size_t kLeadBytes = 160;   // from "Official Records" to "Supplement"
constexpr std::size_t kBehindBytes = 60;  // " and corrigendum (A/59/53"

constexpr std::array<std::string_view, 19> kOnes{
    "first",     "second",    "third",       "fourth",     "fifth",     "sixth",      "seventh",
    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",   "thirteenth", "fourteenth",
    "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"};
constexpr std::array<std::string_view, 8> kTens{"twent", "thirt",  "fort",  "fift",
                                                "sixt",  "sevent", "eight", "ninet"};

// "Sixty-fourth" 64, "thirtieth" 30; 0 for no ordinal.
int ordinal_value(std::string_view word) {
  const auto one =
      std::ranges::find_if(kOnes, [&](std::string_view name) { return same_letters(name, word); });
  if (one != kOnes.end()) return static_cast<int>(one - kOnes.begin()) + 1;
  for (std::size_t i = 0; i < kTens.size(); ++i) {
    if (!same_letters(piece(word, 0, kTens[i].size()), kTens[i])) continue;
    const int tens = 10 * (static_cast<int>(i) + 2);
    const std::string_view rest = piece(word, kTens[i].size());
    if (same_letters(rest, "ieth")) return tens;
    const auto unit = std::ranges::find_if(
        kOnes, [&](std::string_view name) { return same_letters(name, piece(rest, 2)); });
    const bool joined = rest.starts_with("y-") && unit - kOnes.begin() < 9;
    if (joined) return tens + static_cast<int>(unit - kOnes.begin()) + 1;
  }
  return 0;
}

// Supplements of the Assembly have the number of the document since session 31; those of the
// Council 20 more since 1990, and its resolutions number 99 since 1999.
std::optional<Symbol> symbol_of(std::string_view records, int number) {
  constexpr int kFirstStrokedSession = 31;
  constexpr int kFirstTwenties = 1990;
  constexpr int kFirstNinetyNine = 1999;
  if (records.starts_with(kAssembly)) {
    records.remove_prefix(kAssembly.size());
    const int session = ordinal_value(records.substr(0, records.find(' ')));
    const std::string_view rest = piece(records, std::min(records.find(' '), records.size()));
    if (session < kFirstStrokedSession || !same_letters(rest, " session, ")) return std::nullopt;
    return Symbol{{"A/" + std::to_string(session) + "/" + std::to_string(number)}};
  }
  if (!records.starts_with(kCouncil)) return std::nullopt;
  records.remove_prefix(kCouncil.size());
  const int year = number_of(records.substr(0, 4));
  if (records.size() != 6 || records.substr(4) != ", ") return std::nullopt;
  const int document = number == 1 ? 99 : 20 + number;
  if (year < (number == 1 ? kFirstNinetyNine : kFirstTwenties) || document > 99)
    return std::nullopt;
  return Symbol{{"E/" + std::to_string(year) + "/" + std::to_string(document)}};
}

// A symbol stands behind the words.
bool has_symbol(std::string_view plain, std::size_t end, const std::vector<SymbolMatch>& symbols) {
  const auto next = std::ranges::lower_bound(symbols, end, {}, &SymbolMatch::begin);
  if (next == symbols.end() || next->begin - end > kBehindBytes) return false;
  return piece(plain, end, next->begin - end).find(';') == std::string_view::npos;
}

}  // namespace

std::vector<NamedDocument> find_supplements(std::string_view plain,
                                            const std::vector<SymbolMatch>& symbols,
                                            std::vector<RefusedCitation>* refused) {
  static constexpr std::string_view kWord = "Supplement No. ";
  std::vector<NamedDocument> found;
  for (std::size_t at = plain.find(kWord); at != std::string_view::npos;
       at = plain.find(kWord, at + 1)) {
    const std::size_t number_at = at + kWord.size();
    const std::size_t digits = digits_at(plain, number_at);
    const std::size_t end = number_at + digits;
    if (digits == 0 || digits > 3 || has_symbol(plain, end, symbols)) continue;
    const std::size_t from = at > kLeadBytes ? at - kLeadBytes : 0;
    const std::string_view lead = piece(plain, from, at - from);
    const std::size_t records = lead.rfind(kRecords);
    if (records == std::string_view::npos) continue;
    const std::size_t begin = from + records;
    if (!found.empty() && begin < found.back().end) continue;
    auto symbol = is_alnum(peek(plain, end))
                      ? std::nullopt
                      : symbol_of(lead.substr(records + kRecords.size()),
                                  number_of(piece(plain, number_at, digits)));
    if (symbol) {
      found.push_back({begin, end, std::move(*symbol), "supplement"});
    } else if (refused != nullptr) {
      refused->push_back({begin, end, "supplement", "no rule gives the symbol of this supplement"});
    }
  }
  return found;
}

}  // namespace undex
