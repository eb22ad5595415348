#pragma once
// How many of the matches have each value of a column: one walk over the matches, whatever they
// have, then one over the different lists of values.
#include <cstddef>
#include <string>
#include <vector>

#include "schemas/columns.h"
#include "searcher/search/matches.h"

namespace undex::search {

struct MatchCount {
  std::size_t documents = 0;
  std::size_t paragraphs = 0;
};

/// By the number of the list (Column::list).
std::vector<MatchCount> count_lists(const Field& field, const Columns& columns,
                                    const Matches& matches);

/// The values of a list and those that they belong to, each once.
std::vector<std::uint32_t> with_parents(const Column& column, std::uint32_t list);

/// By the number of the value. What has a value has those that it belongs to.
std::vector<MatchCount> count_values(const Column& column, const std::vector<MatchCount>& lists);

/// Of years, by decade.
struct Decade {
  int first = 0;         ///< 1990
  bool doubtful = true;  ///< every year of it is
  MatchCount count;
};
std::vector<Decade> count_decades(const Column& years, const std::vector<MatchCount>& lists);

}  // namespace undex::search
