#pragma once
// The text of a Word document's main part and the nodes it comes from, so that words that were read
// can be found again in the file.
#include <libxml/tree.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/convert/docx/styles.h"

namespace undex {

/// A node that shows text.
struct TextPiece {
  xmlNode* node = nullptr;
  /// A w:t of a run, which can be cut; else words within it can only be taken whole: a child of a
  /// run or a child of a paragraph.
  bool divisible = false;
};

/// All without white space, as squeeze() does; places are offsets into that.
struct PlacedText {
  struct Origin {
    std::uint32_t piece, begin, end;  ///< of the character in the piece's text
  };
  std::vector<TextPiece> pieces;
  std::string text;
  std::vector<Origin> origins;          ///< of each byte
  std::vector<std::size_t> paragraphs;  ///< where they begin, and the end
  /// The same without what is raised: marks of notes that are typed are no text to the reader.
  std::string level_text;
  std::vector<std::uint32_t> level_places;  ///< in `text`, of each byte
  xmlNode* first_paragraph = nullptr;

  const TextPiece& piece_at(std::size_t place) const { return pieces[origins[place].piece]; }
};

/// Elements of a notes part by their ids.
using NoteNodes = std::map<std::string, xmlNode*>;

/// In the order of convert_docx: what is deleted, hidden, or an instruction is left out; text boxes
/// and notes follow the paragraph that they are anchored in.
PlacedText read_placed_text(xmlNode* document, const DocxStyles& styles, NoteNodes footnotes,
                            NoteNodes endnotes);

}  // namespace undex
