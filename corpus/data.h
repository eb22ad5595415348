#pragma once
// The tables of corpus/data, compiled in: UTF-8, tab-separated, one header line, '#' lines are
// remarks.
#include <string>
#include <string_view>
#include <vector>

namespace undex {

/// The bytes of corpus/data/<name>.tsv; empty if there is no such table.
std::string_view data_table(std::string_view name);

/// Its lines behind the header, for take_row() of frozen_table.h, where the rows are many.
std::string_view data_lines(std::string_view name);
constexpr bool is_remark(std::string_view line) { return line.starts_with('#'); }

/// Its rows without header and remarks, each with as many cells as the header has columns.
std::vector<std::vector<std::string_view>> data_rows(std::string_view name);

}  // namespace undex
