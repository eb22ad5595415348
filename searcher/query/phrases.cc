#include "searcher/query/phrases.h"

#include <algorithm>
#include <utility>

#include "searcher/query/docid_set.h"
#include "searcher/query/docids.h"
#include "searcher/query/ways.h"

namespace undex::query {

using Xapian::Query;

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

Query phrase_query(const std::vector<std::string>& phrase, const std::string& prefix) {
  std::vector<std::string> terms;
  for (const std::string& word : phrase) terms.push_back(prefix + word);
  return Query(Query::OP_PHRASE, terms.begin(), terms.end());
}

const Docids& found_beyond(const Query& known, const Query& phrases, Side side,
                           const Expansion& expansion) {
  const bool documents = side == Side::documents;
  const Xapian::Database& db =
      documents ? expansion.context().documents : expansion.context().paragraphs;
  const Query all(Query::OP_OR, known, phrases);
  const auto find = [&] {
    DocidSet found = find_all(all, db, &expansion.lists(side));
    found.remove(find_all(known, db, &expansion.lists(side)));
    return found.docids();
  };
  return expansion.docids((documents ? "documents " : "paragraphs ") + all.get_description(), find);
}

}  // namespace undex::query
