#pragma once
// Words as texts are compared by: whatever case, accents and punctuation. A number is one word.
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace undex::comparing {

struct Word {
  std::size_t begin = 0;  ///< UTF-8 bytes in the text
  std::size_t end = 0;
  int id = 0;            ///< the same for the same word of one Vocabulary
  bool in_name = false;  ///< of a body or initiative: no wording of the text's own
};

class Vocabulary {
 public:
  int id(std::string_view word);
  /// Words of the text in order. Linear.
  std::vector<Word> words(std::string_view text);

 private:
  std::unordered_map<std::string, int> ids_;
};

/// A word of one text and the word of the other that is the same.
struct Match {
  std::size_t before = 0;  ///< places in the two lists
  std::size_t after = 0;
};

/// A longest common subsequence, by the shortest edit (Myers, "An O(ND) Difference Algorithm and
/// Its Variations", 1986); of texts with more than 1,000 edits between them that of the words that
/// each has once. In order.
std::vector<Match> common_words(const std::vector<Word>& before, const std::vector<Word>& after);

/// Runs of words that stand together in both and are at least so long count as kept: shorter ones
/// ("of the") any two texts have in common.
inline constexpr std::size_t kRun = 3;

/// Matches that stand in such runs.
std::vector<Match> in_runs(const std::vector<Match>& matches);

}  // namespace undex::comparing
