#pragma once
// What a text speaks of, as terms of the index: its concepts, names, citations and words of a
// meaning. What two paragraphs share of it is a reason to call them close.
#include <string>
#include <string_view>
#include <vector>

namespace undex::precedent {

struct Feature {
  enum class Kind { concept_, name, citation, word };
  Kind kind = Kind::word;
  std::string term;   ///< of the index (schemas/terms.h)
  std::string shown;  ///< "service desk", "A/RES/57/295"; a word as the text writes it
};

/// Each once, in no order that matters. Words inside a concept, a name or a citation are none by
/// themselves. Thread-safe.
std::vector<Feature> features_of(std::string_view text, std::string_view language);

}  // namespace undex::precedent
