#pragma once
// A table while it is read, and what becomes of it: rows of cells, or the paragraphs that only
// stood in a frame.
#include <string>
#include <vector>

#include "indexer/convert/converted_text.h"

namespace undex {

struct DocxCell {
  std::vector<ConvertedBlock> blocks;
  int columns = 1;         ///< w:gridSpan
  bool continues = false;  ///< merged with the cell above it
  bool deleted = false;
};

struct DocxRow {
  std::vector<DocxCell> cells;
  int columns_before = 0;  ///< w:gridBefore
  bool header = false;
  bool deleted = false;
};

struct DocxTable {
  std::vector<DocxRow> rows;
};

/// Blocks in reading order. A table of one column (the box of a summary) and a masthead are read
/// as paragraphs; any other as rows, then its notes and the tables nested in it. `table_count` is
/// the number of the next table.
std::vector<ConvertedBlock> blocks_of(DocxTable table, int& table_count, bool always_paragraphs);

}  // namespace undex
