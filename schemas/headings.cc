#include "schemas/headings.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>

#include "corpus/language.h"
#include "undex/error.h"

namespace undex {
namespace {

static_assert(std::endian::native == std::endian::little, "headings are mapped as they lie");

constexpr std::size_t kNumber = sizeof(std::uint32_t);
constexpr std::size_t kHashDigits = 64;

[[noreturn]] void damaged() {
  throw Error(ErrorKind::archive,
              "the labels of the thesaurus, '" + std::string(kHeadingsFile) +
                  "' in the index, cannot be read",
              "make the index anew with 'undex rebuild'");
}

using Bytes = std::span<const std::byte>;

std::string_view text_of(Bytes bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Takes what lies first off the bytes.
Bytes take(Bytes& bytes, std::size_t size) {
  if (size > bytes.size()) damaged();
  const Bytes taken = bytes.first(size);
  bytes = bytes.subspan(size);
  return taken;
}

/// So many rows of numbers each.
std::span<const std::uint32_t> take_rows(Bytes& bytes, std::size_t rows, std::size_t numbers) {
  const Bytes taken = take(bytes, rows * numbers * kNumber);
  return {reinterpret_cast<const std::uint32_t*>(taken.data()), rows * numbers};
}

}  // namespace

std::uint32_t language_number(std::string_view language) {
  const auto found = std::find(kLanguages.begin(), kLanguages.end(), language);
  return found == kLanguages.end() ? kOtherLanguage
                                   : static_cast<std::uint32_t>(found - kLanguages.begin());
}

HeadingTable::HeadingTable(Bytes bytes) {
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(std::uint32_t) != 0) damaged();
  if (text_of(take(bytes, kHeadingsMagic.size())) != kHeadingsMagic) damaged();
  const Numbers head = take_rows(bytes, 1, 5);
  if (head[0] != kHeadingsForm) damaged();
  source_ = text_of(take(bytes, kHashDigits));
  entries_ = take_rows(bytes, head[1], kHeadingEntryNumbers);
  headings_ = take_rows(bytes, std::size_t{head[2]} + 1, kHeadingNumbers);
  labels_ = take_rows(bytes, head[3], kHeadingLabelNumbers);
  text_ = text_of(take(bytes, head[4]));
  if (text_of(bytes) != kHeadingsEnd) damaged();
}

std::string_view HeadingTable::text(std::uint32_t begin, std::uint32_t size) const {
  if (begin > text_.size() || size > text_.size() - begin) damaged();
  return text_.substr(begin, size);
}

HeadingEntry HeadingTable::entry(std::size_t number) const {
  if (number >= entries()) damaged();
  const Numbers one = entries_.subspan(number * kHeadingEntryNumbers, kHeadingEntryNumbers);
  return {
      .key = text(one[0], one[1]), .heading = one[2], .preferred = one[3], .alternative = one[4]};
}

std::size_t HeadingTable::first_from(std::string_view key) const {
  std::size_t first = 0, end = entries();
  while (first < end) {
    const std::size_t middle = first + (end - first) / 2;
    if (entry(middle).key < key)
      first = middle + 1;
    else
      end = middle;
  }
  return first;
}

std::string_view HeadingTable::id(std::uint32_t heading) const {
  (void)labels_of(heading);
  const Numbers one = headings_.subspan(heading * kHeadingNumbers, kHeadingNumbers);
  return text(one[0], one[1]);
}

std::pair<std::uint32_t, std::uint32_t> HeadingTable::labels_of(std::uint32_t heading) const {
  if (heading >= headings_.size() / kHeadingNumbers - 1) damaged();
  const std::uint32_t begin = headings_[heading * kHeadingNumbers + 2];
  const std::uint32_t end = headings_[(std::size_t{heading} + 1) * kHeadingNumbers + 2];
  if (begin > end || end > labels_.size() / kHeadingLabelNumbers ||
      end - begin > kMostPreferredLabels)
    damaged();
  return {begin, end};
}

HeadingLabel HeadingTable::label(std::size_t number) const {
  if (number >= labels_.size() / kHeadingLabelNumbers) damaged();
  const Numbers one = labels_.subspan(number * kHeadingLabelNumbers, kHeadingLabelNumbers);
  if (one[2] >= kLanguages.size() && one[2] != kOtherLanguage) damaged();
  return {.text = text(one[0], one[1]),
          .language = one[2] == kOtherLanguage ? std::string_view() : kLanguages[one[2]]};
}

std::string_view headings_source(std::string_view head) {
  if (head.size() < kHeadingsHeadBytes || !head.starts_with(kHeadingsMagic)) return {};
  std::uint32_t form = 0;
  std::memcpy(&form, head.data() + kHeadingsMagic.size(), sizeof form);
  if (form != kHeadingsForm) return {};
  return head.substr(kHeadingsHeadBytes - kHashDigits, kHashDigits);
}

}  // namespace undex
