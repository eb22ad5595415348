#pragma once
// Which of several archives an answer rests on, in words: for every form of it.
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "undex/search.h"

namespace undex {

/// A line of each that has not answered: "geneva has not answered (no answer within 2000 ms): its
/// documents are missing here". Safe to print; none where all have.
std::vector<std::string> missing_archives(const std::vector<ArchiveAnswer>& archives);
inline std::vector<std::string> missing_archives(const Result& result) {
  return missing_archives(result.archives);
}

namespace rendering {

/// As "partial" and "archives"; nothing of one archive.
void add_archives(const std::vector<ArchiveAnswer>& archives, nlohmann::ordered_json& out);

}  // namespace rendering

}  // namespace undex
