#include "searcher/render/archive_answers.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "corpus/text.h"

namespace undex {

std::vector<std::string> missing_archives(const std::vector<ArchiveAnswer>& archives) {
  std::vector<std::string> lines;
  for (const ArchiveAnswer& one : archives)
    if (!one.answered)
      lines.push_back(printable(one.name) + " has not answered (" + printable(one.why_not) +
                      "): its documents are missing here");
  return lines;
}

void rendering::add_archives(const std::vector<ArchiveAnswer>& archives,
                             nlohmann::ordered_json& out) {
  if (archives.empty()) return;
  out["partial"] = !std::ranges::all_of(archives, &ArchiveAnswer::answered);
  out["archives"] = nlohmann::ordered_json::array();
  for (const ArchiveAnswer& one : archives)
    out["archives"].push_back({{"name", one.name},
                               {"answered", one.answered},
                               {"documents", one.documents},
                               {"paragraphs", one.paragraphs},
                               {"why_not", one.why_not},
                               {"milliseconds", std::llround(one.milliseconds)}});
}

}  // namespace undex
