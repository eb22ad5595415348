// Figures for programs: JSON, tab-separated and comma-separated values.
#include <nlohmann/json.hpp>

#include "corpus/text.h"
#include "schemas/version.h"
#include "searcher/render/cells.h"
#include "searcher/render/json_text.h"
#include "searcher/render/renderers.h"

namespace undex {
namespace rendering {
namespace {

using Json = nlohmann::ordered_json;

Json number_json(const std::string& cell) {
  if (cell.empty()) return nullptr;
  Json number = Json::parse(cell, nullptr, false);
  return number.is_number() ? number : Json(cell);
}

Json figure_json(const FigureDocument& document, const FoundFigure& found) {
  const Figure& figure = found.figure;
  return {{"place", place_name(document.name, found.at.text())},
          {"locator", found.at.text()},
          {"pinpoint", found.at.citation()},
          {"value", number_json(figure.value)},
          {"upper", number_json(figure.upper)},
          {"unit", figure.unit},
          {"qualifier", name_of(figure.qualifier)},
          {"period", figure.period.iso},
          {"period_kind", name_of(figure.period.kind)},
          {"period_printed", figure.period.printed},
          {"measure", figure.measure},
          {"as_printed", found.as_printed},
          {"context", found.context}};
}

Json document_json(const FigureDocument& document) {
  Json figures = Json::array();
  for (const FoundFigure& found : document.figures) figures.push_back(figure_json(document, found));
  return {{"symbol", document.name},
          {"title", document.title},
          {"date", document.date},
          {"date_flag", document.date_flag},
          {"figures", figures}};
}

Json side_json(const FigurePage& page, std::size_t document, std::size_t figure) {
  const FigureDocument& from = page.documents[document];
  const FoundFigure& found = from.figures[figure];
  return {{"place", place_name(from.name, found.at.text())},
          {"date", from.date},
          {"value", number_json(found.figure.value)},
          {"unit", found.figure.unit}};
}

std::string figures_json(const FigurePage& page) {
  Json out = {{"format_version", kOutputVersion},
              {"words", page.words},
              {"documents", Json::array()},
              {"comparisons", Json::array()}};
  for (const FigureDocument& document : page.documents)
    out["documents"].push_back(document_json(document));
  for (const FigureChange& change : page.changes)
    out["comparisons"].push_back({{"from", side_json(page, change.from_document, change.from)},
                                  {"to", side_json(page, change.to_document, change.to)},
                                  {"verdict", name_of(change.comparison.verdict)},
                                  {"reason", change.comparison.reason}});
  return json_text(out);
}

std::vector<Cells> rows_of(const FigurePage& page) {
  std::vector<Cells> rows;
  for (const FigureDocument& document : page.documents)
    for (const FoundFigure& found : document.figures) {
      const Figure& figure = found.figure;
      rows.push_back({place_name(document.name, found.at.text()), document.name, document.date,
                      figure.value, figure.upper, figure.unit,
                      std::string(name_of(figure.qualifier)), figure.period.iso, figure.measure,
                      found.as_printed});
    }
  return rows;
}

}  // namespace
}  // namespace rendering

std::string render_figures(const FigurePage& page, std::string_view format,
                           const RenderOptions& options) {
  if (format == "text") return rendering::figures_text(page, options);
  if (format == "json") return rendering::figures_json(page);
  if (format == "tsv") return rendering::tsv(rendering::rows_of(page));
  if (format == "csv")
    return rendering::csv({"place", "document", "date", "value", "upper", "unit", "qualifier",
                           "period", "measure", "as_printed"},
                          rendering::rows_of(page));
  throw Error(ErrorKind::version, "format '" + printable(format) + "' is not offered",
              "choose text, json, tsv or csv");
}

}  // namespace undex
