#pragma once
// Words of a query that name a concept of corpus/data/concepts.tsv become that concept.
#include <string_view>
#include <vector>

#include "searcher/query/query.h"

namespace undex::query {

/// Of parts that all must be there, in the order typed: runs of unquoted words that together name a
/// concept (help desk) become one node. =words and what stands apart in the query are left alone.
std::vector<Node> with_concepts(std::vector<Node> parts, std::string_view query);

/// A quoted phrase, or one word, that is a concept as a whole.
Node with_concept(Node node);

}  // namespace undex::query
