#pragma once
// What a query wants marked in a text, by the terms of the index. Everything that may be there has
// a number; what stands under NOT has none.
#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "schemas/text_words.h"
#include "searcher/query/expand.h"
#include "searcher/query/query.h"
#include "searcher/query/ranges.h"

namespace undex::search {

struct Wanted {
  using Numbers = std::vector<std::size_t>;
  struct Phrase {
    std::vector<std::string> words;
    std::size_t number = 0;
  };
  struct Series {
    std::string prefix;  ///< of terms of symbols
    std::size_t number = 0;
  };
  /// Numbers of a text that lie in a range.
  struct Figures {
    query::NumberBounds bounds;
    std::size_t number = 0;
  };
  /// Parts that are marked only where they are near each other. They have the numbers from `first`.
  struct Chain {
    std::size_t first = 0;
    std::vector<std::size_t> part_of;  ///< of each number
    std::size_t parts = 0;
    std::size_t distance = 0;
    bool ordered = false;
    NearNode::Unit unit = NearNode::Unit::word;
  };

  std::size_t count = 0;  ///< of numbers
  std::unordered_map<std::string, Numbers> terms;
  std::unordered_map<std::string, std::vector<Phrase>> phrases;  ///< by the first word
  std::unordered_map<std::string, Numbers> names;                ///< ids of the authority file
  std::vector<Series> series;
  std::vector<Figures> figures;
  std::vector<Chain> chains;
};

/// The terms of a text by which it is marked.
TermsAsked asked_by(const Wanted& wanted);

/// Without an expansion wildcards and fuzzy words want nothing.
Wanted wanted_by(const Node& tree, const query::Expansion* expansion);

}  // namespace undex::search
