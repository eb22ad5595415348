#include "searcher/search/asked.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "searcher/query/conditions.h"
#include "searcher/query/cql.h"
#include "searcher/query/meaning.h"
#include "searcher/query/wording.h"

namespace undex::search {
namespace {

bool is_own_symbol(const Node* leaf) {
  const ValueNode* value = std::get_if<ValueNode>(&leaf->value);
  return value && value->field->kind == FieldKind::symbol && !query::is_citing(*value->field);
}

struct Read {
  Node tree;
  Order order = Order::relevance;
};

/// As typed and no more. A query of CQL may say its order.
Read read(const Request& request) {
  if (request.syntax == Syntax::undex) return {.tree = parse_query(request.query)};
  CqlQuery query = parse_cql(request.query);
  Read out{.tree = std::move(query.tree)};
  if (!query.sort_by.empty()) out.order = query.sort_by.front().order;
  return out;
}

}  // namespace

Node read_typed(const Request& request) {
  const query::MeaningContext meaning{.match = request.match};
  return query::with_meaning(read(request).tree, request.query, meaning);
}

Asked read_request(const Request& request, const query::Expansion& expansion) {
  const query::MeaningContext meaning{.match = request.match};
  Read asked_for = read(request);
  Node tree = query::with_meaning(std::move(asked_for.tree), request.query, meaning);
  Asked asked{.tree = query::with_filters(std::move(tree), request.filters),
              .order = request.order.value_or(asked_for.order),
              .documents = {},
              .paragraphs = {}};
  asked.documents = plan(asked.tree, query::Side::documents, expansion);
  asked.paragraphs = plan(asked.tree, query::Side::paragraphs, expansion);
  const std::vector<const Node*> leaves = query::positive_leaves(asked.tree);
  asked.has_text = std::any_of(leaves.begin(), leaves.end(),
                               [](const Node* leaf) { return query::is_text(*leaf); });
  asked.names_document = std::any_of(leaves.begin(), leaves.end(), is_own_symbol);
  return asked;
}

}  // namespace undex::search
