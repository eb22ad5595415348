#pragma once
// Lists of docids, in order and each once: what a query finds, taken over from one database of the
// index to the other, and put into a query again.
#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/query/context.h"

namespace undex::query {

Docids found_by(const Xapian::Query& query, const Database& db);
/// Every docid that has one of the terms.
Docids holders_of(const std::vector<std::string>& terms, const Database& db);

Docids documents_of(const Docids& paragraphs, const PlanContext& context);
Docids paragraphs_of(const Docids& documents, const PlanContext& context);

/// These of a database and no others; all weigh the same.
Xapian::Query any_of_docids(Docids docids, const Database& db, double weight = 0);

}  // namespace undex::query
