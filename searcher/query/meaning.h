#pragma once
// From what was typed to what is meant: words that name a concept, a body, an initiative, a State
// or a heading of the library's thesaurus become that, in any of the six languages. Nothing is
// taken away: what was typed answers too, and "=" and what stands apart are left alone.
#include <string_view>

#include "searcher/query/query.h"

namespace undex::query {

/// The tree of parse_query() or read_cql() for the same text; offsets stay true to it.
Node with_meaning(Node tree, std::string_view query);

}  // namespace undex::query
