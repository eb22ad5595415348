#include "indexer/convert/text/inline.h"

#include <algorithm>
#include <array>
#include <optional>

#include "corpus/ascii.h"
#include "indexer/convert/text/emphasis.h"
#include "indexer/convert/text/encoding.h"
#include "indexer/convert/text/note_marker.h"

namespace undex {
namespace {

// What is looked for on a line lies this near, so that reading stays linear.
constexpr std::size_t kNear = 300;

struct Replacement {
  std::string_view from;
  std::string_view to;
};

// Tags that converters leave in text; "</td>" parts two cells.
constexpr std::array<Replacement, 18> kTags{{{"u", ""},
                                             {"b", ""},
                                             {"i", ""},
                                             {"em", ""},
                                             {"strong", ""},
                                             {"sub", ""},
                                             {"span", ""},
                                             {"p", ""},
                                             {"div", ""},
                                             {"center", ""},
                                             {"small", ""},
                                             {"br", " "},
                                             {"table", ""},
                                             {"tbody", ""},
                                             {"thead", ""},
                                             {"tr", ""},
                                             {"td", "\t"},
                                             {"th", "\t"}}};

constexpr std::array<Replacement, 7> kEntities{{{"&amp;", "&"},
                                                {"&lt;", "<"},
                                                {"&gt;", ">"},
                                                {"&quot;", "\""},
                                                {"&apos;", "'"},
                                                {"&#39;", "'"},
                                                {"&nbsp;", "\u00A0"}}};

constexpr std::array<Replacement, 14> kCommands{{{"times", "×"},
                                                 {"cdot", "·"},
                                                 {"circ", "°"},
                                                 {"pm", "±"},
                                                 {"leq", "≤"},
                                                 {"geq", "≥"},
                                                 {"rightarrow", "→"},
                                                 {"bullet", "•"},
                                                 {"ldots", "…"},
                                                 {"dagger", "†"},
                                                 {"ddagger", "‡"},
                                                 {"ast", "*"},
                                                 {"quad", " "},
                                                 {"sim", "~"}}};

std::size_t find_near(std::string_view line, char c, std::size_t from) {
  return std::min(line.substr(0, from + kNear).find(c, from), line.size());
}

/// "\underline{10}" -> "10", "\%" -> "%", "\times" -> "×"; braces go.
std::string without_latex(std::string_view math) {
  std::string out;
  for (std::size_t at = 0; at < math.size(); ++at) {
    if (math[at] == '{' || math[at] == '}' || math[at] == '^' || math[at] == '_') continue;
    if (math[at] != '\\') {
      out += math[at];
      continue;
    }
    std::size_t end = at + 1;
    while (end < math.size() && is_letter(math[end])) ++end;
    const std::string_view command = math.substr(at + 1, end - at - 1);
    for (const Replacement& known : kCommands) {
      if (known.from == command) out += known.to;
    }
    if (command.empty()) continue;  // "\%": the sign itself comes next
    at = end - 1;
  }
  const std::size_t first = out.find_first_not_of(' ');
  return first == std::string::npos ? "" : out.substr(first, out.find_last_not_of(' ') - first + 1);
}

struct Tag {
  std::string_view name;
  bool closing = false;
  std::size_t end = 0;
};

std::optional<Tag> tag_at(std::string_view line, std::size_t at) {
  Tag tag;
  std::size_t begin = at + 1;
  if (begin < line.size() && line[begin] == '/') {
    tag.closing = true;
    ++begin;
  }
  std::size_t end = begin;
  while (end < line.size() && end - begin < 8 && is_letter(line[end])) ++end;
  tag.name = line.substr(begin, end - begin);
  const std::size_t close = find_near(line, '>', end);
  if (tag.name.empty() || close == line.size()) return std::nullopt;
  if (line[end] != '>' && line[end] != ' ' && line[end] != '/') return std::nullopt;
  tag.end = close + 1;
  return tag;
}

class Reader {
 public:
  explicit Reader(std::string_view line) : line_(line), drop_(line.size(), 0) {
    for (const Emphasis& emphasis : find_emphasis(line)) {
      for (std::size_t i = 0; i < emphasis.size; ++i) {
        drop_[emphasis.open + i] = 1;
        drop_[emphasis.close + i] = 1;
      }
      if (emphasis.open == 0 && emphasis.size == 1) out_.italic_start = true;
      const bool whole = emphasis.open == 0 && emphasis.close + emphasis.size == line.size();
      if (whole && emphasis.size == 2) out_.bold = true;
    }
  }

  InlineText read() {
    while (at_ < line_.size()) {
      if (drop_[at_] != 0) {
        ++at_;
        continue;
      }
      if (!step()) out_.text += line_[at_++];
    }
    return std::move(out_);
  }

