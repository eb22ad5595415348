#include "searcher/query/phrases.h"

#include <algorithm>
#include <utility>

#include "searcher/query/ways.h"

namespace undex::query {

std::vector<std::vector<std::string>> held_phrases(const Wording& wording,
                                                   const std::string& prefix,
                                                   const Xapian::Database& db) {
  std::vector<std::vector<std::string>> held;
  for (const std::vector<std::string>& phrase : wording.phrases) {
    const bool all = std::all_of(phrase.begin(), phrase.end(), [&](const std::string& word) {
      return db.term_exists(prefix + word);
    });
    if (!all) continue;
    for (std::vector<std::string>& form : with_compounds(phrase)) held.push_back(std::move(form));
  }
  return held;
}

}  // namespace undex::query
