#include "indexer/understand/references/phrase_text.h"

#include <algorithm>
#include <array>

namespace undex {
namespace {

constexpr std::array<std::string_view, 40> kAbbreviations{
    "para", "paras", "art",  "arts", "sect", "sects", "chap", "chaps",  "cf",  "no",
    "nos",  "vol",   "vols", "pp",   "jan",  "feb",   "mar",  "apr",    "aug", "sept",
    "oct",  "nov",   "dec",  "res",  "ed",   "eds",   "rev",  "corr",   "add", "ms",
    "mr",   "mrs",   "dr",   "st",   "al",   "ibid",  "fig",  "messrs", "doc", "col"};

bool in_word(std::string_view plain, std::size_t at) {
  const char c = plain[at];
  if (is_alnum(c) || c == kOtherLetter) return true;
  // "above-mentioned" is one word; a dash after or before blanks is none.
  return c == '-' && at > 0 && is_alnum(plain[at - 1]) && is_alnum(peek(plain, at + 1));
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \n") == text.npos; }

std::size_t count_words(Phrase phrase) {
  return 1 + static_cast<std::size_t>(std::ranges::count(phrase, ' '));
}

}  // namespace

PhraseText::PhraseText(std::string_view text) : plain_(plain_letters(text)) {
  const std::string_view plain = plain_.text;
  lower_.resize(plain.size());
  std::ranges::transform(plain, lower_.begin(), lower);
  for (std::size_t at = 0; at < plain.size();) {
    if (!in_word(plain, at)) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < plain.size() && in_word(plain, at)) ++at;
    words_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)});
  }
}

std::string_view PhraseText::word(std::size_t i) const {
  if (i >= words_.size()) return {};
  return std::string_view(lower_).substr(words_[i].begin, words_[i].end - words_[i].begin);
}

std::string_view PhraseText::printed(std::size_t i) const {
  if (i >= words_.size()) return {};
  return std::string_view(plain_.text).substr(words_[i].begin, words_[i].end - words_[i].begin);
}

std::size_t PhraseText::begin(std::size_t i) const {
  return plain_.source(i < words_.size() ? words_[i].begin : plain_.text.size());
}

std::size_t PhraseText::end(std::size_t i) const {
  return i < words_.size() ? plain_.source(words_[i].end) : 0;
}

std::string_view PhraseText::gap(std::size_t i) const {
  if (i >= words_.size()) return {};
  const std::size_t to = i + 1 < words_.size() ? words_[i + 1].begin : plain_.text.size();
  return std::string_view(plain_.text).substr(words_[i].end, to - words_[i].end);
}

bool PhraseText::joined(std::size_t i) const { return i + 1 < words_.size() && is_blank(gap(i)); }

bool PhraseText::ends_sentence(std::size_t i) const {
  const std::string_view marks = gap(i);
  if (marks.find('\n') != marks.npos) return true;
  const std::size_t at = marks.find_first_of(".?!");
  const std::size_t blank = marks.find(' ', at);
  if (at == marks.npos || blank == marks.npos) return false;
  // A capital of one letter or an abbreviation has a stop of its own; a bracket or a quotation mark
  // before the stop says that it is none.
  const bool abbreviated =
      at == 0 && marks[0] == '.' &&
      (is_one_of(word(i), kAbbreviations) || (word(i).size() == 1 && !is_digit(word(i)[0])));
  const char next = peek(printed(i + 1), 0);
  return !abbreviated && (is_upper(next) || is_digit(next));
}

std::vector<TextSpan> PhraseText::sentences() const {
  std::vector<TextSpan> found;
  std::size_t first = 0;
  for (std::size_t i = 0; i < size(); ++i) {
    if (i + 1 < size() && !ends_sentence(i)) continue;
    found.push_back({begin(first), begin(i + 1)});
    first = i + 1;
  }
  if (!found.empty()) found.front().begin = 0;
  return found;
}

std::size_t PhraseText::word_at(std::size_t byte) const {
  const auto behind = [&](const Word& word) { return plain_.source(word.end) <= byte; };
  return static_cast<std::size_t>(
      std::distance(words_.begin(), std::partition_point(words_.begin(), words_.end(), behind)));
}

std::size_t PhraseText::match(std::size_t i, Phrase phrase) const {
  const std::size_t words = count_words(phrase);
  for (std::size_t n = 0; n < words; ++n) {
    if (n > 0 && !joined(i + n - 1)) return 0;
    const std::size_t cut = std::min(phrase.find(' '), phrase.size());
    if (word(i + n) != phrase.substr(0, cut)) return 0;
    phrase.remove_prefix(std::min(cut + 1, phrase.size()));
  }
  return words;
}

std::size_t PhraseText::match_before(std::size_t i, Phrase phrase) const {
  const std::size_t words = count_words(phrase);
  if (i < words || !joined(i - 1)) return 0;
  return match(i - words, phrase);
}

}  // namespace undex
