#include "indexer/convert/office/rtf.h"

#include <algorithm>
#include <string>

namespace undex {
namespace {

constexpr std::string_view kInstruction = "\\fldinst";
constexpr std::size_t kLongestLeadIn = 400;  // groups and formatting before the field's name

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The first word of text, after groups, control words and blanks.
std::string_view first_word(std::string_view rtf) {
  std::size_t at = 0;
  while (at < rtf.size() && !is_letter(rtf[at])) {
    if (rtf[at] == '}') return {};
    if (rtf[at++] != '\\') continue;
    while (at < rtf.size() && is_letter(rtf[at])) ++at;
    while (at < rtf.size() && (rtf[at] == '-' || (rtf[at] >= '0' && rtf[at] <= '9'))) ++at;
  }
  std::size_t end = at;
  while (end < rtf.size() && is_letter(rtf[end])) ++end;
  return rtf.substr(at, end - at);
}

std::string upper(std::string_view word) {
  std::string all(word);
  std::transform(all.begin(), all.end(), all.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return all;
}

}  // namespace

bool recognises_rtf(std::string_view bytes) {
  const std::size_t begin = bytes.substr(0, 64).find("{\\rt");
  return begin != std::string_view::npos &&
         bytes.substr(0, begin).find_first_not_of("\xEF\xBB\xBF \t\r\n") == std::string_view::npos;
}

std::size_t count_autonum_rtf(std::string_view bytes) {
  std::size_t count = 0;
  for (std::size_t at = bytes.find(kInstruction); at != std::string_view::npos;
       at = bytes.find(kInstruction, at + kInstruction.size()))
    count += upper(first_word(bytes.substr(at + kInstruction.size(), kLongestLeadIn)))
                 .starts_with("AUTONUM");
  return count;
}

}  // namespace undex
