#pragma once
// Rows as tab-separated and comma-separated values.
#include <string>
#include <vector>

namespace undex::rendering {

using Cells = std::vector<std::string>;

/// No header: the first column goes straight into fzf, cut and join. Lines and tabs of a text
/// become blanks.
std::string tsv(const std::vector<Cells>& rows);

/// RFC 4180. A cell that a spreadsheet would take for a formula is given an apostrophe.
std::string csv(const std::vector<Cells>& rows);
std::string csv(Cells header, std::vector<Cells> rows);

}  // namespace undex::rendering
