#pragma once
// What every converter makes: the text of a source in reading order, with what its format knows
// about layout.
#include <optional>
#include <string>
#include <vector>

#include "corpus/document.h"

namespace undex {

/// One stretch of text: a paragraph where the format knows paragraphs (complete), else one line.
struct ConvertedBlock {
  enum class Role {
    body,
    heading,    ///< the format says so (style, outline level)
    header,     ///< running head or header part
    footer,     ///< page number, job number, footer part
    footnote,   ///< label is its marker
    table_row,  ///< cells; rows of one table follow each other; text is the cells parted by tabs
    box,        ///< text box
  };
  Role role = Role::body;
  std::string
      text;  ///< UTF-8, NFC; note markers and list labels taken out where the format tells them
  std::string label;      ///< list number as the format prints it: "18.", "(a)", "II."; footnote
                          ///< marker; else empty
  int level = -1;         ///< list or outline depth, 0 is outermost; -1 unknown
  bool complete = false;  ///< a whole paragraph; false: a line, to be joined by indexer/structure
  int blank_lines_before = 0;  ///< for lines
  int page = 0;                ///< 1-based; 0 unknown
  bool page_break_before = false;
  bool centred = false;
  bool bold = false;
  bool italic_start = false;  ///< begins in italics, as operative and preambular verbs do
  float left = -1;            ///< left edge of the body of the paragraph, points; -1 unknown
  float first_left = -1;      ///< left edge of its first line
  float size = 0;             ///< type size in points; 0 unknown
  int table = -1;             ///< number of the table it belongs to, 0-based, for table_row
  bool header_row = false;
  std::vector<std::string> cells;
  std::vector<NoteReference> notes;  ///< markers taken out of text
};

struct ConvertedText {
  std::string format;  ///< name of the row in formats()
  std::string media_type;
  std::string language;  ///< stated by the format, ISO 639-1, else empty
  std::vector<ConvertedBlock> blocks;
  std::vector<Notice> notices;  ///< what was lost or guessed
  Masthead named;  ///< values that the format names as such: better than what the lines look like
  /// The document as a whole, where the format states it: our own XML, a catalogue record. Then
  /// there are no blocks, and indexer/structure has nothing to read.
  std::optional<Document> stated;
};

}  // namespace undex
