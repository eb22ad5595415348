#pragma once
// A query tree as a Xapian query, for each of the two databases of an index (schemas/index_form.h).
// The only file of searcher/query that knows Xapian.
#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/query/query.h"

namespace undex::query {

/// Documents are ranked, paragraphs are found.
enum class Side { documents, paragraphs };

struct PlanContext {
  Xapian::Database documents;
  Xapian::Database paragraphs;
};

/// Throws Error{usage} when the plan would need more than kMaxQueryTerms terms.
Xapian::Query plan(const Node& tree, Side side, const PlanContext& context);

/// Any word or symbol the tree asks for, whatever its operators: passages of a document in which no
/// paragraph answers by itself.
Xapian::Query plan_any(const Node& tree, const PlanContext& context);

/// The paragraphs that the fields of the query leave over, whatever its words: every one when it
/// names no field that all must have.
Xapian::Query plan_fields(const Node& tree, const PlanContext& context);

/// The nodes that must or may be there, in order; what stands under NOT is left out.
std::vector<const Node*> positive_leaves(const Node& tree);
/// Whether the node is looked for in the text: words, concepts, symbols; not a field of a document.
bool is_text(const Node& leaf);
bool has_negation(const Node& tree);
/// Words passed over because they are common and others are there.
std::vector<std::string> passed_over(const Node& tree);

/// Whether a document of that symbol is in the index.
bool is_held(const Symbol& symbol, const PlanContext& context);

}  // namespace undex::query
