#include "indexer/convert/docx/symbols.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "indexer/convert/text/encoding.h"

namespace undex {
namespace {

struct Sign {
  unsigned code;
  char32_t means;
};

// Greek letters of the font Symbol, by their Latin keys from 0x41.
constexpr std::u32string_view kCapitals = U"ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
constexpr std::u32string_view kSmall = U"αβχδεφγηιϕκλμνοπθρστυϖωξψζ";

constexpr std::array<Sign, 22> kSymbol{
    {{0x20, U' '}, {0x2D, U'−'}, {0xA3, U'≤'}, {0xA5, U'∞'}, {0xA2, U'′'}, {0xAE, U'→'},
     {0xAC, U'←'}, {0xB0, U'°'}, {0xB1, U'±'}, {0xB3, U'≥'}, {0xB4, U'×'}, {0xB7, U'•'},
     {0xB8, U'÷'}, {0xB9, U'≠'}, {0xBB, U'≈'}, {0xBE, U'—'}, {0xD2, U'®'}, {0xD3, U'©'},
     {0xD4, U'™'}, {0xDE, U'⇒'}, {0xE5, U'∑'}, {0x2A, U'*'}}};

constexpr std::array<Sign, 18> kDingbats{{{0x6C, U'●'},
                                          {0x6E, U'■'},
                                          {0x6F, U'□'},
                                          {0x71, U'❑'},
                                          {0x72, U'❒'},
                                          {0x75, U'◆'},
                                          {0x76, U'❖'},
                                          {0x9F, U'•'},
                                          {0xA7, U'▪'},
                                          {0xA8, U'☐'},
                                          {0xD8, U'➢'},
                                          {0xE0, U'→'},
                                          {0xE8, U'➔'},
                                          {0xF0, U'⇨'},
                                          {0xFB, U'✗'},
                                          {0xFC, U'✓'},
                                          {0xFD, U'☒'},
                                          {0xFE, U'☑'}}};

// Wingdings 2 has the boxes of questionnaires.
constexpr std::array<Sign, 8> kBoxes{{{0x4F, U'✗'},
                                      {0x50, U'✓'},
                                      {0x51, U'☒'},
                                      {0x52, U'☑'},
                                      {0x53, U'☒'},
                                      {0x54, U'☒'},
                                      {0x97, U'●'},
                                      {0xA3, U'☐'}}};

template <std::size_t N>
char32_t look_up(const std::array<Sign, N>& signs, unsigned code) {
  const auto* sign = std::find_if(signs.begin(), signs.end(),
                                  [&](const Sign& known) { return known.code == code; });
  return sign == signs.end() ? 0 : sign->means;
}

char32_t of_symbol_font(unsigned code) {
  if (code >= 'A' && code <= 'Z') return kCapitals[code - 'A'];
  if (code >= 'a' && code <= 'z') return kSmall[code - 'a'];
  if (code >= '0' && code <= '9') return code;
  return look_up(kSymbol, code);
}

bool is_private(char32_t code) { return code >= 0xF020 && code <= 0xF0FF; }

/// What stands at this place of the font; 0 when it is not known.
char32_t sign_at(std::string_view font, unsigned place) {
  if (font == "Symbol") return of_symbol_font(place);
  if (font == "Wingdings 2") return look_up(kBoxes, place);
  if (font.starts_with("Wingdings") || font == "Webdings") return look_up(kDingbats, place);
  // Fonts of texts that are numbered like symbol fonts keep ASCII where it is.
  if (place >= 0x20 && place < 0x7F) return place;
  const char32_t sign = look_up(kDingbats, place);
  return sign == 0 ? look_up(kSymbol, place) : sign;
}

bool is_symbol_font(std::string_view font) {
  return font == "Symbol" || font.starts_with("Wingdings") || font == "Webdings";
}

}  // namespace

std::string symbol_text(std::string_view font, std::string_view code) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), value, 16);
  if (error != std::errc() || end != code.data() + code.size()) return {};
  const bool by_place = is_private(value) || is_symbol_font(font);
  const char32_t means = by_place ? sign_at(font, value & 0xFFU) : value;
  std::string text;
  if (means >= 0x20) append_utf8(text, means);
  return text;
}

std::string without_private_signs(std::string_view font, std::string_view words, int& unknown) {
  // U+F000 to U+F0FF are EF 80 80 to EF 83 BF in UTF-8.
  std::string text;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const bool sign = words[at] == '\xEF' && at + 2 < words.size() &&
                      (static_cast<unsigned char>(words[at + 1]) & 0xFCU) == 0x80U;
    if (!sign) {
      text += words[at];
      continue;
    }
    const unsigned place = (static_cast<unsigned char>(words[at + 1]) & 3U) << 6U |
                           (static_cast<unsigned char>(words[at + 2]) & 0x3FU);
    const char32_t means = sign_at(font, place);
    if (means >= 0x20) append_utf8(text, means);
    unknown += means == 0 ? 1 : 0;
    at += 2;
  }
  return text;
}

}  // namespace undex
