#pragma once
// runs.bin of a generation (index_form.h): which paragraphs hold a run of three words
// (run_words.h), for every run of every paragraph that counts as one (kParagraphTerm), by the
// docids of the paragraphs database. Wording that was carried over, however much of it was changed,
// shares runs with its source; who looks for it compares only what does. Ready to be mapped: a run
// is found by reading some dozen bytes.
//
// Numbers are little-endian; a varint has seven bits a byte, the least first, the eighth set on all
// but the last. First the magic "undexrun", the number of the form (32 bits) and how many bits of a
// hash (32 bits) choose a bucket, kMostBucketBits at most; then the buckets in order, each the
// entries of its runs by ascending hash: varints of the difference to the hash before (of the
// first: to the least that the bucket can hold), of how many paragraphs, of how many bytes their
// list takes, and the list: the first docid, then differences. Behind the buckets, each at a
// multiple of 8: where each bucket begins and the last one ends (64 bits each); by docid how many
// words the paragraph has (32 bits each), 0 where there is none. Last the trailer: where these two
// begin, and where the second ends (64 bits each), and "undexend".
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace undex {

inline constexpr std::string_view kRunsFile = "runs.bin";
inline constexpr std::string_view kRunsMagic = "undexrun";
inline constexpr std::string_view kRunsEnd = "undexend";
inline constexpr std::uint32_t kRunsForm = 1;
inline constexpr unsigned kMostBucketBits = 24;
/// So many entries a bucket should have.
inline constexpr std::size_t kInBucket = 16;
/// About so many bytes an entry takes at least: what its numbers and a list of one or two take.
inline constexpr std::size_t kEntryBytes = 8;

/// The paragraphs that hold a run, not read yet.
struct RunList {
  std::size_t count = 0;
  std::span<const std::byte> bytes;
};

/// The runs of a generation. Reading never leaves the bytes, whatever they hold: what cannot be is
/// Error{archive}. The bytes must stay where they are. Thread-safe.
class Runs {
 public:
  Runs() = default;
  /// Looks at head and trailer only. The bytes begin at a multiple of 8.
  explicit Runs(std::span<const std::byte> bytes);

  /// Docids of paragraphs are below this.
  std::size_t paragraphs_end() const { return lengths_.size(); }
  /// In words; 0 when there is none, or it does not count.
  std::size_t length_of(std::size_t paragraph) const {
    return paragraph < lengths_.size() ? lengths_[paragraph] : 0;
  }
  /// How many entries there are, about: what RunsWriter is told of them.
  std::size_t size() const { return starts_.empty() ? 0 : starts_.back() / kEntryBytes; }
  /// Of no run an empty one.
  RunList find(std::uint32_t hash) const;
  /// Adds the docids of a list, ascending.
  void read(const RunList& list, std::vector<std::uint32_t>& out) const;

  /// All runs in the order of their hashes, one after the other.
  class Walk {
   public:
    explicit Walk(const Runs& runs) : runs_(runs) {}
    /// False behind the last.
    bool next();
    std::uint32_t hash() const { return hash_; }
    const RunList& list() const { return list_; }

   private:
    const Runs& runs_;
    std::size_t bucket_ = 0;
    std::span<const std::byte> rest_;  ///< of the bucket before this one
    std::uint32_t hash_ = 0;
    RunList list_;
  };

 private:
  std::size_t buckets() const { return starts_.empty() ? 0 : starts_.size() - 1; }
  std::span<const std::byte> bucket(std::size_t number) const;
  std::uint32_t least_hash(std::size_t bucket) const;

  unsigned bits_ = 0;
  std::span<const std::byte> bytes_;
  std::span<const std::uint64_t> starts_;
  std::span<const std::uint32_t> lengths_;
};

}  // namespace undex
