#pragma once
// How a query was understood, in words, and what the user should know about the answer.
#include <string>
#include <vector>

#include "searcher/query/plan.h"
#include "searcher/search/index.h"
#include "searcher/search/wordings.h"
#include "undex/search.h"

namespace undex::search {

/// One entry for each thing asked for, in the order typed.
std::vector<Understood> understood(const Node& tree, const query::PlanContext& databases,
                                   const CountParagraphs& count);

/// Words passed over, symbols that are not held.
std::vector<std::string> notes_on(const Node& tree, const query::PlanContext& databases);
/// Which word or filter has no match, or that each has but no document has all.
std::vector<std::string> notes_on_nothing(const Node& tree, const Index& index);

}  // namespace undex::search
