#pragma once
// Converted text -> Document: furniture set aside, lines joined, masthead, body, notes, tables. A
// pure function.
#include "corpus/document.h"
#include "indexer/convert/converted_text.h"

namespace undex {

/// Never throws for a bad text: what could not be understood stays as unnumbered paragraphs, with a
/// notice. `source_name` (file name) is used for nothing but Document::name() of a paper without
/// symbol and reference.
Document read_structure(const ConvertedText& text, std::string_view source_name);

}  // namespace undex
