#include "undex/cross_table.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "corpus/locator.h"
#include "schemas/index_form.h"
#include "schemas/terms.h"
#include "searcher/search/facets.h"
#include "searcher/search/index.h"

namespace undex::search {
namespace {

constexpr std::size_t kRows = 0, kColumns = 1, kHaving = 2;
using CrossFields = std::array<const Field*, 3>;  ///< the last may be nullptr

/// A document that matches, with the fields that its paragraphs have from it.
struct Held {
  std::string order;  ///< by natural order of names
  std::array<std::string, 3> values;
};

class HeldSpy : public Xapian::MatchSpy {
 public:
  explicit HeldSpy(const CrossFields& fields) : fields_(fields) {}
  void operator()(const Xapian::Document& document, double) override {
    Held& held = found[document.get_value(kSlotKey)];
    held.order = document.get_value(kSlotSymbolOrder);
    for (std::size_t i = 0; i < fields_.size(); ++i)
      if (fields_[i] && !fields_[i]->read_marks)
        held.values[i] = document.get_value(facet_slot(*fields_[i]));
  }
  std::unordered_map<std::string, Held> found;

 private:
  const CrossFields& fields_;
};

struct Paragraph {
  const std::pair<const std::string, Held>* document = nullptr;
  double block = 0;
  Xapian::docid id = 0;
};

bool stands_before(const Paragraph& a, const Paragraph& b) {
  if (a.document != b.document)
    return std::tie(a.document->second.order, a.document->first) <
           std::tie(b.document->second.order, b.document->first);
  return a.block < b.block;
}

/// Paragraphs by the bytes of their values: equal lists are read once.
class CrossSpy : public Xapian::MatchSpy {
 public:
  using Lists = std::pair<std::string, std::string>;  ///< rows, columns
  CrossSpy(const CrossFields& fields, const HeldSpy& held) : fields_(fields), held_(held) {}

  void operator()(const Xapian::Document& paragraph, double) override {
    // What NOT leaves over only its document can tell.
    const auto document = held_.found.find(paragraph.get_value(kSlotKey));
    if (document == held_.found.end()) return;
    const auto value = [&](std::size_t i) {
      return fields_[i]->read_marks ? paragraph.get_value(facet_slot(*fields_[i]))
                                    : document->second.values[i];
    };
    if (fields_[kHaving] && value(kHaving).empty()) return;
    ++paragraphs;
    documents.insert(&*document);
    Lists lists{value(kRows), value(kColumns)};
    if (lists.first.empty() || lists.second.empty()) return;
    by_lists[std::move(lists)].push_back(
        {.document = &*document,
         .block = Xapian::sortable_unserialise(paragraph.get_value(kSlotBlock)),
         .id = paragraph.get_docid()});
  }

  std::map<Lists, std::vector<Paragraph>> by_lists;
  std::set<const void*> documents;
  std::size_t paragraphs = 0;

 private:
  const CrossFields& fields_;
  const HeldSpy& held_;
};

void walk(const Xapian::Database& db, const Xapian::Query& query, Xapian::MatchSpy& spy) {
  if (query.empty()) return;
  Xapian::Enquire enquire(db);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(query);
  enquire.add_matchspy(&spy);
  enquire.get_mset(0, 1, db.get_doccount());
}

std::size_t documents_in(const std::vector<Paragraph>& paragraphs) {
  std::set<const void*> documents;
  for (const Paragraph& paragraph : paragraphs) documents.insert(paragraph.document);
  return documents.size();
}

/// The values of one side with what is in the table of each, and their places by their bytes.
class Side {
 public:
  void add(const std::string& list, const std::vector<Paragraph>& paragraphs) {
    for (const FieldValue& value : read_values(list)) {
      std::vector<Paragraph>& all = by_value_[write_values({value})];
      all.insert(all.end(), paragraphs.begin(), paragraphs.end());
    }
  }
  Facet facet(const Field& field) {
    DocumentSpy::Counts counts;
    for (const auto& [bytes, paragraphs] : by_value_)
      counts[bytes] = {.documents = documents_in(paragraphs), .paragraphs = paragraphs.size()};
    Facet facet = make_facet(field, counts, 0);
    for (std::size_t i = 0; i < facet.values.size(); ++i)
      places_[{facet.values[i].value, facet.values[i].doubtful}] = i;
    return facet;
  }
  std::size_t place(const FieldValue& value) const {
    return places_.at({value.value, value.doubtful});
  }

