// MARC as catalogues print it, a field a line: "245__ $$aTitle" or "=245  00$aTitle".
#include <algorithm>

#include "corpus/ascii.h"
#include "corpus/text.h"
#include "indexer/convert/marc/notation.h"
#include "indexer/convert/text/encoding.h"
#include "undex/error.h"

namespace undex {
namespace {

constexpr int kHeadLines = 12;

/// The line at `at` without its end, and where the next begins.
std::string_view line_at(std::string_view text, std::size_t at, std::size_t& next) {
  const std::size_t end = std::min(text.find('\n', at), text.size());
  next = std::min(end + 1, text.size());
  std::string_view line = text.substr(at, end - at);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\f") == std::string_view::npos;
}

/// Tag, indicators and what follows them; nothing when the line is no field.
struct Line {
  std::string_view tag;
  std::string_view rest;
};
std::optional<Line> read_line(std::string_view line) {
  const bool edited = line.starts_with('=');  // "=245  00$a"
  if (edited) line.remove_prefix(1);
  if (line.size() < 5) return std::nullopt;
  const std::string_view tag = line.substr(0, 3);
  const bool good =
      std::all_of(tag.begin(), tag.end(), [](char c) { return is_digit(c) || is_upper(c); });
  if (!good) return std::nullopt;
  if (edited)
    return line.substr(3, 2) == "  " ? std::optional(Line{tag, line.substr(5)}) : std::nullopt;
  const auto indicator = [](char c) { return is_digit(c) || c == '_'; };
  if (!is_digit(tag[0]) && tag != "FFT") return std::nullopt;
  if (line.size() < 6 || !indicator(line[3]) || !indicator(line[4]) || line[5] != ' ')
    return std::nullopt;
  return Line{tag, line.substr(6)};
}

bool recognises(std::string_view bytes) {
  const std::optional<DecodedText> head = decode_head(bytes, 4096);
  if (!head) return false;
  int fields = 0;
  int with_marks = 0;
  std::size_t next = 0;
  for (std::size_t at = 0; at < head->text.size() && fields < kHeadLines; at = next) {
    const std::string_view line = line_at(head->text, at, next);
    if (is_blank(line)) continue;
    const std::optional<Line> field = read_line(line);
    if (!field) break;
    ++fields;
    with_marks += field->rest.find('$') != std::string_view::npos ? 1 : 0;
  }
  return fields >= 2 && with_marks > 0;
}

bool begins_record(std::string_view line) {
  const std::optional<Line> field = read_line(line);
  return field && (field->tag == "000" || field->tag == "LDR");
}

/// Up to a blank line or the next leader.
std::optional<MarcSpan> next_record(std::string_view bytes, std::size_t from) {
  std::size_t at = from;
  std::size_t next = from;
  while (at < bytes.size() && is_blank(line_at(bytes, at, next))) at = next;
  if (at >= bytes.size()) return std::nullopt;
  MarcSpan span{at, next, {}};
  for (at = next; at < bytes.size(); at = next) {
    const std::string_view line = line_at(bytes, at, next);
    if (is_blank(line) || begins_record(line)) break;
    span.end = next;
  }
  return span;
}

std::string cut(std::string_view bytes, const MarcSpan& span) {
  return std::string(bytes.substr(span.begin, span.end - span.begin));
}

MarcField field_of(const Line& line) {
  MarcField field;
  field.tag = line.tag;
  const std::string_view mark = line.rest.find("$$") != std::string_view::npos ? "$$" : "$";
  std::size_t at = line.rest.find(mark);
  if (at == std::string_view::npos || field.tag.starts_with("00")) {
    field.value = line.rest;
    return field;
  }
  while (at != std::string_view::npos) {
    const std::size_t begin = at + mark.size();
    at = line.rest.find(mark, begin);
    const std::string_view text = line.rest.substr(begin, std::min(at, line.rest.size()) - begin);
    if (!text.empty()) field.subfields.emplace_back(text[0], std::string(text.substr(1)));
  }
  return field;
}

MarcRecord read(std::string_view bytes, std::string_view) {
  std::optional<DecodedText> decoded = decode_text(bytes);
  if (!decoded) throw Error(ErrorKind::check, "no text", "export it again from the catalogue");
  MarcRecord read;
  read.notices = std::move(decoded->notices);
  const auto span = next_record(decoded->text, 0);
  std::size_t next = 0;
  for (std::size_t at = span ? span->begin : 0; span && at < span->end; at = next) {
    const std::string_view line = line_at(decoded->text, at, next);
    if (const std::optional<Line> field = read_line(line)) {
      read.fields.push_back(field_of(*field));
    } else if (!read.fields.empty() && !read.fields.back().subfields.empty()) {
      // A long field goes on on the next line.
      read.fields.back().subfields.back().second += " " + std::string(line);
    }
  }
  return read;
}

}  // namespace

const MarcNotation kMarcLines{recognises, next_record, cut, read};

}  // namespace undex
