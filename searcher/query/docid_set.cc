#include "searcher/query/docid_set.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "searcher/query/docids.h"

namespace undex::query {
namespace {

using Xapian::Query;

/// A list is passed through, not looked into, unless it is so many times longer than what is looked
/// for in it.
constexpr std::size_t kSkipping = 8;

/// Each takes a bit for every docid: a query may have a thousand words.
constexpr std::size_t kMostKnown = 32;

/// A set to look in, and how many it has.
struct Within {
  const DocidSet& set;
  std::size_t size;
};

class EngineSpy : public Xapian::MatchSpy {
 public:
  EngineSpy(const Shard& shard, DocidSet& found) : shard_(shard), found_(found) {}
  void operator()(const Xapian::Document& match, double) override {
    found_.add(shard_.whole(match.get_docid()));
  }

 private:
  const Shard& shard_;
  DocidSet& found_;
};

std::vector<Query> parts_of(const Query& query) {
  std::vector<Query> parts;
  for (std::size_t at = 0; at < query.get_num_subqueries(); ++at)
    parts.push_back(query.get_subquery(at));
  return parts;
}

std::string term_of(const Query& leaf) { return *leaf.get_terms_begin(); }

/// What is made of lists of terms and their combinations is found here; places of phrases, values
/// and the like by the engine.
bool is_own(const Query& query) {
  switch (query.get_type()) {
    case Query::LEAF_MATCH_NOTHING:
    case Query::LEAF_MATCH_ALL:
    case Query::LEAF_TERM:
    case Query::OP_AND:
    case Query::OP_FILTER:
    case Query::OP_AND_NOT:
    case Query::OP_AND_MAYBE:
    case Query::OP_OR:
    case Query::OP_SYNONYM:
    case Query::OP_MAX:
    case Query::OP_SCALE_WEIGHT:
      return true;
    default:
      return false;
  }
}

/// A term, or several that count as one.
bool is_word(const Query& query) {
  if (query.get_type() == Query::LEAF_TERM) return true;
  if (query.get_type() != Query::OP_SYNONYM) return false;
  const std::vector<Query> parts = parts_of(query);
  return std::all_of(parts.begin(), parts.end(), is_word);
}

class Finder {
 public:
  Finder(const Database& db, KnownWords* known)
      : db_(db), last_(db.get_lastdocid()), known_(known) {}

  /// Adds to the set.
  void find(const Query& query, const Within* within, DocidSet& out) const {
    const bool to_the_end = !within || within->size * kSkipping > most(query);
    const DocidSet* known = known_ && to_the_end && is_word(query) ? of_word(query) : nullptr;
    if (!known) return look_for(query, within, out);
    DocidSet found = *known;
    if (within) found.keep(within->set);
    out.add(found);
  }

 private:
  /// nullptr when so many are kept that no more may be.
  const DocidSet* of_word(const Query& query) const {
    const std::string name = query.get_description();
    const auto known = known_->find(name);
    if (known != known_->end()) return &known->second;
    if (known_->size() == kMostKnown) return nullptr;
    DocidSet found(last_);
    Finder(db_, nullptr).find(query, nullptr, found);
    return &known_->emplace(name, std::move(found)).first->second;
  }

  void look_for(const Query& query, const Within* within, DocidSet& out) const {
    switch (query.get_type()) {
      case Query::LEAF_MATCH_NOTHING:
        return;
      case Query::LEAF_MATCH_ALL:
        return within ? out.add(within->set) : add_list({}, nullptr, out);
      case Query::LEAF_TERM:
        return add_list(term_of(query), within, out);
      case Query::OP_SCALE_WEIGHT:
      case Query::OP_AND_MAYBE:
        return find(query.get_subquery(0), within, out);
      case Query::OP_OR:
      case Query::OP_SYNONYM:
      case Query::OP_MAX:
        return add_any(query, within, out);
      case Query::OP_AND:
      case Query::OP_FILTER:
        return out.add(all_of(parts_of(query), within));
      case Query::OP_AND_NOT:
        return out.add(but_not(query, within));
      default:
        return add_by_engine(query, within, out);
    }
  }

  void add_list(const std::string& term, const Within* within, DocidSet& out) const {
    auto it = db_.engine().postlist_begin(term);
    const auto end = db_.engine().postlist_end(term);
    if (!within) {
      for (; it != end; ++it) out.add(*it);
    } else if (within->size * kSkipping > db_.get_termfreq(term)) {
      for (; it != end; ++it)
        if (within->set.contains(*it)) out.add(*it);
    } else {
      within->set.each([&](Xapian::docid wanted) {
        if (it != end) it.skip_to(wanted);
        if (it != end && *it == wanted) out.add(wanted);
      });
    }
  }

  void add_any(const Query& query, const Within* within, DocidSet& out) const {
    std::vector<Query> left;
    std::map<std::set<std::string>, std::vector<Query>> phrases;  // by their words
    for (const Query& part : parts_of(query)) {
      if (is_own(part))
        find(part, within, out);
      else if (part.get_type() == Query::OP_PHRASE)
        phrases[{part.get_terms_begin(), part.get_terms_end()}].push_back(part);
      else
        left.push_back(part);
    }
    for (const auto& [words, alike] : phrases) add_phrases(words, alike, within, out);
    if (!left.empty()) add_by_engine(Query(Query::OP_OR, left.begin(), left.end()), within, out);
  }

