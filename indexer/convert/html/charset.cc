#include "indexer/convert/html/charset.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "corpus/text.h"
#include "corpus/text_charset.h"
#include "indexer/convert/html/elements.h"

namespace undex {
namespace {

constexpr std::size_t kHead = 16384;
constexpr std::string_view kBlanks = " \t\r\n\f";

struct Charset {
  std::string_view label;
  const char* name;  ///< as ICU knows it
  bool single_byte = true;
};
// A page must not choose any other of ICU's converters. Latin-1 means Windows-1252, as
// in every browser.
constexpr std::array<Charset, 61> kCharsets{{{"iso-8859-1", "windows-1252"},
                                             {"iso8859-1", "windows-1252"},
                                             {"latin1", "windows-1252"},
                                             {"us-ascii", "windows-1252"},
                                             {"ascii", "windows-1252"},
                                             {"windows-1252", "windows-1252"},
                                             {"cp1252", "windows-1252"},
                                             {"x-cp1252", "windows-1252"},
                                             {"iso-8859-2", "ISO-8859-2"},
                                             {"iso-8859-3", "ISO-8859-3"},
                                             {"iso-8859-4", "ISO-8859-4"},
                                             {"iso-8859-5", "ISO-8859-5"},
                                             {"iso-8859-6", "ISO-8859-6"},
                                             {"iso-8859-6-e", "ISO-8859-6"},
                                             {"iso-8859-6-i", "ISO-8859-6"},
                                             {"asmo-708", "ISO-8859-6"},
                                             {"iso-8859-7", "ISO-8859-7"},
                                             {"iso-8859-8", "ISO-8859-8"},
                                             {"iso-8859-8-i", "ISO-8859-8"},
                                             {"iso-8859-9", "windows-1254"},
                                             {"iso-8859-10", "ISO-8859-10"},
                                             {"iso-8859-11", "windows-874"},
                                             {"iso-8859-13", "ISO-8859-13"},
                                             {"iso-8859-14", "ISO-8859-14"},
                                             {"iso-8859-15", "ISO-8859-15"},
                                             {"windows-874", "windows-874"},
                                             {"tis-620", "windows-874"},
                                             {"windows-1250", "windows-1250"},
                                             {"cp1250", "windows-1250"},
                                             {"windows-1251", "windows-1251"},
                                             {"cp1251", "windows-1251"},
                                             {"windows-1253", "windows-1253"},
                                             {"windows-1254", "windows-1254"},
                                             {"windows-1255", "windows-1255"},
                                             {"windows-1256", "windows-1256"},
                                             {"cp1256", "windows-1256"},
                                             {"windows-1257", "windows-1257"},
                                             {"windows-1258", "windows-1258"},
                                             {"koi8-r", "KOI8-R"},
                                             {"koi8", "KOI8-R"},
                                             {"koi8-u", "KOI8-U"},
                                             {"ibm866", "ibm-866"},
                                             {"cp866", "ibm-866"},
                                             {"macintosh", "macintosh"},
                                             {"x-mac-cyrillic", "x-mac-cyrillic"},
                                             {"gb2312", "gb18030", false},
                                             {"gb_2312-80", "gb18030", false},
                                             {"gbk", "gb18030", false},
                                             {"x-gbk", "gb18030", false},
                                             {"gb18030", "gb18030", false},
                                             {"big5", "Big5-HKSCS", false},
                                             {"big5-hkscs", "Big5-HKSCS", false},
                                             {"x-x-big5", "Big5-HKSCS", false},
                                             {"shift_jis", "windows-31j", false},
                                             {"shift-jis", "windows-31j", false},
                                             {"x-sjis", "windows-31j", false},
                                             {"windows-31j", "windows-31j", false},
                                             {"euc-jp", "EUC-JP", false},
                                             {"euc-kr", "windows-949", false},
                                             {"ks_c_5601-1987", "windows-949", false},
                                             {"windows-949", "windows-949", false}}};

/// These say no more than that the text is Unicode, and what it is then is in its bytes.
constexpr std::array<std::string_view, 7> kUnicode{
    "utf-8", "utf8", "unicode", "utf-16", "utf-16le", "utf-16be", "unicode-1-1-utf-8"};

const Charset* find_charset(std::string_view label) {
  const auto* row = std::find_if(kCharsets.begin(), kCharsets.end(),
                                 [&](const Charset& known) { return known.label == label; });
  return row == kCharsets.end() ? nullptr : row;
}

Notice warning(std::string code, std::string text) {
  return {.level = Notice::Level::warning,
          .code = std::move(code),
          .locator = {},
          .text = std::move(text)};
}

/// The value after `name`, blanks, "=", blanks and a quotation mark.
std::string value_after(std::string_view text, std::string_view name) {
  std::size_t at = text.find(name);
  if (at == std::string_view::npos) return {};
  at = text.find_first_not_of(kBlanks, at + name.size());
  if (at == std::string_view::npos || text[at] != '=') return {};
  at = text.find_first_not_of(" \t\r\n\f'\"", at + 1);
  if (at == std::string_view::npos) return {};
  const std::size_t end = text.find_first_of(" \t\r\n\f'\";>/?", at);
  return std::string(text.substr(at, std::min(end, text.size()) - at));
}

DecodedText decode_as(std::string_view bytes, const Charset& charset) {
  std::size_t broken = 0;
  DecodedText decoded{text_in_charset(charset.name, bytes, broken), {}};
  if (broken > 0) {
    decoded.notices.push_back(
        warning("broken-characters", std::to_string(broken) + " bytes that are no " +
                                         std::string(charset.label) + " replaced by U+FFFD"));
  }
  return decoded;
}

/// Controls mean nothing in a page, and a parser in C may stop at the first NUL.
void drop_controls(std::string& text) {
  std::erase_if(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || byte == 0x7F;
  });
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_wide(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  const std::string_view head = bytes.substr(0, 4096);
  return std::count(head.begin(), head.end(), '\0') >= static_cast<long>(head.size() * 2 / 5);
}

}  // namespace

std::string declared_charset(std::string_view bytes) {
  const std::string head = ascii_small(bytes.substr(0, kHead));
  const std::string_view text = head;
  if (text.starts_with("<?xml")) {
    const std::string label = value_after(text.substr(0, text.find("?>")), "encoding");
    if (!label.empty()) return label;
  }
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    if (text.substr(at).starts_with("<!--")) {
      at = text.find("-->", at);
      if (at == std::string_view::npos) return {};
    } else if (text.substr(at).starts_with("<meta")) {
      const std::string_view tag = text.substr(at, text.find('>', at) - at);
      std::string label = value_after(tag, "charset");
      if (!label.empty()) return label;
    }
  }
  return {};
}

