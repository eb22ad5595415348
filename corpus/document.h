#pragma once
// A document as undex understands it: masthead, blocks in reading order, notes, tables, notices,
// and marks: what it cites, counts and names.
// A plain value: no files, no library types. dump() prints it one line a block, for tests and
// people.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/locator.h"
#include "corpus/marks.h"
#include "corpus/masthead.h"
#include "undex/symbol.h"

namespace undex {

enum class BlockKind {
  heading,       ///< a section heading; label "II." and text "Status of ..."
  paragraph,     ///< numbered: label "18.", locator 18
  subparagraph,  ///< label "(g)", locator 18 (g)
  preambular,    ///< locator pp. 3
  unnumbered,    ///< locator [n]; in a summary the locator is `summary` for all its blocks
  quotation,  ///< a block quotation; locator as the paragraph it stands in, or [n] where texts are
              ///< unnumbered
  continuation,  ///< goes on after sub-paragraphs or a quotation; same locator as its paragraph
  formula,       ///< "The General Assembly," and other words of adoption; locator whole of its part
  table,         ///< text is empty; see Document::tables[table]
  footnote,      ///< label "*", "12"; locator fn 12
  annex_title,   ///< begins an annex or appendix; label "Annex II", text its title
  furniture,     ///< kept, never indexed: running heads, page numbers, job numbers, converter marks
};
std::string_view name_of(BlockKind kind);
std::optional<BlockKind> block_kind(std::string_view name);

/// A note's marker where it stands: a reference, not part of the text.
struct NoteReference {
  std::size_t offset = 0;  ///< UTF-8 byte offset into Block::text
  std::string marker;      ///< "*", "12", "a"
  bool operator==(const NoteReference&) const = default;
};

/// A point (a), (b) named inside the running text of its paragraph: "paras. 9 (c)" pins it.
struct InlinePoint {
  std::size_t begin = 0;  ///< of "(c)" in Block::text
  std::size_t end = 0;    ///< of the point's text
  Locator locator;
  bool operator==(const InlinePoint&) const = default;
};

struct Block {
  BlockKind kind = BlockKind::unnumbered;
  Locator locator;    ///< consecutive blocks may share one; see Document::blocks
  std::string label;  ///< as printed: "18.", "(g)", "II.", "*", "Annex II"; empty for none
  std::string
      text;       ///< NFC, one blank between words, line breaks only where meant; without the label
  int level = 0;  ///< heading: 1, 2, 3; sub-paragraph: depth 1, 2, 3; else 0
  int section = -1;  ///< index in blocks of the heading it stands under, -1 for none
  int page = 0;      ///< page of the source it begins on, 0 unknown
  int table = -1;    ///< index in Document::tables for BlockKind::table
  std::vector<NoteReference> notes;
  std::vector<InlinePoint> points;
  bool operator==(const Block&) const = default;
};

struct Table {
  std::string label;  ///< "Table 1"; may be empty
  std::string title;
  std::vector<std::vector<std::string>> rows;  ///< as printed, normal spaces
  int header_rows = 0;
  std::string
      check;  ///< "total 2 395 agrees", "total 2 395 differs: cells add up to 2 394", or empty
  bool rebuilt = false;  ///< cells had been run together by a converter
  bool operator==(const Table&) const = default;
};

/// Something the reader of the document should know: a doubt, a repair, a loss. Not an error.
struct Notice {
  enum class Level { info, warning };
  Level level = Level::info;
  std::string code;  ///< stable and short: "section-number-twice", "date-conflict",
                     ///< "table-rebuilt", "joined-pages"
  Locator locator;
  std::string text;  ///< in words
  bool operator==(const Notice&) const = default;
};

/// Where the bytes came from. Paths are as given by the user.
struct Provenance {
  std::string source;  ///< path or name of the source
  std::string format;  ///< "docx", "pdf", "text", ...: row of indexer/convert/formats
  std::string media_type;
  std::string sha256;  ///< of the original bytes, hex
  std::size_t size_bytes = 0;
  std::string added;  ///< ISO 8601 time in UTC, passed in by the caller
  bool operator==(const Provenance&) const = default;
};

struct Document {
  Symbol symbol;  ///< empty when the paper has none
  Masthead masthead;
  std::vector<Block>
      blocks;  ///< reading order. A locator names one block or several consecutive ones.
  std::vector<Table> tables;
  std::vector<Notice> notices;
  Marks marks;  ///< what indexer/understand found
  Provenance provenance;

  /// What people call it: the number of a submission, else its symbol, else its reference
  /// ("ODA/2023-00042"), else the name of its source.
  std::string name() const;
  /// ISO 639-1 of the text; "und" when not known.
  std::string language() const;
  bool operator==(const Document&) const = default;
};

/// Text of the blocks at the locator and below it (18 takes 18 (a), 18 (b)), labels included, one a
/// line; empty if none.
std::string text_at(const Document& document, const Locator& locator);

/// One line a masthead entry, a block, a table row, a notice: stable across library versions.
std::string dump(const Document& document);

}  // namespace undex
