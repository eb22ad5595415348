#pragma once
// Numbers and references that look like a citation and are none: for those who ask why a text
// cites what it does.
#include <string_view>
#include <vector>

#include "corpus/citation.h"

namespace undex {

/// `refused` and, in order with them, every other number or reference of the plain text that lies
/// outside the citations and looks like a document's.
std::vector<RefusedCitation> with_refused_numbers(std::string_view plain,
                                                  const std::vector<Citation>& citations,
                                                  std::vector<RefusedCitation> refused);

}  // namespace undex