  /// Positions are looked at only where all the words are, and nothing else was found.
  void add_phrases(const std::set<std::string>& words, const std::vector<Query>& phrases,
                   const Within* within, DocidSet& out) const {
    const auto rarest = std::min_element(
        words.begin(), words.end(),
        [&](const auto& a, const auto& b) { return db_.get_termfreq(a) < db_.get_termfreq(b); });
    DocidSet left(last_);
    find(Query(*rarest), within, left);
    left.remove(out);
    const Within rest{left, left.size()};
    const DocidSet wanted = all_of({words.begin(), words.end()}, &rest);
    const Within there{wanted, wanted.size()};
    if (there.size == 0) return;
    // One by one: the engine would look for each behind the place where another is asked for.
    for (const Query& phrase : phrases) add_by_engine(phrase, &there, out);
  }

  /// The rarest first; what the engine has to look at last.
  DocidSet all_of(std::vector<Query> parts, const Within* within) const {
    const auto others = std::stable_partition(parts.begin(), parts.end(), is_own);
    std::stable_sort(parts.begin(), others,
                     [&](const Query& a, const Query& b) { return most(a) < most(b); });
    DocidSet found(last_);
    bool begun = false;
    const auto go_on = [&](const auto& add) {
      const Within so_far{found, begun ? found.size() : 0};
      DocidSet next(last_);
      add(begun ? &so_far : within, next);
      found = std::move(next);
      begun = true;
    };
    for (auto part = parts.begin(); part != others; ++part)
      go_on([&](const Within* in, DocidSet& out) { find(*part, in, out); });
    if (others == parts.end()) return found;
    const Query left(Query::OP_AND, others, parts.end());
    go_on([&](const Within* in, DocidSet& out) { add_by_engine(left, in, out); });
    return found;
  }

  DocidSet but_not(const Query& query, const Within* within) const {
    const std::vector<Query> parts = parts_of(query);
    DocidSet found(last_);
    find(parts.front(), within, found);
    for (std::size_t at = 1; at < parts.size(); ++at) {
      const Within rest{found, found.size()};
      DocidSet unwanted(last_);
      find(parts[at], &rest, unwanted);
      found.remove(unwanted);
    }
    return found;
  }

  void add_by_engine(const Query& query, const Within* within, DocidSet& out) const {
    const Query wanted =
        within ? Query(Query::OP_FILTER, query, any_of_docids(within->set.docids(), db_)) : query;
    for (const auto& [database, shard] : db_.parts()) {
      Xapian::Enquire enquire(database);
      enquire.set_weighting_scheme(Xapian::BoolWeight());
      enquire.set_query(wanted);
      EngineSpy spy(shard, out);
      enquire.add_matchspy(&spy);
      enquire.get_mset(0, 1, database.get_doccount());
    }
  }

  /// That a query may find.
  std::size_t most(const Query& query) const {
    const std::size_t all = db_.get_doccount();
    switch (query.get_type()) {
      case Query::LEAF_MATCH_NOTHING:
        return 0;
      case Query::LEAF_TERM:
        return db_.get_termfreq(term_of(query));
      case Query::OP_SCALE_WEIGHT:
      case Query::OP_AND_MAYBE:
      case Query::OP_AND_NOT:
        return most(query.get_subquery(0));
      case Query::OP_OR:
      case Query::OP_SYNONYM:
      case Query::OP_MAX: {
        std::size_t sum = 0;
        for (const Query& part : parts_of(query)) sum += most(part);
        return std::min(sum, all);
      }
      case Query::OP_AND:
      case Query::OP_FILTER: {
        std::size_t least = all;
        for (const Query& part : parts_of(query)) least = std::min(least, most(part));
        return least;
      }
      default:
        return all;
    }
  }

  const Database& db_;
  Xapian::docid last_;
  KnownWords* known_;  ///< nullptr: none are kept
};

}  // namespace

std::size_t DocidSet::size() const {
  std::size_t size = 0;
  for (const std::uint64_t word : words_) size += static_cast<std::size_t>(std::popcount(word));
  return size;
}

void DocidSet::add(const DocidSet& other) {
  for (std::size_t at = 0; at < words_.size(); ++at) words_[at] |= other.words_[at];
}

void DocidSet::remove(const DocidSet& other) {
  for (std::size_t at = 0; at < words_.size(); ++at) words_[at] &= ~other.words_[at];
}

void DocidSet::keep(const DocidSet& other) {
  for (std::size_t at = 0; at < words_.size(); ++at) words_[at] &= other.words_[at];
}

Docids DocidSet::docids() const {
  Docids docids;
  docids.reserve(size());
  each([&](Xapian::docid docid) { docids.push_back(docid); });
  return docids;
}

DocidSet find_all(const Xapian::Query& query, const Database& db, KnownWords* known) {
  DocidSet found(db.get_lastdocid());
  if (!query.empty()) Finder(db, known).find(query, nullptr, found);
  for (const Xapian::docid docid : db.deleted()) found.remove(docid);
  return found;
}

}  // namespace undex::query
