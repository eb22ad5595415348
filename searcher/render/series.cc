#include "searcher/render/series.h"

#include <nlohmann/json.hpp>

#include "corpus/text.h"
#include "schemas/version.h"
#include "searcher/render/cells.h"
#include "searcher/render/json_text.h"
#include "searcher/render/renderers.h"

namespace undex {
namespace {

using Json = nlohmann::ordered_json;
using rendering::Cells;

Json year_or_null(int year) { return year == 0 ? Json() : Json(year); }
std::string year_or_empty(int year) { return year == 0 ? "" : std::to_string(year); }

std::string asked_in(const SeriesMember& member) {
  const std::string place = member.answers_place.citation();
  return member.answers.text() + (place.empty() ? "" : ", " + place);
}

std::string date_of(const SeriesRow& row) {
  return row.held && !row.held->date.empty() ? row.held->date : row.member.date;
}

Json head_json(const SeriesPage& page) {
  const Series& series = *page.series;
  return {{"id", series.id},
          {"name", series.name},
          {"names", series.names},
          {"kind", series.kind},
          {"organ", series.organ},
          {"beside", series.beside},
          {"every_years", year_or_null(series.every)},
          {"due_from", year_or_null(series.from_year)},
          {"due_to", year_or_null(series.to_year)},
          {"evidence", series.evidence},
          {"known", page.known},
          {"held", page.held},
          {"not_held", page.known - page.held},
          {"symbol_not_known", page.rows.size() - page.known},
          {"next_due", year_or_null(page.next_due)}};
}

Json row_json(const SeriesRow& row) {
  return {{"year", row.member.year},
          {"symbol", row.is_known() ? Json(row.member.symbol.text()) : Json()},
          {"standing", standing_of(row)},
          {"held_as", row.held ? Json(row.held->held_as) : Json()},
          {"key", row.held ? Json(row.held->key) : Json()},
          {"title", row.held ? row.held->title : ""},
          {"date", date_of(row)},
          {"date_flag", row.held ? row.held->date_flag : ""},
          {"answers", row.member.answers.text()},
          {"answers_place", row.member.answers_place.text()},
          {"evidence", row.member.evidence},
          {"due_by_rhythm", row.by_rhythm()}};
}

Cells head_cells(const SeriesPage& page) {
  return {page.series->id,
          std::to_string(page.known),
          std::to_string(page.held),
          std::to_string(page.known - page.held),
          std::to_string(page.rows.size() - page.known),
          year_or_empty(page.next_due),
          page.series->name};
}

Cells row_cells(const SeriesRow& row) {
  return {row.member.symbol.text(), std::to_string(row.member.year),
          standing_of(row),         date_of(row),
          asked_in(row.member),     row.member.evidence};
}

[[noreturn]] void refuse(std::string_view format) {
  throw Error(ErrorKind::version, "format '" + printable(format) + "' is not offered",
              "choose text, json, tsv or csv");
}

}  // namespace

std::string standing_of(const SeriesRow& row) {
  if (!row.is_known()) return "symbol not known";
  if (!row.held) return "not held";
  return row.held->held_as == "text" ? "held" : "held, " + row.held->held_as;
}

std::string render_series_list(const std::vector<SeriesPage>& pages, std::string_view format,
                               const RenderOptions& options) {
  if (format == "text") return rendering::series_list_text(pages, options);
  if (format == "json") {
    Json all = Json::array();
    for (const SeriesPage& page : pages) all.push_back(head_json(page));
    return rendering::json_text(Json{{"format_version", kOutputVersion}, {"series", all}});
  }
  std::vector<Cells> rows;
  for (const SeriesPage& page : pages) rows.push_back(head_cells(page));
  if (format == "tsv") return rendering::tsv(rows);
  if (format == "csv")
    return rendering::csv(
        {"series", "known", "held", "not_held", "symbol_not_known", "next_due", "name"}, rows);
  refuse(format);
}

std::string render_series(const SeriesPage& page, std::string_view format,
                          const RenderOptions& options) {
  if (format == "text") return rendering::series_text(page, options);
  if (format == "json") {
    Json out = {{"format_version", kOutputVersion}};
    out.update(head_json(page));
    out["members"] = Json::array();
    for (const SeriesRow& row : page.rows) out["members"].push_back(row_json(row));
    return rendering::json_text(out);
  }
  std::vector<Cells> rows;
  for (const SeriesRow& row : page.rows) rows.push_back(row_cells(row));
  if (format == "tsv") return rendering::tsv(rows);
  if (format == "csv")
    return rendering::csv({"symbol", "year", "standing", "date", "answers", "evidence"}, rows);
  refuse(format);
}

}  // namespace undex
