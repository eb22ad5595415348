// Words, sentences and user-visible characters by ICU's break iterators (UAX #29).
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string>

#include "corpus/ascii_words.h"
#include "corpus/symbol/letters.h"
#include "corpus/text.h"
#include "undex/error.h"

namespace undex {
namespace {

void check(UErrorCode status) {
  if (U_FAILURE(status))
    throw Error(ErrorKind::archive,
                std::string("ICU cannot segment a text: ") + u_errorName(status),
                "the installed ICU library is damaged or incomplete");
}

/// A UText over UTF-8 bytes, so that the iterator's indexes are byte offsets.
class Utf8Text {
 public:
  explicit Utf8Text(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    text_ = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
    check(status);
  }
  ~Utf8Text() { utext_close(text_); }
  Utf8Text(const Utf8Text&) = delete;
  Utf8Text& operator=(const Utf8Text&) = delete;
  UText* get() const { return text_; }

 private:
  UText* text_ = nullptr;
};

using Iterator = std::unique_ptr<icu::BreakIterator>;

Iterator make_word_iterator() {
  UErrorCode status = U_ZERO_ERROR;
  Iterator iterator(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  check(status);
  return iterator;
}

Iterator make_grapheme_iterator() {
  UErrorCode status = U_ZERO_ERROR;
  Iterator iterator(icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  check(status);
  return iterator;
}

Iterator make_sentence_iterator() {
  UErrorCode status = U_ZERO_ERROR;
  Iterator iterator(icu::BreakIterator::createSentenceInstance(icu::Locale::getEnglish(), status));
  check(status);
  return iterator;
}

// Without the point that ends no sentence. ICU's own filter compares the ends of words: it takes
// "Group." for "p.".
constexpr std::array<std::string_view, 42> kAbbreviations{
    "para", "paras",  "art", "arts", "sect", "sects", "chap", "chaps", "cf",  "No",   "Nos",
    "vol",  "vols",   "p",   "pp",   "Jan",  "Feb",   "Mar",  "Apr",   "Aug", "Sept", "Oct",
    "Nov",  "Dec",    "res", "ed",   "eds",  "rev",   "corr", "add",   "Ms",  "Mr",   "Mrs",
    "Dr",   "Messrs", "i.e", "e.g",  "al",   "Ibid",  "fig",  "Vol",   "Vols"};

bool ends_in_abbreviation(std::string_view piece) {
  const std::size_t point = piece.find_last_not_of(" \t\r\n\f\v");
  if (point == std::string_view::npos || piece[point] != '.') return false;
  std::size_t begin = point;
  const auto in_word = [](char c) { return is_alnum(c) || c == '.'; };
  while (begin > 0 && in_word(piece[begin - 1])) --begin;
  return std::ranges::find(kAbbreviations, piece.substr(begin, point - begin)) !=
         kAbbreviations.end();
}

bool is_blank(std::string_view piece) {
  return piece.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

/// Of a piece of the text, at whose ends no word goes on.
void add_words(std::string_view text, const TextSpan& piece, std::vector<WordSpan>& found) {
  thread_local const Iterator iterator = make_word_iterator();
  const Utf8Text source(text.substr(piece.begin, piece.end - piece.begin));
  UErrorCode status = U_ZERO_ERROR;
  iterator->setText(source.get(), status);
  check(status);
  std::int32_t begin = iterator->first();
  for (std::int32_t end = iterator->next(); end != icu::BreakIterator::DONE;
       begin = end, end = iterator->next()) {
    const std::int32_t rule = iterator->getRuleStatus();
    if (rule < UBRK_WORD_NONE_LIMIT) continue;
    found.push_back({.begin = piece.begin + static_cast<std::size_t>(begin),
                     .end = piece.begin + static_cast<std::size_t>(end),
                     .number = rule < UBRK_WORD_NUMBER_LIMIT,
                     .ideographic = rule >= UBRK_WORD_KANA});
  }
}

}  // namespace

std::vector<WordSpan> words(std::string_view text) {
  std::vector<WordSpan> found;
  for (std::size_t from = 0; from < text.size();) {
    const TextSpan plain = ascii_stretch(text, from);
    if (from < plain.begin) add_words(text, {from, plain.begin}, found);
    add_ascii_words(text, plain, found);
    from = plain.end;
  }
  return found;
}

std::vector<TextSpan> sentences(std::string_view text) {
  thread_local const Iterator iterator = make_sentence_iterator();
  const Utf8Text source(text);
  UErrorCode status = U_ZERO_ERROR;
  iterator->setText(source.get(), status);
  check(status);
  std::vector<TextSpan> found;
  auto begin = static_cast<std::size_t>(iterator->first());
  for (std::int32_t at = iterator->next(); at != icu::BreakIterator::DONE; at = iterator->next()) {
    const auto end = static_cast<std::size_t>(at);
    const std::string_view piece = text.substr(begin, end - begin);
    if (end < text.size() && ends_in_abbreviation(piece)) continue;
    if (!is_blank(piece)) found.push_back({begin, end});
    begin = end;
  }
  return found;
}

std::size_t grapheme_count(std::string_view text) {
  // In ASCII only the end of a line has two bytes; what is typed need not wait for ICU.
  const auto single = [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != '\r'; };
  if (std::ranges::all_of(text, single)) return text.size();
  thread_local const Iterator iterator = make_grapheme_iterator();
  const Utf8Text source(text);
  UErrorCode status = U_ZERO_ERROR;
  iterator->setText(source.get(), status);
  check(status);
  std::size_t count = 0;
  for (iterator->first(); iterator->next() != icu::BreakIterator::DONE;) ++count;
  return count;
}

std::size_t grapheme_begin(std::string_view text, std::size_t at) {
  constexpr std::size_t kAround = 128;
  if (at >= text.size()) return text.size();
  // Two bytes of ASCII are two characters, but for the end of a line.
  const auto plain = [&](std::size_t place) {
    return static_cast<unsigned char>(text[place]) < 0x80 && text[place] != '\r';
  };
  if (at > 0 && plain(at - 1) && plain(at)) return at;
  const auto is_inside = [&](std::size_t place) {
    return place > 0 && place < text.size() &&
           (static_cast<unsigned char>(text[place]) & 0xC0) == 0x80;
  };
  std::size_t from = at > kAround ? at - kAround : 0;
  while (is_inside(from)) --from;
  std::size_t to = std::min(at + kAround, text.size());
  while (is_inside(to)) ++to;
  thread_local const Iterator iterator = make_grapheme_iterator();
  const Utf8Text source(text.substr(from, to - from));
  UErrorCode status = U_ZERO_ERROR;
  iterator->setText(source.get(), status);
  check(status);
  const auto place = static_cast<std::int32_t>(at - from);
  const std::int32_t found = iterator->isBoundary(place) ? place : iterator->preceding(place);
  return found == icu::BreakIterator::DONE ? from : from + static_cast<std::size_t>(found);
}

}  // namespace undex