 private:
  std::map<std::string, std::vector<Paragraph>> by_value_;
  std::map<std::pair<std::string, bool>, std::size_t> places_;
};

std::vector<CrossPlace> places_of(const std::vector<Paragraph>& paragraphs, std::size_t limit,
                                  const query::PlanContext& db) {
  std::vector<CrossPlace> places;
  for (const Paragraph& paragraph : paragraphs) {
    if (limit > 0 && places.size() == limit) break;
    const ParagraphCard card =
        read_paragraph_card(db.paragraphs.get_document(paragraph.id).get_data());
    // What goes on after sub-paragraphs is another block of the same place.
    if (!places.empty() && places.back().key == card.key && places.back().locator == card.locator)
      continue;
    const std::optional<Locator> locator = parse_locator(card.locator);
    places.push_back({.key = card.key,
                      .name = {},
                      .locator = card.locator,
                      .pinpoint = locator ? locator->citation() : card.locator});
  }
  return places;
}

/// Names of documents by their key, each read once.
class Names {
 public:
  explicit Names(const query::PlanContext& db) : db_(db) {}
  const std::string& of(const std::string& key) {
    const auto [at, is_new] = names_.try_emplace(key);
    if (!is_new) return at->second;
    const std::string term = bounded_term(std::string(kKeyPrefix) + key);
    const auto document = db_.documents.postlist_begin(term);
    if (document != db_.documents.postlist_end(term))
      at->second = read_card(db_.documents.get_document(*document).get_data()).name;
    return at->second;
  }

 private:
  const query::PlanContext& db_;
  std::unordered_map<std::string, std::string> names_;
};

CrossTable make_table(const CrossSpy& found, const CrossFields& fields, std::size_t places,
                      const query::PlanContext& db) {
  CrossTable table;
  table.documents = found.documents.size();
  table.paragraphs = found.paragraphs;
  Side rows, columns;
  std::vector<Paragraph> placed;
  for (const auto& [lists, paragraphs] : found.by_lists) {
    rows.add(lists.first, paragraphs);
    columns.add(lists.second, paragraphs);
    placed.insert(placed.end(), paragraphs.begin(), paragraphs.end());
  }
  table.placed_paragraphs = placed.size();
  table.placed_documents = documents_in(placed);
  table.rows = rows.facet(*fields[kRows]);
  table.columns = columns.facet(*fields[kColumns]);

  std::map<std::pair<std::size_t, std::size_t>, std::vector<Paragraph>> cells;
  for (const auto& [lists, paragraphs] : found.by_lists)
    for (const FieldValue& row : read_values(lists.first))
      for (const FieldValue& column : read_values(lists.second)) {
        std::vector<Paragraph>& cell = cells[{rows.place(row), columns.place(column)}];
        cell.insert(cell.end(), paragraphs.begin(), paragraphs.end());
      }
  Names names(db);
  for (auto& [at, paragraphs] : cells) {
    std::sort(paragraphs.begin(), paragraphs.end(), stands_before);
    table.cells.push_back({.row = at.first,
                           .column = at.second,
                           .documents = documents_in(paragraphs),
                           .paragraphs = paragraphs.size(),
                           .places = places_of(paragraphs, places, db)});
    for (CrossPlace& place : table.cells.back().places) place.name = names.of(place.key);
  }
  return table;
}

}  // namespace
}  // namespace undex::search

namespace undex {

CrossTable cross_table(const std::filesystem::path& archive, const CrossRequest& request) {
  const search::CrossFields fields = {
      &search::facet_field(request.rows), &search::facet_field(request.columns),
      request.having.empty() ? nullptr : &search::facet_field(request.having)};
  const search::Index index = search::open_index(archive);
  return search::guarded(index.generation, [&] {
    const query::PlanContext& db = index.databases;
    const Node tree = read_query(request.query);
    search::HeldSpy held(fields);
    search::walk(db.documents, plan(tree, query::Side::documents, db), held);
    search::CrossSpy found(fields, held);
    search::walk(db.paragraphs,
                 Xapian::Query(Xapian::Query::OP_FILTER, plan(tree, query::Side::paragraphs, db),
                               Xapian::Query(std::string(kParagraphTerm))),
                 found);
    CrossTable table = search::make_table(found, fields, request.places, db);
    table.query = request.query;
    return table;
  });
}

}  // namespace undex
