#pragma once
// The words and values of an index in their order, as a catalogue lets its readers browse them.
// Standard types only, as in undex/search.h; strings are UTF-8.
#include <cstddef>
#include <string>
#include <vector>

#include "undex/search.h"

namespace undex {

struct TermRequest {
  std::string field;       ///< "title", "date"; empty: the words of whole texts
  std::string from;        ///< where the list begins, at it or the next; empty: with the first
  std::size_t before = 0;  ///< terms to give that stand before that
  std::size_t limit = 20;  ///< terms to give from there on
};

/// In the order of their bytes.
struct TermList {
  std::vector<std::string> values;  ///< words folded, values in their one form
  std::size_t before = 0;           ///< how many of them stand before `from`
  bool has_from = false;            ///< `from` itself is one
  bool begins = false;              ///< the first of all is the first given
  bool ends = false;                ///< the last of all is the last given
};

/// Whether the terms of a field are listed: words, symbols and days. Values that can be counted
/// are those of a facet.
bool lists_terms(std::string_view field);

}  // namespace undex
