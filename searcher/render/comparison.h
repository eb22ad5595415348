#pragma once
// Two documents or two places side by side, for people and programs.
#include <string>
#include <string_view>
#include <vector>

#include "searcher/compare/compare.h"
#include "searcher/render/render.h"

namespace undex {

/// With `summary` counts and themes alone. text, json, tsv or csv (one line a pair); Error{version}
/// for another format.
std::string render_comparison(const DocumentComparison& comparison, bool summary,
                              std::string_view format, const RenderOptions& options);

/// The one pair, under the two names "E/2003/75" and "E/2009/21". As above.
std::string render_comparison(const ParagraphPair& pair, const std::string& before,
                              const std::string& after, std::string_view format,
                              const RenderOptions& options);

/// Documents of a series, each beside the one before it: counts and themes. As above.
std::string render_comparisons(const std::vector<DocumentComparison>& comparisons,
                               std::string_view format, const RenderOptions& options);

}  // namespace undex
