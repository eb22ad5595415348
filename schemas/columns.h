#pragma once
// columns.bin of a generation (index_form.h): what facets and cross tables are counted from. For
// every field that can be counted the values of each document and, where paragraphs have their own
// (Field::read_marks), of each paragraph; for every paragraph its document. By docid, ready to be
// mapped: counting a hundred thousand matches opens no Xapian document.
//
// Numbers are 32 bits, little-endian. First the magic "undexcls" and the number of the form; then
// the sections, in any order, each one array beginning at a multiple of 4; then the table of
// contents, four numbers a section: slot of its field, ColumnPart, begin, bytes; last the trailer:
// where the table begins, how many sections it has, and "undexend".
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string_view>

#include "schemas/fields.h"

namespace undex {

inline constexpr std::string_view kColumnsFile = "columns.bin";
inline constexpr std::string_view kColumnsMagic = "undexcls";
inline constexpr std::string_view kColumnsEnd = "undexend";
inline constexpr std::uint32_t kColumnsForm = 1;
inline constexpr std::uint32_t kNoParent = 0xffffffff;

enum class ColumnPart : std::uint32_t {
  // Of the whole, with slot 0.
  document = 1,  ///< by docid of a paragraph: the docid of its document, twice, and one more when
                 ///< it counts as a paragraph (kParagraphTerm); 0 where there is none
  rank = 2,      ///< by docid of a document: its rank by kSlotSymbolOrder, then by archive key
  length = 9,    ///< by docid of a paragraph: how many terms it has, as often as it has them, which
                 ///< is its length to the engine
  // Of a field.
  values = 3,  ///< in natural order, a doubtful one behind the other; six numbers each: where its
               ///< bytes begin in `text`, those of its label behind them; how many bytes of the
               ///< value, how many of the label; 1 when doubtful; the value it belongs to; how many
               ///< documents have it, or one that belongs to it
  text = 4,    ///< bytes of values and labels
  starts = 5,  ///< of each list, in `members`, and the end of the last. List 0 is empty
  members = 6,       ///< values, ascending in a list; equal lists stand once
  of_document = 7,   ///< by docid: a list
  of_paragraph = 8,  ///< by docid: a list; only where the field has read_marks
};
inline constexpr std::size_t kColumnValueNumbers = 6;

/// A value as it is counted.
struct ColumnValue {
  std::string_view value;
  std::string_view label;  ///< empty where it is the value
  bool doubtful = false;
  std::uint32_t parent = kNoParent;  ///< the value that it belongs to (Field::parent), a lower one
  std::uint32_t documents = 0;       ///< that have it, or one that belongs to it
};

/// One field of Columns.
class Column {
 public:
  using Numbers = std::span<const std::uint32_t>;

  /// Values and lists have the numbers below these.
  std::size_t values() const { return values_.size() / kColumnValueNumbers; }
  std::size_t lists() const { return starts_.empty() ? 0 : starts_.size() - 1; }
  ColumnValue value(std::size_t number) const;
  Numbers list(std::size_t number) const;
  /// The list of a document or of a paragraph; 0, the empty one, when there is none.
  std::uint32_t of_document(std::size_t docid) const { return list_at(of_document_, docid); }
  std::uint32_t of_paragraph(std::size_t docid) const { return list_at(of_paragraph_, docid); }

 private:
  friend class Columns;
  std::uint32_t list_at(Numbers lists, std::size_t docid) const;

  Numbers values_, starts_, members_, of_document_, of_paragraph_;
  std::string_view text_;
};

/// The columns of a generation. Reading never leaves the bytes, whatever they hold: what cannot be
/// is Error{archive}. The bytes must stay where they are. Thread-safe.
class Columns {
 public:
  Columns() = default;
  /// Looks at the table of contents only. The bytes begin at a multiple of 4.
  explicit Columns(std::span<const std::byte> bytes);

  /// Docids are below these.
  std::size_t documents_end() const { return rank_.size(); }
  std::size_t paragraphs_end() const { return document_.size(); }
  /// The document of a paragraph; 0 when there is none.
  std::uint32_t document_of(std::size_t paragraph) const {
    if (paragraph >= document_.size()) return 0;
    const std::uint32_t document = document_[paragraph] / 2;
    if (document >= documents_end()) fail_damaged();
    return document;
  }
  /// Of a paragraph; 0 when there is none.
  std::uint32_t length_of(std::size_t paragraph) const {
    return paragraph < length_.size() ? length_[paragraph] : 0;
  }
  bool is_counted(std::size_t paragraph) const {
    return paragraph < document_.size() && document_[paragraph] % 2 == 1;
  }
  /// Of a document, in natural order.
  std::uint32_t rank_of(std::size_t document) const;
  /// Error{archive} when it is not there; every field with Field::facet is.
  const Column& column(const Field& field) const;

 private:
  [[noreturn]] static void fail_damaged();

  Column::Numbers document_, rank_, length_;
  std::map<std::uint32_t, Column> columns_;  ///< by slot
};

}  // namespace undex
