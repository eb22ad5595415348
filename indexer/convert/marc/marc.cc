#include "indexer/convert/marc/marc.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

#include "corpus/ascii.h"
#include "indexer/convert/marc/fields.h"
#include "indexer/convert/marc/notation.h"
#include "indexer/convert/record_page.h"
#include "undex/error.h"

namespace undex {
namespace {

constexpr std::string_view kRemedy = "export the record again from the catalogue";

std::size_t count_two(const MarcNotation& notation, std::string_view bytes) {
  const std::optional<MarcSpan> first = notation.next(bytes, 0);
  if (!first) return 0;
  return notation.next(bytes, first->end) ? 2 : 1;
}

/// The control number, when it is one word that can be a name.
std::string control_number(const MarcNotation& notation, const std::string& record) {
  std::string number;
  try {
    for (const MarcField& field : notation.read(record, "").fields)
      if (field.tag == "001" && number.empty()) number = field.value;
  } catch (const Error&) {
    return {};  // its reader will say why
  }
  const bool plain = std::all_of(number.begin(), number.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == '-' || c == '_';
  });
  return plain && number.size() <= 40 ? number : std::string();
}

}  // namespace

const MarcNotation* marc_notation(std::string_view bytes) {
  for (const MarcNotation* notation : {&kIso2709, &kMarcXml, &kMarcLines})
    if (notation->recognises(bytes)) return notation;
  return nullptr;
}

bool recognises_marc_records(std::string_view bytes) {
  const MarcNotation* notation = marc_notation(bytes);
  return notation && count_two(*notation, bytes) == 2;
}

bool recognises_marc(std::string_view bytes) {
  const MarcNotation* notation = marc_notation(bytes);
  return notation && count_two(*notation, bytes) == 1;
}

Members unpack_marc(std::string_view bytes, std::size_t from) {
  RecordPage page(from);
  const MarcNotation* notation = marc_notation(bytes);
  std::set<std::string> names;
  for (auto span = notation ? notation->next(bytes, 0) : std::nullopt; span;
       span = notation->next(bytes, span->end)) {
    const bool is_of_page = page.go_on();
    Member member{.name = page.name(), .bytes = {}, .reason = {}, .remedy = {}};
    if (span->fault.empty()) member.bytes = notation->cut(bytes, *span);
    const std::string own = control_number(*notation, member.bytes);
    if (!own.empty() && names.insert(own).second) member.name = own;
    if (!span->fault.empty()) {
      member.reason = span->fault;
      member.remedy = kRemedy;
    }
    if (is_of_page && !page.add(std::move(member))) break;
  }
  return page.take();
}

ConvertedText convert_marc(std::string_view bytes, std::string_view name) {
  const MarcNotation* notation = marc_notation(bytes);
  const auto span = notation ? notation->next(bytes, 0) : std::nullopt;
  if (!span) throw Error(ErrorKind::check, "no MARC record in it", std::string(kRemedy));
  if (!span->fault.empty())
    throw Error(ErrorKind::check, std::string(span->fault), std::string(kRemedy));
  return document_of_marc(notation->read(bytes, name));
}

}  // namespace undex
