#pragma once
// What a request asks for: its text read and planned once for the steps of a search.
#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/query/headings.h"
#include "searcher/query/plan.h"
#include "undex/search.h"

namespace undex::search {

/// A term of the documents asked for by a symbol, or what those of a series begin with.
struct OwnTerm {
  std::string term;
  bool series = false;
};

struct Asked {
  Node tree;
  Order order = Order::relevance;
  Xapian::Query documents;                   ///< ranks
  Xapian::Query paragraphs;                  ///< finds
  bool has_text = false;                     ///< words, concepts, symbols: documents weigh by them
  bool has_passages = false;                 ///< text, figures, names: single paragraphs answer
  std::vector<OwnTerm> named;                ///< E/2003/75, symbol:E/2003/75, E/2003/*
  std::vector<query::HeadingBeside> beside;  ///< headings that words may mean, not asked for
};

/// What its text means, without its filters; nullptr where no thesaurus is kept. Throws QueryError.
Node read_typed(const Request& request, const HeadingTable* headings);
/// Throws QueryError or Error{usage} for what cannot be asked.
Asked read_request(const Request& request, const query::Expansion& expansion,
                   const HeadingTable* headings);

/// Whether it is asked for by its own symbol or series.
bool is_named(const Asked& asked, const Xapian::Document& document);

}  // namespace undex::search