DecodedText decode_html(std::string_view bytes) {
  std::string narrow;
  std::vector<Notice> notices;
  const bool wide = !bytes.empty() && is_wide(bytes);
  if (!wide && bytes.find('\0') != std::string_view::npos) {
    notices.push_back(warning("nul-bytes", "NUL bytes dropped"));
  }
  if (!wide) {
    narrow = bytes;
    drop_controls(narrow);
    bytes = narrow;
  }
  const std::string label = wide ? std::string() : declared_charset(bytes);
  const bool unicode = std::find(kUnicode.begin(), kUnicode.end(), label) != kUnicode.end();
  const Charset* charset = find_charset(label);
  const bool utf8 = bytes.starts_with("\xEF\xBB\xBF") ||
                    (is_valid_utf8(bytes) && (!charset || charset->single_byte));
  if (!label.empty() && !unicode && !charset)
    notices.push_back(warning("charset-unknown", "declares a character set that is not known: '" +
                                                     label.substr(0, 40) + "'"));
  if (utf8 && charset && !is_ascii(bytes))
    notices.push_back(warning("charset-differs", "declares " + label + ", but is UTF-8"));
  DecodedText decoded;
  if (charset && !utf8) {
    decoded = decode_as(bytes, *charset);
  } else if (std::optional<DecodedText> read = decode_text(bytes)) {
    decoded = std::move(*read);
  }
  drop_controls(decoded.text);
  decoded.notices.insert(decoded.notices.begin(), notices.begin(), notices.end());
  return decoded;
}

std::string without_c1(std::string_view text) {
  static const std::array<std::string, 32> kMeant = [] {
    std::array<std::string, 32> meant;
    for (std::size_t i = 0; i < meant.size(); ++i) {
      std::size_t broken = 0;
      const char byte = static_cast<char>(0x80U + i);
      meant[i] = text_in_charset("windows-1252", std::string(1, byte), broken);
    }
    return meant;
  }();
  std::string out;
  std::size_t begin = 0;
  for (std::size_t at = text.find('\xC2'); at != std::string_view::npos && at + 1 < text.size();
       at = text.find('\xC2', at + 1)) {
    const auto second = static_cast<unsigned char>(text[at + 1]);
    if (second >= 0xA0 || second < 0x80) continue;
    out += text.substr(begin, at - begin);
    out += kMeant[second - 0x80U];
    begin = at + 2;
  }
  out += text.substr(begin);
  return out;
}

}  // namespace undex
