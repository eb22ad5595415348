#pragma once
// A document as undex understands it: masthead, blocks in reading order, notes, tables, notices.
// A plain value: no files, no library types. dump() prints it one line a block, for tests and
// people.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/locator.h"
#include "undex/symbol.h"

namespace undex {

/// A value read from a source: what the source prints, its normal form, and a flag in words where
/// the source contradicts itself or is in doubt (empty: no doubt). printed is empty for a value
/// derived from others.
struct Value {
  std::string printed;
  std::string normal;
  std::string flag;
  bool operator==(const Value&) const = default;
};

/// The items of a masthead (and of the particulars of a letter or note verbale). One row each in
/// masthead_items(); normal forms: dates ISO 8601, date ranges "2003-06-30/2003-07-25", languages
/// ISO 639-1 unless said otherwise.
enum class MastheadItem {
  symbol,     ///< one row for each part of a joint symbol
  reference,  ///< of a paper that has no document symbol: "ODA/2023-00042/ICT-Mapping Exercise"
  organ,
  distribution,       ///< "General", "Limited", "Restricted"
  date,               ///< of the document; adoption date for a resolution
  original_language,  ///< in words: "English"
  language,           ///< of this text: "en"
  session,            ///< as words: "Fifty-eighth session", "Substantive session of 2003"
  session_number,     ///< "58"
  session_year,
  session_place,
  session_dates,
  agenda_item,      ///< "7 (d)"
  agenda_kind,      ///< "provisional agenda", "preliminary list"
  agenda_document,  ///< symbol: E/2003/1
  agenda_item_title,
  title,
  document_type,  ///< "report of the Secretary-General", "resolution", "note verbale", ...
  author,  ///< who issued it: "Secretary-General", "Office for Disarmament Affairs", States of a
           ///< draft
  addressee,
  committee,           ///< "First Committee"
  mandate,             ///< the citation that asked for it: "E/RES/2002/35", "A/RES/57/295, para. 4"
  job_number,          ///< "N0337527"
  job_number_printed,  ///< "03-37527"
  job_number_language,  ///< "E"
  production_date,
  bar_code,
  sales_number,
  place,
  telephone,
  email,
  contact,
  deadline,
  accepted_format,
  session_concerned,
  quoted_title,
  series_note,  ///< "Official Records ..., Supplement No. 3"
  page_count,
  abridged,  ///< "true": a record in our own words, not the official text
};

struct MastheadItemRow {
  MastheadItem item;
  std::string_view name;   ///< "agenda_item_title": in XML, JSON, exports
  std::string_view label;  ///< "Agenda item title": for people
};
const std::vector<MastheadItemRow>& masthead_items();
std::string_view name_of(MastheadItem item);
std::optional<MastheadItem> masthead_item(std::string_view name);

struct MastheadEntry {
  MastheadItem item;
  Value value;
  bool operator==(const MastheadEntry&) const = default;
};

struct Masthead {
  std::vector<MastheadEntry>
      entries;  ///< in order of reading; an item may come more than once (joint documents)

  /// The first value of the item, or nothing.
  const Value* find(MastheadItem item) const;
  /// Its normal form, or "".
  std::string normal(MastheadItem item) const;
  std::vector<const Value*> all(MastheadItem item) const;
  void add(MastheadItem item, Value value);
  bool operator==(const Masthead&) const = default;
};

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
  Provenance provenance;

  /// What people call it: its symbol, else its reference ("ODA/2023-00042"), else the name of its
  /// source.
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
