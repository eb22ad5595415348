#include "searcher/search/ask.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "schemas/index_form.h"
#include "schemas/terms.h"
#include "searcher/query/docid_set.h"
#include "searcher/query/docids.h"
#include "searcher/search/asked.h"
#include "searcher/search/cursor.h"
#include "searcher/search/explain.h"
#include "searcher/search/explanation.h"
#include "searcher/search/facets.h"
#include "searcher/search/groups.h"
#include "searcher/search/hit.h"
#include "searcher/search/index.h"
#include "searcher/search/listing.h"
#include "searcher/search/matches.h"
#include "searcher/search/notes.h"
#include "searcher/search/offers.h"
#include "searcher/search/page_passages.h"
#include "searcher/search/passages.h"
#include "searcher/search/statistics.h"
#include "undex/search.h"

namespace undex::search {
namespace {

using query::Side;

/// What other archives told, where this is one of several.
struct Told {
  const Statistics* statistics = nullptr;
  const Shared* shared = nullptr;  ///< where it answers as a part of them
  const query::LeftOut& left_out = query::LeftOut::none();
};

MatchCount count_of(const Index& index, const Request& request, const Ranking& ranking,
                    const Told& told);

/// One search over an index: the steps share the tree and the plans.
class Search {
 public:
  Search(const Index& index, const Request& request, const Ranking& ranking, const Told& told = {})
      : index_(index),
        db_(index.databases),
        generation_(index.generation.name),
        request_(request),
        ranking_(ranking),
        told_(told),
        expansion_(db_, told.statistics, ranking.weighting, told.left_out),
        asked_(read_request(request, expansion_, headings(index))),
        passages_(expansion_, asked_.tree) {
    for (const std::string& name : request.facets) (void)facet_field(name);
    if (!told.left_out.empty()) leave_out();
  }

  Result run() {
    Result result = begun();
    const Page page = read_page();
    count(result);
    const Listing listing = list(page, result);
    result.next = cursor_after(page, listing);
    explain(result);
    result.offers = offers_of(result);
    if (result.documents == 0)
      add(notes_on_nothing(asked_.tree, index_, told_.left_out), result.notes);
    note_what_is_shown(request_, result);
    return result;
  }

  PartAnswer part() {
    PartAnswer answer{.result = begun()};
    Result& result = answer.result;
    count(result);
    const Page page{
        .offset = request_.offset, .limit = request_.limit, .after = told_.shared->after};
    for (Listed& one : list(page, result).hits) {
      answer.sort_keys.push_back(std::move(one.key));
      if (groups_) answer.hit_groups.push_back(group_id(one.hit, request_.group));
    }
    if (groups_) tell_groups(answer);
    explain(result);
    if (result.documents > 0) return answer;
    result.offers = offers_of(result);
    answer.notes_on_nothing = notes_on_nothing(asked_.tree, index_, told_.left_out);
    return answer;
  }

  std::vector<double> evidence() const { return weights_of(best_of_index()); }

  MatchCount counts() {
    Result result;
    count(result);
    return {.documents = result.documents, .paragraphs = result.paragraphs};
  }

 private:
  Result begun() const {
    Result result;
    result.query = request_.query;
    result.tree = dump(asked_.tree);
    result.unit = request_.unit;
    result.group = request_.group;
    result.order = asked_.order;
    return result;
  }

  static void add(std::vector<std::string> more, std::vector<std::string>& notes) {
    for (std::string& note : more) notes.push_back(std::move(note));
  }

  void leave_out() {
    for (const Side side : {Side::documents, Side::paragraphs}) {
      query::DocidSet out(database(side).get_lastdocid());
      for (const Xapian::docid one : told_.left_out.docids(side)) out.add(one);
      left_out_.push_back(std::move(out));
    }
    asked_.documents = Xapian::Query(Xapian::Query::OP_AND_NOT, asked_.documents,
                                     query::any_of_docids(left_out_[0].docids(), db_.documents));
    asked_.paragraphs = Xapian::Query(Xapian::Query::OP_AND_NOT, asked_.paragraphs,
                                      query::any_of_docids(left_out_[1].docids(), db_.paragraphs));
  }

  const query::Database& database(Side side) const {
    return side == Side::documents ? db_.documents : db_.paragraphs;
  }

  Page read_page() const {
    Page page{.offset = request_.offset, .limit = request_.limit, .after = {}};
    if (request_.cursor.empty()) return page;
    if (request_.offset > 0)
      throw Error(ErrorKind::usage, "a cursor and an offset are given", "leave one of them out");
    Cursor cursor = read_cursor(request_.cursor);
    if (cursor.question != fingerprint(request_, asked_.order))
      throw Error(ErrorKind::usage, "the cursor belongs to another question",
                  "ask with the query, the filters and the order of the page before");
    if (!cursor.generation.empty() && cursor.generation != generation_)
      throw Error(ErrorKind::usage, "the index has changed since the page before",
                  "ask for the first page again; pages by date or symbol go on all the same");
    page.offset = cursor.offset;
    page.after = std::move(cursor.after);
    return page;
  }

