#include "indexer/convert/pdf/doubts.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "corpus/ascii.h"
#include "undex/error.h"

namespace undex {
namespace {

constexpr std::size_t kMostRanges = 20;
constexpr std::size_t kFewestWords = 50;  // fewer tell nothing of their language

/// "2, 5 to 7"
std::string ranges(const std::vector<std::size_t>& numbers) {
  std::string text;
  std::size_t count = 0;
  for (std::size_t at = 0; at < numbers.size();) {
    std::size_t end = at + 1;
    while (end < numbers.size() && numbers[end] == numbers[end - 1] + 1) ++end;
    if (++count > kMostRanges) return text + " and more";
    text += (text.empty() ? "" : ", ") + std::to_string(numbers[at]);
    if (end - at > 1) text += " to " + std::to_string(numbers[end - 1]);
    at = end;
  }
  return text;
}

struct Letters {
  std::size_t all = 0;
  std::size_t unknown = 0;    ///< U+FFFD and private characters
  std::size_t words = 0;      ///< of Latin letters, four at least
  std::size_t voiceless = 0;  ///< without a vowel
};

/// Characters that are no letter of any script, by their first bytes: U+E000 to U+F8FF, U+FFFD.
bool is_unknown(std::string_view rest) {
  return rest.starts_with("\xEF\xBF\xBD") || rest[0] == '\xEE' ||
         (rest[0] == '\xEF' && rest.size() > 1 && static_cast<unsigned char>(rest[1]) < 0xA4);
}

void count_word(std::string_view word, Letters& letters) {
  std::size_t latin = 0;
  bool vowel = false;
  bool other = false;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const char c = word[at];
    const bool begins = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    if (!begins) continue;
    ++letters.all;
    letters.unknown += is_unknown(word.substr(at)) ? 1 : 0;
    latin += is_letter(c) ? 1 : 0;
    other = other || static_cast<unsigned char>(c) >= 0x80 || is_digit(c);
    vowel = vowel || std::string_view("aeiouyAEIOUY").find(c) != std::string_view::npos;
  }
  const bool tells = latin >= 4 && !other && std::any_of(word.begin(), word.end(), is_lower);
  letters.words += tells ? 1 : 0;
  letters.voiceless += tells && !vowel ? 1 : 0;
}

Letters count_letters(const std::vector<PdfPage>& pages) {
  Letters letters;
  for (const PdfPage& page : pages)
    for (const PdfLine& line : page.lines)
      for (const PdfWord& word : line.words) count_word(word.text, letters);
  return letters;
}

Notice warning(std::string code, std::string text) {
  return {.level = Notice::Level::warning,
          .code = std::move(code),
          .locator = {},
          .text = std::move(text)};
}

Error refuse(const std::string& reason) {
  return {ErrorKind::check, reason,
          "run it through text recognition first (ocrmypdf), or index another format of it"};
}

}  // namespace

std::vector<Notice> doubts_about(const std::vector<PdfPage>& pages) {
  std::vector<std::size_t> bare;
  for (std::size_t p = 0; p < pages.size(); ++p)
    if (pages[p].lines.empty()) bare.push_back(p + 1);
  if (bare.size() == pages.size()) throw refuse("no text on its pages: scanned, drawn or blank");
  std::vector<Notice> notices;
  if (!bare.empty())
    notices.push_back(warning("pages-without-text", (bare.size() == 1 ? "page " : "pages ") +
                                                        ranges(bare) + " of " +
                                                        std::to_string(pages.size()) +
                                                        " without text: scanned, drawn or blank"));
  const Letters letters = count_letters(pages);
  if (letters.unknown * 2 > letters.all)
    throw refuse("text garbled: its fonts do not say which letters they show");
  const bool garbled = letters.unknown * 50 > letters.all ||
                       (letters.words >= kFewestWords && letters.voiceless * 4 > letters.words);
  if (garbled)
    notices.push_back(warning("garbled-text",
                              "its fonts do not say rightly which letters they show: many words "
                              "cannot be read; compare with another format of it"));
  return notices;
}

}  // namespace undex
