#include "indexer/convert/docx/table.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace undex {
namespace {

using Role = ConvertedBlock::Role;

bool is_words(const ConvertedBlock& block) {
  return block.role == Role::body || block.role == Role::heading;
}

bool has_one_column(const DocxTable& table) {
  return std::all_of(table.rows.begin(), table.rows.end(),
                     [](const DocxRow& row) { return row.cells.size() <= 1; });
}

/// "Distr.: General" stands in every masthead, whatever its language, and in no other table.
bool is_masthead(const DocxTable& table) {
  if (table.rows.size() > 12) return false;
  for (const DocxRow& row : table.rows) {
    for (const DocxCell& cell : row.cells) {
      for (const ConvertedBlock& block : cell.blocks) {
        if (block.text.starts_with("Distr.")) return true;
      }
    }
  }
  return false;
}

class RowMaker {
 public:
  RowMaker(int table, bool header) {
    row_.role = Role::table_row;
    row_.complete = true;
    row_.table = table;
    row_.header_row = header;
  }

  void add_empty(int count) {
    for (int i = 0; i < count; ++i) add_cell({});
  }

  void add(DocxCell&& cell, std::vector<ConvertedBlock>& later) {
    ConvertedBlock whole;
    for (ConvertedBlock& block : cell.blocks) {
      if (is_words(block)) {
        append(whole, std::move(block));
      } else {
        later.push_back(std::move(block));
      }
    }
    add_cell(cell.continues ? ConvertedBlock() : std::move(whole));
    add_empty(cell.columns - 1);
  }

  bool empty() const {
    return std::all_of(row_.cells.begin(), row_.cells.end(),
                       [](const std::string& cell) { return cell.empty(); });
  }
  ConvertedBlock take() { return std::move(row_); }

 private:
  static void append(ConvertedBlock& whole, ConvertedBlock&& block) {
    if (!whole.text.empty()) whole.text += '\n';
    if (!block.label.empty()) whole.text += block.label + " ";
    for (NoteReference& note : block.notes) {
      note.offset += whole.text.size();
      whole.notes.push_back(std::move(note));
    }
    whole.text += block.text;
    if (whole.page == 0) whole.page = block.page;
  }

  void add_cell(ConvertedBlock&& cell) {
    if (!row_.cells.empty()) row_.text += '\t';
    for (NoteReference& note : cell.notes) {
      note.offset += row_.text.size();
      row_.notes.push_back(std::move(note));
    }
    row_.text += cell.text;
    if (row_.page == 0) row_.page = cell.page;
    row_.cells.push_back(std::move(cell.text));
  }

  ConvertedBlock row_;
};

std::vector<ConvertedBlock> as_paragraphs(DocxTable&& table) {
  std::vector<ConvertedBlock> blocks;
  for (DocxRow& row : table.rows) {
    for (DocxCell& cell : row.cells)
      std::move(cell.blocks.begin(), cell.blocks.end(), std::back_inserter(blocks));
  }
  return blocks;
}

}  // namespace

std::vector<ConvertedBlock> blocks_of(DocxTable table, int& table_count, bool always_paragraphs) {
  std::erase_if(table.rows, [](const DocxRow& row) { return row.deleted; });
  for (DocxRow& row : table.rows)
    std::erase_if(row.cells, [](const DocxCell& cell) { return cell.deleted; });
  if (always_paragraphs || has_one_column(table) || is_masthead(table))
    return as_paragraphs(std::move(table));
  std::vector<ConvertedBlock> blocks;
  std::vector<ConvertedBlock> later;
  for (DocxRow& row : table.rows) {
    RowMaker maker(table_count, row.header);
    maker.add_empty(row.columns_before);
    for (DocxCell& cell : row.cells) maker.add(std::move(cell), later);
    if (!maker.empty()) blocks.push_back(maker.take());
  }
  if (!blocks.empty()) ++table_count;
  std::move(later.begin(), later.end(), std::back_inserter(blocks));
  return blocks;
}

}  // namespace undex
