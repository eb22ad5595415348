#pragma once
// cards.bin of a generation (index_form.h): what a result shows of a paragraph, its text among it,
// by the docids of the paragraphs database. Ready to be mapped: the database that ranks holds no
// texts, and showing one unpacks nothing.
//
// Numbers are little-endian. First the magic "undexcrd" and the number of the form (64 bits); then
// the cards (write_card() of index_form.h) in the order of docids, one behind the other; at a
// multiple of 8 where the card of each docid begins, from docid 0 on, and where the last one ends
// (64 bits each): a docid without a paragraph has an empty one. Last the trailer: where these
// places begin and end (64 bits each), and "undexend".
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <span>
#include <string_view>
#include <vector>

#include "schemas/index_form.h"

namespace undex {

inline constexpr std::string_view kCardsFile = "cards.bin";
inline constexpr std::string_view kCardsMagic = "undexcrd";
inline constexpr std::string_view kCardsEnd = "undexend";
inline constexpr std::uint64_t kCardsForm = 1;

/// The cards of a generation. Reading never leaves the bytes, whatever they hold: what cannot be is
/// Error{archive}. The bytes must stay where they are. Thread-safe.
class ParagraphCards {
 public:
  ParagraphCards() = default;
  /// Looks at head and trailer only. The bytes begin at a multiple of 8.
  explicit ParagraphCards(std::span<const std::byte> bytes);

  /// Docids of paragraphs are below this.
  std::size_t end() const { return starts_.empty() ? 0 : starts_.size() - 1; }
  /// As write_card() wrote it; empty where there is no paragraph.
  std::string_view bytes_of(std::size_t docid) const;
  /// Error{archive} where there is none.
  ParagraphCard at(std::size_t docid) const;

 private:
  std::string_view cards_;
  std::span<const std::uint64_t> starts_;
};

class ParagraphCardsWriter {
 public:
  /// The stream is empty; who owns it sees whether it took everything.
  explicit ParagraphCardsWriter(std::ostream& out);
  /// The card of the next docid, from 0 on; empty where there is none.
  void add(std::string_view card);
  /// Of cards that the caller puts into the stream next, one behind the other: their sizes.
  void follow(std::span<const std::uint32_t> sizes);
  /// Nothing may be written behind it.
  void finish();

 private:
  std::ostream& out_;
  std::vector<std::uint64_t> starts_;
  std::uint64_t written_ = 0;
};

}  // namespace undex
