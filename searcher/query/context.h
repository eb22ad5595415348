#pragma once
// The two sides of an index that a query is planned for, and what ties them together.
#include "schemas/columns.h"
#include "searcher/query/database.h"
#include "searcher/query/sharded.h"

namespace undex::query {

/// Documents are ranked, paragraphs are found.
enum class Side { documents, paragraphs };

struct PlanContext {
  Database documents;
  Database paragraphs;
  Columns columns{};     ///< which paragraph belongs to which document
  ShardedCards cards{};  ///< what is shown of paragraphs
};

}  // namespace undex::query
