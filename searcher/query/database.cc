#include "searcher/query/database.h"

#include <algorithm>
#include <utility>

#include "searcher/query/docids.h"

namespace undex::query {

Shard Shards::of(const Xapian::Database& one) const {
  if (uuids_.empty()) return {};
  const auto found = std::find(uuids_.begin(), uuids_.end(), one.get_uuid());
  if (found == uuids_.end())
    throw Xapian::InvalidArgumentError("a database is none of those that are searched as one");
  return {.number = static_cast<std::uint32_t>(found - uuids_.begin()),
          .count = static_cast<std::uint32_t>(uuids_.size())};
}

Docids Shards::own(const Docids& docids, const Xapian::Database& one) const {
  const Shard shard = of(one);
  if (shard.count == 1) return docids;
  Docids out;
  for (const Xapian::docid docid : docids)
    if (shard.holds(docid)) out.push_back(shard.own(docid));
  return out;
}

Database::Database(const Xapian::Database& all)
    : engine_(all), parts_{{.database = all, .shard = {}}} {}

Database::Database(const Xapian::Database& large, const Xapian::Database& changed,
                   const DeletedSide& deleted)
    : shards_({large.get_uuid(), changed.get_uuid()}), deleted_(deleted) {
  for (const Xapian::Database& one : {large, changed}) {
    engine_.add_database(one);
    parts_.push_back({.database = one, .shard = shards_.of(one)});
  }
  for (const std::uint32_t docid : deleted.docids())
    gone_.push_back(parts_.front().shard.whole(docid));
  gone_query_ = any_of_docids(gone_, *this);
}

bool Database::is_live(Xapian::docid docid) const {
  return gone_.empty() || !std::binary_search(gone_.begin(), gone_.end(), docid);
}

Xapian::Query Database::live(const Xapian::Query& query) const {
  if (gone_.empty() || query.empty()) return query;
  return {Xapian::Query::OP_AND_NOT, query, gone_query_};
}

// What the engine has of it and the deleted have not: what they never can be is 0.

Xapian::doccount Database::get_doccount() const {
  const Xapian::doccount all = engine_.get_doccount();
  return all - static_cast<Xapian::doccount>(std::min<std::size_t>(all, gone_.size()));
}

std::uint64_t Database::get_total_length() const {
  const std::uint64_t all = engine_.get_total_length();
  return all - std::min(all, deleted_.length());
}

Xapian::doccount Database::get_termfreq(const std::string& term) const {
  const Xapian::doccount all = engine_.get_termfreq(term);
  return all - std::min(all, deleted_with(term));
}

std::uint64_t Database::get_collection_freq(const std::string& term) const {
  const std::uint64_t all = engine_.get_collection_freq(term);
  return gone_.empty() ? all
                       : all - std::min<std::uint64_t>(all, deleted_.use_of(term).occurrences);
}

Docids Database::docids(const std::string& term) const {
  Docids out;
  for (auto at = engine_.postlist_begin(term); at != engine_.postlist_end(term); ++at)
    if (is_live(*at)) out.push_back(*at);
  return out;
}

Xapian::docid Database::first(const std::string& term) const {
  for (auto at = engine_.postlist_begin(term); at != engine_.postlist_end(term); ++at)
    if (is_live(*at)) return *at;
  return 0;
}

TermWalk::TermWalk(const Database& database, const std::string& prefix)
    : database_(database),
      at_(database.engine().allterms_begin(prefix)),
      end_(database.engine().allterms_end(prefix)) {
  settle();
}

Xapian::doccount TermWalk::holders() const {
  const Xapian::doccount all = at_.get_termfreq();
  return all - std::min(all, database_.deleted_with(term_));
}

void TermWalk::next() {
  ++at_;
  settle();
}

void TermWalk::skip_to(const std::string& term) {
  at_.skip_to(term);
  settle();
}

void TermWalk::settle() {
  for (; at_ != end_; ++at_) {
    term_ = *at_;
    if (database_.deleted().empty() || holders() > 0) return;
  }
}

}  // namespace undex::query
