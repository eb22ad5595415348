#include "corpus/xml/builder.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

namespace undex {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::size_t kPiece = 1 << 20;

bool continues(unsigned char byte) { return (byte & 0xC0) == 0x80; }

/// U+FFFE and U+FFFF: good UTF-8, but no characters.
bool is_nonchar(std::string_view text) {
  return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF");
}

/// Length of the character at the start of the text if XML 1.0 can hold it, else 0.
std::size_t good_character(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return first >= 0x20 || first == '\t' || first == '\n' || first == '\r' ? 1 : 0;
  const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() < size) return 0;
  for (std::size_t i = 1; i < size; ++i)
    if (!continues(byte(i))) return 0;
  if (first == 0xE0 && byte(1) < 0xA0) return 0;
  if (first == 0xED && byte(1) > 0x9F) return 0;
  if (is_nonchar(text)) return 0;
  if (first == 0xF0 && byte(1) < 0x90) return 0;
  if (first == 0xF4 && byte(1) > 0x8F) return 0;
  return size;
}

std::string_view escape_of(char c, bool in_attribute) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '\r':
      return "&#13;";
    case '"':
      return in_attribute ? "&quot;" : "";
    case '\n':
      return in_attribute ? "&#10;" : "";
    case '\t':
      return in_attribute ? "&#9;" : "";
    default:
      return "";
  }
}

}  // namespace

void append_xml(std::string& out, std::string_view text, bool in_attribute) {
  std::size_t done = 0;  // text before it is in `out`
  const auto flush = [&](std::size_t to, std::size_t next) {
    out.append(text.substr(done, to - done));
    done = next;
  };
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t size = good_character(text.substr(i));
    const std::string_view escape =
        size == 0 ? kReplacement
                  : (size == 1 ? escape_of(text[i], in_attribute) : std::string_view());
    const std::size_t next = i + (is_nonchar(text.substr(i)) ? 3 : std::max<std::size_t>(size, 1));
    if (!escape.empty()) {
      flush(i, next);
      out.append(escape);
    }
    i = next;
  }
  flush(text.size(), text.size());
}

WrittenOffsets::WrittenOffsets(std::string_view text) {
  std::size_t grown = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t size = good_character(text.substr(i));
    const bool moves = size == 0 && !is_nonchar(text.substr(i));
    i += size > 0 ? size : moves ? 1 : kReplacement.size();
    if (!moves) continue;
    grown += kReplacement.size() - 1;
    growths_.push_back({.from = i, .bytes = grown});
  }
}

std::size_t WrittenOffsets::operator()(std::size_t offset) const {
  const auto next =
      std::upper_bound(growths_.begin(), growths_.end(), offset,
                       [](std::size_t value, const Growth& growth) { return value < growth.from; });
  return next == growths_.begin() ? offset : offset + std::prev(next)->bytes;
}

XmlBuilder::XmlBuilder() : out_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>") {}

void XmlBuilder::finish_start_tag() {
  if (start_tag_open_) out_ += '>';
  start_tag_open_ = false;
}

void XmlBuilder::new_line(std::size_t depth) {
  out_ += '\n';
  out_.append(depth, ' ');
}

void XmlBuilder::open(std::string_view name) {
  assert(levels_.empty() || !levels_.back().mixed);
  finish_start_tag();
  if (!levels_.empty()) levels_.back().empty = false;
  new_line(levels_.size());
  out_ += '<';
  out_ += name;
  start_tag_open_ = true;
  levels_.push_back({std::string(name)});
}

void XmlBuilder::open_inline(std::string_view name) {
  finish_start_tag();
  levels_.back().mixed = true;
  levels_.back().empty = false;
  out_ += '<';
  out_ += name;
  start_tag_open_ = true;
  levels_.push_back({.name = std::string(name), .in_line = true, .mixed = true});
}

void XmlBuilder::attribute(std::string_view name, std::string_view value) {
  assert(start_tag_open_);
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  append_xml(out_, value, true);
  out_ += '"';
}

void XmlBuilder::attribute(std::string_view name, long long value) {
  attribute(name, std::string_view(std::to_string(value)));
}

void XmlBuilder::text(std::string_view text) {
  if (text.empty()) return;
  finish_start_tag();
  levels_.back().mixed = true;
  levels_.back().empty = false;
  append_xml(out_, text, false);
}

void XmlBuilder::lines(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    while (line.size() > kPiece) {
      std::size_t cut = kPiece;
      while (cut > kPiece - 4 && continues(static_cast<unsigned char>(line[cut]))) --cut;
      open_inline("span");
      this->text(line.substr(0, cut));
      close();
      line.remove_prefix(cut);
    }
    this->text(line);
    if (end == text.size()) return;
    open_inline("br");
    close();
    text.remove_prefix(end + 1);
  }
}

void XmlBuilder::fragment(std::string_view element) {
  assert(!levels_.empty() && !levels_.back().mixed);
  finish_start_tag();
  levels_.back().empty = false;
  out_ += '\n';
  out_ += element.substr(0, element.find_last_not_of('\n') + 1);
}

void XmlBuilder::close() {
  const Level level = std::move(levels_.back());
  levels_.pop_back();
  if (start_tag_open_) {
    out_ += "/>";
    start_tag_open_ = false;
    return;
  }
  if (!level.mixed && !level.empty) new_line(levels_.size());
  out_ += "</";
  out_ += level.name;
  out_ += '>';
}

std::string XmlBuilder::take() {
  assert(levels_.empty());
  out_ += '\n';
  return std::move(out_);
}

}  // namespace undex
