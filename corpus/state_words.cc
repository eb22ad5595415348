#include "corpus/state_words.h"

#include <algorithm>
#include <array>

#include "corpus/text.h"

namespace undex {
namespace {

bool is_cyrillic(std::string_view word) {
  return !word.empty() && (word.front() == '\xD0' || word.front() == '\xD1');
}

/// The word without the ending of its case; letters of two bytes. fold() has made й и, ё е.
std::string_view stem_of(std::string_view word) {
  constexpr std::array<std::string_view, 7> kAdjectives{"ая", "яя", "ые", "ие", "ии", "ыи", "ое"};
  constexpr std::string_view kEndings = "аеиоуыьэюя";
  if (word.size() <= 4) return word;
  const std::string_view last_two = word.substr(word.size() - 4);
  if (std::find(kAdjectives.begin(), kAdjectives.end(), last_two) != kAdjectives.end())
    return word.substr(0, word.size() - 4);
  const bool ends = kEndings.find(word.substr(word.size() - 2)) != std::string_view::npos;
  return ends ? word.substr(0, word.size() - 2) : word;
}

/// Bytes of the name's word that agree with the word of the text; 0 when it is another.
std::size_t agreement(std::string_view name, std::string_view text) {
  if (name == text) return name.size();
  if (is_cyrillic(name)) {
    constexpr std::size_t kLongestEnding = 4;  // two letters
    const std::string_view stem = stem_of(name);
    return text.starts_with(stem) && text.size() <= stem.size() + kLongestEnding ? stem.size() : 0;
  }
  // Arabic writes "to", "and" and "in" together with what follows, and "to the" as two lams.
  constexpr std::array<std::string_view, 3> kParticles{"ل", "و", "ب"};
  constexpr std::string_view kArticle = "ال", kToThe = "لل";
  for (const std::string_view particle : kParticles)
    if (text.starts_with(particle) && text.substr(particle.size()) == name) return name.size();
  const bool to_the = name.starts_with(kArticle) && text.starts_with(kToThe) &&
                      name.substr(kArticle.size()) == text.substr(kToThe.size());
  return to_the ? name.size() : 0;
}

/// Apostrophes part words here: "l’Algérie" names Algeria.
std::string with_blanks_for_apostrophes(std::string_view text) {
  std::string out(text);
  std::replace(out.begin(), out.end(), '\'', ' ');
  constexpr std::string_view kCurled = "’";
  for (std::size_t at = out.find(kCurled); at != std::string::npos; at = out.find(kCurled, at))
    out.replace(at, kCurled.size(), kCurled.size(), ' ');
  return out;
}

}  // namespace

StateWords::StateWords(std::string_view text) {
  const std::string plain = with_blanks_for_apostrophes(text);
  for (const WordSpan& span : undex::words(plain)) {
    const std::string_view word = std::string_view(plain).substr(span.begin, span.end - span.begin);
    if (!span.ideographic) {
      words_.push_back({fold(word), span.begin, span.end});
      continue;
    }
    // A dictionary cuts a name here and there in another way: characters are compared.
    constexpr std::size_t kCharacter = 3;
    for (std::size_t at = 0; at < word.size(); at += kCharacter)
      words_.push_back({std::string(word.substr(at, kCharacter)), span.begin + at,
                        std::min(span.begin + at + kCharacter, span.end)});
  }
}

std::optional<StateWords::Place> StateWords::find(const StateWords& name) const {
  const std::size_t count = name.words_.size();
  if (count == 0) return std::nullopt;
  for (std::size_t from = 0; from + count <= words_.size(); ++from) {
    std::size_t compared = 0, at = 0;
    for (; at < count; ++at) {
      const std::size_t agreed = agreement(name.words_[at].key, words_[from + at].key);
      if (agreed == 0) break;
      compared += agreed;
    }
    if (at == count) return Place{words_[from].begin, words_[from + count - 1].end, compared};
  }
  return std::nullopt;
}

}  // namespace undex
