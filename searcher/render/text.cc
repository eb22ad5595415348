// Fields and the state of an index as a person reads them on a terminal.
#include "corpus/text.h"

#include "searcher/render/renderers.h"
#include "searcher/render/terminal.h"

namespace undex::rendering {

std::string fields_text(const std::vector<FieldInfo>& fields, const RenderOptions& options) {
  std::vector<std::vector<std::string>> rows = {{"FIELD", "TAKES", "COUNTED", ""}};
  for (const FieldInfo& field : fields)
    rows.push_back({field.name, field.kind, field.facet ? "yes" : "no", "|"});
  const std::string names = table(rows);  // the bars keep every line as long as the longest
  std::string out;
  std::size_t begin = 0;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const std::size_t end = names.find('\n', begin);
    std::string line = names.substr(begin, end - begin);
    begin = end + 1;
    if (row == 0) {
      out += line + "  WHAT, AND AN EXAMPLE\n";
      continue;
    }
    line.pop_back();
    out += wrapped(fields[row - 1].help, line, options.width);
    out += wrapped(fields[row - 1].example, std::string(line.size(), ' '), options.width);
  }
  return out;
}

std::string status_text(const Status& status, const RenderOptions&) {
  return table({{"documents", std::to_string(status.documents)},
                {"paragraphs", std::to_string(status.paragraphs)},
                {"index form", std::to_string(status.index_version)},
                {"archive revision", std::to_string(status.archive_revision)},
                {"generation", printable(status.generation)}});
}

}  // namespace undex::rendering
