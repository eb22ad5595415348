#pragma once
// Tables: rows whose parts stand in columns, found by the empty stripes between them.
#include <vector>

#include "indexer/convert/pdf/rows.h"

namespace undex {

/// Replaces the lines of each table by its rows (PdfRow::table, numbered from 0, and cells set).
/// Texts that stand far apart at one height and are no table become rows of their own.
std::vector<PdfRow> find_tables(std::vector<PdfRow> rows);

}  // namespace undex
