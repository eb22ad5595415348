#pragma once
// Where the words of a query stand in a text, and an excerpt of it around them. Terms are made by
// the rules of the index (schemas/terms.h), so what is marked is what was found.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/expand.h"
#include "searcher/query/query.h"
#include "searcher/search/wanted.h"
#include "undex/search.h"

namespace undex::search {

/// A match, and which of the things asked for it answers.
struct Mark {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t asked = 0;
};

/// A text is marked until it has so many, and no farther than so many bytes once it has any: nobody
/// reads more, and a hostile one may go on for long.
inline constexpr std::size_t kMostMarks = 50'000;
inline constexpr std::size_t kMostMarkedBytes = 1 << 20;

class Marker {
 public:
  /// Without an expansion wildcards and fuzzy words mark nothing.
  explicit Marker(const Node& tree, const query::Expansion* expansion = nullptr);
  /// By their begin; those of different things may overlap. Words of a phrase are marked where they
  /// stand in the phrase, words of NEAR where they are near. Empty when the text holds none. Linear
  /// in the text.
  std::vector<Mark> marks(std::string_view text, std::string_view language) const;

 private:
  Wanted wanted_;
  TermsAsked asked_;
};

/// In order, disjoint: what overlaps is one.
std::vector<Span> spans_of(const std::vector<Mark>& marks);

/// A sentence or two around the matches that answer most of what was asked, "..." where text is
/// left out; never a part of a user-visible character, a bidi control or another control character.
/// Matches are moved to where they stand in the snippet.
struct Snippet {
  std::string text;
  std::vector<Span> matches;
};
Snippet make_snippet(std::string_view text, const std::vector<Mark>& marks);

}  // namespace undex::search
