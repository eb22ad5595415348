#pragma once
// Two fields against each other over what a query finds: how many paragraphs and documents hold a
// value of both, and which paragraphs they are. Standard types only, as in undex/search.h; strings
// are UTF-8.
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "undex/export.h"
#include "undex/search.h"

namespace undex {

struct CrossRequest {
  std::string query;            ///< the query language of docs/query.md; empty means every document
  std::string rows;             ///< a field that can be counted
  std::string columns;          ///< another, or the same: which of its values stand together
  std::string having;           ///< only paragraphs that have a value of this field; empty: all
  std::size_t places = 5;       ///< paragraphs to name of each cell, 0 for all
  std::string language = "en";  ///< of labels
};

struct CrossPlace {
  std::string key;       ///< of the document in the archive
  std::string name;      ///< its symbol, reference or number
  std::string locator;   ///< "18 (g)"
  std::string pinpoint;  ///< "para. 18 (g)"
};

/// What holds the value of its row and that of its column.
struct CrossCell {
  std::size_t row = 0;     ///< in CrossTable::rows.values
  std::size_t column = 0;  ///< in CrossTable::columns.values
  std::size_t documents = 0;
  std::size_t paragraphs = 0;
  std::vector<CrossPlace> places;  ///< by document in natural order, then in the order of the text
};

/// Counts are exact. They are of paragraphs that answer by themselves, and of the documents that
/// these stand in. A paragraph with several values of a field is counted in each of their cells, so
/// cells add up to more than the table.
struct CrossTable {
  std::string query;
  Facet rows;                    ///< of each value the paragraphs that are in the table
  Facet columns;                 ///< the same
  std::vector<CrossCell> cells;  ///< row by row; what is empty is left out
  std::size_t documents = 0;     ///< that match
  std::size_t paragraphs = 0;
  std::size_t placed_documents = 0;  ///< that are in the table: they have values of both fields
  std::size_t placed_paragraphs = 0;
};

/// QueryError and Error as Searcher::open and Searcher::search. Thread-safe.
UNDEX_API CrossTable cross_table(const std::filesystem::path& archive, const CrossRequest& request);

}  // namespace undex
