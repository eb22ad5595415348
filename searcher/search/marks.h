#pragma once
// Where the words of a query stand in a text: its terms are made by the rules of the index
// (schemas/terms.h), so what is marked is what was found.
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/query.h"
#include "undex/search.h"

namespace undex::search {

class Marker {
 public:
  explicit Marker(const Node& tree);
  /// In order, disjoint; empty when the text holds none. Linear in the text.
  std::vector<Span> marks(std::string_view text, std::string_view language) const;

 private:
  void mark_piece(std::string_view text, std::string_view language, std::size_t base,
                  std::vector<Span>& spans) const;

  std::vector<std::string> terms_;  ///< sorted
  std::vector<std::vector<std::string>> phrases_;
};

/// A sentence or two around the first matches, "..." where text is left out. Matches are moved to
/// where they stand in the snippet.
struct Snippet {
  std::string text;
  std::vector<Span> matches;
};
Snippet make_snippet(std::string_view text, const std::vector<Span>& matches);

}  // namespace undex::search
