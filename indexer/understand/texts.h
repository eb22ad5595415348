#pragma once
// The texts of a document that understanding reads, one after the other: the title, the reference,
// every block that is no furniture, and the cells of its tables.
#include <functional>
#include <string_view>

#include "corpus/document.h"

namespace undex {

enum class Texts {
  running,  ///< title, reference and blocks
  running_and_cells,
};

/// Calls `read` with a span over the whole of each text that is not empty, in reading order.
void for_each_text(const Document& document, Texts which,
                   const std::function<void(const MarkSpan& whole, std::string_view text)>& read);

}  // namespace undex
