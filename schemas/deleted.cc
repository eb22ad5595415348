#include "schemas/deleted.h"

#include <algorithm>
#include <bit>
#include <ostream>
#include <utility>

#include "undex/error.h"

namespace undex {
namespace {

static_assert(std::endian::native == std::endian::little, "numbers are mapped as they lie");

using Bytes = std::span<const std::byte>;

constexpr std::size_t kSideNumbers = 4;  ///< length, docids, terms, bytes of terms
constexpr std::size_t kFill = 8;

[[noreturn]] void damaged() {
  throw Error(ErrorKind::archive, "the index holds a list of deleted documents that cannot be read",
              "make the index anew with 'undex rebuild'");
}

std::string_view text_of(Bytes bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string_view filling(std::size_t written) {
  return std::string_view("\0\0\0\0\0\0\0", kFill - 1).substr(0, (kFill - written % kFill) % kFill);
}

/// Takes what it is asked for off the beginning of the bytes.
class Taker {
 public:
  explicit Taker(Bytes bytes) : bytes_(bytes) {
    if (reinterpret_cast<std::uintptr_t>(bytes.data()) % kFill != 0) damaged();
  }
  Bytes take(std::uint64_t size) {
    if (size > bytes_.size()) damaged();
    const Bytes taken = bytes_.first(size);
    bytes_ = bytes_.subspan(size);
    taken_ += size;
    return taken;
  }
  template <typename Number>
  std::span<const Number> numbers(std::uint64_t count) {
    if (count > bytes_.size() / sizeof(Number)) damaged();
    const Bytes taken = take(count * sizeof(Number));
    return {reinterpret_cast<const Number*>(taken.data()), count};
  }
  void fill_up() { take(filling(taken_).size()); }
  bool is_empty() const { return bytes_.empty(); }

 private:
  Bytes bytes_;
  std::size_t taken_ = 0;
};

template <typename Number>
std::string_view bytes_of(const std::vector<Number>& numbers) {
  return text_of(std::as_bytes(std::span(numbers)));
}

std::string written(const GatheredDeleted& side) {
  std::vector<std::uint32_t> docids = side.docids, starts, holders, occurrences;
  std::sort(docids.begin(), docids.end());
  using Use = std::pair<const std::string, TermUse>;
  std::vector<const Use*> uses;
  for (const Use& use : side.uses) uses.push_back(&use);
  std::sort(uses.begin(), uses.end(),
            [](const Use* a, const Use* b) { return a->first < b->first; });
  std::string text;
  for (const Use* use : uses) {
    starts.push_back(static_cast<std::uint32_t>(text.size()));
    holders.push_back(use->second.holders);
    occurrences.push_back(use->second.occurrences);
    text += use->first;
  }
  starts.push_back(static_cast<std::uint32_t>(text.size()));
  const std::vector<std::uint64_t> head = {side.length, docids.size(), holders.size(), text.size()};
  std::string out(bytes_of(head));
  for (const auto* numbers : {&docids, &starts, &holders, &occurrences}) out += bytes_of(*numbers);
  out += text;
  out += filling(out.size());
  return out;
}

}  // namespace

std::string_view DeletedSide::term(std::size_t number) const {
  const std::uint32_t begin = starts_[number], end = starts_[number + 1];
  if (begin > end || end > text_.size()) damaged();
  return text_.substr(begin, end - begin);
}

TermUse DeletedSide::use_of(std::string_view wanted) const {
  std::size_t begin = 0, end = holders_.size();
  while (begin < end) {
    const std::size_t middle = begin + (end - begin) / 2;
    if (term(middle) < wanted)
      begin = middle + 1;
    else
      end = middle;
  }
  if (begin == holders_.size() || term(begin) != wanted) return {};
  return {.holders = holders_[begin], .occurrences = occurrences_[begin]};
}

Deleted::Deleted(Bytes bytes) {
  Taker taker(bytes);
  if (text_of(taker.take(kDeletedMagic.size())) != kDeletedMagic ||
      taker.numbers<std::uint64_t>(1)[0] != kDeletedForm)
    damaged();
  for (DeletedSide* side : {&documents, &paragraphs}) {
    const auto head = taker.numbers<std::uint64_t>(kSideNumbers);
    side->length_ = head[0];
    side->docids_ = taker.numbers<std::uint32_t>(head[1]);
    if (head[2] == ~std::uint64_t{0}) damaged();
    side->starts_ = taker.numbers<std::uint32_t>(head[2] + 1);
    side->holders_ = taker.numbers<std::uint32_t>(head[2]);
    side->occurrences_ = taker.numbers<std::uint32_t>(head[2]);
    side->text_ = text_of(taker.take(head[3]));
    taker.fill_up();
    const auto is_none = [](std::uint32_t docid) { return docid == 0; };
    if (std::any_of(side->docids_.begin(), side->docids_.end(), is_none) ||
        std::adjacent_find(side->docids_.begin(), side->docids_.end(),
                           [](auto a, auto b) { return a >= b; }) != side->docids_.end())
      damaged();
  }
  if (text_of(taker.take(kDeletedEnd.size())) != kDeletedEnd || !taker.is_empty()) damaged();
}

DeletedWriter::DeletedWriter(std::ostream& out) : out_(out) {
  const std::vector<std::uint64_t> form = {kDeletedForm};
  out_ << kDeletedMagic << bytes_of(form);
}

void DeletedWriter::add(const GatheredDeleted& side) { out_ << written(side); }

void DeletedWriter::finish() { out_ << kDeletedEnd; }

}  // namespace undex
