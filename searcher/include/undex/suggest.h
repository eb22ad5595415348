#pragma once
// What a person may be about to type: symbols and values of fields that the index holds. Standard
// types only, as in undex/search.h; strings are UTF-8.
#include <cstddef>
#include <string>
#include <vector>

#include "undex/search.h"

namespace undex {

struct SuggestRequest {
  /// So far: "A/58/5", "gen", "organ:gen" (of this field alone); white space around it is nothing.
  std::string typed;
  std::size_t limit = 10;       ///< at most
  std::string language = "en";  ///< of labels
};

/// A value of a field, which finds documents.
struct Suggestion {
  std::string field;  ///< "symbol", "organ"
  std::string value;  ///< "A/58/568", "General Assembly"
  std::string label;  ///< in the language asked for
  std::size_t documents = 0;
};

}  // namespace undex
