#pragma once
// What one document speaks of much more than the other.
#include <map>
#include <string>
#include <vector>

#include "searcher/compare/paragraphs.h"

namespace undex::comparing {

/// As printed, the most telling first, at most ten.
std::vector<std::string> themes_of(const std::vector<Paragraph>& document,
                                   const std::vector<Paragraph>& other,
                                   const std::map<std::string, std::string>& printed);

}  // namespace undex::comparing
