#pragma once
// The text of an Akoma Ntoso tree, element by element, as blocks.
#include <string>
#include <vector>

#include "corpus/xml/parse.h"
#include "indexer/convert/akn/paragraph.h"
#include "indexer/convert/converted_text.h"

namespace undex {

class AknBody {
 public:
  /// All that is in the element.
  void read(const xmlNode* node);
  std::vector<ConvertedBlock> take();

 private:
  void read_element(const xmlNode* node);
  void read_holder(const xmlNode* node);
  void read_section(const xmlNode* node);
  void read_block(const xmlNode* node);
  void read_inline(const xmlNode* node);
  void read_note(const xmlNode* node, std::string marker);
  void read_heading(const xmlNode* node);
  void read_table(const xmlNode* node);
  void read_row(const xmlNode* node);
  void end_paragraph();
  void flush_number();

  AknParagraph paragraph_;
  std::vector<ConvertedBlock> blocks_;
  std::vector<ConvertedBlock> notes_;  // of the paragraph that is open
  std::string number_;                 // read, and not yet given to a text
  bool bold_ = false;                  // the paragraph holds the title of the document
  int sections_ = 0;
  int points_ = 0;  // numbered elements around, sections left out
  int tables_ = 0;
  int untold_notes_ = 0;  // notes without a mark
};

}  // namespace undex
