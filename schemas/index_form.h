#pragma once
// How the index lies on disk: the contract between indexer/index (writes) and searcher (reads).
// They never include each other; this header, fields.h and terms.h are all they share.
//
//   <archive>/index/current            text file: name of the current generation, newline
//   <archive>/index/gen-000001/        one published state, never changed after publication
//       manifest.tsv                   first line "undex-index\t<kIndexVersion>\t<archive
//       revision>"; then one line a
//                                      file: path, size, SHA-256; last line "end\t<SHA-256 of the
//                                      lines before>"
//       documents/                     Xapian database, one Xapian document a document: the unit of
//       ranking paragraphs/                    Xapian database, one Xapian document a block with
//       text: the unit of retrieval
//
// A document's Xapian document: text terms of title and of every indexed block (positions run on,
// 100 apart between blocks), title terms once more with prefix kTitlePrefix, all field terms, all
// value slots, unique term kKeyPrefix + archive key, kAllTerm. A block's: text terms of the block,
// field terms and slots of its document (so a facet counts paragraphs too), key term of its
// document, kLocatorPrefix + Locator::text(), kAllTerm. Multi-valued slots are a Xapian
// StringListSerialiser list (slot value) for exact fields, sortable_serialise for numbers and years
// (first value), ISO text for dates.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace undex {

inline constexpr std::string_view kKeyPrefix = "Q";
inline constexpr std::string_view kLocatorPrefix = "XL:";
inline constexpr std::string_view kTitlePrefix = "S";
inline constexpr std::string_view kAllTerm = "XALL";
inline constexpr std::string_view kIndexFolder = "index";
inline constexpr std::string_view kCurrentFile = "current";
inline constexpr std::string_view kManifestFile = "manifest.tsv";
inline constexpr std::string_view kDocumentsFolder = "documents";
inline constexpr std::string_view kParagraphsFolder = "paragraphs";

/// Slots beyond those of fields(): order and grouping.
inline constexpr std::uint32_t kSlotSymbolOrder =
    0;  ///< sort key of the document's name, natural order
inline constexpr std::uint32_t kSlotDateOrder = 1;  ///< ISO date or empty
inline constexpr std::uint32_t kSlotKey =
    2;  ///< archive key, for collapsing paragraphs by document
inline constexpr std::uint32_t kSlotBlock = 3;  ///< block number, sortable

/// What a result list shows of a document without opening its XML; stored as the data of its Xapian
/// document.
struct DocumentCard {
  std::string key;
  std::string name;       ///< Document::name()
  std::string title;      ///< masthead title; document type where there is none
  std::string type;       ///< document_type
  std::string date;       ///< normal form
  std::string date_flag;  ///< why it is doubtful, or empty
  std::string date_printed;
  std::string organ;
  std::string session;
  std::string agenda_item;
  std::string language;
  bool abridged = false;
  std::size_t paragraphs = 0;  ///< numbered paragraphs
};
std::string write_card(const DocumentCard& card);
/// Throws Error{archive} when the bytes are not a card.
DocumentCard read_card(std::string_view data);

/// The data of a paragraph's Xapian document.
struct ParagraphCard {
  std::string key;
  std::string locator;  ///< Locator::text()
  std::string kind;     ///< name_of(BlockKind)
  std::string label;
  std::string text;
  int block = 0;  ///< index in Document::blocks
};
std::string write_card(const ParagraphCard& card);
ParagraphCard read_paragraph_card(std::string_view data);

/// Sort key by natural order: numbers padded, so that byte order is natural order.
std::string natural_sort_key(std::string_view text);

}  // namespace undex
