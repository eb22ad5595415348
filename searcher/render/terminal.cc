#include "searcher/render/terminal.h"

#include <algorithm>
#include <utility>

#include "corpus/text.h"

namespace undex::rendering {
namespace {

constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kPlain = "\x1b[0m";
constexpr std::size_t kNarrowest = 20;
/// First strong isolate, and the end of it.
constexpr std::string_view kIsolate = "\u2068";
constexpr std::string_view kEndIsolate = "\u2069";

}  // namespace

std::string bold(std::string_view text, bool color) {
  if (!color) return std::string(text);
  return std::string(kBold) + std::string(text) + std::string(kPlain);
}

std::string marked(std::string_view text, const std::vector<Span>& matches, bool color) {
  std::string out;
  std::size_t at = 0;
  for (const Span& match : matches) {
    if (match.begin < at || match.end > text.size()) continue;
    out += printable(text.substr(at, match.begin - at));
    out += color ? kBold : "**";
    out += printable(text.substr(match.begin, match.end - match.begin));
    out += color ? kPlain : "**";
    at = match.end;
  }
  return out + printable(text.substr(at));
}

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  while (!text.empty()) {
    const std::size_t escape = std::min(text.find('\x1b'), text.size());
    columns += grapheme_count(text.substr(0, escape));
    const std::size_t end = text.find('m', escape);
    if (escape == text.size() || end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return columns;
}

bool is_right_to_left(std::string_view text) {
  // Hebrew to N'Ko, Samaritan to Arabic Extended-A, and the presentation forms.
  static constexpr std::pair<std::string_view, std::string_view> kLetters[] = {
      {"\u0590", "\u07FF"}, {"\u0800", "\u08FF"}, {"\uFB1D", "\uFDFF"}, {"\uFE70", "\uFEFC"}};
  for (std::size_t at = 0; at < text.size(); ++at)
    for (const auto& [begin, end] : kLetters)
      if (const std::string_view letter = text.substr(at, begin.size());
          letter >= begin && letter <= end)
        return true;
  return false;
}

std::string wrapped(std::string_view text, std::string_view first, std::size_t width,
                    std::size_t hang, bool isolated) {
  const std::size_t indent = columns_of(first) + hang;
  const std::size_t room = width > indent + kNarrowest ? width - indent : kNarrowest;
  const std::string_view open = isolated ? kIsolate : std::string_view();
  const std::string_view close = isolated ? kEndIsolate : std::string_view();
  std::string out(first);
  out += open;
  bool first_line = true;
  std::size_t column = 0;
  while (!text.empty()) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    std::string_view word = text.substr(0, blank);
    text.remove_prefix(std::min(blank + 1, text.size()));
    const std::size_t columns = columns_of(word);
    if (column > 0 && width > 0 && column + 1 + columns > room + (first_line ? hang : 0)) {
      while (out.ends_with(' ')) out.pop_back();  // two blanks part the places of a list
      out += close;
      out += "\n" + std::string(indent, ' ');
      out += open;
      column = 0;
      first_line = false;
    } else if (column > 0) {
      out += ' ';
      ++column;
    }
    out += word;
    column += columns;
  }
  out += close;
  return out + "\n";
}

std::string counted(std::size_t count, std::string_view what) {
  std::string digits = std::to_string(count);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits + " " + std::string(what) + (count == 1 ? "" : "s");
}

std::string table(const std::vector<std::vector<std::string>>& rows,
                  const std::vector<bool>& right) {
  std::vector<std::size_t> widths;
  for (const std::vector<std::string>& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], columns_of(row[i]));
  }
  std::string out;
  for (const std::vector<std::string>& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string pad(widths[i] - columns_of(row[i]), ' ');
      const bool to_right = i < right.size() && right[i];
      line += to_right ? pad + row[i] : row[i] + pad;
      if (i + 1 < row.size()) line += "  ";
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
  return out;
}

}  // namespace undex::rendering
