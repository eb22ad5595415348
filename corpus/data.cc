#include "corpus/data.h"

#include <algorithm>

#include "corpus/embedded.h"
#include "corpus/strings.h"

namespace undex {

std::string_view data_table(std::string_view name) {
  for (const EmbeddedFile& table : embedded_tables())
    if (table.name == name) return table.bytes;
  return {};
}

std::string_view data_lines(std::string_view name) {
  std::string_view rest = data_table(name);
  bool header = false;
  while (!rest.empty() && !header) {
    header = !is_remark(rest) && !rest.starts_with('\n');
    rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1);
  }
  return rest;
}

std::vector<std::vector<std::string_view>> data_rows(std::string_view name) {
  std::string_view rest = data_table(name);
  std::vector<std::vector<std::string_view>> rows;
  std::size_t columns = 0;
  while (!rest.empty()) {
    const std::size_t line_end = rest.find('\n');
    const std::string_view line = rest.substr(0, line_end);
    rest = line_end == std::string_view::npos ? std::string_view{} : rest.substr(line_end + 1);
    if (line.empty() || is_remark(line)) continue;
    std::vector<std::string_view> cells = split(line, '\t');
    if (columns == 0) {
      columns = cells.size();
      continue;
    }
    cells.resize(columns);
    rows.push_back(std::move(cells));
  }
  return rows;
}

}  // namespace undex
