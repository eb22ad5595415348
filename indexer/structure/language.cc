#include "indexer/structure/language.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "indexer/structure/lexical.h"

namespace undex::structure {
namespace {

struct Language {
  std::string_view code;
  std::string_view letter;
  std::string_view words;  ///< function words between blanks
};

constexpr std::array<Language, 4> kLatin{{
    {"en", "E",
     " the of and to in that by with for is on as its which from this be has are at it or not "
     "have been their was an a no we they under will also these "},
    {"fr", "F",
     " le la les des et de du en dans que qui pour par sur une un est au aux avec ses son ce "
     "cette sont ou ne pas à d l "},
    {"es", "S",
     " el la los las de del y en que por con para una un se su sus al como es son lo sobre no a "
     "o más "},
    {"de", "G",
     " der die das und in den von zu mit des für auf ist im dem nicht ein eine als auch es an "
     "werden aus er hat "},
}};

struct Scripts {
  std::size_t latin = 0, cyrillic = 0, arabic = 0, han = 0;
};

Scripts count_scripts(std::string_view text) {
  Scripts count;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (is_letter(text[at])) ++count.latin;
    if (byte == 0xD0 || byte == 0xD1) ++count.cyrillic;
    if (byte >= 0xD8 && byte <= 0xDB) ++count.arabic;
    if (byte >= 0xE4 && byte <= 0xE9) ++count.han;
  }
  return count;
}

/// "A/58/568, para. 4" stands in texts of every language; its letters are no Spanish words.
bool is_of_citation(std::string_view text, std::size_t begin, std::size_t end) {
  const bool in_symbol =
      (begin > 0 && text[begin - 1] == '/') || (end < text.size() && text[end] == '/');
  const bool shortened = end < text.size() && text[end] == '.';
  return in_symbol || (shortened && ascii_lower(text.substr(begin, end - begin)) == "para");
}

}  // namespace

std::string language_of(std::string_view text) {
  static constexpr std::size_t kEnough = 40000;
  text = text.substr(0, kEnough);
  const Scripts scripts = count_scripts(text);
  if (scripts.han * 3 > scripts.latin && scripts.han > 10 && scripts.han > scripts.cyrillic)
    return "zh";
  if (scripts.cyrillic > scripts.latin && scripts.cyrillic > 20) return "ru";
  if (scripts.arabic > scripts.latin && scripts.arabic > 20) return "ar";
  std::array<std::size_t, kLatin.size()> hits{};
  std::size_t words = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && (is_letter(text[end]) || (text[end] & 0x80) != 0)) ++end;
    if (is_of_citation(text, at, end)) {
      at = std::max(end, at + 1);
      continue;
    }
    if (end > at && end - at < 12) {
      const std::string word = " " + ascii_lower(text.substr(at, end - at)) + " ";
      for (std::size_t i = 0; i < kLatin.size(); ++i) {
        if (kLatin[i].words.find(word) != std::string_view::npos) ++hits[i];
      }
    }
    if (end > at) ++words;
    at = std::max(end, at + 1);
  }
  const auto best = std::max_element(hits.begin(), hits.end());
  // One word in ten is a function word in any running text; below that nothing is told.
  if (*best < 3 || *best * 10 < words) return {};
  return std::string(kLatin[static_cast<std::size_t>(best - hits.begin())].code);
}

std::string language_of_letter(std::string_view letter) {
  for (const Language& language : kLatin) {
    if (language.letter == letter) return std::string(language.code);
  }
  if (letter == "A") return "ar";
  if (letter == "C") return "zh";
  if (letter == "R") return "ru";
  return {};
}

}  // namespace undex::structure
