#pragma once
// deleted.bin of a generation that rests on another (index_form.h): the documents of the base that
// changed since it was made, or are gone, and their paragraphs: their docids in the base, and what
// their terms count for there. Ready to be mapped: what a term counts for is found by halves.
//
// Numbers are little-endian. First the magic "undexdel" and the number of the form (64 bits). Then
// the documents, then the paragraphs, each: how many terms all of them have, as often as they have
// them; how many docids, how many different terms, how many bytes these take (64 bits each); the
// docids, ascending; where each term begins in those bytes, and where the last one ends; how many
// hold each; how often (32 bits each); the terms, in the order of their bytes, one behind the
// other, filled up to a multiple of 8. Last "undexend".
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace undex {

inline constexpr std::string_view kDeletedFile = "deleted.bin";
inline constexpr std::string_view kDeletedMagic = "undexdel";
inline constexpr std::string_view kDeletedEnd = "undexend";
inline constexpr std::uint64_t kDeletedForm = 1;

struct TermUse {
  std::uint32_t holders = 0;
  std::uint32_t occurrences = 0;
};

/// Documents, or paragraphs. Reading never leaves the bytes, whatever they hold: what cannot be is
/// Error{archive}. Thread-safe.
class DeletedSide {
 public:
  std::span<const std::uint32_t> docids() const { return docids_; }
  std::uint64_t length() const { return length_; }
  /// Nothing for a term that none has.
  TermUse use_of(std::string_view term) const;

 private:
  friend class Deleted;
  std::string_view term(std::size_t number) const;

  std::uint64_t length_ = 0;
  std::span<const std::uint32_t> docids_, starts_, holders_, occurrences_;
  std::string_view text_;
};

class Deleted {
 public:
  Deleted() = default;
  /// Error{archive} for what is none. The bytes begin at a multiple of 8 and must stay where they
  /// are.
  explicit Deleted(std::span<const std::byte> bytes);

  DeletedSide documents{};
  DeletedSide paragraphs{};
};

/// What is written of a side.
struct GatheredDeleted {
  std::uint64_t length = 0;
  std::vector<std::uint32_t> docids{};  ///< in any order
  std::unordered_map<std::string, TermUse> uses{};
};
/// One side after the other, so that only one need be in memory.
class DeletedWriter {
 public:
  /// The stream is empty; who owns it sees whether it took everything.
  explicit DeletedWriter(std::ostream& out);
  /// First the documents, then the paragraphs.
  void add(const GatheredDeleted& side);
  /// Nothing may be written behind it.
  void finish();

 private:
  std::ostream& out_;
};

}  // namespace undex
