#pragma once
// Documents and diagrams that stand within a Word document, each in a part of its own.
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/convert/converted_text.h"

namespace undex {

/// How many Word documents may stand one within the other.
constexpr int kMostNested = 3;

/// What w:altChunk refers to: a Word document, a web page, a plain text. Nothing when it is of
/// another kind, damaged, or nested too deep; `depth` is that of the document around it.
std::optional<std::vector<ConvertedBlock>> read_chunk(std::string_view bytes, int depth);

/// The words of a diagram's data part, a block a shape. Throws Error{check}.
std::vector<ConvertedBlock> read_diagram(std::string_view xml, std::string_view part);

}  // namespace undex
