#pragma once
// One row a field: its name drives terms, value slots, facets, query words, help and JSON. Prefixes
// and slots are part of the form on disk (schemas/version.h): they retire, they are never used
// again.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace undex {

enum class FieldKind {
  text,    ///< words: title:informatics
  exact,   ///< one of a list of values, compared folded: organ:"General Assembly"
  symbol,  ///< a document symbol in any form: symbol:E/2003/75, cites:A/RES/57/295
  number,  ///< whole number, ranges: session:57..60
  year,    ///< year, ranges: year:2002..2009
  date,    ///< ISO date, ranges: date:2003-05..2003-06
};

/// One value of a field of a document: normal form for terms and JSON, label for people when it
/// differs.
struct FieldValue {
  std::string value;
  std::string label;
  bool doubtful = false;  ///< flagged in the source: shown as 2022?
};

struct Field {
  std::string_view name;
  std::string_view label;
  std::string_view prefix;  ///< Xapian term prefix; empty for none
  std::uint32_t slot;       ///< value slot, kNoSlot for none
  FieldKind kind;
  bool facet;                ///< can be counted
  std::string_view example;  ///< a query
  std::string_view help;
  std::vector<FieldValue> (*read)(
      const Document& document);  ///< of the document, in order, no doubles
  /// For a field whose values stand in single paragraphs: those of some of the document's marks. A
  /// paragraph has its own, the document all of them. nullptr: the paragraphs have the document's.
  std::vector<FieldValue> (*read_marks)(const Document& document, const Marks& marks) = nullptr;
  /// The value that one belongs to: what has the one is found and counted under the other too.
  std::optional<FieldValue> (*parent)(const FieldValue& value) = nullptr;
};
inline constexpr std::uint32_t kNoSlot = 0xffffffff;
/// The field of citations. In its paragraphs they are symbol terms too (schemas/terms.h).
inline constexpr std::string_view kCitesField = "cites";
inline constexpr std::string_view kFigureField = "figure";

std::span<const Field> fields();
/// nullptr if there is none of that name.
const Field* find_field(std::string_view name);
/// The field names nearest to a mistyped one, best first, at most three; empty when nothing is
/// near.
std::vector<std::string_view> nearest_fields(std::string_view name);

}  // namespace undex
