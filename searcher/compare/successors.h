#pragma once
// Paragraphs that speak of the same without the same words: candidates with evidence.
#include <map>
#include <string>
#include <vector>

#include "searcher/compare/paragraphs.h"

namespace undex::comparing {

struct Successor {
  std::size_t before = 0;  ///< places in the two lists
  std::size_t after = 0;
  double likeness = 0;  ///< cosine of the terms, each by how rare it is in the two documents
  std::vector<std::string> evidence;
};

/// Among the paragraphs of the two lists that are `open`; each at most once, the likest first, of
/// the thirty-two before that one after is likest to. One
/// that only shares terms needs more of them than one that cites or names the same too.
std::vector<Successor> successors(const std::vector<Paragraph>& before,
                                  const std::vector<bool>& open_before,
                                  const std::vector<Paragraph>& after,
                                  const std::vector<bool>& open_after,
                                  const std::map<std::string, std::string>& printed);

}  // namespace undex::comparing
