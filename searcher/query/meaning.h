#pragma once
// From what was typed to what is meant: words that name a concept, a body, an initiative, a State
// or a heading of the library's thesaurus become that, in any of the six languages, and a long run
// of bare words becomes a question. Nothing is taken away: what was typed answers too, and "=" and
// what stands apart are left alone.
#include <cstddef>
#include <optional>
#include <string_view>

#include "searcher/query/query.h"
#include "undex/search.h"

namespace undex::query {

/// The labels of the library's thesaurus, wherever they are kept.
class Headings {
 public:
  virtual ~Headings() = default;
  /// The heading that the whole text is a label of, whatever case and accents; nullopt if none is.
  virtual std::optional<LabelNode> find(std::string_view text) const = 0;
};

/// What the meaning of a query rests on besides the tables of the program.
struct MeaningContext {
  Match match = Match::automatic;
  const Headings* headings = nullptr;  ///< nullptr: no thesaurus is kept
};

/// So many bare words side by side are still all asked for; more of them are a question.
inline constexpr std::size_t kQuestionWords = 3;

/// The tree of parse_query() or parse_cql() for the same text; offsets stay true to it.
Node with_meaning(Node tree, std::string_view query, const MeaningContext& context = {});

}  // namespace undex::query
