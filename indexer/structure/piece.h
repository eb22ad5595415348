#pragma once
// What the steps of structure pass on: the blocks of the converter with what was found out about
// them, and the document as far as it is made.
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "indexer/convert/converted_text.h"

namespace undex::structure {

/// A converted block on its way to become a block of the document.
struct Piece : ConvertedBlock {
  enum class Use {
    open,       ///< not yet understood
    furniture,  ///< set aside, kept
    masthead,   ///< stands in the masthead
    merged,     ///< its text went into another piece
  };
  Use use = Use::open;
  bool joined_pages = false;  ///< its text went on after a page break
  int indent = 0;             ///< blanks and tabs before the text, for lines
};

struct Draft {
  std::vector<Piece> pieces;
  Document document;
  std::vector<std::string> agenda_notes;  ///< markers of notes on the agenda item line
};

/// Copies the blocks; texts are trimmed, tabs inside them stay.
std::vector<Piece> make_pieces(const ConvertedText& text);

/// Takes `count` bytes off the front, moving the notes.
void cut_front(Piece& piece, std::size_t count);
/// Appends the text of `next` with `glue` between, moving its notes, and marks it merged.
void append(Piece& piece, Piece& next, std::string_view glue);
/// Every run of white space becomes one blank, none at the ends; offsets of notes move along.
void collapse(std::string& text, std::vector<NoteReference>& notes);
std::string collapsed(std::string_view text);

}  // namespace undex::structure
