#pragma once
// Concepts of corpus/data/concepts.tsv in a row of tokens. Used by terms only.
#include <cstddef>
#include <string_view>
#include <vector>

#include "schemas/words.h"

namespace undex {

struct ConceptMatch {
  std::size_t first = 0;       ///< token index
  std::size_t count = 0;       ///< tokens
  std::size_t found = 0;       ///< number of the concept
  std::string_view wording{};  ///< ConceptVariant::wording of the variant found

  /// Of the concept: the part of the wording between its colons.
  std::string_view id() const {
    const std::size_t begin = wording.find(':') + 1;
    return wording.substr(begin, wording.find(':', begin) - begin);
  }
};

/// The longest match of each concept from each token on, by its variants in that language and by
/// names that are the same in all; matches of one concept never overlap, those of two may ("ICT
/// security" is both), where they do in English. `forms` are the word forms of the tokens in the
/// language. Linear in the tokens.
std::vector<ConceptMatch> find_concepts(const std::vector<Token>& list,
                                        const std::vector<WordForm>& forms,
                                        std::string_view language);

}  // namespace undex
