#pragma once
// A query tree as a Xapian query, for each of the two databases of an index
// (schemas/index_form.h).
#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/query/asked_for.h"
#include "searcher/query/expand.h"
#include "searcher/query/query.h"

namespace undex::query {

/// A PlanContext will do in place of an expansion where the query is planned once. Throws
/// QueryError, with the place and without the query, for a leaf that stands for too much;
/// Error{usage} when the plan would need more than kMaxQueryTerms terms.
Xapian::Query plan(const Node& tree, Side side, const Expansion& expansion);

/// Any word, symbol or name the tree asks for, whatever its operators: passages of a document in
/// which no paragraph answers by itself.
Xapian::Query plan_any(const Node& tree, const Expansion& expansion);

/// The paragraphs that the fields of the query leave over, whatever its words: every one when it
/// names no field that all must have.
Xapian::Query plan_fields(const Node& tree, const Expansion& expansion);

/// Whether a document of that symbol is held; a PlanContext will do too.
bool is_held(const Symbol& symbol, const Expansion& expansion);

}  // namespace undex::query
