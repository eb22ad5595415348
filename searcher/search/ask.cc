#include "searcher/search/ask.h"

#include <algorithm>
#include <string>
#include <utility>

#include "corpus/locator.h"
#include "corpus/text.h"
#include "schemas/index_form.h"
#include "schemas/terms.h"
#include "searcher/query/wording.h"
#include "searcher/search/explain.h"
#include "searcher/search/facets.h"
#include "searcher/search/index.h"
#include "searcher/search/marks.h"
#include "undex/search.h"

namespace undex::search {
namespace {

using query::Side;
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
    names_document_ = std::any_of(leaves.begin(), leaves.end(), [](const Node* leaf) {
      const ValueNode* value = std::get_if<ValueNode>(&leaf->value);
      return value && value->field->kind == FieldKind::symbol && !query::is_citing(*value->field);
    });
  }

  Result run() {
    Result result;
    result.query = request_.query;
    result.tree = dump(tree_);
    // The paragraphs alone cannot tell what NOT leaves over: they are counted by document.
    const bool negated = query::has_negation(tree_);
    const bool joined = negated || !fields_.empty();
    ParagraphSpy paragraphs(fields_);
    result.paragraphs = count_paragraphs(paragraphs_, joined ? &paragraphs : nullptr);
    DocumentSpy documents(fields_, paragraphs);
    const Xapian::MSet found = find_documents(joined ? &documents : nullptr);
    result.documents = found.get_matches_estimated();
    if (negated) result.paragraphs = documents.paragraphs();
    for (auto it = found.begin(); it != found.end(); ++it)
      result.hits.push_back(make_hit(it.get_document(), it.get_weight()));
    for (std::size_t i = 0; i < fields_.size(); ++i)
      result.facets.push_back(make_facet(*fields_[i], documents.counts(i), request_.facet_values));
    explain(result);
    return result;
  }

 private:
  Xapian::MSet find_documents(DocumentSpy* spy) const {
    Xapian::Enquire enquire(db_.documents);
    enquire.set_weighting_scheme(Xapian::IneB2Weight());
    enquire.set_query(documents_);
    Xapian::MultiValueKeyMaker keys;
    set_order(enquire, request_.order, keys);
    if (spy) enquire.add_matchspy(spy);
    const Xapian::doccount all = db_.documents.get_doccount();
    const auto clamp = [&](std::size_t value) {
      return static_cast<Xapian::doccount>(std::min<std::size_t>(value, all));
    };
    return enquire.get_mset(clamp(request_.offset), clamp(request_.limit), all);
  }

  std::size_t count_paragraphs(const Xapian::Query& query, ParagraphSpy* spy) const {
    if (query.empty()) return 0;
    Xapian::Enquire enquire(db_.paragraphs);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, query, counted()));
    if (spy) enquire.add_matchspy(spy);
    return enquire.get_mset(0, 1, db_.paragraphs.get_doccount()).get_matches_estimated();
  }

  static bool is_counted(const Xapian::Document& block) {
    Xapian::TermIterator term = block.termlist_begin();
    term.skip_to(std::string(kParagraphTerm));
    return term != block.termlist_end() && *term == kParagraphTerm;
  }

  /// Blocks that count as paragraphs.
  static Xapian::Query counted() { return Xapian::Query(std::string(kParagraphTerm)); }

  Hit make_hit(const Xapian::Document& doc, double weight) const {
    DocumentCard card = read_card(doc.get_data());
    Hit hit{.key = std::move(card.key),
            .name = std::move(card.name),
            .title = std::move(card.title),
            .type = std::move(card.type),
            .date = std::move(card.date),
            .date_printed = std::move(card.date_printed),
            .date_flag = std::move(card.date_flag),
            .organ = std::move(card.organ),
            .session = std::move(card.session),
            .agenda_item = std::move(card.agenda_item),
            .language = std::move(card.language),
            .abridged = card.abridged,
            .record = card.record,
            .weight = weight,
            .passages = {}};
    const Xapian::Query own = Xapian::Query(bounded_term(std::string(kKeyPrefix) + hit.key));
    const Xapian::Query here(Xapian::Query::OP_FILTER, paragraphs_, own);
    hit.paragraphs = count_paragraphs(here, nullptr);
    if (!has_text_) {
      if (names_document_) hit.passages = opening(own, hit.language);
      return hit;
    }
    hit.passages = make_passages(best_of(here, request_.passages), hit.language);
    if (!hit.passages.empty()) return hit;
    const Xapian::Query parts(Xapian::Query::OP_FILTER, plan_any(tree_, db_), own);
    hit.passages = make_passages(best_of(parts, request_.passages), hit.language);
    hit.across = !hit.passages.empty();
    if (hit.passages.empty()) hit.passages = opening(own, hit.language);
    return hit;
  }

  /// The best places of a query; of equal ones the first in the document.
  Xapian::MSet best_of(const Xapian::Query& query, std::size_t limit) const {
    Xapian::Enquire enquire(db_.paragraphs);
    enquire.set_weighting_scheme(Xapian::IneB2Weight());
    enquire.set_query(query);
    enquire.set_sort_by_relevance_then_value(kSlotBlock, false);
    const std::size_t all = db_.paragraphs.get_doccount();
    return enquire.get_mset(0, static_cast<Xapian::doccount>(std::min(limit, all)));
  }

  /// What a document asked for by its symbol begins with: its summary, else its first paragraph.
  std::vector<Passage> opening(const Xapian::Query& own, const std::string& language) const {
    if (request_.passages == 0) return {};
    const Xapian::Query summary(std::string(kLocatorPrefix) + "summary");
    for (const Xapian::Query& place : {summary, counted()}) {
      const Xapian::MSet first =
          best_of(Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT,
                                Xapian::Query(Xapian::Query::OP_FILTER, place, own), 0.0),
                  1);
      if (!first.empty()) return make_passages(first, language);
    }
    return {};
  }

  /// The best ones were chosen; they are read in the order of the document.
  std::vector<Passage> make_passages(const Xapian::MSet& found, const std::string& language) const {
    std::vector<std::pair<int, Passage>> by_block;
    for (auto it = found.begin(); it != found.end(); ++it) {
      const Xapian::Document block = it.get_document();
      ParagraphCard card = read_paragraph_card(block.get_data());
      by_block.emplace_back(card.block, make_passage(card, language));
      by_block.back().second.paragraph = is_counted(block);
    }
    std::stable_sort(by_block.begin(), by_block.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Passage> passages;
    for (auto& [block, passage] : by_block) passages.push_back(std::move(passage));
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
      return count_paragraphs(Xapian::Query(Xapian::Query::OP_FILTER, query, fields), nullptr);
    };
    result.understood = understood(tree_, db_, count);
    result.notes = notes_on(tree_, db_);
    if (result.documents == 0)
      for (std::string& note : notes_on_nothing(tree_, db_))
        result.notes.push_back(std::move(note));
    if (request_.limit > 0 && request_.offset >= result.documents && result.documents > 0)
      result.notes.push_back("none is shown: documents found " + std::to_string(result.documents) +
                             ", passed over " + std::to_string(request_.offset));
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
  bool names_document_ = false;  ///< symbol:E/2003/75
};

}  // namespace

Result ask(const Index& index, const Request& request) {
  try {
    return Search(index, request).run();
  } catch (QueryError& fault) {
    // A part that stands for too much is known by its place only.
    if (fault.query_text.empty()) fault.query_text = request.query;
    throw;
  }
}

}  // namespace undex::search
