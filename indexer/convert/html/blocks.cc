#include "indexer/convert/html/blocks.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "indexer/convert/html/charset.h"
#include "indexer/convert/text/lines.h"
#include "undex/error.h"

namespace undex {
namespace {

using Role = ConvertedBlock::Role;

// A heading is not a paragraph of text; authors set whole paragraphs in <h3> too.
constexpr std::size_t kMostHeading = 400;
constexpr std::size_t kMostBlocks = 1'000'000;
constexpr std::size_t kMostCells = 1'000'000;
constexpr int kMostColumns = 64;
constexpr std::size_t kMostMerged = 256;
constexpr int kMostRows = 10'000;

bool begins_with_label(std::string_view text) {
  const std::size_t end = text.find_first_of(".)");
  if (end == std::string_view::npos || end == 0 || end > 5 || end + 1 >= text.size()) return false;
  const std::string_view core = text.substr(text[0] == '(' ? 1 : 0, end - (text[0] == '(' ? 1 : 0));
  return !core.empty() && (text[end + 1] == ' ' || text[end + 1] == '\t') &&
         std::all_of(core.begin(), core.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
         });
}

/// Pages of the first decades place everything by tables: what holds a table, a heading, a
/// numbered paragraph or many paragraphs is such a one.
bool only_places(const DocxTable& table) {
  for (const DocxRow& row : table.rows) {
    if (row.header && !row.cells.empty()) return false;
    for (const DocxCell& cell : row.cells) {
      if (cell.blocks.size() > 8) return true;
      for (const ConvertedBlock& block : cell.blocks) {
        if (block.role == Role::heading || !(block.label.empty() || block.label == "-"))
          return true;
      }
    }
  }
  return false;
}

ConvertedBlock joined(std::vector<ConvertedBlock> blocks) {
  ConvertedBlock whole;
  whole.complete = true;
  for (ConvertedBlock& block : blocks) {
    if (!whole.text.empty()) whole.text += '\n';
    if (block.role == Role::body && !block.label.empty()) whole.text += block.label + " ";
    for (NoteReference& note : block.notes) {
      note.offset += whole.text.size();
      whole.notes.push_back(std::move(note));
    }
    whole.text += block.text;
  }
  return whole;
}

}  // namespace

void HtmlBlocks::begin_paragraph(int heading, const HtmlLook& look) {
  end_paragraph();
  heading_ = heading;
  furniture_ = look.furniture;
}

void HtmlBlocks::end_paragraph() {
  ConvertedBlock block = paragraph_.finish(sinks_.back().cell);
  const int heading = std::exchange(heading_, -1);
  if (block.text.empty() && block.notes.empty()) return;
  if (block.role == Role::body) {
    const bool own = label_ == "-" && begins_with_label(block.text);
    block.label = own ? "" : label_;
    block.level = level_;
    label_.clear();
    level_ = -1;
  }
  if (block.role == Role::body && heading >= 0 && block.text.size() <= kMostHeading) {
    block.role = Role::heading;
    block.level = heading;
  }
  if (furniture_ && block.role != Role::footnote) block.role = Role::footer;
  add(std::move(block));
}

void HtmlBlocks::label_next(std::string label, int level) {
  // An item that begins with a list: "1." and "a." stand on one line.
  if (!label_.empty() && label_ != "-" && !label.empty() && label != "-") {
    paragraph_.add(label + " ", {});
    return;
  }
  label_ = std::move(label);
  level_ = level;
}

void HtmlBlocks::add_lines(std::string_view text) {
  end_paragraph();
  const std::string clean = without_c1(text);
  for (const TextLine& line : split_lines(clean)) {
    ConvertedBlock block = block_of(line);
    if (furniture_) block.role = Role::footer;
    if (!block.text.empty()) add(std::move(block));
  }
}

void HtmlBlocks::add(ConvertedBlock block) {
  if (++block_count_ > kMostBlocks)
    throw Error(ErrorKind::check, "more than 1,000,000 paragraphs", "split the document");
  sinks_.back().blocks.push_back(std::move(block));
}

