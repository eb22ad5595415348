#pragma once
// The words that announce a number: "resolution", "decisions", "résolution". Works on plain text
// (corpus/symbol/letters.h).
#include <cstddef>
#include <string_view>
#include <vector>

#include "corpus/citation/bodies.h"

namespace undex {

/// One such word where it stands.
struct Trigger {
  std::size_t begin = 0;
  std::size_t end = 0;
  ActKind kind = ActKind::resolution;
};

/// In order. Linear in the text.
std::vector<Trigger> find_triggers(std::string_view plain);

}  // namespace undex
