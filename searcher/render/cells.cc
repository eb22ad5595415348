// Tab-separated and comma-separated values: the same rows, other marks between the cells.
#include "searcher/render/cells.h"

#include <algorithm>

#include "corpus/text.h"
#include "searcher/render/renderers.h"

namespace undex::rendering {
namespace {

using Row = Cells;

/// Lines and tabs of a text would break the row; control characters are nobody's data.
std::string tsv_cell(std::string_view cell) { return printable(collapse_spaces(cell)); }

/// Some spreadsheets take the signs of full width too.
bool begins_formula(std::string_view cell) {
  constexpr std::string_view kSigns[] = {"=",  "+",  "-",  "@",  "\t", "\r",
                                         "\n", "＝", "＋", "－", "＠"};
  return std::ranges::any_of(kSigns, [&](std::string_view sign) { return cell.starts_with(sign); });
}

std::string csv_cell(std::string_view cell) {
  std::string text;
  if (begins_formula(cell)) text = "'";
  text += printable(cell, true);
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

std::string lines(const std::vector<Row>& rows, char mark, std::string_view end,
                  std::string (*cell)(std::string_view)) {
  std::string out;
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += mark;
      out += cell(row[i]);
    }
    out += end;
  }
  return out;
}

/// Symbols of the other documents of a group, with the language where it is another text of one.
std::string others_of(const Hit& hit) {
  std::string out;
  for (const Version& other : hit.others)
    out += (out.empty() ? "" : "; ") + other.name +
           (other.name == hit.name ? " (" + other.language + ")" : "");
  return out;
}

/// Where hits are grouped, two columns more: how many other documents belong to each, and which.
std::vector<Row> rows_of(const Result& result) {
  std::vector<Row> rows;
  for (const Hit& hit : result.hits) {
    const std::size_t first = rows.size();
    if (hit.passages.empty())
      rows.push_back({place_name(hit.name, {}), hit.name, "", hit.date, hit.title, ""});
    for (const Passage& passage : hit.passages)
      rows.push_back({place_name(hit.name, passage.locator), hit.name, passage.pinpoint, hit.date,
                      hit.title, passage.snippet});
    if (result.group == Group::none) continue;
    for (std::size_t at = first; at < rows.size(); ++at) {
      rows[at].push_back(std::to_string(hit.others_count));
      rows[at].push_back(others_of(hit));
    }
  }
  return rows;
}

std::vector<Row> rows_of(const Facet& facet) {
  std::vector<Row> rows;
  for (const FacetCount& count : facet.values)
    rows.push_back({count.value, count.label, count.doubtful ? "?" : "",
                    std::to_string(count.documents), std::to_string(count.paragraphs), count.parent,
                    count.selected ? "selected" : "", std::to_string(count.held)});
  return rows;
}

std::vector<Row> rows_of(const std::vector<FieldInfo>& fields) {
  std::vector<Row> rows;
  for (const FieldInfo& field : fields)
    rows.push_back({field.name, field.label, field.kind, field.facet ? "facet" : "", field.example,
                    field.help});
  return rows;
}

std::vector<Row> rows_of(const Status& status) {
  return {{"documents", std::to_string(status.documents)},
          {"paragraphs", std::to_string(status.paragraphs)},
          {"index_version", std::to_string(status.index_version)},
          {"archive_revision", std::to_string(status.archive_revision)},
          {"generation", status.generation}};
}

}  // namespace

std::string tsv(const std::vector<Cells>& rows) { return lines(rows, '\t', "\n", tsv_cell); }
std::string csv(const std::vector<Cells>& rows) { return lines(rows, ',', "\r\n", csv_cell); }
std::string csv(Cells header, std::vector<Cells> rows) {
  rows.insert(rows.begin(), std::move(header));
  return csv(rows);
}

std::string result_tsv(const Result& result, const RenderOptions&) { return tsv(rows_of(result)); }
std::string facet_tsv(const Facet& facet, const RenderOptions&) { return tsv(rows_of(facet)); }
std::string fields_tsv(const std::vector<FieldInfo>& fields, const RenderOptions&) {
  return tsv(rows_of(fields));
}
std::string status_tsv(const Status& status, const RenderOptions&) { return tsv(rows_of(status)); }

std::string result_csv(const Result& result, const RenderOptions&) {
  Row header = {"place", "symbol", "pinpoint", "date", "title", "text"};
  if (result.group != Group::none) header.insert(header.end(), {"others", "other_documents"});
  return csv(std::move(header), rows_of(result));
}
std::string facet_csv(const Facet& facet, const RenderOptions&) {
  return csv(
      {"value", "label", "doubtful", "documents", "paragraphs", "parent", "selected", "held"},
      rows_of(facet));
}
std::string fields_csv(const std::vector<FieldInfo>& fields, const RenderOptions&) {
  return csv({"name", "label", "kind", "facet", "example", "help"}, rows_of(fields));
}
std::string status_csv(const Status& status, const RenderOptions&) {
  return csv({"name", "value"}, rows_of(status));
}

}  // namespace undex::rendering
