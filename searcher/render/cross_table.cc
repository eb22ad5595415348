#include "searcher/render/cross_table.h"

#include <nlohmann/json.hpp>

#include "corpus/text.h"
#include "schemas/version.h"
#include "searcher/render/cells.h"
#include "searcher/render/json_text.h"
#include "searcher/render/terminal.h"

namespace undex {
namespace {

using Json = nlohmann::ordered_json;
using rendering::Cells;
using rendering::counted;

constexpr std::size_t kBroadestRow = 44;

std::string value_of(const FacetCount& count) {
  return (count.label.empty() ? count.value : count.label) + (count.doubtful ? "?" : "");
}

std::string small_first(std::string_view label) {
  std::string out(label);
  if (!out.empty()) out[0] = static_cast<char>(out[0] | 0x20);
  return out;
}

std::string places_of(const CrossCell& cell, std::string_view mark) {
  std::string out;
  for (const CrossPlace& place : cell.places)
    out += (out.empty() ? "" : std::string(mark)) + place_name(place.name, place.locator);
  return out;
}

/// "Initiative by region: 12 paragraphs in 5 documents; 2 paragraphs more have no value of both"
std::string heading(const CrossTable& table) {
  std::string out = table.rows.label + " by " + small_first(table.columns.label) + ": " +
                    counted(table.placed_paragraphs, "paragraph") + " in " +
                    counted(table.placed_documents, "document");
  if (table.paragraphs > table.placed_paragraphs)
    out += "; " + counted(table.paragraphs - table.placed_paragraphs, "other paragraph") +
           " without one of the two";
  return out;
}

/// A name that may be long, so that the columns beside it stay on the page.
std::string shortened(std::string text) {
  if (rendering::columns_of(text) <= kBroadestRow) return text;
  while (rendering::columns_of(text) > kBroadestRow - 3)
    for (bool inside = true; inside && !text.empty(); text.pop_back())
      inside = (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80;
  return text.substr(0, text.find_last_not_of(' ') + 1) + "...";
}

/// Rows against columns, paragraphs in the cells; nothing where the page is too narrow for it.
std::string grid(const CrossTable& table, const RenderOptions& options) {
  std::vector<std::vector<std::string>> rows(1, {""});
  for (const FacetCount& column : table.columns.values)
    rows[0].push_back(printable(value_of(column)));
  rows[0].push_back("all");
  std::size_t cell = 0;
  for (std::size_t row = 0; row < table.rows.values.size(); ++row) {
    std::vector<std::string> line(rows[0].size(), ".");
    line.front() = shortened(printable(value_of(table.rows.values[row])));
    line.back() = std::to_string(table.rows.values[row].paragraphs);
    for (; cell < table.cells.size() && table.cells[cell].row == row; ++cell)
      line[table.cells[cell].column + 1] = std::to_string(table.cells[cell].paragraphs);
    rows.push_back(std::move(line));
  }
  std::vector<bool> right(rows[0].size(), true);
  right.front() = false;
  const std::string out = rendering::table(rows, right);
  const std::size_t columns = rendering::columns_of(out.substr(0, out.find('\n')));
  return options.width > 0 && columns > options.width ? "" : "\n" + out;
}

std::string row_text(const CrossTable& table, std::size_t row, std::size_t& cell,
                     std::size_t widest, const RenderOptions& options) {
  const FacetCount& count = table.rows.values[row];
  std::string out =
      "\n" + rendering::wrapped(rendering::bold(printable(value_of(count)), options.color) + "  " +
                                    counted(count.paragraphs, "paragraph") + " (" +
                                    std::to_string(count.documents) + ")",
                                "", options.width, 4);
  for (; cell < table.cells.size() && table.cells[cell].row == row; ++cell) {
    const CrossCell& at = table.cells[cell];
    std::string lead = "  " + printable(value_of(table.columns.values[at.column]));
    lead.append(widest + 4 - std::min(widest + 4, rendering::columns_of(lead)), ' ');
    lead += std::to_string(at.paragraphs) + " (" + std::to_string(at.documents) + ")  ";
    std::string places = printable(places_of(at, "  "));
    if (at.places.size() < at.paragraphs) places += "  ...";
    out += rendering::wrapped(places, lead, options.width);
  }
  return out;
}

std::string table_text(const CrossTable& table, const RenderOptions& options) {
  if (table.cells.empty()) return "no paragraph has a value of both fields\n";
  std::size_t widest = 0;
  for (const FacetCount& count : table.columns.values)
    widest = std::max(widest, rendering::columns_of(printable(value_of(count))));
  std::string out = rendering::wrapped(heading(table), "", options.width) + grid(table, options);
  std::size_t cell = 0;
  for (std::size_t row = 0; row < table.rows.values.size(); ++row)
    out += row_text(table, row, cell, std::min<std::size_t>(widest, 40), options);
  return out;
}

Json side_json(const Facet& side) {
  Json values = Json::array();
  for (const FacetCount& count : side.values)
    values.push_back({{"value", count.value},
                      {"label", count.label},
                      {"doubtful", count.doubtful},
                      {"paragraphs", count.paragraphs},
                      {"documents", count.documents}});
  return {{"field", side.field}, {"label", side.label}, {"values", values}};
}

Json cell_json(const CrossTable& table, const CrossCell& cell) {
  Json places = Json::array();
  for (const CrossPlace& place : cell.places)
    places.push_back({{"place", place_name(place.name, place.locator)},
                      {"key", place.key},
                      {"symbol", place.name},
                      {"locator", place.locator},
                      {"pinpoint", place.pinpoint}});
  return {{"row", table.rows.values[cell.row].value},
          {"column", table.columns.values[cell.column].value},
          {"paragraphs", cell.paragraphs},
          {"documents", cell.documents},
          {"places", places}};
}

std::string table_json(const CrossTable& table) {
  Json out = {{"format_version", kOutputVersion},
              {"query", table.query},
              {"documents", table.documents},
              {"paragraphs", table.paragraphs},
              {"placed_documents", table.placed_documents},
              {"placed_paragraphs", table.placed_paragraphs},
              {"rows", side_json(table.rows)},
              {"columns", side_json(table.columns)},
              {"cells", Json::array()}};
  for (const CrossCell& cell : table.cells) out["cells"].push_back(cell_json(table, cell));
  return rendering::json_text(out);
}

std::vector<Cells> rows_of(const CrossTable& table) {
  std::vector<Cells> rows;
  for (const CrossCell& cell : table.cells)
    rows.push_back({value_of(table.rows.values[cell.row]),
                    value_of(table.columns.values[cell.column]), std::to_string(cell.paragraphs),
                    std::to_string(cell.documents), places_of(cell, " ")});
  return rows;
}

}  // namespace

std::string render_cross_table(const CrossTable& table, std::string_view format,
                               const RenderOptions& options) {
  if (format == "text") return table_text(table, options);
  if (format == "json") return table_json(table);
  if (format == "tsv") return rendering::tsv(rows_of(table));
  if (format == "csv")
    return rendering::csv(
        {table.rows.field, table.columns.field, "paragraphs", "documents", "places"},
        rows_of(table));
  throw Error(ErrorKind::version, "format '" + printable(format) + "' is not offered",
              "choose text, json, tsv or csv");
}

}  // namespace undex
