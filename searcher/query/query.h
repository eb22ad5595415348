#pragma once
// A question as a tree: what the user typed (docs/query.md), read but not yet planned. Every node
// knows where it stands in the query, so that a message can point at it. dump() prints a tree as
// one s-expression, stable across library versions.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "corpus/locator.h"
#include "schemas/fields.h"
#include "undex/symbol.h"

namespace undex {

struct Node;

/// Words of a text. More than one word is a phrase: they must stand side by side.
struct Words {
  std::string text;      ///< as typed, without quotes
  bool quoted = false;   ///< "..."
  bool exact = false;    ///< =word: these words and no variant of them
  const Field* field{};  ///< a text field (title), nullptr for the whole text
};
/// Words that name a concept of corpus/data/concepts.tsv: any of its wordings answers.
struct ConceptNode {
  std::string id;
  std::string text;  ///< as typed
  const Field* field{};
};
/// A document symbol typed bare: the document itself, and the passages that cite it.
struct SymbolNode {
  Symbol symbol;
  std::optional<Locator> pinpoint;
};
/// organ:"General Assembly", year:2003, symbol:E/2003/75 (value in normal form).
struct ValueNode {
  const Field* field{};
  std::string value;
};
/// year:2002..2009; an empty end is open.
struct RangeNode {
  const Field* field{};
  std::string from;
  std::string to;
};
struct AndNode {
  std::vector<Node> parts;
};
struct OrNode {
  std::vector<Node> parts;
};
struct NotNode {
  std::vector<Node> part;  ///< exactly one
};
/// Every document: the empty query.
struct AllNode {};

struct Node {
  std::variant<AllNode, Words, ConceptNode, SymbolNode, ValueNode, RangeNode, AndNode, OrNode,
               NotNode>
      value;
  std::size_t begin = 0;  ///< UTF-8 bytes in the query
  std::size_t end = 0;
};

inline constexpr std::size_t kMaxQueryBytes = 4096;
inline constexpr std::size_t kMaxQueryDepth = 64;
inline constexpr std::size_t kMaxQueryTerms = 1024;
inline constexpr std::size_t kMaxPhraseWords = 64;

/// Reads a query; throws QueryError with the place and an advice when it is wrong. Linear in the
/// text but for a bounded look ahead for symbols.
Node read_query(std::string_view query);

/// (and (text candiweb) (range year 2002 2009))
std::string dump(const Node& node);

}  // namespace undex
