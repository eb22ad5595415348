#pragma once
// Which words two texts have in common, and not by chance.
#include <cstddef>
#include <vector>

#include "searcher/compare/common_words.h"

namespace undex::reuse {

/// The common words less those that stand there by chance: any two texts share "the" and "of the".
/// Three words or more side by side are no chance, nor are two that are no stop words of the
/// languages known.
std::vector<comparing::Match> no_chance(const std::vector<comparing::Word>& before,
                                        const std::vector<comparing::Word>& after,
                                        const comparing::Vocabulary& vocabulary);

/// The most of them that stand within so many words of the text after: what is scattered over a
/// long paragraph is no clause.
std::vector<comparing::Match> within(const std::vector<comparing::Match>& words, std::size_t span);

}  // namespace undex::reuse
