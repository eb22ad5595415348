#include "searcher/query/phrases.h"

#include <algorithm>
#include <utility>

#include "searcher/query/docid_set.h"
#include "searcher/query/docids.h"
#include "searcher/query/ways.h"

namespace undex::query {

using Xapian::Query;

std::vector<std::vector<std::string>> held_phrases(const Wording& wording,
                                                   const std::string& prefix, Side side,
                                                   const Census& census) {
  std::vector<std::vector<std::string>> held;
  for (const std::vector<std::string>& phrase : wording.phrases) {
    bool all = true;
    // To the end: what is missing here may be held elsewhere, and all must be counted.
    for (const std::string& word : phrase) all = census.holds(side, prefix + word) && all;
    if (!all) continue;
    for (std::vector<std::string>& form : with_compounds(phrase)) {
      for (std::string& word : form) word.insert(0, prefix);
      held.push_back(std::move(form));
    }
  }
  return held;
}

Query phrase_query(const std::vector<std::string>& phrase, Weights& weights) {
  std::vector<Query> words;
  for (const std::string& word : phrase) words.push_back(weights.leaf(word));
  return Query(Query::OP_PHRASE, words.begin(), words.end());
}

const Docids& found_beyond(const Query& known, const Query& phrases, Side side,
                           const Expansion& expansion) {
  const bool documents = side == Side::documents;
  const Database& db = documents ? expansion.context().documents : expansion.context().paragraphs;
  const Query all(Query::OP_OR, known, phrases);
  const auto find = [&] {
    DocidSet found = find_all(all, db, &expansion.lists(side));
    found.remove(find_all(known, db, &expansion.lists(side)));
    return found.docids();
  };
  return expansion.docids((documents ? "documents " : "paragraphs ") + all.get_description(), find);
}

}  // namespace undex::query
