#pragma once
// headings.bin of a generation (index_form.h): the labels of the library's thesaurus as they are
// looked for in a query, ready to be mapped. It is there when a thesaurus is kept beside the
// archive, as kThesaurusFile.
//
// Numbers are 32 bits, little-endian. First the magic "undexhdg", the number of the form, and how
// many entries, headings, labels and bytes of text there are; then the SHA-256 of the thesaurus as
// 64 digits; then these arrays, one behind the other, and last "undexend":
//   entries   by key in byte order, then by heading: begin and size of the key in the text, the
//             heading, the languages in which it is a preferred label, those of other labels
//   headings  by id: begin and size of the id, the number of its first label; at the end one more,
//             with the number of labels
//   labels    the preferred ones of each heading in the order of kLanguages: begin, size, language
//   text      keys, ids and labels
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace undex {

inline constexpr std::string_view kThesaurusFile = "thesaurus.tsv";
inline constexpr std::string_view kHeadingsFile = "headings.bin";
inline constexpr std::string_view kHeadingsMagic = "undexhdg";
inline constexpr std::string_view kHeadingsEnd = "undexend";
inline constexpr std::uint32_t kHeadingsForm = 1;
inline constexpr std::size_t kHeadingsHeadBytes = 8 + 5 * 4 + 64;
inline constexpr std::size_t kHeadingEntryNumbers = 5;
inline constexpr std::size_t kHeadingNumbers = 3;
inline constexpr std::size_t kHeadingLabelNumbers = 3;
/// What is longer is printed in no text and typed in no query.
inline constexpr std::size_t kMostLabelBytes = 512;
inline constexpr std::size_t kMostPreferredLabels = 32;  ///< of one heading, in all languages

/// Languages of labels: bit 0 for the first of kLanguages, and so on.
using LanguageBits = std::uint32_t;
/// The bit of any language that is none of them.
inline constexpr std::uint32_t kOtherLanguage = 31;
/// The number of its bit.
std::uint32_t language_number(std::string_view language);

/// One key of one heading.
struct HeadingEntry {
  std::string_view key;       ///< label_key() of the label
  std::uint32_t heading = 0;  ///< number of it
  LanguageBits preferred = 0;
  LanguageBits alternative = 0;
};

struct HeadingLabel {
  std::string_view text;
  std::string_view language;  ///< one of kLanguages; empty for any other
};

/// The headings of a thesaurus. Nothing is copied: what is asked for is read where it lies. Reading
/// never leaves the bytes, whatever they hold: what cannot be is Error{archive}. The bytes must
/// stay where they are. Thread-safe.
class HeadingTable {
 public:
  HeadingTable() = default;  ///< without entries
  /// Looks at the head and the end only. The bytes begin at a multiple of 4.
  explicit HeadingTable(std::span<const std::byte> bytes);

  std::size_t entries() const { return entries_.size() / kHeadingEntryNumbers; }
  HeadingEntry entry(std::size_t number) const;
  /// The number of the first entry whose key is not before this one; entries() if all are.
  std::size_t first_from(std::string_view key) const;

  std::string_view id(std::uint32_t heading) const;
  /// Labels have the numbers from the first to below the second.
  std::pair<std::uint32_t, std::uint32_t> labels_of(std::uint32_t heading) const;
  HeadingLabel label(std::size_t number) const;
  /// SHA-256 of the thesaurus that they were made of.
  std::string_view source() const { return source_; }

 private:
  using Numbers = std::span<const std::uint32_t>;
  std::string_view text(std::uint32_t begin, std::uint32_t size) const;

  Numbers entries_, headings_, labels_;
  std::string_view text_, source_;
};

/// The same of the first kHeadingsHeadBytes of a file; empty when they are none of this form.
std::string_view headings_source(std::string_view head);

}  // namespace undex
