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
/// Words that are a name of the authority file, in any language: every paragraph that names it.
struct NameNode {
  struct Value {
    const Field* field{};  ///< entity, initiative, state
    std::string id;        ///< of it, of what it was called before and of what it became
  };
  std::vector<Value> values;  ///< those of the name typed first
  std::string text;           ///< as typed
  std::vector<Node> typed;    ///< its bare words as one node; none where they are a phrase
};
/// Words that name a concept of corpus/data/concepts.tsv: any of its wordings answers, and
/// where the same words are a name of the authority file, every paragraph that names it too.
struct ConceptNode {
  std::string id;
  std::string text;  ///< as typed
  const Field* field{};
  std::vector<NameNode::Value> names{};
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
  bool above = false;  ///< figure>1000: `from` itself is left out
  bool below = false;  ///< figure<1000: `to` itself is left out
};
/// informati*, wom?n: the words of the index that fit.
struct WildcardNode {
  std::string pattern;  ///< as typed, without hyphens: '*' stands for any characters, '?' for one
  const Field* field{};
};
/// ~goverment: the words of the index that are one edit away, and the word itself.
struct FuzzyNode {
  std::string text;  ///< as typed, without '~'
  const Field* field{};
};
/// a NEAR/5 b: with at most that many words between; a ADJ/2 b: in this order too. All parts are of
/// the whole text, or all of one text field.
struct NearNode {
  enum class Unit { word, sentence };
  std::vector<Node> parts;   ///< words, phrases, concepts, wildcards, and OR of these
  std::size_t distance = 0;  ///< words that may stand between neighbours; sentences to the next one
  bool ordered = false;
  Unit unit = Unit::word;
};
/// para(...): all of it in one paragraph.
struct ParagraphNode {
  std::vector<Node> part;  ///< exactly one
};
/// like:E/2003/75#18(g): what shares the rarest words, concepts and citations of a place.
struct LikeNode {
  std::string name;  ///< symbol in normal form, or the reference of a paper without one
  std::optional<Locator> place;
};
/// A/58/*: every document whose symbol begins so, and passages that cite one.
struct SeriesNode {
  std::string prefix;    ///< normal form with the last stroke: "A/58/"
  const Field* field{};  ///< symbol:A/58/* or cites:A/58/*; nullptr when typed bare
};
/// Words that are a label of the library's thesaurus: its preferred labels in all languages.
struct LabelNode {
  struct Label {
    std::string text;
    std::string_view language;  ///< one of language.h; empty for another
  };
  std::vector<std::string> ids;  ///< of the headings meant, nearly always one
  std::string name;              ///< as the library writes it, in the user's language
  std::vector<Label> labels;     ///< of all of them
  std::string text;              ///< as typed
  std::vector<Node> typed;       ///< its bare words as one node; none where they are a phrase
};
/// A question of many bare words: any of them answers, and the more the better.
struct SomeNode {
  std::vector<Node> parts;
};
struct AndNode {
  std::vector<Node> parts;
  bool spelled = false;  ///< with AND; false for words that only stand side by side
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
  std::variant<AllNode, Words, ConceptNode, NameNode, LabelNode, SymbolNode, SeriesNode, ValueNode,
               RangeNode, WildcardNode, FuzzyNode, NearNode, ParagraphNode, LikeNode, AndNode,
               OrNode, NotNode, SomeNode>
      value;
  std::size_t begin = 0;  ///< UTF-8 bytes in the query
  std::size_t end = 0;
};

inline constexpr std::size_t kMaxQueryBytes = 4096;
inline constexpr std::size_t kMaxQueryDepth = 64;
inline constexpr std::size_t kMaxQueryTerms = 1024;
inline constexpr std::size_t kMaxPhraseWords = 64;
inline constexpr std::size_t kMinWildcardLetters = 3;  ///< before the first '*' or '?'
inline constexpr std::size_t kMaxPatternBytes = 64;    ///< of a wildcard or a ~word
inline constexpr std::size_t kMaxNearWords = 50;

/// What was typed and no more: words are words. Throws QueryError with the place and an advice when
/// it is wrong. Linear in the text but for a bounded look ahead for symbols.
Node parse_query(std::string_view query);

/// The same with its meaning (meaning.h).
Node read_query(std::string_view query);

/// (and (text candiweb) (range year 2002 2009))
std::string dump(const Node& node);

}  // namespace undex
