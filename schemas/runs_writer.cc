#include "schemas/runs_writer.h"

#include <algorithm>
#include <bit>
#include <ostream>

namespace undex {
namespace {

template <typename Number>
std::string_view bytes_of(const std::vector<Number>& numbers) {
  return {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(Number)};
}

void add_number(std::string& out, std::uint32_t number) {
  for (; number >= 0x80; number >>= 7) out += static_cast<char>((number & 0x7f) | 0x80);
  out += static_cast<char>(number);
}

/// The places of the buckets lie in memory until the end: 32 MB of them, and from some gigabytes of
/// text on more in a bucket.
constexpr unsigned kMostWrittenBits = 22;
static_assert(kMostWrittenBits <= kMostBucketBits);

}  // namespace

RunsWriter::RunsWriter(std::ostream& out, std::size_t expected) : out_(out) {
  bits_ = std::min(kMostWrittenBits, static_cast<unsigned>(std::bit_width(expected / kInBucket)));
  put(kRunsMagic);
  put(bytes_of(std::vector<std::uint32_t>{kRunsForm, bits_}));
}

void RunsWriter::add(std::uint32_t hash, std::span<const std::uint32_t> docids) {
  const std::uint64_t bucket = std::uint64_t{hash} >> (32 - bits_);
  while (starts_.size() <= bucket) {
    before_ = static_cast<std::uint32_t>(std::uint64_t{starts_.size()} << (32 - bits_));
    starts_.push_back(written_);
  }
  std::string list;
  std::uint32_t docid = 0;
  for (const std::uint32_t next : docids) {
    add_number(list, next - docid);
    docid = next;
  }
  std::string entry;
  add_number(entry, hash - before_);
  add_number(entry, static_cast<std::uint32_t>(docids.size()));
  add_number(entry, static_cast<std::uint32_t>(list.size()));
  put(entry + list);
  before_ = hash;
}

void RunsWriter::finish(const std::vector<std::uint32_t>& lengths) {
  starts_.resize((std::size_t{1} << bits_) + 1, written_);
  fill_up();
  std::vector<std::uint64_t> places = {written_};
  put(bytes_of(starts_));
  places.push_back(written_);
  put(bytes_of(lengths));
  places.push_back(written_);
  fill_up();
  put(bytes_of(places));
  put(kRunsEnd);
}

void RunsWriter::put(std::string_view bytes) {
  written_ += bytes.size();
  out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

void RunsWriter::fill_up() { put(std::string((8 - written_ % 8) % 8, '\0')); }

}  // namespace undex
