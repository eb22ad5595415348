#pragma once
// The paragraphs, tables and notes of a page while they are open, and the blocks they become.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/convert/docx/table.h"
#include "indexer/convert/html/paragraph.h"

namespace undex {

class HtmlBlocks {
 public:
  HtmlBlocks() : sinks_(1) {}

  HtmlParagraph& paragraph() { return paragraph_; }
  /// Begins a paragraph of this kind, after the end of the one before it.
  void begin_paragraph(int heading, const HtmlLook& look);
  void end_paragraph();
  /// For the next paragraph: the number of a list's item.
  void label_next(std::string label, int level);
  void add_lines(std::string_view text);

  void begin_note();
  void end_note(const std::string& marker);

  void begin_table();
  /// `laid_out`: it only places things.
  void end_table(bool laid_out);
  void begin_row();
  void begin_cell(int columns, int rows, bool header);
  void end_cell();

  std::vector<ConvertedBlock> take();

 private:
  struct Sink {
    bool cell = false;
    std::vector<ConvertedBlock> blocks;
  };
  struct Table {
    DocxTable rows;
    std::vector<int> below;  ///< by column: rows that a cell above still fills
    std::size_t column = 0;
    bool nested = false;  ///< holds a table
  };
  void add(ConvertedBlock block);
  void fill_merged(Table& table);
  void finish_row(Table& table);
  void add_cell(Table& table, DocxCell cell);

  HtmlParagraph paragraph_;
  int heading_ = -1;
  bool furniture_ = false;
  std::string label_;
  int level_ = -1;
  std::vector<Sink> sinks_;
  std::vector<Table> tables_;
  int table_count_ = 0;
  std::size_t cell_count_ = 0;
  std::size_t block_count_ = 0;
};

}  // namespace undex
