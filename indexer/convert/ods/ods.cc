#include "indexer/convert/ods/ods.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "corpus/ascii.h"
#include "indexer/convert/ods/fields.h"
#include "indexer/convert/record_page.h"
#include "indexer/convert/text/encoding.h"
#include "undex/error.h"

namespace undex {
namespace {

constexpr std::size_t kHead = 65536;
constexpr std::string_view kRemedy = "export the dump again from the database";
using Fields = std::map<std::string, std::string, std::less<>>;

struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// "Name:  value", the value may be empty.
std::optional<std::pair<std::string_view, std::string_view>> read_line(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == 0 || colon == std::string_view::npos || colon > 40) return std::nullopt;
  const std::string_view name = line.substr(0, colon);
  const bool good = std::all_of(name.begin(), name.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == '_' || c == '$';
  });
  const std::string_view rest = line.substr(colon + 1);
  if (!good || !rest.starts_with("  ")) return std::nullopt;
  return std::pair(name, rest.substr(2));
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// A value may go on over lines that name no field.
Fields fields_of(std::string_view text) {
  Fields fields;
  std::string* last = nullptr;
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    if (const auto field = read_line(line)) {
      last = &fields[std::string(field->first)];
      *last = field->second;
    } else if (last && line.find_first_not_of(" \t\f") != std::string_view::npos) {
      *last += " " + std::string(line);
    }
  }
  return fields;
}

/// Records are parted by form feeds.
std::optional<Span> next(std::string_view bytes, std::size_t from) {
  while (from < bytes.size()) {
    const std::size_t end = std::min(bytes.find('\f', from), bytes.size());
    if (bytes.substr(from, end - from).find(':') != std::string_view::npos) return Span{from, end};
    from = end + 1;
  }
  return std::nullopt;
}

/// The symbol and one of the other fields of the database, by the names that only it has.
bool is_ods(std::string_view bytes) {
  const std::optional<Span> first = next(bytes.substr(0, kHead), 0);
  if (!first) return false;
  const Fields fields = fields_of(bytes.substr(first->begin, first->end - first->begin));
  return fields.contains("DS1") && (fields.contains("ALLDS") || fields.contains("CDS1")) &&
         fields.size() >= 8;
}

int count_two(std::string_view bytes) {
  const std::optional<Span> first = next(bytes, 0);
  if (!first) return 0;
  return next(bytes, first->end) ? 2 : 1;
}

}  // namespace

bool recognises_ods_records(std::string_view bytes) {
  return is_ods(bytes) && count_two(bytes) == 2;
}

bool recognises_ods(std::string_view bytes) { return is_ods(bytes) && count_two(bytes) == 1; }

Members unpack_ods(std::string_view bytes, std::size_t from) {
  RecordPage page(from);
  for (auto span = next(bytes, 0); span; span = next(bytes, span->end))
    if (page.go_on() &&
        !page.add({.name = page.name(),
                   .bytes = std::string(bytes.substr(span->begin, span->end - span->begin)),
                   .reason = {},
                   .remedy = {}}))
      break;
  return page.take();
}

ConvertedText convert_ods(std::string_view bytes, std::string_view) {
  std::string record(bytes);
  const std::size_t nuls = std::erase(record, '\0');
  std::optional<DecodedText> decoded = decode_text(record);
  if (!decoded) throw Error(ErrorKind::check, "no text in the record", std::string(kRemedy));
  ConvertedText text = document_of_ods(fields_of(decoded->text));
  text.notices = std::move(decoded->notices);
  if (nuls > 0)
    text.notices.push_back({Notice::Level::warning, "nul-bytes", {}, "NUL bytes dropped"});
  return text;
}

}  // namespace undex
