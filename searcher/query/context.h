#pragma once
// The two databases of an index that a query is planned for.
#include <xapian.h>

#include <vector>

namespace undex::query {

/// Documents are ranked, paragraphs are found.
enum class Side { documents, paragraphs };

struct PlanContext {
  Xapian::Database documents;
  Xapian::Database paragraphs;
};

/// In order, each once.
using Docids = std::vector<Xapian::docid>;

}  // namespace undex::query
