#pragma once
// The words of a text as runs of three see them (runs.h): whatever case, accents, spacing,
// punctuation, spelling of one family (programme, program) and marks between thousands. Words that
// mean little are kept: "of the" is part of a wording.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace undex {

struct RunWord {
  std::string word;
  std::size_t begin = 0;  ///< UTF-8 bytes in the text
  std::size_t end = 0;
  bool operator==(const RunWord& other) const { return word == other.word; }
};
/// In order; Chinese by the words of a dictionary. `language`: of the document, or what is likely;
/// the text itself may say otherwise (block_language() of terms.h). Thread-safe.
std::vector<RunWord> run_words(std::string_view text, std::string_view language);

inline constexpr std::size_t kRunWords = 3;
/// What a text holds as runs of three words, ascending and each once; of fewer words the whole. Two
/// runs may have one hash: it finds what to compare, and is never an answer.
struct TextRuns {
  std::size_t words = 0;
  std::vector<std::uint32_t> hashes;
};
/// Of a text of any length, in bounded pieces (corpus/pieces.h). Thread-safe.
TextRuns text_runs(std::string_view text, std::string_view language);

}  // namespace undex
