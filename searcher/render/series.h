#pragma once
// The register of series against the archive, for people and programs.
#include <string>
#include <string_view>
#include <vector>

#include "searcher/render/render.h"
#include "searcher/trace/series_page.h"

namespace undex {

/// "held", "held, abridged record", "not held", "symbol not known".
std::string standing_of(const SeriesRow& row);

/// All series with their counts: text, json, tsv or csv. Error{version} for another format.
std::string render_series_list(const std::vector<SeriesPage>& pages, std::string_view format,
                               const RenderOptions& options);
/// One series, a line a member. As above.
std::string render_series(const SeriesPage& page, std::string_view format,
                          const RenderOptions& options);

}  // namespace undex
