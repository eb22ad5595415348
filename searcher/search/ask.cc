#include "searcher/search/ask.h"

#include <algorithm>
#include <memory>
#include <string>
#include <unordered_set>
#include <utility>

#include "corpus/locator.h"
#include "corpus/text.h"
#include "schemas/index_form.h"
#include "schemas/terms.h"
#include "searcher/search/explain.h"
#include "searcher/search/facets.h"
#include "searcher/search/index.h"
#include "searcher/search/marks.h"
#include "undex/search.h"

namespace undex::search {
namespace {

using query::Side;
using Spies = std::vector<std::unique_ptr<SlotSpy>>;

/// Paragraphs of the documents found, where the paragraphs alone cannot tell (NOT).
class KeyDecider : public Xapian::MatchDecider {
 public:
  explicit KeyDecider(std::unordered_set<std::string> keys) : keys_(std::move(keys)) {}
  bool operator()(const Xapian::Document& doc) const override {
    return keys_.contains(doc.get_value(kSlotKey));
  }

 private:
  std::unordered_set<std::string> keys_;
};

/// How hits are put in order. Equal ones stand by symbol: the order never depends on when a
/// document came in.
void set_order(Xapian::Enquire& enquire, Order order, Xapian::MultiValueKeyMaker& keys) {
  switch (order) {
    case Order::relevance:
      enquire.set_sort_by_relevance_then_value(kSlotSymbolOrder, false);
      return;
    case Order::newest:
      keys.add_value(kSlotDateOrder, true);
      break;
    case Order::oldest:
      keys.add_value(kSlotDateOrder, false, "\x7f");  // no date: last
      break;
    case Order::symbol:
      break;
  }
  keys.add_value(kSlotSymbolOrder, false);
  enquire.set_sort_by_key(&keys, false);
}

/// One search over an index: the steps share the tree and the plans.
class Search {
 public:
  Search(const Index& index, const Request& request)
      : db_(index.databases),
        request_(request),
        tree_(read_query(request.query)),
        documents_(plan(tree_, Side::documents, db_)),
        paragraphs_(plan(tree_, Side::paragraphs, db_)),
        marker_(tree_) {
    for (const std::string& name : request.facets) fields_.push_back(&facet_field(name));
    const std::vector<const Node*> leaves = query::positive_leaves(tree_);
    has_text_ = std::any_of(leaves.begin(), leaves.end(),
                            [](const Node* leaf) { return query::is_text(*leaf); });
  }

  Result run() {
    Result result;
    result.query = request_.query;
    result.tree = dump(tree_);
    const Spies document_spies = make_spies();
    const Xapian::MSet found = find_documents(document_spies);
    result.documents = found.get_matches_estimated();
    const Spies paragraph_spies = make_spies();
    result.paragraphs = count_paragraphs(paragraphs_, paragraph_spies);
    for (auto it = found.begin(); it != found.end(); ++it)
      result.hits.push_back(make_hit(it.get_document(), it.get_weight()));
    for (std::size_t i = 0; i < fields_.size(); ++i)
      result.facets.push_back(
          make_facet(*fields_[i], *document_spies[i], *paragraph_spies[i], request_.facet_values));
    explain(result);
    return result;
  }

 private:
  Spies make_spies() const {
    Spies spies;
    for (const Field* field : fields_)
      spies.push_back(std::make_unique<SlotSpy>(facet_slot(*field)));
    return spies;
  }

  Xapian::MSet find_documents(const Spies& spies) {
    Xapian::Enquire enquire(db_.documents);
    enquire.set_weighting_scheme(Xapian::IneB2Weight());
    enquire.set_query(documents_);
    Xapian::MultiValueKeyMaker keys;
    set_order(enquire, request_.order, keys);
    for (const auto& spy : spies) enquire.add_matchspy(spy.get());
    SlotSpy key_spy(kSlotKey);
    const bool negated = query::has_negation(tree_);
    if (negated) enquire.add_matchspy(&key_spy);
    const Xapian::doccount all = db_.documents.get_doccount();
    const auto clamp = [&](std::size_t value) {
      return static_cast<Xapian::doccount>(std::min<std::size_t>(value, all));
    };
    Xapian::MSet found = enquire.get_mset(clamp(request_.offset), clamp(request_.limit), all);
    if (negated) {
      std::unordered_set<std::string> held;
      for (const auto& [key, count] : key_spy.counts()) held.insert(key);
      decider_ = std::make_unique<KeyDecider>(std::move(held));
    }
    return found;
  }

  std::size_t count_paragraphs(const Xapian::Query& query, const Spies& spies) const {
    return count_all_paragraphs(query, spies, decider_.get());
  }

