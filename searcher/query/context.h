#pragma once
// The two databases of an index that a query is planned for, and what ties them together.
#include <xapian.h>

#include <vector>

#include "schemas/columns.h"
#include "schemas/paragraph_cards.h"

namespace undex::query {

/// Documents are ranked, paragraphs are found.
enum class Side { documents, paragraphs };

struct PlanContext {
  Xapian::Database documents;
  Xapian::Database paragraphs;
  Columns columns{};       ///< which paragraph belongs to which document
  ParagraphCards cards{};  ///< what is shown of paragraphs
};

/// In order, each once.
using Docids = std::vector<Xapian::docid>;

}  // namespace undex::query
