#include "searcher/render/archive_answers.h"

#include "corpus/text.h"

namespace undex {

std::vector<std::string> missing_archives(const Result& result) {
  std::vector<std::string> lines;
  for (const ArchiveAnswer& one : result.archives)
    if (!one.answered)
      lines.push_back(printable(one.name) + " has not answered (" + printable(one.why_not) +
                      "): its documents are missing here");
  return lines;
}

}  // namespace undex
