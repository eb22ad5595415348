// ISO 2709: leader, directory, fields. The marks that end fields and records are believed before
// the numbers that say where they are.
#include <algorithm>
#include <utility>
#include <vector>

#include "corpus/ascii.h"
#include "corpus/text.h"
#include "indexer/convert/marc/marc8.h"
#include "indexer/convert/marc/notation.h"
#include "undex/error.h"

namespace undex {
namespace {

constexpr std::size_t kLeader = 24;
constexpr std::size_t kEntry = 12;
constexpr char kFieldEnd = '\x1E';
constexpr char kRecordEnd = '\x1D';
constexpr char kSubfield = '\x1F';

std::optional<std::size_t> number(std::string_view digits) {
  std::size_t value = 0;
  for (const char c : digits) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + static_cast<std::size_t>(c - '0');
  }
  return value;
}

/// Length and address in digits, "22" for indicators and codes, "4500" for the directory.
bool is_leader(std::string_view bytes) {
  return bytes.size() >= kLeader && number(bytes.substr(0, 5)) && number(bytes.substr(12, 5)) &&
         bytes.substr(10, 2) == "22" && bytes.substr(20, 3) == "450";
}

bool recognises(std::string_view bytes) {
  return is_leader(bytes) && bytes.find(kFieldEnd) != std::string_view::npos;
}

std::optional<MarcSpan> next(std::string_view bytes, std::size_t from) {
  static constexpr std::string_view kBetween(" \t\r\n\0", 5);
  const std::size_t begin = bytes.find_first_not_of(kBetween, from);
  if (begin == std::string_view::npos) return std::nullopt;
  const std::size_t end = bytes.find(kRecordEnd, begin);
  if (end == std::string_view::npos)
    return MarcSpan{begin, bytes.size(), "a record without an end: the file is cut off"};
  MarcSpan span{begin, end + 1, {}};
  if (!is_leader(bytes.substr(begin))) span.fault = "a record without a leader";
  return span;
}

std::string cut(std::string_view bytes, const MarcSpan& span) {
  return std::string(bytes.substr(span.begin, span.end - span.begin));
}

Notice warning(std::string code, std::string text) {
  return {Notice::Level::warning, std::move(code), {}, std::move(text)};
}

struct Raw {
  std::string_view tag;
  std::string_view data;
};

/// The fields where the directory says that they are; nothing when it is wrong anywhere.
std::optional<std::vector<Raw>> by_directory(std::string_view record, std::string_view directory,
                                             std::size_t base) {
  std::vector<Raw> fields;
  for (; directory.size() >= kEntry; directory.remove_prefix(kEntry)) {
    const auto length = number(directory.substr(3, 4));
    const auto start = number(directory.substr(7, 5));
    if (!length || !start || *length == 0 || base + *start + *length > record.size())
      return std::nullopt;
    const std::string_view data = record.substr(base + *start, *length);
    if (data.find(kFieldEnd) != data.size() - 1) return std::nullopt;
    fields.push_back({directory.substr(0, 3), data.substr(0, data.size() - 1)});
  }
  return fields;
}

/// The same by the marks that end fields, tags in the order of the directory.
std::vector<Raw> by_marks(std::string_view data, std::string_view directory) {
  std::vector<Raw> fields;
  for (; directory.size() >= kEntry && !data.empty(); directory.remove_prefix(kEntry)) {
    const std::size_t end = std::min(data.find(kFieldEnd), data.size());
    fields.push_back({directory.substr(0, 3), data.substr(0, end)});
    data.remove_prefix(std::min(end + 1, data.size()));
  }
  return fields;
}

MarcField field_of(const Raw& raw, const Marc8& decode) {
  MarcField field;
  field.tag = raw.tag;
  if (field.tag.starts_with("00")) {
    field.value = decode(raw.data);
    return field;
  }
  std::string_view rest = raw.data;
  for (std::size_t at = rest.find(kSubfield); at != std::string_view::npos;
       at = rest.find(kSubfield)) {
    rest.remove_prefix(at + 1);
    if (rest.empty()) break;
    const std::string_view text = rest.substr(1, rest.find(kSubfield, 1) - 1);
    field.subfields.emplace_back(rest[0], decode(text));
  }
  return field;
}

MarcRecord read(std::string_view bytes, std::string_view) {
  const std::optional<MarcSpan> span = next(bytes, 0);
  if (!span || !span->fault.empty())
    throw Error(ErrorKind::check, "damaged: no whole record", "export it again from the catalogue");
  const std::string_view record = bytes.substr(span->begin, span->end - span->begin - 1);
  MarcRecord read;
  if (number(record.substr(0, 5)) != record.size() + 1)
    read.notices.push_back(warning("record-length", "the record is not as long as it says"));
  const std::size_t directory_end = std::min(record.find(kFieldEnd, kLeader), record.size());
  const std::string_view directory = record.substr(kLeader, directory_end - kLeader);
  auto fields = by_directory(record, directory, *number(record.substr(12, 5)));
  if (!fields || directory.size() % kEntry != 0) {
    read.notices.push_back(
        warning("record-directory", "the directory is wrong: fields are told by their marks"));
    fields = by_marks(record.substr(std::min(directory_end + 1, record.size())), directory);
  }
  Marc8 decode(record, record[9] == 'a');
  for (const Raw& raw : *fields) read.fields.push_back(field_of(raw, decode));
  decode.add_notices(read.notices);
  return read;
}

}  // namespace

const MarcNotation kIso2709{recognises, next, cut, read};

}  // namespace undex