 private:
  bool step() {
    switch (line_[at_]) {
      case '\\':
        return read_escape();
      case '<':
        return read_tag();
      case '&':
        return read_entity();
      case '$':
        return read_math();
      case '^':
      case '_':
        return read_script();
      case '[':
        return read_note() || read_link(at_);
      case '!':
        return at_ + 1 < line_.size() && line_[at_ + 1] == '[' && read_link(at_ + 1);
      default:
        return false;
    }
  }

  bool read_escape() {
    constexpr std::string_view kEscaped = "\\`*_{}[]()#+-.!|<>~^$&\"'";
    if (at_ + 1 >= line_.size() || kEscaped.find(line_[at_ + 1]) == std::string_view::npos)
      return false;
    out_.text += line_[at_ + 1];
    at_ += 2;
    return true;
  }

  bool read_tag() {
    if (line_.substr(at_, 4) == "<!--") {
      const std::size_t end = line_.substr(0, at_ + kNear).find("-->", at_);
      if (end == std::string_view::npos) return false;
      at_ = end + 3;
      return true;
    }
    const std::optional<Tag> tag = tag_at(line_, at_);
    if (!tag) return false;
    if (tag->name == "sup" && !tag->closing) {
      const std::size_t close =
          std::min(line_.substr(0, tag->end + 40).find("</sup>", tag->end), line_.size());
      if (close == line_.size()) return false;
      raise(line_.substr(tag->end, close - tag->end));
      at_ = close + 6;
      return true;
    }
    for (const Replacement& known : kTags) {
      if (known.from != tag->name) continue;
      const bool cell = known.to == "\t";
      if (!cell || tag->closing) out_.text += known.to;
      at_ = tag->end;
      return true;
    }
    return false;
  }

  bool read_entity() {
    for (const Replacement& entity : kEntities) {
      if (line_.substr(at_, entity.from.size()) != entity.from) continue;
      out_.text += entity.to;
      at_ += entity.from.size();
      return true;
    }
    return false;
  }

  bool read_math() {
    const std::size_t close = find_near(line_, '$', at_ + 1);
    if (close == line_.size()) return false;
    const std::string_view math = line_.substr(at_ + 1, close - at_ - 1);
    // "$10 and $20" is money.
    if (math.find_first_of("\\^_{") == std::string_view::npos) return false;
    const bool raised = math.starts_with('^');
    const std::string plain = without_latex(math);
    if (raised) {
      raise(plain);
    } else {
      out_.text += plain;
    }
    at_ = close + 1;
    return true;
  }

  bool read_script() {
    if (at_ + 1 >= line_.size() || line_[at_ + 1] != '{') return false;
    const std::size_t close = std::min(line_.substr(0, at_ + 40).find('}', at_), line_.size());
    if (close == line_.size()) return false;
    const std::string plain = without_latex(line_.substr(at_ + 2, close - at_ - 2));
    if (line_[at_] == '^') {
      raise(plain);
    } else {
      out_.text += plain;
    }
    at_ = close + 1;
    return true;
  }

  /// "[^1]", and "[^1]:" where the note itself begins.
  bool read_note() {
    if (at_ + 1 >= line_.size() || line_[at_ + 1] != '^') return false;
    const std::size_t close = std::min(line_.substr(0, at_ + 20).find(']', at_), line_.size());
    if (close == line_.size()) return false;
    const std::string_view marker = line_.substr(at_ + 2, close - at_ - 2);
    if (marker.empty()) return false;
    const bool begins = out_.text.empty() && line_.substr(close + 1, 1) == ":";
    if (begins) {
      out_.leading_marker = marker;
    } else {
      out_.notes.push_back({out_.text.size(), std::string(marker)});
    }
    at_ = close + (begins ? 2 : 1);
    return true;
  }

  bool read_link(std::size_t open) {
    const std::size_t close = find_near(line_, ']', open);
    if (close + 1 >= line_.size() || line_[close + 1] != '(') return false;
    const std::size_t end = find_near(line_, ')', close);
    if (end == line_.size()) return false;
    out_.text += line_.substr(open + 1, close - open - 1);
    at_ = end + 1;
    return true;
  }

  void raise(std::string_view mark) {
    if (!is_note_marker(out_.text, mark)) {
      out_.text += mark;
    } else if (out_.text.empty() && out_.leading_marker.empty()) {
      out_.leading_marker = mark;
    } else {
      out_.notes.push_back({out_.text.size(), std::string(mark)});
    }
  }

  std::string_view line_;
  std::vector<char> drop_;
  std::size_t at_ = 0;
  InlineText out_;
};

}  // namespace

InlineText read_inline(std::string_view line) { return Reader(line).read(); }

int inline_signs(std::string_view line) {
  constexpr std::array<std::string_view, 10> kSure{"^{",  "$\\",      "$^",     "<u>",  "<sup>",
                                                   "<b>", "<strong>", "](http", "<td>", "[^1]"};
  for (const std::string_view sign : kSure) {
    if (line.find(sign) != std::string_view::npos) return 2;
  }
  for (const Emphasis& emphasis : find_emphasis(line)) {
    if (emphasis.size == 2) return 1;
  }
  return 0;
}

}  // namespace undex
