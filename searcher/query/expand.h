#pragma once
// What leaves of a query stand for in this index: the words that fit a wildcard, the words one edit
// away from a fuzzy one. Looked up once a query, for the plan, for marking matches in a text and
// for saying how the query was understood. Nothing is cut in silence: too many are an error.
#include <xapian.h>

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "searcher/query/census.h"
#include "searcher/query/context.h"
#include "searcher/query/docid_set.h"
#include "searcher/query/query.h"
#include "searcher/query/weights.h"

namespace undex::query {

inline constexpr std::size_t kMaxForms = 256;
inline constexpr std::size_t kMaxSymbols = 20'000;

/// A term of the index and how many paragraphs hold it.
struct CountedTerm {
  std::string term;  ///< with the prefix of the leaf's field
  std::size_t paragraphs = 0;
};
using CountedTerms = std::vector<CountedTerm>;

class Expansion {
 public:
  /// The databases of the context must live as long, what all archives told, if they did, and what
  /// others tell of and show.
  Expansion(const PlanContext& context,  // NOLINT: a context will do
            const Statistics* told = nullptr, Weighting weighting = Weighting::ineb2,
            const LeftOut& left_out = LeftOut::none())
      : context_(context),
        census_(context, told, left_out),
        of_all_documents_(weighting, Side::documents, census_),
        of_all_paragraphs_(weighting, Side::paragraphs, census_) {}
  Expansion(const Expansion&) = delete;
  Expansion& operator=(const Expansion&) = delete;

  const PlanContext& context() const { return context_; }
  const Census& census() const { return census_; }
  Weights& weights(Side side) const {
    return side == Side::documents ? of_all_documents_ : of_all_paragraphs_;
  }

  /// What the leaf stands for, most frequent first: words for a wildcard or a fuzzy word, symbols
  /// cited for a series, the terms that tell most of a place; of any other leaf nothing. Throws
  /// QueryError, with the place and without the query, for more than kMaxForms words, kMaxSymbols
  /// symbols.
  const CountedTerms& of(const Node& leaf) const;
  /// The same words in all archives: what a wildcard or a fuzzy word weighs by.
  std::vector<std::string> anywhere(const Node& leaf) const;

  /// The words of the index that have a stem with this folded word in common, and the word itself:
  /// technology, technologies. At most kMaxForms.
  const std::vector<std::string>& forms_of(const std::string& word) const;

  /// From here on nothing is found that only finding takes time for: enough for a census.
  void find_nothing() { finds_ = false; }
  /// What was found before under this name, or what is found now.
  const Docids& docids(const std::string& name, const std::function<Docids()>& find) const;

  /// Lists of that database that were read to their end, so that they are read once a query.
  KnownWords& lists(Side side) const {
    return side == Side::documents ? of_documents_ : of_paragraphs_;
  }

 private:
  const PlanContext& context_;
  Census census_;
  bool finds_ = true;
  mutable Weights of_all_documents_;
  mutable Weights of_all_paragraphs_;
  mutable std::map<std::string, std::vector<std::string>> forms_;
  mutable std::map<std::string, Docids> docids_;
  mutable KnownWords of_documents_;
  mutable KnownWords of_paragraphs_;
  mutable std::map<std::string, CountedTerms> made_;  ///< by dump() of the leaf
};

}  // namespace undex::query
