// Records as rows: CSV, TSV, JSON lines, and text for people; one table of columns.
#include <nlohmann/json.hpp>

#include "schemas/version.h"
#include "searcher/render/cells.h"
#include "searcher/render/json_text.h"
#include "searcher/render/record/forms.h"

namespace undex::rendering {
namespace {

struct Column {
  std::string_view name;
  std::string_view label;
  std::string (*cell)(const Record&);
};

std::string joined(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : "; ") + value;
  return out;
}

constexpr Column kColumns[] = {
    {"key", "Key", [](const Record& r) { return r.key; }},
    {"symbol", "Symbol", [](const Record& r) { return r.name; }},
    {"title", "Title", [](const Record& r) { return r.title; }},
    {"kind", "Kind", [](const Record& r) { return r.kind; }},
    {"authors", "Authors", [](const Record& r) { return joined(r.authors); }},
    {"organs", "Organ", [](const Record& r) { return joined(r.organs); }},
    {"date", "Date", [](const Record& r) { return r.date; }},
    {"date_printed", "Date as printed", [](const Record& r) { return r.date_printed; }},
    {"date_flag", "Doubt of the date", [](const Record& r) { return r.date_flag; }},
    {"languages", "Languages", [](const Record& r) { return joined(r.languages); }},
    {"session", "Session", [](const Record& r) { return r.session; }},
    {"agenda_item", "Agenda item", [](const Record& r) { return r.agenda_item; }},
    {"agenda_title", "Its title", [](const Record& r) { return r.agenda_title; }},
    {"committee", "Committee", [](const Record& r) { return r.committee; }},
    {"distribution", "Distribution", [](const Record& r) { return r.distribution; }},
    {"job_number", "Job number", [](const Record& r) { return r.job_number; }},
    {"series_note", "Series", [](const Record& r) { return r.series_note; }},
    {"subjects", "Subjects", [](const Record& r) { return joined(r.subjects); }},
    {"mandates", "Asked for by", [](const Record& r) { return joined(r.mandates); }},
    {"related", "Related", [](const Record& r) { return joined(r.related); }},
    {"places", "Places cited", [](const Record& r) { return citation_of(r.places); }},
    {"url", "Address", [](const Record& r) { return r.url; }},
    {"remark", "Remark", remark_of},
    {"summary", "Summary", [](const Record& r) { return r.summary; }},
};

Cells cells_of(const Record& record) {
  Cells cells;
  for (const Column& column : kColumns) cells.push_back(column.cell(record));
  return cells;
}

}  // namespace

std::string record_columns() {
  Cells names;
  for (const Column& column : kColumns) names.emplace_back(column.name);
  return csv({names});
}

std::string record_csv(const Record& record, std::string_view) { return csv({cells_of(record)}); }
std::string record_tsv(const Record& record, std::string_view) { return tsv({cells_of(record)}); }

std::string record_jsonl(const Record& record, std::string_view) {
  nlohmann::ordered_json line = {{"format_version", kOutputVersion}};
  for (const Column& column : kColumns) line[std::string(column.name)] = column.cell(record);
  return json_line(line);
}

std::string record_text(const Record& record, std::string_view) {
  constexpr std::size_t kWidth = 20;
  std::string text;
  for (const Column& column : kColumns) {
    const std::string cell = column.cell(record);
    if (cell.empty()) continue;
    std::string label(column.label);
    label.resize(kWidth, ' ');
    text.append(label).append(cell).append("\n");
  }
  return text;
}

}  // namespace undex::rendering
