#include "indexer/convert/text/lines.h"

#include <algorithm>

#include "corpus/text.h"
#include "undex/error.h"

namespace undex {
namespace {

// A line costs some 300 bytes in memory, whatever it holds.
constexpr std::size_t kMostLines = 1'000'000;

struct LineEnd {
  std::size_t begin;
  std::size_t size;
};

LineEnd next_end(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\r') return {at, at + 1 < text.size() && text[at + 1] == '\n' ? 2U : 1U};
    if (c == '\n' || c == '\v' || c == '\f') return {at, 1};
    if (c == '\xE2' && (text.substr(at, 3) == "\u2028" || text.substr(at, 3) == "\u2029"))
      return {at, 3};
  }
  return {text.size(), 0};
}

std::string_view without_blanks_at_end(std::string_view line) {
  while (!line.empty()) {
    const auto c = static_cast<unsigned char>(line.back());
    if (c <= ' ') {
      line.remove_suffix(1);
    } else if (line.ends_with("\u00A0")) {
      line.remove_suffix(2);
    } else {
      break;
    }
  }
  return line;
}

bool is_control(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  return (c < 0x20 && c != '\t') || c == 0x7F;
}

}  // namespace

std::vector<TextLine> split_lines(std::string_view text) {
  std::vector<TextLine> lines;
  const bool pages = text.find('\f') != std::string_view::npos;
  TextLine next{.text = {}, .page = pages ? 1 : 0};
  for (std::size_t at = 0; at < text.size();) {
    const LineEnd end = next_end(text, at);
    next.text = without_blanks_at_end(text.substr(at, end.begin - at));
    const bool page_ends = end.size == 1 && text[end.begin] == '\f';
    if (!next.text.empty()) {
      if (lines.size() == kMostLines)
        throw Error(ErrorKind::check, "more than 1,000,000 lines", "split the file");
      lines.push_back(next);
      next.blank_lines_before = 0;
      next.page_break_before = false;
    } else if (!page_ends && end.size > 0) {
      ++next.blank_lines_before;
    }
    if (page_ends) {
      ++next.page;
      next.page_break_before = true;
    }
    at = end.begin + std::max<std::size_t>(end.size, 1);
  }
  return lines;
}

float left_of(std::string_view line) {
  float columns = 0;
  for (const char c : line) {
    if (c != ' ' && c != '\t') break;
    columns += c == '\t' ? 8.0F : 1.0F;
  }
  return columns;
}

std::string clean_line(std::string_view line) {
  line = without_blanks_at_end(line);
  bool controls = false;
  for (std::size_t i = 0; i < line.size() && !controls; ++i) controls = is_control(line, i);
  if (!controls) return normal_text(line);
  std::string kept;
  kept.reserve(line.size());
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (!is_control(line, i)) kept += line[i];
  }
  return normal_text(kept);
}

ConvertedBlock block_of(const TextLine& line) {
  ConvertedBlock block;
  block.text = clean_line(line.text);
  block.blank_lines_before = line.blank_lines_before;
  block.page = line.page;
  block.page_break_before = line.page_break_before;
  block.left = left_of(line.text);
  return block;
}

}  // namespace undex
