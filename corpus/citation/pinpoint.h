#pragma once
// Pinpoints in running text: "para. 24 (e)", "paragraphs 15 and 16", "paragraph 46 of the annex",
// "sect. II.A". Works on plain text (corpus/symbol_letters.h).
#include <cstddef>
#include <string_view>
#include <vector>

#include "corpus/locator.h"

namespace undex {

struct Pinpoint {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// In order, not overlapping. Linear in the text.
std::vector<Pinpoint> find_pinpoints(std::string_view plain);

/// What a pinpoint found in the same text names, ranges written out: made only for those that
/// belong to a citation, since "paras. 1-50" is fifty.
std::vector<Locator> locators_of(std::string_view plain, const Pinpoint& pinpoint);

/// The end of ", sect. B" or ", paras. 61-76" at `at`; `at` when there is no pinpoint.
std::size_t skip_pinpoint(std::string_view plain, std::size_t at);

}  // namespace undex