  std::string cursor_after(const Page& page, const Listing& listing) const {
    if (!listing.more) return {};
    Cursor cursor;
    cursor.question = fingerprint(request_, asked_.order);
    // The weight of a hit, and which of a group is shown, depend on all that is held.
    if (asked_.order == Order::relevance || request_.group != Group::none) {
      cursor.generation = generation_;
      cursor.offset = page.offset + listing.hits.size();
    } else {
      cursor.after = listing.hits.back().key;
    }
    return write_cursor(cursor);
  }

  void count(Result& result) {
    const query::DocidSet documents = all(asked_.documents, Side::documents);
    const query::DocidSet paragraphs = all(asked_.paragraphs, Side::paragraphs);
    found_ = paragraphs.docids();
    matches_ = join(documents.docids(), found_, index_.columns);
    result.documents = matches_.documents.size();
    // The paragraphs alone cannot tell what NOT leaves over: they are counted by document.
    const bool negated = query::has_negation(asked_.tree);
    result.paragraphs = negated ? matches_.paragraphs.size() : counted(paragraphs);
    if (request_.group != Group::none) result.groups = count_groups();
    if (!request_.facets.empty())
      result.facets = count_facets(request_, asked_.tree, matches_, index_, counting());
  }

  query::DocidSet all(const Xapian::Query& query, Side side) const {
    query::DocidSet found = query::find_all(query, database(side), &expansion_.lists(side));
    if (!left_out_.empty()) found.remove(left_out_[side == Side::documents ? 0 : 1]);
    return found;
  }

  FacetCounting counting() const {
    return {.find =
                [this](const Node& tree) {
                  return join(
                      all(plan(tree, Side::documents, expansion_), Side::documents).docids(),
                      all(plan(tree, Side::paragraphs, expansion_), Side::paragraphs).docids(),
                      index_.columns);
                },
            .elsewhere = told_.shared ? &told_.left_out.docids(Side::documents) : nullptr};
  }

  /// Of paragraphs: of the documents that have one.
  std::size_t count_groups() {
    groups_.emplace(request_.group);
    groups_->look_at(db_.documents, asked_.documents);
    if (request_.unit == Unit::paragraph) {
      listed_groups_.emplace(request_.group);
      listed_groups_->look_at(db_.paragraphs, listed_paragraphs());
    }
    return listed_groups().groups();
  }

  const GroupSpy& listed_groups() const { return listed_groups_ ? *listed_groups_ : *groups_; }

  void tell_groups(PartAnswer& answer) const {
    std::vector<std::uint64_t> ids = listed_groups().ids();
    if (ids.size() <= kMostGroups) answer.groups = std::move(ids);
    answer.members = members_of(db_.documents, *groups_, told_.shared->groups);
  }

  Listing list(const Page& page, Result& result) const {
    const bool by_document = request_.unit == Unit::document;
    const BestParagraphs best = by_document ? best_of_all() : BestParagraphs();
    const Side side = by_document ? Side::documents : Side::paragraphs;
    const Xapian::Query query =
        by_document ? ranked(asked_.documents, best, index_, expansion_.weights(side), ranking_)
                    : listed_paragraphs();
    const ListOrder how{
        .order = asked_.order, .group = request_.group, .weights = &expansion_.weights(side)};
    Listing listing = list_page(database(side), query, how, page);
    PagePassages shown(by_document ? listing.hits : std::vector<Listed>(),
                       {.asked = asked_, .paragraphs = found_, .best = best}, expansion_,
                       passages_);
    for (const Listed& one : listing.hits) {
      result.hits.push_back(by_document ? document_hit(one, shown) : paragraph_hit(one));
      if (groups_ && !told_.shared)
        set_others(members_of(db_.documents, groups_->members(one.hit)), result.hits.back());
    }
    return listing;
  }

  /// Of these those that count.
  std::size_t counted(const query::DocidSet& paragraphs) const {
    std::size_t count = 0;
    paragraphs.each([&](Xapian::docid one) { count += index_.columns.is_counted(one) ? 1 : 0; });
    return count;
  }

  BestParagraphs best_of_index() const {
    const bool by_weight = asked_.order == Order::relevance && asked_.has_text;
    if (!by_weight || request_.unit == Unit::paragraph || request_.limit == 0) return {};
    return best_paragraphs(asked_.paragraphs, index_, expansion_.weights(Side::paragraphs),
                           ranking_);
  }

  BestParagraphs best_of_all() const {
    BestParagraphs best = best_of_index();
    const double least =
        told_.shared ? told_.shared->least_evidence : least_evidence(weights_of(best), ranking_);
    std::erase_if(best, [&](const auto& one) { return one.second <= least; });
    return best;
  }

  static std::vector<double> weights_of(const BestParagraphs& best) {
    std::vector<double> weights;
    for (const auto& [paragraph, weight] : best) weights.push_back(weight);
    return weights;
  }

