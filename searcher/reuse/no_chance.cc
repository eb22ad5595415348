#include "searcher/reuse/no_chance.h"

#include "corpus/language.h"
#include "schemas/run_words.h"

namespace undex::reuse {

using comparing::Match;
using comparing::Word;

std::vector<Match> no_chance(const std::vector<Word>& before, const std::vector<Word>& after,
                             const comparing::Vocabulary& vocabulary) {
  const auto says_much = [&](std::size_t at) {
    return !is_stop_word(vocabulary.spelled(before[at]), {});
  };
  std::vector<Match> out = comparing::common_words(before, after);
  comparing::keep_stretches(out, [&](const Match& first, std::size_t count) {
    return count >= kRunWords ||
           (count + 1 == kRunWords && says_much(first.before) && says_much(first.before + 1));
  });
  return out;
}

std::vector<Match> within(const std::vector<Match>& words, std::size_t span) {
  std::size_t begin = 0, best = 0, count = 0;
  for (std::size_t end = 0; end < words.size(); ++end) {
    while (words[end].after - words[begin].after >= span) ++begin;
    if (end + 1 - begin > count) {
      best = begin;
      count = end + 1 - begin;
    }
  }
  const auto first = words.begin() + static_cast<std::ptrdiff_t>(best);
  return {first, first + static_cast<std::ptrdiff_t>(count)};
}

}  // namespace undex::reuse
