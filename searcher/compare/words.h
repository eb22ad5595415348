#pragma once
// Words as texts are compared by: the words of runs (schemas/run_words.h), each as a number.
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
  /// Words of the text in order. `language`: as run_words(). Linear.
  std::vector<Word> words(std::string_view text, std::string_view language);
  /// As it is compared: "program" for "Programmes".
  const std::string& spelled(const Word& word) const;

 private:
  std::unordered_map<std::string, int> ids_;
  std::vector<const std::string*> spelled_;  ///< by id: the keys of ids_
};

}  // namespace undex::comparing
