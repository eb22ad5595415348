#pragma once
// Tables: rows of the converter, captions, totals, and tables whose cells a converter ran together.
#include <string>
#include <string_view>

#include "corpus/document.h"

namespace undex::structure {

struct RunTogether {
  Table table;
};

/// A line of cells run together ("Typewriters1 067Chairs933Total2 000"): label, number, label,
/// number. True when it is one; the table then has its header row, its rows and its check.
bool read_run_together(std::string_view text, RunTogether& result);

/// "total 2 395 agrees", "total 2 395 differs: cells add up to 2 394", or "" when no last row says
/// total or the cells above it are no numbers.
std::string check_total(const Table& table);

/// If the last blocks are "Table 3" and its title, takes them off the document into the table and
/// returns the number; "" when there is none.
std::string take_caption(Document& document, Table& table);

void add_table(Document& document, Table table, Locator locator, int section, int page);

}  // namespace undex::structure
