#pragma once
// A document as text, JSON or XML, and as the lines that other programs read.
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "corpus/locator.h"
#include "searcher/render/render.h"

namespace undex {

/// A document, or the places `only` names: text, json or xml (the archive's own form). Empty when
/// the document has none of the places.
std::string render_document(const Document& document, std::string_view format,
                            const std::vector<Locator>& only, const RenderOptions& options);

}  // namespace undex
