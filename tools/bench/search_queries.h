#pragma once
// The questions of undex-bench-search: words of an archive, rare and frequent, and what is asked
// with them, each also as a query of the engine written by hand.
#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/query/context.h"

namespace undex::bench {

/// A question, and the same asked of the engine by hand.
struct Pair {
  std::string query;
  Xapian::Query raw;
};

struct Word {
  std::string text;
  std::string stem;  ///< its term
  Xapian::doccount paragraphs = 0;
};

/// Words of five letters and more, the most frequent first.
std::vector<Word> words_of(const Xapian::Database& paragraphs);
/// Forty at most of those that stand in between so many and so many paragraphs, evenly chosen.
std::vector<Word> chosen(const std::vector<Word>& words, Xapian::doccount least,
                         Xapian::doccount most);

// Forty at most of a kind.
std::vector<Pair> single(const std::vector<Word>& words);
/// Two words with the mark of the query language between them.
std::vector<Pair> joined(const std::vector<Word>& words, const std::string& mark,
                         Xapian::Query::op op);
/// Two words that stand side by side somewhere.
std::vector<Pair> phrases(const query::PlanContext& databases);
std::vector<Pair> wildcards(const std::vector<Word>& words);
/// Of figures.
std::vector<Pair> ranges();
std::vector<Pair> concepts(const Xapian::Database& paragraphs);

}  // namespace undex::bench
