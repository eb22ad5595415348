#pragma once
// What each wording of a concept contributes to an answer.
#include <xapian.h>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "schemas/terms.h"
#include "searcher/query/database.h"
#include "searcher/query/left_out.h"

namespace undex::search {

/// Wordings of the concept with the number of paragraphs that hold them, of those that match
/// `fields` and are not left out, most first; those that none holds are not named. Wordings that
/// differ by endings, hyphens and blanks only are one: a text that holds one of them answers for
/// all.
std::vector<std::pair<std::string, std::size_t>> wordings(const KnownConcept& known,
                                                          const query::Database& paragraphs,
                                                          const Xapian::Query& fields,
                                                          const query::LeftOut& left_out);

}  // namespace undex::search
