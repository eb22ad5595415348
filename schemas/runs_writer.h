#pragma once
// Writes runs (runs.h) to a stream, in the order of their hashes.
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <span>
#include <string>
#include <vector>

#include "schemas/runs.h"

namespace undex {

class RunsWriter {
 public:
  /// The stream is empty; who owns it sees whether it took everything. `expected`: how many entries
  /// there will be, about: a bucket has some dozen.
  RunsWriter(std::ostream& out, std::size_t expected);
  /// Hashes ascend; the docids too, and there is at least one.
  void add(std::uint32_t hash, std::span<const std::uint32_t> docids);
  /// The places of the buckets, the lengths of the paragraphs by docid (0 where there is none) and
  /// the trailer: nothing may be written behind it.
  void finish(const std::vector<std::uint32_t>& lengths);

 private:
  void put(std::string_view bytes);
  void fill_up();

  std::ostream& out_;
  unsigned bits_ = 0;
  std::uint64_t written_ = 0;
  std::vector<std::uint64_t> starts_;
  std::uint32_t before_ = 0;  ///< the hash before, or the least of the bucket
};

}  // namespace undex
