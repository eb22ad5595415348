#include "schemas/columns.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "undex/error.h"

namespace undex {
namespace {

static_assert(std::endian::native == std::endian::little, "columns are mapped as they lie");

constexpr std::size_t kNumber = sizeof(std::uint32_t);
constexpr std::size_t kSectionBytes = 4 * kNumber;
constexpr std::size_t kHeadBytes = 8 + kNumber;
constexpr std::size_t kTrailerBytes = 2 * kNumber + 8;

[[noreturn]] void damaged() {
  throw Error(ErrorKind::archive, "the index holds columns that cannot be read",
              "make the index anew with 'undex rebuild'");
}

using Bytes = std::span<const std::byte>;

std::string_view text_of(Bytes bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// The part of the bytes; they need not be there.
Bytes part_of(Bytes bytes, std::size_t begin, std::size_t size) {
  if (begin > bytes.size() || size > bytes.size() - begin) damaged();
  return bytes.subspan(begin, size);
}

Column::Numbers numbers_of(Bytes bytes) {
  if (bytes.size() % kNumber != 0 ||
      reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(std::uint32_t) != 0)
    damaged();
  return {reinterpret_cast<const std::uint32_t*>(bytes.data()), bytes.size() / kNumber};
}

}  // namespace

ColumnValue Column::value(std::size_t number) const {
  if (number >= values()) damaged();
  const Numbers one = values_.subspan(number * kColumnValueNumbers, kColumnValueNumbers);
  const std::size_t begin = one[0], size = one[1], label = one[2];
  const std::uint32_t parent = one[4];
  if (begin > text_.size() || size > text_.size() - begin || label > text_.size() - begin - size)
    damaged();
  // Ascending to the root ends, whatever the bytes are.
  if (parent != kNoParent && parent >= number) damaged();
  return {.value = text_.substr(begin, size),
          .label = text_.substr(begin + size, label),
          .doubtful = one[3] != 0,
          .parent = parent,
          .documents = one[5]};
}

Column::Numbers Column::list(std::size_t number) const {
  if (number >= lists()) damaged();
  const std::size_t begin = starts_[number], end = starts_[number + 1];
  if (begin > end || end > members_.size()) damaged();
  const Numbers list = members_.subspan(begin, end - begin);
  if (!list.empty() && list.back() >= values()) damaged();
  if (!std::is_sorted(list.begin(), list.end())) damaged();
  return list;
}

std::uint32_t Column::list_at(Numbers lists_by_docid, std::size_t docid) const {
  if (docid >= lists_by_docid.size()) return 0;
  const std::uint32_t list = lists_by_docid[docid];
  if (list >= lists()) damaged();
  return list;
}

Columns::Columns(Bytes bytes) {
  if (bytes.size() < kHeadBytes + kTrailerBytes) damaged();
  const Column::Numbers head = numbers_of(bytes.subspan(kColumnsMagic.size(), kNumber));
  if (text_of(bytes.first(kColumnsMagic.size())) != kColumnsMagic || head[0] != kColumnsForm)
    damaged();
  const Bytes trailer = bytes.last(kTrailerBytes);
  if (text_of(trailer.last(kColumnsEnd.size())) != kColumnsEnd) damaged();
  const Column::Numbers end = numbers_of(trailer.first(2 * kNumber));
  const Bytes rest = bytes.first(bytes.size() - kTrailerBytes);
  const Column::Numbers table = numbers_of(part_of(rest, end[0], end[1] * kSectionBytes));
  for (std::size_t at = 0; at < table.size(); at += 4) {
    const Bytes section = part_of(rest, table[at + 2], table[at + 3]);
    const auto part = static_cast<ColumnPart>(table[at + 1]);
    const auto column = [&]() -> Column& { return columns_[table[at]]; };
    switch (part) {
      case ColumnPart::document:
        document_ = numbers_of(section);
        break;
      case ColumnPart::rank:
        rank_ = numbers_of(section);
        break;
      case ColumnPart::length:
        length_ = numbers_of(section);
        break;
      case ColumnPart::values:
        column().values_ = numbers_of(section);
        break;
      case ColumnPart::text:
        column().text_ = text_of(section);
        break;
      case ColumnPart::starts:
        column().starts_ = numbers_of(section);
        break;
      case ColumnPart::members:
        column().members_ = numbers_of(section);
        break;
      case ColumnPart::of_document:
        column().of_document_ = numbers_of(section);
        break;
      case ColumnPart::of_paragraph:
        column().of_paragraph_ = numbers_of(section);
        break;
    }
  }
  if (length_.size() != document_.size()) damaged();
}

void Columns::fail_damaged() { damaged(); }

std::uint32_t Columns::rank_of(std::size_t document) const {
  return document < rank_.size() ? rank_[document] : 0;
}

const Column& Columns::column(const Field& field) const {
  const auto found = columns_.find(field.slot);
  if (found == columns_.end() || found->second.lists() == 0) damaged();
  return found->second;
}

}  // namespace undex
