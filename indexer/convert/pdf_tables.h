#pragma once
// Tables: rows whose parts stand in columns, found by the empty stripes between them.
#include <vector>

#include "indexer/convert/pdf_rows.h"

namespace undex {

/// Replaces the lines of each table by its rows (PdfRow::table and cells set); `next_table` numbers
/// the tables of the document.
std::vector<PdfRow> find_tables(std::vector<PdfRow> rows, int& next_table);

}  // namespace undex
