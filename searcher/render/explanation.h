#pragma once
// What was understood of a text and why: every mark with its rule under the words it stands in, and
// what was looked at and refused.
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "searcher/render/render.h"

namespace undex {

/// text or json, of the places `only` names, or of the whole document; empty when it has none of
/// them. Error{version} for another format.
std::string render_explanation(const Document& document, const std::vector<RefusedMark>& refused,
                               const std::vector<Locator>& only, std::string_view format,
                               const RenderOptions& options);

}  // namespace undex
