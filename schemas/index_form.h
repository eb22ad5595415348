#pragma once
// How the index lies on disk: the contract between indexer/index (writes) and searcher (reads).
// They never include each other; schemas is all they share.
//
//   <archive>/index/current            text file: name of the current generation, newline
//   <archive>/index/gen-000001/        one published generation, never changed after publication
//       manifest.tsv                   see Manifest
//       stamps.tsv                     see fixity.h
//       cards.bin                      what is shown of paragraphs, see paragraph_cards.h
//       columns.bin                    what is counted, see columns.h
//       runs.bin                       which paragraphs share wording, see runs.h
//       headings.bin                   labels of the thesaurus, where one is kept, see headings.h
//       documents/                     Xapian database, one Xapian document a document: ranking
//       paragraphs/                    Xapian database, one a block with text: retrieval
//
// A generation of which few documents have changed since an earlier one was made may rest on that
// one, its base, which rests on none. Then its databases, cards and runs are those of the documents
// changed since, and it has one file more,
//
//       deleted.bin                    documents of the base that changed since, or are gone, see
//                                      deleted.h
//
// for the base is never written to: whoever searches both as one leaves these out, and subtracts
// what they have of a term. Its columns are those of both, by the docids that documents and
// paragraphs have among both (shard.h): the base comes first. A base lies there as long as a
// generation that rests on it.
//
// A document's Xapian document: text terms of title and of every indexed block, words with
// positions (running on, 100 apart between blocks; a joined form such as "email" of "e-mail" has
// the positions of its first and last part), stems, concepts and symbols counted only; each block
// and the title in its own language, block_language() of terms.h, so that a stem is one of that
// language ("Zfr:form"): who looks for a word asks for its stem in each; title terms once more with
// prefix kTitlePrefix; all field terms, all value slots, unique term kKeyPrefix + archive key. A
// block's: text terms of the block; of fields with Field::read_marks its own values (terms, the
// list in facet_slot(), the least and the greatest of its figures), of the others the terms of its
// document and its slots of numbers and dates (for ranges; these facets are counted by document),
// the slots of order and grouping and the key term of its document, kLocatorPrefix +
// Locator::text(), and kParagraphTerm if it counts as a paragraph: headings, titles of annexes,
// words of adoption and of the masthead are found but not counted. What counts has
// ConceptVariant::wording of each concept that it holds too, so that the term's frequency is what a
// wording contributes. A document of over a megabyte brings at most 120,000 different terms of
// text: more is no language. A field value is found by the term of its value and, where it has one,
// by that of its label. Slots: exact, symbol and text fields hold all values (write_values);
// numbers and years sortable_serialise of the first value in Field::slot and all values in
// facet_slot(); dates ISO text. A range over a year must not rest on the slot alone: a doubtful
// year has two values, and field_term() finds both.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/fields.h"

namespace undex {

inline constexpr std::string_view kKeyPrefix = "Q";
inline constexpr std::string_view kLocatorPrefix = "XL:";
inline constexpr std::string_view kTitlePrefix = "S";
inline constexpr std::string_view kParagraphTerm = "XPARA";
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
inline constexpr std::uint32_t kSlotBlock = 3;   ///< block number, sortable
inline constexpr std::uint32_t kSlotSeries = 6;  ///< series of the symbol, else name: for grouping
/// The least and the greatest figure, sortable: whether any is above or below a bound.
inline constexpr std::uint32_t kSlotLeastFigure = 4;
inline constexpr std::uint32_t kSlotGreatestFigure = 5;
/// Words of a document, sortable: of all its blocks that are searched. What "mentions in 10,000
/// words" rests on.
inline constexpr std::uint32_t kSlotWords = 7;

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
  bool record = false;         ///< a catalogue record: no text is held
  std::size_t paragraphs = 0;  ///< numbered paragraphs
};
std::string write_card(const DocumentCard& card);
/// Throws Error{archive} when the bytes are not a card.
DocumentCard read_card(std::string_view data);

/// What is shown of a paragraph (paragraph_cards.h); its Xapian document has no data.
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

/// All values of a field in one slot, with label and doubt where there are any; equal lists give
/// equal bytes, so a facet may count bytes and read each once.
std::string write_values(const std::vector<FieldValue>& values);
std::vector<FieldValue> read_values(std::string_view slot);
/// The slot that holds write_values() of a field: its own, or for numbers and years one beside it.
std::uint32_t facet_slot(const Field& field);

/// manifest.tsv of a generation: first line "undex-index\t<version>\t<archive revision>", and where
/// it rests on another "\t<name of that>\t<SHA-256 of its manifest>"; one line
/// "<path>\t<size>\t<SHA-256>" a file in byte order of paths, last line "end\t<SHA-256 of the lines
/// before>".
struct ManifestFile {
  std::string path;  ///< in the generation: "documents/postlist.glass"
  std::uint64_t size_bytes = 0;
  std::string sha256;
};
struct Manifest {
  int version = 0;
  std::size_t revision = 0;   ///< of the archive the index was made from
  std::string base{};         ///< name of the generation that it rests on; empty for none
  std::string base_sha256{};  ///< of the text of that one's manifest
  std::vector<ManifestFile> files{};
  std::string sha256{};  ///< of its text, where it was read
};
/// Whether the one may rest on the other: they belong together, and the base rests on none.
bool rests_on(const Manifest& manifest, const Manifest& base);
bool is_generation_name(std::string_view name);
std::string write_manifest(const Manifest& manifest);
/// Throws Error{archive} when it is cut, damaged or no manifest. Error{version} when newer.
Manifest read_manifest(std::string_view text);

/// Sort key by natural order: numbers padded, so that byte order is natural order.
std::string natural_sort_key(std::string_view text);

}  // namespace undex