  std::size_t count_all_paragraphs(const Xapian::Query& query, const Spies& spies,
                                   const Xapian::MatchDecider* decider) const {
    if (query.empty()) return 0;
    Xapian::Enquire enquire(db_.paragraphs);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(query);
    for (const auto& spy : spies) enquire.add_matchspy(spy.get());
    const Xapian::doccount all = db_.paragraphs.get_doccount();
    return enquire.get_mset(0, 1, all, nullptr, decider).get_matches_estimated();
  }

  Hit make_hit(const Xapian::Document& doc, double weight) const {
    DocumentCard card = read_card(doc.get_data());
    Hit hit{.key = std::move(card.key),
            .name = std::move(card.name),
            .title = std::move(card.title),
            .type = std::move(card.type),
            .date = std::move(card.date),
            .date_flag = std::move(card.date_flag),
            .organ = std::move(card.organ),
            .session = std::move(card.session),
            .agenda_item = std::move(card.agenda_item),
            .language = std::move(card.language),
            .abridged = card.abridged,
            .weight = weight,
            .passages = {}};
    const Xapian::MSet found = paragraphs_of(hit.key, paragraphs_);
    hit.paragraphs = found.get_matches_estimated();
    if (!has_text_) return hit;
    hit.passages = make_passages(found, hit.language);
    if (hit.paragraphs > 0) return hit;
    hit.passages = make_passages(paragraphs_of(hit.key, plan_any(tree_, db_)), hit.language);
    hit.across = !hit.passages.empty();
    return hit;
  }

  /// The best paragraphs of one document.
  Xapian::MSet paragraphs_of(const std::string& key, const Xapian::Query& query) const {
    Xapian::Enquire enquire(db_.paragraphs);
    enquire.set_weighting_scheme(Xapian::IneB2Weight());
    enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, query,
                                    Xapian::Query(bounded_term(std::string(kKeyPrefix) + key))));
    enquire.set_sort_by_relevance_then_value(kSlotBlock, false);
    const Xapian::doccount all = db_.paragraphs.get_doccount();
    return enquire.get_mset(
        0, static_cast<Xapian::doccount>(std::min<std::size_t>(request_.passages, all)), all);
  }

  /// The best ones were chosen; they are read in the order of the document.
  std::vector<Passage> make_passages(const Xapian::MSet& found, const std::string& language) const {
    std::vector<ParagraphCard> cards;
    for (auto it = found.begin(); it != found.end(); ++it)
      cards.push_back(read_paragraph_card(it.get_document().get_data()));
    std::stable_sort(
        cards.begin(), cards.end(),
        [](const ParagraphCard& a, const ParagraphCard& b) { return a.block < b.block; });
    std::vector<Passage> passages;
    for (ParagraphCard& card : cards) passages.push_back(make_passage(card, language));
    return passages;
  }

  Passage make_passage(ParagraphCard& card, const std::string& language) const {
    Passage passage;
    passage.locator = std::move(card.locator);
    passage.text = std::move(card.text);
    const std::optional<Locator> locator = parse_locator(passage.locator);
    passage.pinpoint = locator ? locator->citation() : passage.locator;
    passage.matches = marker_.marks(passage.text, language);
    Snippet snippet = make_snippet(passage.text, passage.matches);
    passage.snippet = std::move(snippet.text);
    passage.snippet_matches = std::move(snippet.matches);
    return passage;
  }

  void explain(Result& result) const {
    const Xapian::Query fields = plan_fields(tree_, db_);
    const auto count = [&](const Xapian::Query& query) {
      return count_all_paragraphs(Xapian::Query(Xapian::Query::OP_FILTER, query, fields), {},
                                  nullptr);
    };
    result.understood = understood(tree_, db_, count);
    result.notes = notes_on(tree_, db_);
    if (result.documents == 0)
      for (std::string& note : notes_on_nothing(tree_, db_))
        result.notes.push_back(std::move(note));
    for (const Facet& facet : result.facets)
      if (facet.field == "year") note_years_not_held(facet, result);
  }

  /// A year in which nothing matches is another thing than a year of which nothing is held.
  void note_years_not_held(const Facet& years, Result& result) const {
    if (years.values.empty()) return;
    const Facet held = count_all(*find_field("year"), db_);
    const std::string gaps =
        gaps_between(held, years.values.front().value, years.values.back().value);
    if (!gaps.empty()) result.notes.push_back("no document held for: " + gaps);
  }

  const query::PlanContext& db_;
  const Request& request_;
  Node tree_;
  Xapian::Query documents_;
  Xapian::Query paragraphs_;
  Marker marker_;
  std::vector<const Field*> fields_;
  bool has_text_ = false;
  std::unique_ptr<KeyDecider> decider_;
};

}  // namespace

Result ask(const Index& index, const Request& request) { return Search(index, request).run(); }

}  // namespace undex::search
