#pragma once
// Longest match of names over the words of a text; the machinery under find_names().
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/authority.h"

namespace undex {

class NameTrie {
 public:
  /// Names of two groups are matched apart, each as if the other were not there.
  enum class Group : std::uint32_t { initiatives, others };

  /// Adds a spelling. A name of nullptr hides shorter names inside the phrase and is no match
  /// itself. Of two names with the same spelling the first added keeps it.
  void add(std::string_view spelling, const Name* name, Group group);

  /// Matches in order of place, none inside another of its group, the longer of two groups first. A
  /// walk is never deeper than the longest spelling, so the work is linear in the text.
  std::vector<NameMatch> find(std::string_view text) const;

 private:
  /// A word, or the mark kStop between two words parted by more than blanks and hyphens.
  struct Token {
    std::uint32_t word = 0;      ///< its number, 0 for a word in no name
    std::uint32_t singular = 0;  ///< number of its singular: "practices" counts as "practice"
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  struct End {
    std::string exact = {};  ///< the word as it must stand: "WHO"; empty when case does not matter
    std::string plain = {};  ///< the only word, in lower case: no plural of it will do
    bool capital = false;    ///< the word must begin with a capital: "Chad", never "chad"
    const Name* name = nullptr;
  };
  struct Found {
    std::size_t tokens = 0;  ///< 0: nothing
    const Name* name = nullptr;
  };
  using Numbering = std::function<std::uint32_t(std::string word)>;

  static std::vector<Token> tokens(std::string_view text, const Numbering& number_of);
  static std::uint32_t number(const Token& token, Group group);
  void insert(const std::vector<std::uint32_t>& words, const End& end, Group group);
  Found longest(const std::vector<Token>& path, std::size_t from, std::string_view text,
                Group group) const;
  void find(const std::vector<Token>& path, std::string_view text, Group group,
            std::vector<NameMatch>& matches) const;

  std::unordered_map<std::string, std::uint32_t> words_;       ///< folded word -> number
  std::uint32_t the_ = 0;                                      ///< its number
  std::unordered_map<std::uint64_t, std::uint32_t> children_;  ///< node and word -> node
  /// By node; the first two are the roots of the groups.
  std::vector<std::vector<End>> ends_ = std::vector<std::vector<End>>(2);
};

}  // namespace undex
