#include "schemas/paragraph_cards.h"

#include <bit>
#include <ostream>

#include "undex/error.h"

namespace undex {
namespace {

static_assert(std::endian::native == std::endian::little, "cards are mapped as they lie");

constexpr std::size_t kHeadBytes = kCardsMagic.size() + sizeof kCardsForm;
constexpr std::size_t kTrailerBytes = 2 * sizeof(std::uint64_t) + kCardsEnd.size();

[[noreturn]] void damaged() {
  throw Error(ErrorKind::archive, "the index holds texts that cannot be read",
              "make the index anew with 'undex rebuild'");
}

std::string_view text_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Bytes that begin at a multiple of 8.
std::span<const std::uint64_t> numbers_of(std::span<const std::byte> bytes) {
  if (bytes.size() % sizeof(std::uint64_t) != 0 ||
      reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(std::uint64_t) != 0)
    damaged();
  return {reinterpret_cast<const std::uint64_t*>(bytes.data()),
          bytes.size() / sizeof(std::uint64_t)};
}

std::string_view bytes_of(std::span<const std::uint64_t> numbers) {
  return text_of(std::as_bytes(numbers));
}

}  // namespace

ParagraphCards::ParagraphCards(std::span<const std::byte> bytes) {
  if (bytes.size() < kHeadBytes + kTrailerBytes) damaged();
  const auto form = numbers_of(bytes.subspan(kCardsMagic.size(), sizeof kCardsForm));
  if (text_of(bytes.first(kCardsMagic.size())) != kCardsMagic || form[0] != kCardsForm) damaged();
  const auto trailer = bytes.last(kTrailerBytes);
  if (text_of(trailer.last(kCardsEnd.size())) != kCardsEnd) damaged();
  const auto places = numbers_of(trailer.first(kTrailerBytes - kCardsEnd.size()));
  if (places[0] > places[1] || places[1] > bytes.size() - kTrailerBytes) damaged();
  cards_ = text_of(bytes.first(places[0]));
  starts_ = numbers_of(bytes.subspan(places[0], places[1] - places[0]));
}

std::string_view ParagraphCards::bytes_of(std::size_t docid) const {
  if (docid >= end()) return {};
  const std::uint64_t begin = starts_[docid], last = starts_[docid + 1];
  if (begin > last || last > cards_.size()) damaged();
  return cards_.substr(begin, last - begin);
}

ParagraphCard ParagraphCards::at(std::size_t docid) const {
  return read_paragraph_card(bytes_of(docid));
}

ParagraphCardsWriter::ParagraphCardsWriter(std::ostream& out) : out_(out), written_(kHeadBytes) {
  out_ << kCardsMagic << undex::bytes_of({&kCardsForm, 1});
}

void ParagraphCardsWriter::add(std::string_view card) {
  starts_.push_back(written_);
  out_ << card;
  written_ += card.size();
}

void ParagraphCardsWriter::follow(std::span<const std::uint32_t> sizes) {
  for (const std::uint32_t size : sizes) {
    starts_.push_back(written_);
    written_ += size;
  }
}

void ParagraphCardsWriter::finish() {
  starts_.push_back(written_);
  const std::string fill((8 - written_ % 8) % 8, '\0');
  const std::uint64_t begin = written_ + fill.size();
  const std::uint64_t places[] = {begin, begin + starts_.size() * sizeof(std::uint64_t)};
  out_ << fill << undex::bytes_of(starts_) << undex::bytes_of(places) << kCardsEnd;
}

}  // namespace undex
