#pragma once
// Paragraphs that speak of the same as a text, whatever their words.
#include <cstdint>
#include <string_view>
#include <vector>

#include "searcher/search/index.h"
#include "undex/precedent.h"

namespace undex::precedent {

struct Close {
  std::uint32_t paragraph = 0;  ///< docid
  double closeness = 0;         ///< as in Precedent
  Shared shared;
};

/// The closest first, some dozens at most; none that shares too little to give a reason.
std::vector<Close> close_paragraphs(const search::Index& index, std::string_view text,
                                    std::string_view language);

}  // namespace undex::precedent
