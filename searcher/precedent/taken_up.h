#pragma once
// What came of a document and of its paragraphs: who names them as a mandate, recalls them or takes
// note of them.
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "corpus/archive.h"
#include "searcher/search/index.h"
#include "undex/precedent.h"

namespace undex::precedent {

/// Remembers what it has read: one for all paragraphs of a draft.
class Followers {
 public:
  Followers(const search::Index& index, Archive archive);
  /// Fills what the precedent says of it.
  void tell(Precedent& precedent);

 private:
  /// One place of a document that names another.
  struct Saying {
    Symbol cited;
    std::vector<Locator> pinpoints;
    Locator place;
    Relation relation = Relation::cites;
  };
  struct Citing {
    std::string name;
    std::string date;
    std::vector<Saying> sayings;
  };
  /// Of the documents that cite this one the first by date, and whether these are all.
  struct Citers {
    std::vector<std::string> keys;
    bool all = true;
  };

  const Citers& citers_of(const Symbol& symbol);
  const Citing* read(const std::string& key);
  static std::vector<TakenUp> by(const Citing& citing, const Symbol& symbol, const Locator& place);

  const search::Index& index_;
  Archive archive_;
  std::map<std::string, ArchiveEntry> entries_;  ///< by key
  std::map<std::string, Citers> citers_;         ///< by symbol
  std::map<std::string, Citing> read_;           ///< by key
};

}  // namespace undex::precedent