void HtmlBlocks::begin_note() {
  end_paragraph();
  label_.clear();
  sinks_.emplace_back();
}

void HtmlBlocks::end_note(const std::string& marker) {
  end_paragraph();
  if (sinks_.size() < 2) return;
  ConvertedBlock note = joined(std::move(sinks_.back().blocks));
  sinks_.pop_back();
  note.role = Role::footnote;
  note.label = marker;
  if (!note.text.empty()) sinks_.back().blocks.push_back(std::move(note));
}

void HtmlBlocks::begin_table() {
  end_paragraph();
  if (!tables_.empty()) tables_.back().nested = true;
  tables_.emplace_back();
}

void HtmlBlocks::end_table(bool laid_out) {
  end_paragraph();
  if (tables_.empty()) return;
  finish_row(tables_.back());
  Table table = std::move(tables_.back());
  tables_.pop_back();
  const bool places = laid_out || table.nested || only_places(table.rows);
  std::vector<ConvertedBlock> blocks = blocks_of(std::move(table.rows), table_count_, places);
  std::move(blocks.begin(), blocks.end(), std::back_inserter(sinks_.back().blocks));
}

void HtmlBlocks::begin_row() {
  if (tables_.empty()) return;
  end_paragraph();
  Table& table = tables_.back();
  finish_row(table);
  ++cell_count_;
  table.rows.rows.emplace_back().header = true;  // until a cell says otherwise
  table.column = 0;
}

void HtmlBlocks::add_cell(Table& table, DocxCell cell) {
  cell_count_ += static_cast<std::size_t>(cell.columns);
  if (cell_count_ > kMostCells)
    throw Error(ErrorKind::check, "tables of more than 1,000,000 cells", "split the document");
  table.column += static_cast<std::size_t>(cell.columns);
  table.rows.rows.back().cells.push_back(std::move(cell));
}

/// Places that cells of rows above fill.
void HtmlBlocks::fill_merged(Table& table) {
  while (table.column < table.below.size() && table.below[table.column] > 0) {
    --table.below[table.column];
    add_cell(table, {.blocks = {}, .columns = 1, .continues = true});
  }
}

void HtmlBlocks::finish_row(Table& table) {
  if (table.rows.rows.empty()) return;
  fill_merged(table);
  for (std::size_t at = table.column; at < table.below.size(); ++at)
    table.below[at] -= table.below[at] > 0 ? 1 : 0;
}

void HtmlBlocks::begin_cell(int columns, int rows, bool header) {
  end_paragraph();
  if (tables_.empty()) return;
  Table& table = tables_.back();
  if (table.rows.rows.empty()) begin_row();
  fill_merged(table);
  columns = std::clamp(columns, 1, kMostColumns);
  const std::size_t end = table.column + static_cast<std::size_t>(columns);
  if (rows > 1 && end <= kMostMerged) {
    if (table.below.size() < end) table.below.resize(end);
    for (std::size_t at = table.column; at < end; ++at)
      table.below[at] = std::min(rows, kMostRows) - 1;
  }
  DocxRow& row = table.rows.rows.back();
  row.header = row.header && header;
  add_cell(table, {.blocks = {}, .columns = columns, .continues = false});
  sinks_.push_back({true, {}});
}

void HtmlBlocks::end_cell() {
  end_paragraph();
  if (tables_.empty() || sinks_.size() < 2) return;
  std::vector<ConvertedBlock> blocks = std::move(sinks_.back().blocks);
  sinks_.pop_back();
  std::vector<DocxRow>& rows = tables_.back().rows.rows;
  std::vector<ConvertedBlock>& host = !rows.empty() && !rows.back().cells.empty()
                                          ? rows.back().cells.back().blocks
                                          : sinks_.back().blocks;
  std::move(blocks.begin(), blocks.end(), std::back_inserter(host));
}

std::vector<ConvertedBlock> HtmlBlocks::take() {
  end_paragraph();
  return std::move(sinks_.front().blocks);
}

}  // namespace undex
