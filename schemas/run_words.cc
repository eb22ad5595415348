#include "schemas/run_words.h"

#include <algorithm>
#include <utility>

#include "corpus/pieces.h"
#include "schemas/spelling.h"
#include "schemas/terms.h"
#include "schemas/words.h"

namespace undex {
namespace {

/// FNV-1a: what is on the disk must not hang on the library of the day.
std::uint64_t hash_of(std::string_view word) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return hash;
}

/// Of words in this order: "a b" is another than "b a".
std::uint64_t joined(std::uint64_t before, std::uint64_t word) {
  std::uint64_t hash = (before ^ word) * 0x9e3779b97f4a7c15;
  return hash ^ (hash >> 29);
}

/// The words of the piece that begins there.
void add_words(std::string_view text, std::size_t from, std::string_view language,
               std::vector<RunWord>& out) {
  const std::string_view piece = text.substr(from, piece_end(text, from) - from);
  for (const Token& token : tokens(piece, language, {})) {
    std::string word = word_form(token.raw, language).word;
    if (language == "en") word = one_spelling(word);
    if (!word.empty()) out.push_back({std::move(word), from + token.begin, from + token.end});
  }
}

void add_hashes(const std::vector<RunWord>& words, std::vector<std::uint32_t>& out) {
  std::vector<std::uint64_t> single;
  for (const RunWord& word : words) single.push_back(hash_of(word.word));
  const std::size_t width = std::min(kRunWords, words.size());
  for (std::size_t at = 0; width > 0 && at + width <= words.size(); ++at) {
    std::uint64_t hash = width;
    for (std::size_t i = 0; i < width; ++i) hash = joined(hash, single[at + i]);
    out.push_back(static_cast<std::uint32_t>(hash >> 32));
  }
}

}  // namespace

std::vector<RunWord> run_words(std::string_view text, std::string_view language) {
  const std::string_view own = block_language(text, language);
  std::vector<RunWord> out;
  for (std::size_t from = 0; from < text.size(); from = piece_end(text, from))
    add_words(text, from, own, out);
  return out;
}

TextRuns text_runs(std::string_view text, std::string_view language) {
  const std::string_view own = block_language(text, language);
  TextRuns out;
  for (std::size_t from = 0; from < text.size(); from = piece_end(text, from)) {
    std::vector<RunWord> words;
    add_words(text, from, own, words);
    out.words += words.size();
    add_hashes(words, out.hashes);
  }
  std::sort(out.hashes.begin(), out.hashes.end());
  out.hashes.erase(std::unique(out.hashes.begin(), out.hashes.end()), out.hashes.end());
  return out;
}

}  // namespace undex
