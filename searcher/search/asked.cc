#include "searcher/search/asked.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "schemas/terms.h"
#include "searcher/query/conditions.h"
#include "searcher/query/cql.h"
#include "searcher/query/meaning.h"
#include "searcher/query/symbols.h"
#include "searcher/query/wording.h"

namespace undex::search {
namespace {

const Field& symbol_field() { return *find_field("symbol"); }

/// What tells the documents that a leaf names; nothing of a place in one.
struct OwnTerms {
  std::vector<OwnTerm>& out;

  void operator()(const SymbolNode& node) {
    if (node.pinpoint) return;
    for (std::string& term : query::own_terms(node.symbol))
      out.push_back({.term = std::move(term)});
  }
  void operator()(const ValueNode& node) {
    if (node.field == &symbol_field()) out.push_back({.term = field_term(*node.field, node.value)});
  }
  void operator()(const SeriesNode& node) {
    if (!node.field || node.field == &symbol_field())
      out.push_back({std::string(symbol_field().prefix) + ":" + node.prefix, true});
  }
  template <typename Other>
  void operator()(const Other&) {}
};

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

Node read_typed(const Request& request, const HeadingTable* headings) {
  const query::MeaningContext meaning{
      .match = request.match, .headings = headings, .language = request.language};
  return query::with_meaning(read(request).tree, request.query, meaning);
}

Asked read_request(const Request& request, const query::Expansion& expansion,
                   const HeadingTable* headings) {
  std::vector<query::HeadingBeside> beside;
  const query::MeaningContext meaning{.match = request.match,
                                      .headings = headings,
                                      .language = request.language,
                                      .beside = &beside};
  Read asked_for = read(request);
  Node tree = query::with_meaning(std::move(asked_for.tree), request.query, meaning);
  Asked asked{.tree = query::with_filters(std::move(tree), request.filters),
              .order = request.order.value_or(asked_for.order),
              .documents = {},
              .paragraphs = {},
              .named = {},
              .beside = std::move(beside)};
  asked.documents = plan(asked.tree, query::Side::documents, expansion);
  asked.paragraphs = plan(asked.tree, query::Side::paragraphs, expansion);
  const std::vector<const Node*> leaves = query::positive_leaves(asked.tree);
  asked.has_text = std::any_of(leaves.begin(), leaves.end(),
                               [](const Node* leaf) { return query::is_text(*leaf); });
  asked.has_passages = std::any_of(leaves.begin(), leaves.end(), [](const Node* leaf) {
    return query::stands_in_paragraphs(*leaf);
  });
  for (const Node* leaf : leaves) std::visit(OwnTerms{asked.named}, leaf->value);
  return asked;
}

bool is_named(const Asked& asked, const Xapian::Document& document) {
  return std::any_of(asked.named.begin(), asked.named.end(), [&](const OwnTerm& own) {
    Xapian::TermIterator term = document.termlist_begin();
    term.skip_to(own.term);
    return term != document.termlist_end() &&
           (own.series ? (*term).starts_with(own.term) : *term == own.term);
  });
}

}  // namespace undex::search
