#pragma once
// What each wording of a concept contributes to an answer.
#include <xapian.h>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "schemas/terms.h"
#include "searcher/query/database.h"

namespace undex::search {

/// Wordings of the concept with the number of paragraphs that hold them, of those that match
/// `fields`, most first; those that none holds are left out. Wordings that differ by endings,
/// hyphens and blanks only are one: a text that holds one of them answers for all.
std::vector<std::pair<std::string, std::size_t>> wordings(const KnownConcept& known,
                                                          const query::Database& paragraphs,
                                                          const Xapian::Query& fields);

}  // namespace undex::search
