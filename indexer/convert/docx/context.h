#pragma once
// What the stories of one Word document share: styles, lists, notes.
#include <map>
#include <string>
#include <vector>

#include "indexer/convert/converted_text.h"
#include "indexer/convert/docx/numbering.h"
#include "indexer/convert/docx/styles.h"

namespace undex {

/// Blocks of the notes by their ids.
using DocxNotes = std::map<std::string, std::vector<ConvertedBlock>>;

struct DocxContext {
  DocxStyles styles;
  DocxLists lists;
  DocxNotes footnotes, endnotes;
  std::map<std::string, std::vector<ConvertedBlock>> chunks;  ///< by relationship, not yet used
  std::string footnote_format = "decimal";
  std::string endnote_format = "lowerRoman";
};

}  // namespace undex
