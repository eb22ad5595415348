#include "indexer/convert/pdf/right_to_left.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/ascii.h"
#include "indexer/convert/text/encoding.h"

namespace undex {
namespace {

constexpr char32_t kLam = U'ل';
constexpr char32_t kAlef = U'ا';
constexpr std::u32string_view kAlefs = U"اأإآ";
constexpr std::u32string_view kPrefixes = U"وفبك";

std::u32string code_points(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t point = size == 1 ? lead : lead & (0x7FU >> size);
    for (std::size_t i = 1; i < size && at + i < text.size(); ++i)
      point = point << 6U | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    out += point;
    at += size;
  }
  return out;
}

bool is_digit_of_arabic(char32_t c) {
  return (c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9);
}
/// Hebrew, Arabic and their presentation forms.
bool is_right_to_left(char32_t c) {
  return ((c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
          (c >= 0xFE70 && c <= 0xFEFC)) &&
         !is_digit_of_arabic(c);
}
/// Letters and digits that are read from left to right wherever they stand.
bool is_left_to_right(char32_t c) {
  if (c < 0x80) return is_letter(static_cast<char>(c)) || is_digit(static_cast<char>(c));
  const bool letter = (c >= 0xC0 && c < 0x590) || (c >= 0x1E00 && c < 0x2000);
  return letter || is_digit_of_arabic(c);
}
/// Signs that stand within numbers, symbols and addresses.
bool joins(char32_t c) {
  return std::u32string_view(U".,/:-_@").find(c) != std::u32string_view::npos;
}

bool holds(const std::u32string& text, bool (*is)(char32_t)) {
  return std::any_of(text.begin(), text.end(), is);
}

/// Whether lam and alef at `at`, in the order of the paper, are one sign: lam before alef. Fonts
/// say that sign as the two letters in the order they are read, so that it looks like alef before
/// lam.
bool is_lam_alef(const std::u32string& word, std::size_t at) {
  if (word[at] != kLam || at + 1 >= word.size() || kAlefs.find(word[at + 1]) == kAlefs.npos)
    return false;
  const char32_t alef = word[at + 1];
  const char32_t before = at + 2 < word.size() ? word[at + 2] : 0;  // read before it
  const char32_t after = at > 0 ? word[at - 1] : 0;
  const bool prefix = at + 3 == word.size() && kPrefixes.find(before) != kPrefixes.npos;
  if (before == kAlef || before == kLam) return true;
  if (before == 0 || prefix) {
    if (after == 0) return true;                               // the word "no"
    if (alef == kAlef) return false;                           // the article
    if (alef == U'إ') return after != U'ى' && after != kAlef;  // "to", "save" begin with alef
    return alef == U'أ';
  }
  return alef == kAlef && after == U'ت' && at == 1;  // the ending of a plural
}

/// The word in the order it is read; what is read from left to right in it stays as it is.
std::string reordered(const std::u32string& word) {
  std::u32string out;
  for (std::size_t at = 0; at < word.size();) {
    std::size_t end = at + 1;
    if (is_lam_alef(word, at)) {
      end = at + 2;
    } else if (is_left_to_right(word[at])) {
      while (end < word.size() &&
             (is_left_to_right(word[end]) ||
              (joins(word[end]) && end + 1 < word.size() && is_left_to_right(word[end + 1]))))
        ++end;
    }
    out.insert(0, word, at, end - at);
    at = end;
  }
  std::string text;
  for (const char32_t c : out) append_utf8(text, c);
  return text;
}

/// Words of another language among the mirrored ones stand in their own order again.
void turn_back(std::vector<PdfWord>& words) {
  const auto is_foreign = [](const PdfWord& word) {
    const std::u32string points = code_points(word.text);
    return !holds(points, is_right_to_left) &&
           std::any_of(points.begin(), points.end(), [](char32_t c) {
             return is_left_to_right(c) && !(c < 0x80 && is_digit(static_cast<char>(c)));
           });
  };
  for (auto begin = words.begin(); begin != words.end();) {
    begin = std::find_if(begin, words.end(), is_foreign);
    const auto end = std::find_if_not(begin, words.end(), is_foreign);
    if (end - begin > 1) {
      const float sum = begin->box.x0 + (end - 1)->box.x1;
      for (auto word = begin; word != end; ++word) {
        const float x0 = sum - word->box.x1;
        word->box.x1 = sum - word->box.x0;
        word->box.x0 = x0;
      }
      std::reverse(begin, end);
    }
    begin = end;
  }
}

void mirror(PdfPage& page) {
  for (PdfLine& line : page.lines) {
    for (PdfWord& word : line.words) {
      const float x0 = page.width - word.box.x1;
      word.box.x1 = page.width - word.box.x0;
      word.box.x0 = x0;
      word.text = reordered(code_points(word.text));
    }
    std::reverse(line.words.begin(), line.words.end());
    turn_back(line.words);
    const bool aside = line.aside;
    line = make_pdf_line(std::move(line.words));
    line.aside = aside;
  }
}

}  // namespace

bool read_right_to_left(PdfPage& page) {
  std::size_t right = 0;
  std::size_t left = 0;
  for (const PdfLine& line : page.lines) {
    for (const PdfWord& word : line.words) {
      for (const char32_t c : code_points(word.text)) {
        right += is_right_to_left(c) ? 1 : 0;
        left += is_left_to_right(c) ? 1 : 0;
      }
    }
  }
  if (right == 0) return false;
  if (right > left) {
    mirror(page);
    return true;
  }
  for (PdfLine& line : page.lines) {
    for (PdfWord& word : line.words) {
      const std::u32string points = code_points(word.text);
      if (holds(points, is_right_to_left)) word.text = reordered(points);
    }
  }
  return true;
}

}  // namespace undex