  Xapian::Query listed_paragraphs() const {
    // The paragraphs alone cannot tell what NOT leaves over.
    const Xapian::Query counted = query::has_negation(asked_.tree)
                                      ? query::any_of_docids(matches_.paragraphs, db_.paragraphs)
                                      : counted_blocks();
    return {Xapian::Query::OP_FILTER, asked_.paragraphs, counted};
  }

  Hit document_hit(const Listed& one, PagePassages& shown) const {
    Hit hit = make_hit(read_card(one.hit.get_data()), one.weight);
    hit.paragraphs = matches_.paragraphs_of(one.docid);
    shown.add_to(hit, one, request_.passages);
    return hit;
  }

  Hit paragraph_hit(const Listed& one) const {
    ParagraphCard card = db_.cards.at(one.docid);
    Hit hit = make_hit(card_of(card.key), one.weight);
    hit.passages.push_back(passages_.passage(one.docid, std::move(card), hit.language));
    hit.paragraphs = 1;
    return hit;
  }

  DocumentCard card_of(const std::string& key) const {
    const std::string term = bounded_term(std::string(kKeyPrefix) + key);
    const Xapian::docid own = db_.documents.first(term);
    if (own == 0)
      throw Error(ErrorKind::archive, "the index has a paragraph of no document",
                  "'undex rebuild' makes it anew from the archive");
    return read_card(db_.documents.get_document(own).get_data());
  }

  void explain(Result& result) const {
    const Xapian::Query fields = plan_fields(asked_.tree, expansion_);
    const std::string whole = asked_.paragraphs.get_description();
    const auto count = [&](const Xapian::Query& query) {
      if (query.get_description() == whole) return result.paragraphs;  // counted already
      const bool any = fields.get_type() == Xapian::Query::LEAF_MATCH_ALL;
      const Xapian::Query there(Xapian::Query::OP_FILTER, query, fields);
      return counted(all(any ? query : there, Side::paragraphs));
    };
    result.understood = understood(asked_.tree, expansion_, fields, count);
    result.notes = notes_on(asked_.tree, expansion_);
    add(notes_on_headings(asked_.beside), result.notes);
    if (request_.explain) result.explanation = explanation_of(asked_, db_);
  }

  std::vector<Offer> offers_of(const Result& result) const {
    return offers(request_, {result.documents, result.paragraphs}, db_, others());
  }

  OtherQuestions others() const {
    return {
        .read = [this](const Request& other) { return read_typed(other, headings(index_)); },
        .count = [this](const Request& other) { return count_of(index_, other, ranking_, told_); }};
  }

  const Index& index_;
  const query::PlanContext& db_;
  const std::string& generation_;
  const Request& request_;
  const Ranking& ranking_;
  const Told told_;
  query::Expansion expansion_;
  Asked asked_;
  Passages passages_;
  std::vector<query::DocidSet> left_out_;  ///< documents and paragraphs that others show, if any
  query::Docids found_;                    ///< paragraphs that answer, and headings and the like
  Matches matches_;
  // Set where hits are grouped: documents, and where paragraphs are listed these.
  std::optional<GroupSpy> groups_;
  std::optional<GroupSpy> listed_groups_;
};

/// What another question finds.
MatchCount count_of(const Index& index, const Request& request, const Ranking& ranking,
                    const Told& told) {
  Request bare = request;
  bare.facets.clear();
  bare.group = Group::none;
  return Search(index, bare, ranking, told).counts();
}

template <typename Ask>
auto with_query_in_faults(const Request& request, Ask ask) {
  try {
    return ask();
  } catch (QueryError& fault) {
    // A part that stands for too much is known by its place only.
    if (fault.query_text.empty()) fault.query_text = request.query;
    throw;
  }
}

}  // namespace

Result ask(const Index& index, const Request& request, const Ranking& ranking) {
  return with_query_in_faults(request, [&] { return Search(index, request, ranking).run(); });
}

Statistics ask_statistics(const Index& index, const Request& request, const Statistics* known,
                          const query::LeftOut& left_out) {
  return with_query_in_faults(request, [&] { return statistics(index, request, known, left_out); });
}

std::vector<double> ask_evidence(const Index& index, const Request& request, const Statistics& all,
                                 const query::LeftOut& left_out) {
  const Told told{.statistics = &all, .shared = nullptr, .left_out = left_out};
  return with_query_in_faults(
      request, [&] { return Search(index, request, rankings().front(), told).evidence(); });
}

PartAnswer ask_part(const Index& index, const Request& request, const Shared& shared,
                    const query::LeftOut& left_out) {
  if (!request.cursor.empty())
    throw Error(ErrorKind::usage, "a part is asked with a cursor", "say what was shown last");
  const Told told{.statistics = shared.statistics.get(), .shared = &shared, .left_out = left_out};
  return with_query_in_faults(
      request, [&] { return Search(index, request, rankings().front(), told).part(); });
}

}  // namespace undex::search
