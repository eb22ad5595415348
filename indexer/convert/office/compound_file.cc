#include "indexer/convert/office/compound_file.h"

#include <algorithm>

namespace undex {
namespace {

constexpr std::string_view kSignature = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::uint32_t kLastSector = 0xFFFFFFFA;  // beyond it stand marks, not sectors
constexpr std::uint32_t kNone = 0xFFFFFFFF;
constexpr std::size_t kMostEntries = 10'000;
constexpr std::size_t kEntrySize = 128;
constexpr std::size_t kSmallSector = 64;
constexpr std::size_t kSmallStream = 4096;  // shorter streams lie in the root's own stream

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t width) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < width && at + i < bytes.size(); ++i)
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  return value;
}

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return small(x) == small(y); });
}

/// Names that matter are ASCII; other characters become '?'.
std::string name_of(std::string_view entry) {
  std::string name;
  const std::size_t size = std::min<std::size_t>(number(entry, 64, 2), 64);
  for (std::size_t at = 0; at + 2 < size; at += 2) {
    const std::uint32_t c = number(entry, at, 2);
    name += c < 0x80 ? static_cast<char>(c) : '?';
  }
  return name;
}

}  // namespace

bool CompoundFile::is_one(std::string_view bytes) { return bytes.starts_with(kSignature); }

CompoundFile::CompoundFile(std::string_view bytes) : bytes_(bytes) {
  if (!is_one(bytes) || bytes.size() < 512) return;
  sector_size_ = number(bytes, 0x1E, 2) == 12 ? 4096 : 512;
  read_table(bytes);
  read_directory();
  list_root();
}

/// The first 109 sectors of the table stand in the header, the rest in a chain of lists.
void CompoundFile::read_table(std::string_view bytes) {
  const std::size_t most = bytes.size() / sector_size_ + 1;
  for (std::size_t i = 0; i < 109; ++i) {
    const std::uint32_t at = number(bytes, 0x4C + 4 * i, 4);
    if (at < kLastSector) table_sectors_.push_back(at);
  }
  std::uint32_t list = number(bytes, 0x44, 4);
  const std::size_t in_list = sector_size_ / 4 - 1;
  for (std::size_t lists = 0; list < kLastSector && lists < most; ++lists) {
    const std::string_view part = sector(list);
    if (part.empty()) return;
    for (std::size_t i = 0; i < in_list && table_sectors_.size() < most; ++i) {
      const std::uint32_t at = number(part, 4 * i, 4);
      if (at < kLastSector) table_sectors_.push_back(at);
    }
    list = number(part, 4 * in_list, 4);
  }
}

std::string_view CompoundFile::sector(std::uint32_t number) const {
  const std::size_t begin = (std::size_t{number} + 1) * sector_size_;
  return begin < bytes_.size() ? bytes_.substr(begin, sector_size_) : std::string_view();
}

std::uint32_t CompoundFile::next(std::uint32_t at) const {
  const std::size_t in_sector = sector_size_ / 4;
  if (at / in_sector >= table_sectors_.size()) return kNone;
  const std::string_view part = sector(table_sectors_[at / in_sector]);
  const std::size_t offset = at % in_sector * 4;
  return offset + 4 <= part.size() ? number(part, offset, 4) : kNone;
}

std::string CompoundFile::chain(std::uint32_t first, std::size_t most) const {
  std::string stream;
  most = std::min(most, bytes_.size());  // a loop cannot make more than there is
  for (std::uint32_t at = first; at < kLastSector && stream.size() < most; at = next(at)) {
    const std::string_view part = sector(at);
    if (part.empty()) break;
    stream += part;
  }
  stream.resize(std::min(stream.size(), most));
  return stream;
}

std::string CompoundFile::small_chain(std::uint32_t first, std::size_t most) const {
  const std::string table = chain(number(bytes_, 0x3C, 4), bytes_.size());
  const std::string sectors = chain(entries_[0].first, bytes_.size());
  std::string stream;
  for (std::uint32_t at = first; at < kLastSector && stream.size() < most;
       at = number(table, std::size_t{at} * 4, 4)) {
    const std::size_t begin = std::size_t{at} * kSmallSector;
    if (begin >= sectors.size() || std::size_t{at} * 4 >= table.size()) break;
    stream.append(sectors, begin, kSmallSector);
  }
  stream.resize(std::min(stream.size(), most));
  return stream;
}

void CompoundFile::read_directory() {
  const std::string directory = chain(number(bytes_, 0x30, 4), kMostEntries * kEntrySize);
  for (std::size_t at = 0; at + kEntrySize <= directory.size(); at += kEntrySize) {
    const std::string_view entry = std::string_view(directory).substr(at, kEntrySize);
    entries_.push_back({.name = name_of(entry),
                        .first = number(entry, 0x74, 4),
                        .size = number(entry, 0x78, 4),
                        .left = number(entry, 0x44, 4),
                        .right = number(entry, 0x48, 4),
                        .child = number(entry, 0x4C, 4)});
  }
}

/// The entries of a folder are a tree; an entry met twice is passed over.
void CompoundFile::list_root() {
  if (entries_.empty()) return;
  std::vector<bool> met(entries_.size(), false);
  std::vector<std::uint32_t> open{entries_[0].child};
  while (!open.empty()) {
    const std::uint32_t at = open.back();
    open.pop_back();
    if (at >= entries_.size() || met[at]) continue;
    met[at] = true;
    root_.push_back(at);
    open.push_back(entries_[at].left);
    open.push_back(entries_[at].right);
  }
}

std::vector<std::string> CompoundFile::names() const {
  std::vector<std::string> all;
  for (const std::size_t at : root_) all.push_back(entries_[at].name);
  return all;
}

bool CompoundFile::has(std::string_view name) const {
  return std::any_of(root_.begin(), root_.end(),
                     [&](std::size_t at) { return same_name(entries_[at].name, name); });
}

std::optional<std::string> CompoundFile::stream(std::string_view name, std::size_t most) const {
  for (const std::size_t at : root_) {
    const Entry& entry = entries_[at];
    if (!same_name(entry.name, name)) continue;
    const std::size_t size = std::min<std::size_t>(most, entry.size);
    return entry.size < kSmallStream ? small_chain(entry.first, size) : chain(entry.first, size);
  }
  return std::nullopt;
}

}  // namespace undex
