#pragma once
// A set of docids as bits, and what finds one without the engine's matcher: counts are of
// everything that matches, and going through the lists of terms is the shortest way to that.
#include <xapian.h>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "searcher/query/context.h"

namespace undex::query {

class DocidSet {
 public:
  /// Empty; for docids up to the last.
  explicit DocidSet(Xapian::docid last) : words_(last / kBits + 1) {}

  /// What is beyond the last is left out: a damaged index may name it.
  void add(Xapian::docid docid) {
    if (docid / kBits < words_.size()) words_[docid / kBits] |= bit(docid);
  }
  bool contains(Xapian::docid docid) const {
    return docid / kBits < words_.size() && (words_[docid / kBits] & bit(docid)) != 0;
  }
  void remove(Xapian::docid docid) {
    if (docid / kBits < words_.size()) words_[docid / kBits] &= ~bit(docid);
  }
  std::size_t size() const;
  /// The other has the same last docid.
  void add(const DocidSet& other);
  void remove(const DocidSet& other);
  void keep(const DocidSet& other);

  /// In order.
  template <typename Visit>
  void each(Visit visit) const {
    for (std::size_t at = 0; at < words_.size(); ++at)
      for (std::uint64_t rest = words_[at]; rest != 0; rest &= rest - 1)
        visit(static_cast<Xapian::docid>(at * kBits +
                                         static_cast<std::size_t>(std::countr_zero(rest))));
  }

  Docids docids() const;

 private:
  static constexpr std::size_t kBits = 64;
  static std::uint64_t bit(Xapian::docid docid) { return std::uint64_t{1} << (docid % kBits); }

  std::vector<std::uint64_t> words_;
};

/// What single words find in one database, by the descriptions of their queries.
using KnownWords = std::map<std::string, DocidSet>;

/// All that the query finds. Lists of words that must be read to their end are kept in `known`,
/// where it is given, and not read again.
DocidSet find_all(const Xapian::Query& query, const Database& db, KnownWords* known = nullptr);

}  // namespace undex::query
