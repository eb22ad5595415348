#pragma once
// From what was typed to what is meant: words that name a concept, a body, an initiative, a State
// or a heading of the library's thesaurus become that, in any of the six languages, and a long run
// of bare words becomes a question. Nothing is taken away: what was typed answers too, and "=" and
// what stands apart are left alone.
#include <cstddef>
#include <string_view>
#include <vector>

#include "searcher/query/headings.h"
#include "searcher/query/query.h"
#include "undex/search.h"

namespace undex::query {

/// What the meaning of a query rests on besides the tables of the program.
struct MeaningContext {
  Match match = Match::automatic;
  const HeadingTable* headings = nullptr;        ///< nullptr: no thesaurus is kept
  std::string_view language = "en";              ///< of the user
  std::vector<HeadingBeside>* beside = nullptr;  ///< gets what is only named, where it is wanted
};

/// So many bare words side by side are still all asked for; more of them are a question.
inline constexpr std::size_t kQuestionWords = 3;

/// The tree of parse_query() or parse_cql() for the same text; offsets stay true to it.
Node with_meaning(Node tree, std::string_view query, const MeaningContext& context = {});

}  // namespace undex::query
