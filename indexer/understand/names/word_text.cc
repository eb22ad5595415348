#include "indexer/understand/names/word_text.h"

#include <algorithm>
#include <array>

#include "corpus/letters.h"

namespace undex {
namespace {

/// Words before a full stop that ends no sentence.
constexpr std::array<std::string_view, 17> kAbbreviations = {
    "para", "paras", "no", "nos", "corr", "add",  "rev", "mr", "ms",
    "mrs",  "dr",    "st", "art", "sect", "chap", "vol", "inc"};

}  // namespace

WordText::WordText(const MarkSpan& whole, std::string_view text)
    : whole_(whole), text_(text), lower_(text) {
  for (char& c : lower_)
    if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
  words_.reserve(text.size() / 4 + 1);
  int sentence = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size()) {
      const std::size_t length = letter_at(text, at);
      if (length == 0) break;
      at += length;
    }
    if (at == begin) {
      ++at;
      continue;
    }
    if (!words_.empty() && ends_sentence(words_.back().end, begin)) ++sentence;
    // The s of a genitive is no word: "the Division's".
    const bool genitive = at - begin == 1 && lower_[begin] == 's' && begin >= 1 &&
                          !words_.empty() && words_.back().end < begin &&
                          (text.substr(words_.back().end, begin - words_.back().end) == "'" ||
                           text.substr(words_.back().end, begin - words_.back().end) == "\u2019");
    if (!genitive) words_.push_back({.begin = begin, .end = at, .sentence = sentence});
  }
}

bool WordText::ends_sentence(std::size_t from, std::size_t to) const {
  const std::string_view gap = text_.substr(from, to - from);
  if (gap.find('\n') != std::string_view::npos) return true;
  const std::size_t mark = gap.find_first_of(".!?");
  if (mark == std::string_view::npos || mark + 1 >= gap.size()) return false;
  if (gap[mark] != '.') return true;
  if (is_lower(text_[to])) return false;
  const std::string_view last = key(words_.size() - 1);
  return last.size() > 1 &&
         std::find(kAbbreviations.begin(), kAbbreviations.end(), last) == kAbbreviations.end();
}

std::string_view WordText::printed(std::size_t word) const {
  if (word >= words_.size()) return {};
  return text_.substr(words_[word].begin, words_[word].end - words_[word].begin);
}

std::string_view WordText::key(std::size_t word) const {
  if (word >= words_.size()) return {};
  return std::string_view(lower_).substr(words_[word].begin, words_[word].end - words_[word].begin);
}

bool WordText::is_capital(std::size_t word) const {
  return word < words_.size() && is_upper(text_[words_[word].begin]);
}

bool WordText::opens_sentence(std::size_t word) const {
  return word < words_.size() && (word == 0 || words_[word - 1].sentence != words_[word].sentence);
}

bool WordText::joins_previous(std::size_t word) const {
  if (word == 0 || word >= words_.size()) return false;
  const std::size_t end = words_[word - 1].end;
  const std::string_view gap = text_.substr(end, words_[word].begin - end);
  return gap == " " || gap == "-" || gap == "\u00a0" || gap == "'" || gap == "\u2019" ||
         gap == "' " || gap == "\u2019 " || gap == "'s " || gap == "\u2019s ";
}

std::size_t WordText::word_at(std::size_t offset) const {
  const auto found =
      std::lower_bound(words_.begin(), words_.end(), offset,
                       [](const Word& word, std::size_t at) { return word.begin < at; });
  return static_cast<std::size_t>(found - words_.begin());
}

MarkSpan WordText::span(std::size_t from, std::size_t to) const {
  return span_of_bytes(words_[from].begin, words_[to - 1].end);
}

MarkSpan WordText::span_of_bytes(std::size_t begin, std::size_t end) const {
  MarkSpan span = whole_;
  span.begin = begin;
  span.end = end;
  return span;
}

bool WordText::stands_at(std::size_t word, std::string_view phrase) const {
  while (!phrase.empty()) {
    const std::size_t blank = std::min(phrase.find(' '), phrase.size());
    if (key(word) != phrase.substr(0, blank)) return false;
    phrase = phrase.substr(std::min(blank + 1, phrase.size()));
    ++word;
  }
  return true;
}

}  // namespace undex
