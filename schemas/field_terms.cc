#include <algorithm>
#include <array>
#include <optional>

#include "corpus/authority.h"
#include "corpus/states.h"
#include "corpus/text.h"
#include "schemas/field_readers.h"
#include "schemas/name_id_table.h"
#include "schemas/terms.h"
#include "undex/symbol.h"

namespace undex {
namespace {

std::string folded(std::string_view value) { return fold(collapse_spaces(value)); }

std::string name_key(std::string_view value) {
  std::string key = folded(value);
  std::string_view lines = lines_of(name_id_table(), key);
  std::array<std::string_view, 2> row;
  return take_row(lines, row) ? std::string(row.back()) : key;
}

/// A State by any of its names, in any of the six languages, or by a code.
std::string state_key(std::string_view value) {
  std::string key = name_key(value);
  if (find_name(key)) return key;
  const std::optional<StateMatch> match = parse_state(value);
  return match ? match->state->name->id : key;
}

std::string symbol_key(std::string_view value) {
  const auto symbol = parse_symbol(value);
  return symbol && !symbol->parts.empty() ? symbol->parts.front() : folded(value);
}

std::string language_key(std::string_view value) {
  const std::string_view code = language_code(value);
  return code.empty() ? folded(value) : std::string(code);
}

/// "E/CN.16" and "E/CN.16/" are one body, "A/RES/" and "A/RES" one series.
std::string stroke_key(std::string_view value) {
  while (value.ends_with('/')) value.remove_suffix(1);
  return folded(value);
}

/// "1,067", "1 067" and "1067" are one number.
std::string number_key(std::string_view value) {
  std::string key = folded(value);
  std::erase_if(key, [](char c) { return c == ',' || c == ' '; });
  return key;
}

struct KeyRow {
  std::string_view field;
  std::string (*key)(std::string_view value);
};
/// Fields whose values people write in more than one form.
constexpr KeyRow kKeys[] = {
    {"organ", name_key},        {"initiative", name_key}, {"entity", name_key},
    {"language", language_key}, {"body", stroke_key},     {"series", stroke_key},
    {"state", state_key},       {"figure", number_key},   {"submitter", state_key},
};

std::string key_of(const Field& field, std::string_view value) {
  if (field.kind == FieldKind::symbol) return symbol_key(value);
  for (const KeyRow& row : kKeys)
    if (row.field == field.name) return row.key(value);
  return folded(value);
}

}  // namespace

std::string field_term(const Field& field, std::string_view value) {
  return bounded_term(std::string(field.prefix) + ":" + key_of(field, value));
}

std::vector<std::string> field_terms(const Field& field, const FieldValue& value) {
  std::vector<std::string> terms;
  if (field.kind == FieldKind::text) return terms;
  const auto add = [&](std::string_view text) {
    std::string term = field_term(field, text);
    if (!text.empty() && std::find(terms.begin(), terms.end(), term) == terms.end())
      terms.push_back(std::move(term));
  };
  std::optional<FieldValue> one = value;
  while (one) {
    add(one->value);
    add(one->label);
    one = field.parent ? field.parent(*one) : std::nullopt;
  }
  return terms;
}

}  // namespace undex
