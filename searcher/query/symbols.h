#pragma once
// Documents by their symbols, and the places in them, as terms of the index.
#include <xapian.h>

#include <string>
#include <vector>

#include "corpus/locator.h"
#include "searcher/query/census.h"
#include "searcher/query/context.h"
#include "searcher/query/query.h"

namespace undex::query {

/// The terms of the document itself, which its paragraphs have too.
std::vector<std::string> own_terms(const Symbol& symbol);

/// Places of that name in all documents and what lies in them: 18 takes 18 (a).
Xapian::Query places(const Locator& locator, const PlanContext& context);

/// The terms of the documents of a series (first) and of what cites them, on each side.
std::vector<std::string> own_terms(const SeriesNode& node, const PlanContext& context);
std::vector<std::string> citing_terms(const SeriesNode& node, Side side,
                                      const PlanContext& context);

/// What a LikeNode starts from: the paragraphs of the place, or all of the document.
Docids paragraphs_of_place(const LikeNode& node, const PlanContext& context);
Docids documents_of_place(const LikeNode& node, const PlanContext& context);

/// Of a place the stems, concepts and citations that tell most: often here and seldom elsewhere,
/// but elsewhere too. At most 30, the rarest first.
std::vector<std::string> telling_terms(const LikeNode& node, const PlanContext& context,
                                       const Census& census);

}  // namespace undex::query
