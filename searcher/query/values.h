#pragma once
// What may stand behind "field:", "field>" and the like: one value or a range, by the kind of the
// field; and words, which may stand alone as well.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/query/query.h"

namespace undex::query {

/// One value or word as typed, and where it stands.
struct TypedValue {
  std::string text{};     ///< without quotes, mark and comparison
  std::size_t begin = 0;  ///< with them
  std::size_t end = 0;
  std::size_t place = 0;  ///< of the text itself
  bool quoted = false;
  char mark = 0;                  ///< '=' or '~' in front
  std::string_view comparison{};  ///< "<", "<=", ">", ">=", or empty
};

/// The node of one value or range; not of a text field, which holds words. Throws QueryError (with
/// `query`) when the field does not take it.
Node value_node(const Field& field, const TypedValue& value, std::string_view query);

/// A word, =word, ~word, wildcard or phrase: of the whole text, or of a text field. Nothing for
/// punctuation that stands alone.
std::optional<Node> word_node(const Field* field, const TypedValue& word, std::string_view query);

}  // namespace undex::query
