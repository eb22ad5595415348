#pragma once
// What kind of word an English word is, as far as counting needs it: closed classes as a table, no
// dictionary.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace undex {

/// Bits: a word may be several things ("second", "to").
namespace word_kind {
inline constexpr std::uint32_t kDeterminer = 1U << 0;
inline constexpr std::uint32_t kPreposition = 1U << 1;
inline constexpr std::uint32_t kConjunction = 1U << 2;
inline constexpr std::uint32_t kVerb = 1U << 3;  ///< finite, and common after what was counted
inline constexpr std::uint32_t kRelative = 1U << 4;
inline constexpr std::uint32_t kPronoun = 1U << 5;
inline constexpr std::uint32_t kAdverb = 1U << 6;
inline constexpr std::uint32_t kTimeUnit = 1U << 7;
inline constexpr std::uint32_t kMonth = 1U << 8;
inline constexpr std::uint32_t kLabel = 1U << 9;  ///< "paragraph": the number after it is a label
inline constexpr std::uint32_t kOrdinal = 1U << 10;
inline constexpr std::uint32_t kPlural = 1U << 11;        ///< "staff", "women"
inline constexpr std::uint32_t kNotPlural = 1U << 12;     ///< "always", "news"
inline constexpr std::uint32_t kDiscourse = 1U << 13;     ///< "one hand", "one way": no quantity
inline constexpr std::uint32_t kMeasure = 1U << 14;       ///< "250-person", "15-member"
inline constexpr std::uint32_t kNumber = 1U << 15;        ///< "twenty"
inline constexpr std::uint32_t kScale = 1U << 16;         ///< "million"
inline constexpr std::uint32_t kUnitSymbol = 1U << 17;    ///< "km", "MB": no plural form
inline constexpr std::uint32_t kFraction = 1U << 18;      ///< "third", "quarters"
inline constexpr std::uint32_t kAbbreviation = 1U << 19;  ///< a full stop after it ends nothing
inline constexpr std::uint32_t kMore = 1U << 20;          ///< "one more year"
/// What cannot stand inside a noun phrase.
inline constexpr std::uint32_t kBreaksPhrase =
    kDeterminer | kPreposition | kConjunction | kVerb | kRelative | kPronoun | kAdverb;
}  // namespace word_kind

/// Kinds of a word in lower case; 0 for a word that the table does not know.
std::uint32_t kinds_of_word(std::string_view lower);

/// 20 for "twenty", 1000000 for "million"; nothing for other words.
std::optional<long long> value_of_word(std::string_view lower);

/// January is 1; 0 for any other word. Only full names and the usual short forms.
int month_of_word(std::string_view lower);

/// Looks like a plural noun: "missions", "NGOs", "staff"; not "always", "is", "process".
bool is_plural_noun(std::string_view lower);

/// "days" -> "day", "countries" -> "country"; as it is when there is nothing to take away.
std::string singular_of(std::string_view lower);
/// "day" -> "days", "country" -> "countries".
std::string plural_of(std::string_view lower);

}  // namespace undex
