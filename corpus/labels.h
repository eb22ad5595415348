#pragma once
// What things are called in the six languages: fields, and the values of fields that have an
// identity (organs, kinds, languages, regions, bodies, initiatives, Member States), from
// corpus/data/labels.tsv and, for most Member States, from ICU. For facets in the reader's language
// and for queries in any.
#include <span>
#include <string_view>

namespace undex {

struct Label {
  std::string_view field;     ///< "organ", "state"; "field" for the name of a field itself
  std::string_view value;     ///< as the field has it: "Economic and Social Council", "E/CN.16/"
  std::string_view language;  ///< "fr"
  std::string_view text;      ///< "Conseil \u00e9conomique et social"
};
/// Every label that is known, ordered by field, value and language; at most one of each.
/// Thread-safe.
std::span<const Label> labels();
/// Those of one field.
std::span<const Label> labels(std::string_view field);

/// Empty when none is known: the reader then sees the value as it is. Who sent a submission is
/// called as a Member State is.
std::string_view label_of(std::string_view field, std::string_view value,
                          std::string_view language);

}  // namespace undex
