#pragma once
// What leaves of a query stand for in this index: the words that fit a wildcard, the words one edit
// away from a fuzzy one. Looked up once a query, for the plan, for marking matches in a text and
// for saying how the query was understood. Nothing is cut in silence: too many are an error.
#include <xapian.h>

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "searcher/query/query.h"

namespace undex::query {

struct PlanContext {
  Xapian::Database documents;
  Xapian::Database paragraphs;
};

inline constexpr std::size_t kMaxForms = 256;

/// A term of the index and how many paragraphs hold it.
struct CountedTerm {
  std::string term;  ///< with the prefix of the leaf's field
  std::size_t paragraphs = 0;
};
using CountedTerms = std::vector<CountedTerm>;

class Expansion {
 public:
  /// The databases of the context must live as long.
  Expansion(const PlanContext& context) : context_(context) {}  // NOLINT: a context will do
  const PlanContext& context() const { return context_; }

  /// What a wildcard or a fuzzy word stands for, most frequent first; of any other leaf nothing.
  /// Throws QueryError, with the place and without the query, for more than kMaxForms.
  const CountedTerms& of(const Node& leaf) const;

 private:
  const PlanContext& context_;
  mutable std::map<std::string, CountedTerms> made_;  ///< by dump() of the leaf
};

}  // namespace undex::query
