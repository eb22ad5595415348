#include "indexer/convert/marc/marc8.h"

#include <algorithm>
#include <array>

#include "corpus/text.h"
#include "indexer/convert/text/encoding.h"

namespace undex {
namespace {

/// 0xA1 to 0xC8, then 0xE0 to 0xFE, of the extended Latin set (ANSEL); 0 where there is none.
constexpr std::array<char32_t, 40> kSigns{
    0x0141, 0x00D8, 0x0110, 0x00DE, 0x00C6, 0x0152, 0x02B9, 0x00B7, 0x266D, 0x00AE,
    0x00B1, 0x01A0, 0x01AF, 0x02BC, 0,      0x02BB, 0x0142, 0x00F8, 0x0111, 0x00FE,
    0x00E6, 0x0153, 0x02BA, 0x0131, 0x00A3, 0x00F0, 0,      0x01A1, 0x01B0, 0,
    0,      0x00B0, 0x2113, 0x2117, 0x00A9, 0x266F, 0x00BF, 0x00A1, 0x00DF, 0x20AC};
constexpr std::array<char32_t, 31> kAccents{
    0x0309, 0x0300, 0x0301, 0x0302, 0x0303, 0x0304, 0x0306, 0x0307, 0x0308, 0x030C, 0x030A,
    0xFE20, 0xFE21, 0x0315, 0x030B, 0x0310, 0x0327, 0x0328, 0x0323, 0x0324, 0x0325, 0x0333,
    0x0332, 0x0326, 0x031C, 0x032E, 0xFE22, 0xFE23, 0,      0,      0x0313};

constexpr char kEscape = '\x1B';

char32_t sign_of(unsigned char byte) {
  return byte >= 0xA1 && byte <= 0xC8 ? kSigns[byte - 0xA1U] : 0;
}
char32_t accent_of(unsigned char byte) {
  return byte >= 0xE0 && byte <= 0xFE ? kAccents[byte - 0xE0U] : 0;
}

/// Which sets are in force: Latin ones, or such as are not read.
struct Sets {
  bool low_foreign = false;   // 0x21 to 0x7E
  bool high_foreign = false;  // 0xA1 to 0xFE
};

/// Past the escape sequence at the front; changes the sets.
std::size_t read_escape(std::string_view text, Sets& sets) {
  std::size_t at = 1;
  if (at < text.size() && std::string_view("sbpg").find(text[at]) != std::string_view::npos) {
    sets.low_foreign = text[at] == 'g';
    return at + 1;
  }
  bool high = false;
  while (at < text.size() && text[at] >= ' ' && text[at] <= '/') {
    high = high || text[at] == ')' || text[at] == '-';
    ++at;
  }
  if (at == text.size()) return at;
  const bool latin = text[at] == 'B' || text[at] == 'E';
  (high ? sets.high_foreign : sets.low_foreign) = !latin;
  return at + 1;
}

/// Accents stand before their letter in MARC-8, behind it in Unicode.
std::string decode(std::string_view text, std::size_t& lost) {
  std::string out;
  std::string accents;
  Sets sets;
  bool in_lost = false;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == kEscape) {
      at += read_escape(text.substr(at), sets);
      continue;
    }
    const auto byte = static_cast<unsigned char>(text[at++]);
    const bool foreign = byte > 0x20 && (byte < 0x80 ? sets.low_foreign : sets.high_foreign);
    const char32_t sign = byte < 0x80 ? byte : sign_of(byte);
    const char32_t accent = foreign ? 0 : accent_of(byte);
    if (accent != 0) {
      append_utf8(accents, accent);
      continue;
    }
    if (foreign || sign == 0) {
      lost += in_lost ? 0U : 1U;
      if (!in_lost) append_utf8(out, 0xFFFD);
      in_lost = true;
      continue;
    }
    in_lost = false;
    append_utf8(out, sign);
    out += accents;
    accents.clear();
  }
  return normal_text(out);
}

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; });
}

}  // namespace

Marc8::Marc8(std::string_view record, bool utf8)
    : utf8_(utf8),
      says_otherwise_(!utf8 && !is_ascii(record) && is_valid_utf8(record) &&
                      record.find(kEscape) == std::string_view::npos) {}

std::string Marc8::operator()(std::string_view field) const {
  if (!utf8_ && !says_otherwise_) return decode(field, lost_);
  std::size_t broken = 0;
  std::string text = normal_text(repair_utf8(field, &broken));
  lost_ += broken;
  return text;
}

void Marc8::add_notices(std::vector<Notice>& notices) const {
  if (says_otherwise_)
    notices.push_back({Notice::Level::info, "charset-differs", {}, "says MARC-8, but is UTF-8"});
  if (lost_ > 0)
    notices.push_back({Notice::Level::warning,
                       "broken-characters",
                       {},
                       std::to_string(lost_) + " runs of characters that undex does not read "
                                               "replaced by U+FFFD"});
}

}  // namespace undex
