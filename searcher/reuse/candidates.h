#pragma once
// Paragraphs that share runs of three words with a text: the few that are worth comparing.
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "schemas/run_words.h"
#include "schemas/runs.h"

namespace undex::reuse {

struct Candidate {
  std::uint32_t paragraph = 0;  ///< docid
  std::uint32_t shared = 0;     ///< runs
};

struct Candidates {
  std::vector<Candidate> list;  ///< those that share most first; of equals by docid
  bool all = true;              ///< false when the text is so frequent that some were left out
};

struct Wanted {
  double kept = 0;      ///< part of the words that a paragraph must have: of the shorter text
  bool clause = false;  ///< of the text asked for
  std::function<bool(std::uint32_t paragraph)> paragraph;
};
/// What shares so few runs that it hardly has that part of the words is left out.
Candidates candidates(const Runs& runs, const TextRuns& text, const Wanted& wanted);

}  // namespace undex::reuse
