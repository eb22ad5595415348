#include "undex/cross_table.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "corpus/locator.h"
#include "schemas/index_form.h"
#include "schemas/terms.h"
#include "searcher/query/meaning.h"
#include "searcher/search/facets.h"
#include "searcher/search/index.h"

namespace undex::search {
namespace {

/// The values of one field that paragraphs have: their own, or those of their document.
class Values {
 public:
  Values(const Field& counted, const Columns& columns)
      : field(counted), column(columns.column(counted)), columns_(columns) {}

  std::uint32_t list_of(Xapian::docid paragraph) const {
    return field.read_marks ? column.of_paragraph(paragraph)
                            : column.of_document(columns_.document_of(paragraph));
  }

  const Field& field;
  const Column& column;

 private:
  const Columns& columns_;
};

std::size_t documents_in(const Docids& paragraphs, const Columns& columns) {
  std::unordered_set<std::uint32_t> documents;
  for (const Xapian::docid paragraph : paragraphs) documents.insert(columns.document_of(paragraph));
  return documents.size();
}

/// The values of one side, with the paragraphs of the table that have each.
class Side {
 public:
  Side(const Values& values, const Columns& columns)
      : values_(values), columns_(columns), by_value_(values.column.values()) {}

  void add(std::uint32_t list, const Docids& paragraphs) {
    for (const std::uint32_t value : with_parents(values_.column, list))
      by_value_[value].insert(by_value_[value].end(), paragraphs.begin(), paragraphs.end());
  }
  Facet facet(const Request& request, const Node& tree) {
    std::vector<MatchCount> counts;
    for (const Docids& paragraphs : by_value_)
      counts.push_back({documents_in(paragraphs, columns_), paragraphs.size()});
    Facet facet = make_facet(values_.field, values_.column, counts, request, tree);
    std::erase_if(facet.values, [](const FacetCount& value) { return value.documents == 0; });
    for (std::size_t i = 0; i < facet.values.size(); ++i)
      places_[{facet.values[i].value, facet.values[i].doubtful}] = i;
    return facet;
  }
  /// Where the value stands in the facet.
  std::size_t place(std::uint32_t number) const {
    const ColumnValue value = values_.column.value(number);
    return places_.at({std::string(value.value), value.doubtful});
  }

 private:
  const Values& values_;
  const Columns& columns_;
  std::vector<Docids> by_value_;
  std::map<std::pair<std::string, bool>, std::size_t> places_;
};

std::vector<CrossPlace> places_of(const Docids& paragraphs, std::size_t limit,
                                  const query::PlanContext& db) {
  std::vector<CrossPlace> places;
  for (const Xapian::docid paragraph : paragraphs) {
    if (limit > 0 && places.size() == limit) break;
    const ParagraphCard card = db.cards.at(paragraph);
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
    if (const Xapian::docid document = db_.documents.first(term))
      at->second = read_card(db_.documents.get_document(document).get_data()).name;
    return at->second;
  }

 private:
  const query::PlanContext& db_;
  std::unordered_map<std::string, std::string> names_;
};

/// Makes the table from the paragraphs that match.
class TableMaker {
 public:
  TableMaker(const CrossRequest& request, const Node& tree, const Index& index)
      : request_(request),
        tree_(tree),
        index_(index),
        rows_(facet_field(request.rows), index.columns),
        columns_(facet_field(request.columns), index.columns) {}

  CrossTable make(const Docids& paragraphs) {
    CrossTable table;
    table.query = request_.query;
    table.paragraphs = paragraphs.size();
    table.documents = documents_in(paragraphs, index_.columns);
    sort_by_lists(paragraphs, table);
    Side rows(rows_, index_.columns), columns(columns_, index_.columns);
    for (const auto& [lists, found] : by_lists_) {
      rows.add(lists.first, found);
      columns.add(lists.second, found);
    }
    const Request labels{
        .query = {}, .facets = {}, .facet_values = 0, .language = request_.language};
    table.rows = rows.facet(labels, tree_);
    table.columns = columns.facet(labels, tree_);
    add_cells(rows, columns, table);
    return table;
  }

 private:
  using Lists = std::pair<std::uint32_t, std::uint32_t>;  ///< rows, columns

  /// Equal lists are read once.
  void sort_by_lists(const Docids& paragraphs, CrossTable& table) {
    Docids placed;
    for (const Xapian::docid paragraph : paragraphs) {
      const Lists lists(rows_.list_of(paragraph), columns_.list_of(paragraph));
      if (lists.first == 0 || lists.second == 0) continue;
      by_lists_[lists].push_back(paragraph);
      placed.push_back(paragraph);
    }
    table.placed_paragraphs = placed.size();
    table.placed_documents = documents_in(placed, index_.columns);
  }

  /// By document in natural order, then in the order of the text, in which blocks came in.
  bool stands_before(Xapian::docid a, Xapian::docid b) const {
    const Columns& columns = index_.columns;
    const std::uint32_t left = columns.rank_of(columns.document_of(a));
    const std::uint32_t right = columns.rank_of(columns.document_of(b));
    return left != right ? left < right : a < b;
  }

  void add_cells(const Side& rows, const Side& columns, CrossTable& table) {
    std::map<std::pair<std::size_t, std::size_t>, Docids> cells;
    for (const auto& [lists, found] : by_lists_)
      for (const std::uint32_t row : with_parents(rows_.column, lists.first))
        for (const std::uint32_t column : with_parents(columns_.column, lists.second)) {
          Docids& cell = cells[{rows.place(row), columns.place(column)}];
          cell.insert(cell.end(), found.begin(), found.end());
        }
    Names names(index_.databases);
    for (auto& [at, found] : cells) {
      std::sort(found.begin(), found.end(),
                [&](Xapian::docid a, Xapian::docid b) { return stands_before(a, b); });
      table.cells.push_back({.row = at.first,
                             .column = at.second,
                             .documents = documents_in(found, index_.columns),
                             .paragraphs = found.size(),
                             .places = places_of(found, request_.places, index_.databases)});
      for (CrossPlace& place : table.cells.back().places) place.name = names.of(place.key);
    }
  }

  const CrossRequest& request_;
  const Node& tree_;
  const Index& index_;
  const Values rows_, columns_;
  std::map<Lists, Docids> by_lists_;
};

/// The paragraphs that match, and that have a value of the field CrossRequest::having.
Docids paragraphs_of(const CrossRequest& request, const Node& tree, const Index& index) {
  Docids paragraphs = find_matches(tree, index).paragraphs;
  if (request.having.empty()) return paragraphs;
  const Values having(facet_field(request.having), index.columns);
  std::erase_if(paragraphs,
                [&](Xapian::docid paragraph) { return having.list_of(paragraph) == 0; });
  return paragraphs;
}

}  // namespace
}  // namespace undex::search

namespace undex {

CrossTable cross_table(const std::filesystem::path& archive, const CrossRequest& request) {
  for (const std::string& field : {request.rows, request.columns}) search::facet_field(field);
  if (!request.having.empty()) search::facet_field(request.having);
  const search::Index index = search::open_index(archive);
  return search::guarded(index.generation, [&] {
    const Node tree = query::with_meaning(parse_query(request.query), request.query,
                                          {.headings = search::headings(index)});
    return search::TableMaker(request, tree, index)
        .make(search::paragraphs_of(request, tree, index));
  });
}

}  // namespace undex
