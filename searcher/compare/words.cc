#include "searcher/compare/words.h"

#include "schemas/run_words.h"

namespace undex::comparing {

std::vector<Word> Vocabulary::words(std::string_view text, std::string_view language) {
  std::vector<Word> out;
  for (RunWord& word : run_words(text, language)) {
    const auto [place, is_new] =
        ids_.try_emplace(std::move(word.word), static_cast<int>(ids_.size()));
    if (is_new) spelled_.push_back(&place->first);
    out.push_back({word.begin, word.end, place->second, false});
  }
  return out;
}

const std::string& Vocabulary::spelled(const Word& word) const {
  return *spelled_[static_cast<std::size_t>(word.id)];
}

}  // namespace undex::comparing
