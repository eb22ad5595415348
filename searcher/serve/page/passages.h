#pragma once
// Words of documents on a page: what matches is marked, what runs from right to left says so.
#include <string>
#include <string_view>
#include <vector>

#include "searcher/serve/page/html.h"
#include "undex/search.h"

namespace undex::serve {

/// The text with <mark>, or another element, around the spans, which are in order and apart.
/// Offsets are bytes.
Html marked(std::string_view text, const std::vector<Span>& spans, std::string_view tag = "mark");

/// "rtl" or "ltr", by the letters of the text.
std::string_view direction_of(std::string_view text);

}  // namespace undex::serve
