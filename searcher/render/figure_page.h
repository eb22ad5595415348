#pragma once
// Figures for people and programs, with what may be set side by side.
#include <string>
#include <string_view>

#include "searcher/render/render.h"
#include "searcher/trace/figures.h"

namespace undex {

/// text, json, tsv or csv. Error{version} for another format.
std::string render_figures(const FigurePage& page, std::string_view format,
                           const RenderOptions& options);

}  // namespace undex
