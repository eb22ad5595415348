#pragma once
// One side of an index, its documents or its paragraphs, as it is searched: the large database and,
// where few documents have changed since that was made, a small one of these beside it
// (schemas/index_form.h). The engine searches both as one. What has changed since, or is gone, is
// still there in the large one; nothing here finds or counts it. Functions that are named as the
// engine's do the same.
#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "schemas/deleted.h"
#include "schemas/shard.h"

namespace undex::query {

/// In order, each once.
using Docids = std::vector<Xapian::docid>;

/// The databases that the engine searches as one, by which a posting source learns whose docids it
/// is asked for.
class Shards {
 public:
  Shards() = default;
  explicit Shards(std::vector<std::string> uuids) : uuids_(std::move(uuids)) {}
  Shard of(const Xapian::Database& one) const;
  /// Those of these that one of them holds, by its own docids.
  Docids own(const Docids& docids, const Xapian::Database& one) const;

 private:
  std::vector<std::string> uuids_;  ///< empty where there is one only
};

/// Thread-safe as the engine's: for one thread.
class Database {
 public:
  struct Part {
    Xapian::Database database;
    Shard shard;
  };

  Database() : Database(Xapian::Database()) {}
  Database(const Xapian::Database& all);  // NOLINT: all of it counts
  /// `deleted`: what counts no more in `large`; its bytes must live as long.
  Database(const Xapian::Database& large, const Xapian::Database& changed,
           const DeletedSide& deleted);

  /// For Xapian::Enquire, with live() for its query; for lists of docids, some of which may not be
  /// live. Spies and deciders are shown docids of a part: who needs them asks each of parts().
  const Xapian::Database& engine() const { return engine_; }
  const std::vector<Part>& parts() const { return parts_; }
  const Shards& shards() const { return shards_; }
  /// Nothing where all of it counts.
  const Docids& deleted() const { return gone_; }
  bool is_live(Xapian::docid docid) const;
  /// How many of the deleted hold the term.
  Xapian::doccount deleted_with(const std::string& term) const {
    return gone_.empty() ? 0 : deleted_.use_of(term).holders;
  }
  /// What the query finds that counts.
  Xapian::Query live(const Xapian::Query& query) const;

  Xapian::doccount get_doccount() const;
  Xapian::docid get_lastdocid() const { return engine_.get_lastdocid(); }
  std::uint64_t get_total_length() const;
  Xapian::doccount get_termfreq(const std::string& term) const;
  std::uint64_t get_collection_freq(const std::string& term) const;
  bool term_exists(const std::string& term) const { return get_termfreq(term) > 0; }
  Xapian::Document get_document(Xapian::docid docid) const { return engine_.get_document(docid); }

  /// What holds the term.
  Docids docids(const std::string& term) const;
  /// The first that holds the term; 0 for none.
  Xapian::docid first(const std::string& term) const;

 private:
  Xapian::Database engine_;
  std::vector<Part> parts_;
  Shards shards_;
  DeletedSide deleted_;
  Docids gone_;                 ///< the same, by docids among both
  Xapian::Query gone_query_{};  ///< which finds these
};

/// The terms that begin so, in order: Xapian::TermIterator, for terms that anything holds.
class TermWalk {
 public:
  /// The database must live as long.
  TermWalk(const Database& database, const std::string& prefix);
  TermWalk(Database&&, const std::string&) = delete;
  bool is_done() const { return at_ == end_; }
  const std::string& term() const { return term_; }
  /// What holds it.
  Xapian::doccount holders() const;
  void next();
  void skip_to(const std::string& term);

 private:
  void settle();

  const Database& database_;
  Xapian::TermIterator at_, end_;
  std::string term_;
};

}  // namespace undex::query
