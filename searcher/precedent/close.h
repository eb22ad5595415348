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
  InCommon shared;
};

struct CloseParagraphs {
  std::vector<Close> list;  ///< the closest first; none that shares too little to give a reason
  double beyond = 0;        ///< the most closeness that one not compared may have
  bool all = true;          ///< false: one not compared may be close enough
};
/// Among the `count` paragraphs that share most.
CloseParagraphs close_paragraphs(const search::Index& index, std::string_view text,
                                 std::string_view language, std::size_t count);

}  // namespace undex::precedent
