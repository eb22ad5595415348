#pragma once
// The parts of a query that hold no other parts: symbols, series, places that others should be
// like, values of fields, and words. All read at a place and move past what they took.
#include <optional>
#include <string_view>

#include "searcher/query/cursor.h"

namespace undex::query {

/// What opens the search in one paragraph, in any case.
inline constexpr std::string_view kParagraph = "para(";
bool at_paragraph(const Cursor& at);

/// A document symbol typed bare, with its pinpoint, or a series ("A/58/*").
std::optional<Node> read_symbol(Cursor& at);
/// like:E/2003/75#18(g)
std::optional<Node> read_like(Cursor& at);

/// "year:", "year>=": a field and how its value is compared.
struct FieldSign {
  const Field* field = nullptr;
  std::string_view comparison{};  ///< "<", "<=", ">", ">=", or empty
};
/// Nothing when no name and sign stand here. Throws QueryError for a field that is none.
std::optional<FieldSign> read_field_sign(Cursor& at);
/// One value or range, or several with commas: any of them.
Node read_values(Cursor& at, const FieldSign& sign);
/// A field inside field:( ... ) of another.
void refuse_field_inside(const Cursor& at, const Field& field);

/// A word, =word, ~word or phrase, of the text or of a text field; nothing for punctuation alone.
std::optional<Node> read_word(Cursor& at, const Field* field);

}  // namespace undex::query
