#pragma once
// XML of a vocabulary that undex does not know: the texts of its elements in their order.
#include <string_view>

#include "indexer/convert/converted_text.h"

namespace undex {

/// Declares itself as XML, or ends with the end of its first element.
bool recognises_xml(std::string_view bytes);

/// An element that has text of its own is a paragraph, others hold paragraphs; headings, lists and
/// tables are told by their usual names. Throws Error{check} for what is data without sentences.
ConvertedText convert_xml(std::string_view bytes, std::string_view name);

}  // namespace undex
