#pragma once
// A cross table for people and programs.
#include <string>
#include <string_view>

#include "searcher/render/render.h"
#include "undex/cross_table.h"

namespace undex {

/// text, json, tsv or csv. In tsv and csv one line a cell: value of the row, of the column,
/// paragraphs, documents, places. Error{version} for another format.
std::string render_cross_table(const CrossTable& table, std::string_view format,
                               const RenderOptions& options);

}  // namespace undex
