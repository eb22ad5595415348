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

}  // namespace

std::string symbol_text(std::string_view font, std::string_view code) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), value, 16);
  if (error != std::errc() || end != code.data() + code.size()) return {};
  const bool is_private = value >= 0xF000 && value <= 0xF0FF;
  char32_t means = value;
  if (is_private || font == "Symbol" || font.starts_with("Wingdings")) {
    const unsigned place = value & 0xFFU;
    means = font == "Symbol" ? of_symbol_font(place) : look_up(kDingbats, place);
  }
  std::string text;
  if (means >= 0x20) append_utf8(text, means);
  return text;
}

}  // namespace undex
