#pragma once
// Lists of the index's words: those that fit a pattern, those that are nearly a given one. Used by
// Expansion only.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/database.h"

namespace undex::query {

struct WordList {
  std::vector<std::string> terms;  ///< at most as many as asked for
  std::size_t found = 0;           ///< all of them
};

/// Terms that begin with the prefix and go on as the folded pattern says: '*' for any characters,
/// '?' for one. Terms of other kinds, which go on with a capital letter, are passed over.
WordList words_like(std::string_view pattern, const std::string& prefix, std::size_t limit,
                    const Database& db);

/// Whether the word is as the folded pattern says.
bool fits(std::string_view word, std::string_view pattern);

/// The folded word and those one edit away: a letter more, less or other, two neighbours swapped,
/// or letters that print alike (rn and m). Letters are tried that go on a word of the index, so
/// every alphabet is known.
WordList words_near(std::string_view word, const std::string& prefix, std::size_t limit,
                    const Database& db);

/// The folded word and those of the index that have a stem in any language with it in common.
std::vector<std::string> words_of_stem(const std::string& word, std::size_t limit,
                                       const Database& db);

}  // namespace undex::query
