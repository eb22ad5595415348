// Word forms: the folded word and its stem, by the stemmer of its language.
#include <xapian.h>

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <unordered_map>

#include "corpus/ascii.h"
#include "corpus/language.h"
#include "corpus/text.h"
#include "corpus/utf8.h"
#include "schemas/spelling.h"
#include "schemas/words.h"

namespace undex {
namespace {

constexpr std::size_t kMaxWordBytes = 64;
constexpr std::size_t kRememberedWords = 20000;

enum class Script { latin, cyrillic, arabic, other };

/// Told by the first letter.
Script script_of(std::string_view word) {
  const auto byte = static_cast<unsigned char>(word.front());
  if (is_letter(word.front()) || (byte >= 0xC3 && byte <= 0xC9)) return Script::latin;
  if (byte >= 0xD0 && byte <= 0xD3) return Script::cyrillic;
  return byte >= 0xD8 && byte <= 0xDB ? Script::arabic : Script::other;
}

struct Stemming {
  std::string_view language;
  Script script;
  const char* stemmer;
  std::string (*spelling)(std::string_view word);
  bool of_raw = false;  ///< `spelling` reads the word as written: folding takes too much away
};
/// The first one of a script serves texts in other languages too.
constexpr Stemming kStemmings[] = {
    {"en", Script::latin, "english", one_spelling},
    {"fr", Script::latin, "french", french_spelling},
    {"es", Script::latin, "spanish", spanish_spelling},
    {"ru", Script::cyrillic, "russian", russian_spelling, true},
    {"ar", Script::arabic, "arabic", arabic_spelling},
};

const Stemming* stemming_of(Script script, std::string_view language) {
  const Stemming* found = nullptr;
  for (const Stemming& row : kStemmings)
    if (row.script == script && (!found || row.language == language)) found = &row;
  return found;
}

std::string cut(std::string word) {
  if (word.size() <= kMaxWordBytes) return word;
  std::size_t end = kMaxWordBytes;
  while (end > 0 && is_continuation(word[end])) --end;
  word.resize(end);
  return word;
}

/// A stemmer keeps a buffer, so each thread has its own, made when it is needed first.
const Xapian::Stem& stemmer_of(const Stemming& row) {
  thread_local std::array<std::optional<Xapian::Stem>, std::size(kStemmings)> stemmers;
  std::optional<Xapian::Stem>& stemmer = stemmers[static_cast<std::size_t>(&row - kStemmings)];
  if (!stemmer) stemmer.emplace(row.stemmer);
  return *stemmer;
}

/// Less than two letters are no stem: the Russian one of the acronym for artificial intelligence
/// would be "and".
bool is_stem(std::string_view stem) {
  return std::count_if(stem.begin(), stem.end(),
                       [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }) > 1;
}

std::string stem_of(const Stemming& row, std::string_view raw, const std::string& word) {
  const std::string spelled = cut(row.spelling(row.of_raw ? raw : word));
  std::string stem = fold(stemmer_of(row)(spelled));
  if (!is_stem(stem)) stem = word;
  return "Z" + std::string(row.language) + ":" + cut(std::move(stem));
}

WordForm make_word_form(std::string_view raw, std::string_view language) {
  raw = raw.substr(0, 4 * kMaxWordBytes);
  WordForm form{.word = fold(raw), .stem = {}};
  if (form.word.empty()) return form;
  const Script script = script_of(form.word);
  form.word = cut(script == Script::arabic ? arabic_writing(form.word) : std::move(form.word));
  if (form.word.empty() || is_digit(form.word.front())) return form;
  if (const Stemming* row = stemming_of(script, language))
    form.stem = stem_of(*row, raw, form.word);
  return form;
}

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

}  // namespace

const WordForm& word_form(std::string_view raw, std::string_view language) {
  using Memory = std::unordered_map<std::string, WordForm, TextHash, std::equal_to<>>;
  thread_local std::array<Memory, kLanguages.size() + 1> memories;  // the last: all others
  const auto place = std::find(kLanguages.begin(), kLanguages.end(), language);
  Memory& memory = memories[static_cast<std::size_t>(place - kLanguages.begin())];
  if (const auto found = memory.find(raw); found != memory.end()) return found->second;
  WordForm form = make_word_form(raw, language);
  thread_local WordForm too_long;
  if (raw.size() > kMaxWordBytes) return too_long = std::move(form);
  if (memory.size() >= kRememberedWords) memory.clear();
  return memory.emplace(raw, std::move(form)).first->second;
}

}  // namespace undex
