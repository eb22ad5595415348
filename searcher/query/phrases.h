#pragma once
// The phrases of a wording that must be looked for: each of them takes the reading of positions.
#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/query/expand.h"
#include "searcher/query/wording.h"

namespace undex::query {

/// Those of which every word with that prefix is held, here or elsewhere, as texts may write them
/// (with_compounds); with the prefix.
std::vector<std::vector<std::string>> held_phrases(const Wording& wording,
                                                   const std::string& prefix, Side side,
                                                   const Census& census);

Xapian::Query phrase_query(const std::vector<std::string>& phrase, Weights& weights);

/// What any of the phrases finds and `known` does not.
const Docids& found_beyond(const Xapian::Query& known, const Xapian::Query& phrases, Side side,
                           const Expansion& expansion);

}  // namespace undex::query
