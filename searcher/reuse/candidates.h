#pragma once
// Paragraphs that share runs of three words with a text: the few that are worth comparing.
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "schemas/run_words.h"
#include "searcher/query/sharded.h"

namespace undex::reuse {

struct Candidate {
  std::uint32_t paragraph = 0;  ///< docid
  std::uint32_t shared = 0;     ///< runs
};

struct Candidates {
  std::vector<Candidate> list;  ///< those that share most first; of equals by docid
  bool all = true;              ///< false when the text is so frequent that some were left out
};

/// What is asked of a paragraph.
struct Wanted {
  double kept = 0;      ///< part of the words that both must have
  bool clause = false;  ///< the text asked for alone: the paragraph may be as long as it likes
  std::function<bool(std::uint32_t paragraph)> paragraph;

  /// How many words a text of so many must have in common with one of so many others: that part of
  /// both or most of one; and where they are few, most of both.
  std::size_t least_words(std::size_t asked, std::size_t other) const;
};
/// What shares so few runs that it hardly has those words is left out.
Candidates candidates(const query::ShardedRuns& runs, const TextRuns& text, const Wanted& wanted);

}  // namespace undex::reuse
