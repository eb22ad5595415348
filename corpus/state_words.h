#pragma once
// The words of a State's name, and how they are found in a phrase of any of the six languages.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace undex {

class StateWords {
 public:
  struct Word {
    std::string key;        ///< folded
    std::size_t begin = 0;  ///< UTF-8 bytes
    std::size_t end = 0;
  };
  struct Place {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t compared_bytes = 0;  ///< how much of the name agrees: the longest name is meant
  };

  explicit StateWords(std::string_view text);
  const std::vector<Word>& words() const { return words_; }
  /// Where the words of the name stand here, one after the other, first of all places.
  std::optional<Place> find(const StateWords& name) const;

 private:
  std::vector<Word> words_;
};

}  // namespace undex
