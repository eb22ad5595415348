#pragma once
// Queries of the engine put together.
#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/query/database.h"

namespace undex::query {

/// Nothing where there are no parts. Never OP_MAX, which would suit names: Xapian 1.4.22 ends with
/// a fault where an OR of them is listed.
Xapian::Query any_of(std::vector<Xapian::Query> parts, Xapian::Query::op op = Xapian::Query::OP_OR);
Xapian::Query any_term(const std::vector<std::string>& terms);

Xapian::Query without_weight(const Xapian::Query& query);
/// Weighs so many times what it weighs.
Xapian::Query weighing_times(const Xapian::Query& query, std::size_t times);
/// All that it finds weighs the same.
Xapian::Query weighing(const Xapian::Query& query, double weight);

bool holds_any(const Database& db, const Xapian::Query& query);

}  // namespace undex::query
