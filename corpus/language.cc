#include "corpus/language.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>

#include "corpus/ascii.h"
#include "corpus/stop_word_table.h"
#include "corpus/text.h"

namespace undex {
namespace {

constexpr std::size_t kMostBytes = 4096;
constexpr std::size_t kLongestWord = 24;
/// The language of the surroundings is given up for this many words more of another.
constexpr std::size_t kHomeAdvantage = 2;
/// In any running text one word in ten has no subject; below that nothing is told.
constexpr std::size_t kOneIn = 10;
/// A Chinese character says as much as this many letters.
constexpr std::size_t kLettersInACharacter = 3;

/// A set of languages, a bit each in the order of kLanguages.
using Languages = std::uint8_t;
constexpr std::size_t kLatin = 3;  // en, fr, es stand first

std::size_t place_of(std::string_view language) {
  return static_cast<std::size_t>(std::find(kLanguages.begin(), kLanguages.end(), language) -
                                  kLanguages.begin());
}

Languages languages_of(std::string_view folded) {
  Languages found = 0;
  std::array<std::string_view, 2> row;
  for (std::string_view rest = lines_of(stop_word_table(), folded); take_row(rest, row);)
    found |= static_cast<Languages>(1u << place_of(row.back()));
  return found;
}

struct Scripts {
  std::size_t latin = 0, cyrillic = 0, arabic = 0, han = 0;
};

enum Script : std::uint8_t { other, latin, cyrillic, arabic, han };

/// Of each byte as the first of a character: enough to tell these four apart.
constexpr std::array<Script, 256> kScripts = [] {
  std::array<Script, 256> scripts{};
  const auto set = [&](std::size_t first, std::size_t last, Script script) {
    for (std::size_t byte = first; byte <= last; ++byte) scripts[byte] = script;
  };
  set('A', 'Z', latin);
  set('a', 'z', latin);
  set(0xC3, 0xC5, latin);
  set(0xD0, 0xD3, cyrillic);
  set(0xD8, 0xDB, arabic);
  set(0xE4, 0xE9, han);
  return scripts;
}();

Scripts scripts_of(std::string_view text) {
  std::array<std::size_t, 5> count{};
  for (const char byte : text) ++count[kScripts[static_cast<unsigned char>(byte)]];
  return {.latin = count[latin],
          .cyrillic = count[cyrillic],
          .arabic = count[arabic],
          .han = kLettersInACharacter * count[han]};
}

/// Code of the language that a script other than Latin has here; empty for Latin and for none.
std::string_view language_of(const Scripts& count) {
  if (count.latin >= std::max({count.cyrillic, count.arabic, count.han})) return {};
  if (count.cyrillic >= std::max(count.arabic, count.han)) return "ru";
  return count.arabic >= count.han ? "ar" : "zh";
}

struct LetterSign {
  std::string_view letter;
  Languages languages;
};
/// Letters with marks that English lacks, for texts of few words: "ni\u00f1os", "fran\u00e7ais".
constexpr Languages kFrench = 2, kSpanish = 4;
constexpr LetterSign kLetterSigns[] = {
    {"\u00e0", kFrench},  {"\u00e2", kFrench},  {"\u00e7", kFrench},
    {"\u00e8", kFrench},  {"\u00ea", kFrench},  {"\u00ee", kFrench},
    {"\u00f4", kFrench},  {"\u00fb", kFrench},  {"\u0153", kFrench},
    {"\u00e1", kSpanish}, {"\u00ed", kSpanish}, {"\u00f1", kSpanish},
    {"\u00f3", kSpanish}, {"\u00fa", kSpanish}, {"\u00e9", kFrench | kSpanish},
};

/// The languages that a word of at most kLongestWord bytes speaks for.
Languages signs_of(std::string_view word) {
  if (std::all_of(word.begin(), word.end(), is_letter)) {
    std::array<char, kLongestWord> small;
    std::transform(word.begin(), word.end(), small.begin(),
                   [](char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; });
    return languages_of({small.data(), word.size()});
  }
  const Languages found_so = languages_of(fold(word));
  if (found_so != 0) return found_so;
  Languages found = 0;
  const std::string small = to_lower(word);
  for (const LetterSign& sign : kLetterSigns)
    if (small.find(sign.letter) != std::string::npos) found |= sign.languages;
  return found;
}

/// "A/58/568, para. 4" stands in texts of every language; its letters are no Spanish words.
bool is_of_citation(std::string_view text, std::size_t begin, std::size_t end) {
  const bool in_symbol =
      (begin > 0 && text[begin - 1] == '/') || (end < text.size() && text[end] == '/');
  const bool shortened = end < text.size() && text[end] == '.';
  return in_symbol || (shortened && fold(text.substr(begin, end - begin)) == "para");
}

std::string_view latin_language_of(std::string_view text, std::string_view otherwise) {
  std::array<std::size_t, kLatin> hits{};
  Languages alone = 0;  // a word of no other language was seen: "son" and "on" tell nothing
  std::size_t words = 0;
  const auto in_word = [](char c) { return is_letter(c) || (c & 0x80) != 0; };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && in_word(text[end])) ++end;
    if (end > at && !is_of_citation(text, at, end)) {
      ++words;
      const Languages signs =
          end - at > kLongestWord ? Languages{0} : signs_of(text.substr(at, end - at));
      for (std::size_t i = 0; i < kLatin; ++i) hits[i] += (signs >> i) & 1u;
      if (std::has_single_bit(signs)) alone |= signs;
    }
    at = std::max(end, at + 1);
  }
  std::array<std::size_t, kLatin> marks = hits;
  const std::size_t home = place_of(otherwise);
  if (home < kLatin) marks[home] += kHomeAdvantage;
  const auto best = std::max_element(marks.begin(), marks.end());
  const auto place = static_cast<std::size_t>(best - marks.begin());
  if (std::count(marks.begin(), marks.end(), *best) > 1) return otherwise;
  if (((alone >> place) & 1u) == 0 || hits[place] * kOneIn < words) return otherwise;
  return kLanguages[place];
}

}  // namespace

std::string_view language_of(std::string_view text, std::string_view otherwise) {
  text = text.substr(0, kMostBytes);
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (std::all_of(text.begin(), text.end(), is_ascii)) return latin_language_of(text, otherwise);
  const Scripts scripts = scripts_of(text);
  if (const std::string_view found = language_of(scripts); !found.empty()) return found;
  return scripts.latin == 0 ? otherwise : latin_language_of(text, otherwise);
}

bool has_letters_of(std::string_view text, std::string_view language) {
  const Scripts scripts = scripts_of(text);
  if (language == "ru") return scripts.cyrillic > 0;
  if (language == "ar") return scripts.arabic > 0;
  return (language == "zh" ? scripts.han : scripts.latin) > 0;
}

bool is_stop_word(std::string_view folded, std::string_view language) {
  const Languages found = languages_of(folded);
  return language.empty() ? found != 0 : ((unsigned{found} >> place_of(language)) & 1u) != 0;
}

}  // namespace undex
