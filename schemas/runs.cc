#include "schemas/runs.h"

#include <bit>
#include <cstring>
#include <limits>

#include "undex/error.h"

namespace undex {
namespace {

static_assert(std::endian::native == std::endian::little, "runs are mapped as they lie");

using Bytes = std::span<const std::byte>;

constexpr std::size_t kHeadBytes = 8 + 2 * sizeof(std::uint32_t);
constexpr std::size_t kTrailerBytes = 3 * sizeof(std::uint64_t) + 8;
constexpr unsigned kHashBits = 32;

[[noreturn]] void damaged() {
  throw Error(ErrorKind::archive, "the index holds runs of words that cannot be read",
              "make the index anew with 'undex rebuild'");
}

std::string_view text_of(Bytes bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// The bytes from one place to another; they need not be there.
Bytes part_of(Bytes bytes, std::uint64_t begin, std::uint64_t end) {
  if (begin > end || end > bytes.size()) damaged();
  return bytes.subspan(begin, end - begin);
}

template <typename Number>
std::span<const Number> numbers_of(Bytes bytes) {
  if (bytes.size() % sizeof(Number) != 0 ||
      reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(Number) != 0)
    damaged();
  return {reinterpret_cast<const Number*>(bytes.data()), bytes.size() / sizeof(Number)};
}

/// The varint at the beginning, taken off; no more than 32 bits.
std::uint32_t take_number(Bytes& bytes) {
  std::uint64_t number = 0;
  for (unsigned shift = 0; shift < 35 && !bytes.empty(); shift += 7) {
    const auto byte = std::to_integer<std::uint64_t>(bytes.front());
    bytes = bytes.subspan(1);
    number |= (byte & 0x7f) << shift;
    if (byte < 0x80 && number <= std::numeric_limits<std::uint32_t>::max())
      return static_cast<std::uint32_t>(number);
  }
  damaged();
}

/// The entry at the beginning of a bucket's rest, taken off. `hash`: of the run before.
RunList take_entry(Bytes& rest, std::uint32_t& hash) {
  const std::uint32_t difference = take_number(rest);
  if (difference > std::numeric_limits<std::uint32_t>::max() - hash) damaged();
  hash += difference;
  const std::uint32_t count = take_number(rest), size = take_number(rest);
  if (count == 0 || count > size || size > rest.size()) damaged();
  const RunList list{count, rest.first(size)};
  rest = rest.subspan(size);
  return list;
}

}  // namespace

Runs::Runs(Bytes bytes) {
  if (bytes.size() < kHeadBytes + kTrailerBytes) damaged();
  const auto head = numbers_of<std::uint32_t>(bytes.subspan(kRunsMagic.size(), kHeadBytes - 8));
  if (text_of(bytes.first(kRunsMagic.size())) != kRunsMagic || head[0] != kRunsForm ||
      head[1] > kMostBucketBits)
    damaged();
  const Bytes trailer = bytes.last(kTrailerBytes);
  if (text_of(trailer.last(kRunsEnd.size())) != kRunsEnd) damaged();
  const auto places = numbers_of<std::uint64_t>(trailer.first(kTrailerBytes - 8));
  const Bytes rest = bytes.first(bytes.size() - kTrailerBytes);
  bits_ = head[1];
  starts_ = numbers_of<std::uint64_t>(part_of(rest, places[0], places[1]));
  lengths_ = numbers_of<std::uint32_t>(part_of(rest, places[1], places[2]));
  bytes_ = rest.first(places[0]);
  if (buckets() != std::size_t{1} << bits_) damaged();
}

Bytes Runs::bucket(std::size_t number) const {
  return part_of(bytes_, starts_[number], starts_[number + 1]);
}

std::uint32_t Runs::least_hash(std::size_t bucket) const {
  return static_cast<std::uint32_t>(std::uint64_t{bucket} << (kHashBits - bits_));
}

RunList Runs::find(std::uint32_t hash) const {
  if (buckets() == 0) return {};
  const auto number = static_cast<std::size_t>(std::uint64_t{hash} >> (kHashBits - bits_));
  Bytes rest = bucket(number);
  for (std::uint32_t at = least_hash(number); !rest.empty();) {
    const RunList list = take_entry(rest, at);
    if (at == hash) return list;
    if (at > hash) break;
  }
  return {};
}

void Runs::read(const RunList& list, std::vector<std::uint32_t>& out) const {
  Bytes rest = list.bytes;
  std::uint64_t docid = 0;
  for (std::size_t at = 0; at < list.count; ++at) {
    const std::uint32_t difference = take_number(rest);
    docid += difference;
    if (difference == 0 || length_of(docid) == 0) damaged();
    out.push_back(static_cast<std::uint32_t>(docid));
  }
}

bool Runs::Walk::next() {
  while (rest_.empty()) {
    if (bucket_ == runs_.buckets()) return false;
    hash_ = runs_.least_hash(bucket_);
    rest_ = runs_.bucket(bucket_++);
  }
  list_ = take_entry(rest_, hash_);
  return true;
}

}  // namespace undex
