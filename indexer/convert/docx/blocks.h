#pragma once
// Paragraphs, tables, text boxes and notes while they are open, and the blocks they become.
#include <optional>
#include <vector>

#include "indexer/convert/docx/context.h"
#include "indexer/convert/docx/paragraph.h"
#include "indexer/convert/docx/table.h"
#include "indexer/convert/docx/xml.h"

namespace undex {

class DocxBlocks {
 public:
  /// `flat`: tables are read as paragraphs.
  DocxBlocks(const DocxContext& context, bool flat);

  void begin_paragraph();
  /// The innermost open one; nullptr between paragraphs.
  DocxParagraph* paragraph() { return paragraphs_.empty() ? nullptr : &paragraphs_.back(); }
  std::size_t open_paragraphs() const { return paragraphs_.size(); }
  /// One whose mark was deleted goes on in the next one.
  void end_paragraph();

  /// Blocks of a document within this one.
  void add_chunk(std::vector<ConvertedBlock> blocks);

  void begin_box();
  void end_box();
  void begin_note();
  /// One block a note, its paragraphs parted by line breaks.
  std::vector<ConvertedBlock> end_note();

  void begin_table();
  void end_table();
  void begin_row();
  void read_row_look(XmlNode node);
  void begin_cell();
  void read_cell_look(XmlNode node);
  void end_cell();

  /// All there is, at the end of the story.
  std::vector<ConvertedBlock> take();

 private:
  /// Where finished paragraphs go.
  struct Sink {
    enum class Kind { story, box, cell } kind = Kind::story;
    std::vector<ConvertedBlock> blocks;
  };
  std::vector<ConvertedBlock> take_sink();
  void settle_carried();
  void add(DocxParagraph& paragraph);
  ConvertedBlock finish(DocxParagraph& paragraph);
  void number(ConvertedBlock& block, const ParagraphProperties& own, ParagraphProperties& look);
  DocxRow* row();

  const DocxContext& context_;
  ListCounters counters_;
  bool flat_;
  std::vector<Sink> sinks_;
  std::vector<DocxParagraph> paragraphs_;
  std::optional<DocxParagraph> carried_;
  std::vector<DocxTable> tables_;
  int table_count_ = 0;
};

}  // namespace undex
