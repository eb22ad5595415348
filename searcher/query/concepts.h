#pragma once
// Words of a query that name a concept of corpus/data/concepts.tsv become that concept, names of
// the authority file and labels of the library's thesaurus what they stand for.
#include <string_view>
#include <vector>

#include "searcher/query/headings.h"
#include "searcher/query/query.h"

namespace undex::query {

/// What words may stand for besides what the program knows.
struct Vocabulary {
  HeadingReader headings;
  std::vector<HeadingBeside>* beside = nullptr;  ///< gets the headings that are only named
};

/// Of parts that all must be there, in the order typed: runs of unquoted words that together name a
/// concept (help desk) become one node. =words and what stands apart in the query are left alone.
std::vector<Node> with_concepts(std::vector<Node> parts, std::string_view query,
                                const Vocabulary& vocabulary);

/// A quoted phrase, or one word, that is a concept as a whole.
Node with_concept(Node node, const Vocabulary& vocabulary);

}  // namespace undex::query
