#include "indexer/convert/pdf/bbox.h"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <map>

#include "corpus/text.h"

namespace undex {
namespace {

struct Replacement {
  std::string_view from;
  std::string_view to;
};
constexpr Replacement kEntities[] = {{"amp", "&"},   {"lt", "<"},   {"gt", ">"},
                                     {"quot", "\""}, {"apos", "'"}, {"nbsp", " "}};
// U+FB00 to U+FB06: type, not spelling.
constexpr Replacement kLigatures[] = {{"\xEF\xAC\x80", "ff"},  {"\xEF\xAC\x81", "fi"},
                                      {"\xEF\xAC\x82", "fl"},  {"\xEF\xAC\x83", "ffi"},
                                      {"\xEF\xAC\x84", "ffl"}, {"\xEF\xAC\x85", "st"},
                                      {"\xEF\xAC\x86", "st"}};

void append_utf8(std::string& out, std::uint32_t c) {
  if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) c = 0xFFFD;
  const auto byte = [&out](std::uint32_t bits) { out.push_back(static_cast<char>(bits)); };
  if (c < 0x80) return byte(c);
  if (c < 0x800) {
    byte(0xC0 | c >> 6);
  } else {
    if (c < 0x10000) {
      byte(0xE0 | c >> 12);
    } else {
      byte(0xF0 | c >> 18);
      byte(0x80 | (c >> 12 & 0x3F));
    }
    byte(0x80 | (c >> 6 & 0x3F));
  }
  byte(0x80 | (c & 0x3F));
}

/// The character an entity's name stands for, appended; false if it is none.
bool append_entity(std::string& out, std::string_view name) {
  if (name.size() > 1 && name[0] == '#') {
    const bool hex = name[1] == 'x' || name[1] == 'X';
    const std::string_view digits = name.substr(hex ? 2 : 1);
    std::uint32_t value = 0;
    const auto end =
        std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
    if (end.ec != std::errc() || end.ptr != digits.data() + digits.size()) return false;
    append_utf8(out, value);
    return true;
  }
  for (const Replacement& entity : kEntities) {
    if (name != entity.from) continue;
    out += entity.to;
    return true;
  }
  return false;
}

std::string without_ligatures(std::string text) {
  std::size_t at = text.find("\xEF\xAC");
  if (at == std::string::npos) return text;
  std::string out;
  std::size_t done = 0;
  for (; at != std::string::npos; at = text.find("\xEF\xAC", at + 1)) {
    for (const Replacement& ligature : kLigatures) {
      if (text.compare(at, 3, ligature.from) != 0) continue;
      out.append(text, done, at - done).append(ligature.to);
      done = at + 3;
    }
  }
  return out.append(text, done, std::string::npos);
}

std::string clean_word(std::string_view raw) {
  std::string text;
  bool ascii = true;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    ascii = ascii && static_cast<unsigned char>(raw[i]) < 0x80;
    if (raw[i] == '&') {
      const std::size_t end = raw.substr(i, 12).find(';');
      if (end != std::string_view::npos && append_entity(text, raw.substr(i + 1, end - 1))) {
        ascii = false;  // the character may be anything
        i += end;
        continue;
      }
    }
    if (static_cast<unsigned char>(raw[i]) >= 0x20) text.push_back(raw[i]);
  }
  if (ascii) return text;
  // A soft hyphen at the end says that the word goes on: normal_text() would drop it.
  const bool goes_on = text.ends_with("\xC2\xAD");
  text = collapse_spaces(without_ligatures(normal_text(repair_utf8(text))));
  return goes_on ? text + "\xC2\xAD" : text;
}

float attribute(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    const std::size_t value = at + name.size() + 2;
    if (value > tag.size() || tag.substr(at + name.size(), 2) != "=\"") continue;
    float number = 0;
    const auto end = std::from_chars(tag.data() + value, tag.data() + tag.size(), number);
    const bool sound = end.ec == std::errc() && std::isfinite(number) && std::fabs(number) < 1e5F;
    return sound ? number : 0;
  }
  return 0;
}

bool names(std::string_view tag, std::string_view name) {
  return tag.starts_with(name) &&
         (tag.size() == name.size() || tag[name.size()] == ' ' || tag[name.size()] == '/');
}

PdfBox box_of(std::string_view tag) {
  PdfBox box{attribute(tag, "xMin"), attribute(tag, "yMin"), attribute(tag, "xMax"),
             attribute(tag, "yMax")};
  box.x1 = std::max(box.x0, box.x1);
  box.y1 = std::max(box.y0, box.y1);
  return box;
}

}  // namespace

std::string PdfLine::plain() const {
  std::string out;
  for (const PdfWord& word : words) {
    if (!out.empty()) out += ' ';
    out += word.text;
  }
  return out;
}

float main_height(const std::vector<PdfWord>& words) {
  std::map<int, std::size_t> letters;  // tenths of a point
  for (const PdfWord& word : words)
    letters[static_cast<int>(std::lround(word.box.height() * 10))] += word.text.size();
  const auto most = std::max_element(letters.begin(), letters.end(),
                                     [](auto& a, auto& b) { return a.second < b.second; });
  return most == letters.end() ? 0 : static_cast<float>(most->first) / 10;
}

PdfLine make_pdf_line(std::vector<PdfWord> words) {
  PdfLine line;
  line.words = std::move(words);
  line.size = main_height(line.words);
  bool first = true;
  for (const PdfWord& word : line.words) {
    if (word.box.height() < line.size * 0.9F || word.box.height() > line.size * 1.1F) continue;
    if (first) line.box = word.box;
    line.box.include(word.box);
    first = false;
  }
  for (const PdfWord& word : line.words) {
    line.box.x0 = std::min(line.box.x0, word.box.x0);
    line.box.x1 = std::max(line.box.x1, word.box.x1);
  }
  return line;
}

std::vector<PdfPage> read_pdf_bbox(std::string_view xhtml) {
  std::vector<PdfPage> pages;
  std::vector<PdfWord> words;
  const auto end_line = [&] {
    if (!words.empty() && !pages.empty())
      pages.back().lines.push_back(make_pdf_line(std::move(words)));
    words.clear();
  };
  std::size_t at = xhtml.find('<');
  while (at != std::string_view::npos) {
    const std::size_t end = xhtml.find('>', at);
    if (end == std::string_view::npos) break;
    const std::string_view tag = xhtml.substr(at + 1, end - at - 1);
    const std::size_t next = xhtml.find('<', end);
    if (names(tag, "page")) {
      end_line();
      pages.push_back({attribute(tag, "width"), attribute(tag, "height"), {}});
    } else if (names(tag, "line") || names(tag, "/line")) {
      end_line();
    } else if (names(tag, "word")) {
      std::string text = clean_word(xhtml.substr(end + 1, std::min(next, xhtml.size()) - end - 1));
      if (!text.empty()) words.push_back({box_of(tag), std::move(text)});
    }
    at = next;
  }
  end_line();
  return pages;
}

}  // namespace undex
