#pragma once
// What each wording of a concept contributes to an answer.
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "schemas/terms.h"
#include "searcher/query/plan.h"

namespace undex::search {

/// Paragraphs that match a query, of those that the fields of the question leave over.
using CountParagraphs = std::function<std::size_t(const Xapian::Query&)>;

/// Wordings of the concept with the number of paragraphs that hold them, most first; those that
/// none holds are left out. Wordings that differ by endings, hyphens and blanks only are one: a
/// text that holds one of them answers for all.
std::vector<std::pair<std::string, std::size_t>> wordings(const KnownConcept& known,
                                                          const query::PlanContext& databases,
                                                          const CountParagraphs& count);

}  // namespace undex::search
