#include "indexer/convert/docx/number_format.h"

#include <algorithm>
#include <array>

#include "indexer/convert/text/encoding.h"

namespace undex {
namespace {

std::string digits(int value) { return std::to_string(value); }

std::string two_digits(int value) { return (value >= 0 && value < 10 ? "0" : "") + digits(value); }

std::string nothing(int) { return {}; }

std::string dashed(int value) { return "- " + digits(value) + " -"; }

std::string ordinal(int value) {
  static constexpr std::array<std::string_view, 4> kEnds{"th", "st", "nd", "rd"};
  const auto last = static_cast<std::size_t>(value < 0 ? 0 : value % 10);
  const bool teen = value % 100 / 10 == 1;
  return digits(value) + std::string(teen || last > 3 ? kEnds[0] : kEnds[last]);
}

std::string roman(int value, std::string_view one_to_thousand) {
  if (value < 1 || value > 3999) return digits(value);
  std::string out;
  int unit = 1000;
  for (std::size_t at = 6;; at -= 2, unit /= 10) {
    const int digit = value / unit % 10;
    const char one = one_to_thousand[at];
    if (digit == 9) {
      out += {one, one_to_thousand[at + 2]};
    } else if (digit == 4) {
      out += {one, one_to_thousand[at + 1]};
    } else {
      if (digit >= 5) out += one_to_thousand[at + 1];
      out.append(static_cast<std::size_t>(digit % 5), one);
    }
    if (at == 0) return out;
  }
}

std::string upper_roman(int value) { return roman(value, "IVXLCDM"); }
std::string lower_roman(int value) { return roman(value, "ivxlcdm"); }

/// a ... z, aa, bb, ... as Word goes on.
std::string letters(int value, std::u32string_view alphabet) {
  if (value < 1) return digits(value);
  const auto at = static_cast<std::size_t>(value - 1);
  const std::size_t times = at / alphabet.size() + 1;
  if (times > 30) return digits(value);
  std::string out;
  for (std::size_t i = 0; i < times; ++i) append_utf8(out, alphabet[at % alphabet.size()]);
  return out;
}

std::string upper_letter(int value) { return letters(value, U"ABCDEFGHIJKLMNOPQRSTUVWXYZ"); }
std::string lower_letter(int value) { return letters(value, U"abcdefghijklmnopqrstuvwxyz"); }
std::string upper_russian(int value) { return letters(value, U"АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ"); }
std::string lower_russian(int value) { return letters(value, U"абвгдежзиклмнопрстуфхцчшщыэюя"); }
std::string arabic_alphabet(int value) { return letters(value, U"أبتثجحخدذرزسشصضطظعغفقكلمنهوي"); }
std::string arabic_abjad(int value) { return letters(value, U"أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"); }

std::string arabic_digits(int value) {
  std::string out;
  for (const char c : digits(value))
    append_utf8(out, c == '-' ? U'-' : U'\u0660' + static_cast<char32_t>(c - '0'));
  return out;
}

std::string chinese(int value) {
  constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
  if (value < 0 || value > 99) return digits(value);
  std::string out;
  const auto tens = static_cast<std::size_t>(value / 10);
  const auto ones = static_cast<std::size_t>(value % 10);
  if (tens > 1) append_utf8(out, kDigits[tens]);
  if (tens > 0) append_utf8(out, U'十');
  if (ones > 0 || tens == 0) append_utf8(out, kDigits[ones]);
  return out;
}

struct Row {
  std::string_view name;
  std::string (*print)(int);
};
constexpr std::array<Row, 22> kFormats{{{"decimal", digits},
                                        {"decimalZero", two_digits},
                                        {"none", nothing},
                                        {"bullet", nothing},
                                        {"numberInDash", dashed},
                                        {"ordinal", ordinal},
                                        {"upperRoman", upper_roman},
                                        {"lowerRoman", lower_roman},
                                        {"upperLetter", upper_letter},
                                        {"lowerLetter", lower_letter},
                                        {"russianUpper", upper_russian},
                                        {"russianLower", lower_russian},
                                        {"arabicAlpha", arabic_alphabet},
                                        {"arabicAbjad", arabic_abjad},
                                        {"hindiNumbers", arabic_digits},
                                        {"chineseCounting", chinese},
                                        {"chineseCountingThousand", chinese},
                                        {"japaneseCounting", chinese},
                                        {"ideographDigital", chinese},
                                        {"japaneseDigitalTenThousand", chinese},
                                        {"taiwaneseCounting", chinese},
                                        {"taiwaneseCountingThousand", chinese}}};

}  // namespace

std::string format_number(int value, std::string_view format) {
  const auto* row = std::find_if(kFormats.begin(), kFormats.end(),
                                 [&](const Row& known) { return known.name == format; });
  return row == kFormats.end() ? digits(value) : row->print(value);
}

}  // namespace undex
