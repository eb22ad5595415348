#pragma once
// Where words stand near each other: NEAR and ADJ, answered by looking at the places of the words
// in every paragraph that holds them all, because the engine knows distances of single words only.
#include "searcher/query/context.h"
#include "searcher/query/expand.h"
#include "searcher/query/query.h"

namespace undex::query {

/// Of one text field NEAR asks documents, else paragraphs; never from one paragraph to the next.
/// Both throw Error{usage} where it would cost too much, and as ways_of().
Docids paragraphs_near(const NearNode& node, const Expansion& expansion);
/// Those with such a paragraph, and those with such a title.
Docids documents_near(const NearNode& node, const Expansion& expansion);

/// About how many places of words it takes to answer, before any is looked at.
double cost_of(const NearNode& node, const Expansion& expansion);

}  // namespace undex::query
