// A trace as comma-separated values: one table of columns for each kind of row.
#include <array>
#include <cstdio>
#include <string_view>
#include <vector>

#include "corpus/text.h"
#include "searcher/render/cells.h"
#include "searcher/render/trace.h"

namespace undex::rendering {
namespace {

std::string place_cell(const TracePlace& place) {
  return place.name.empty() ? "" : place_name(place.name, place.locator);
}

std::string decimal(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4f", number);
  return text;
}

std::vector<Cells> year_rows(const Trace& trace) {
  using State = TraceExpected::State;
  std::vector<Cells> rows = {{"year", "state", "held", "expected", "expected_with_it",
                              "expected_without_it", "expected_record_only", "expected_not_held",
                              "expected_symbol_not_known", "documents", "paragraphs", "mentions",
                              "words", "per_10000", "places"}};
  for (const TraceYear& year : trace.years) {
    std::string places;
    for (const TraceQuote& quote : year.quotes)
      places += (places.empty() ? "" : " ") + place_cell(quote.place);
    rows.push_back(
        {year.label, std::string(state_of(year)), std::to_string(year.held),
         std::to_string(year.expected.size()), expected_list(year, State::mentions, " "),
         expected_list(year, State::silent, " "), expected_list(year, State::record, " "),
         expected_list(year, State::not_held, " "), expected_list(year, State::unknown, " "),
         std::to_string(year.documents), std::to_string(year.paragraphs),
         std::to_string(year.mentions), std::to_string(year.words),
         year.held == 0 ? "" : decimal(year.per_10000), places});
  }
  return rows;
}

std::vector<Cells> name_rows(const Trace& trace) {
  std::vector<Cells> rows = {{"id", "name", "mentions", "paragraphs", "first", "first_date", "last",
                              "last_date", "evidence"}};
  for (const TraceName& name : trace.names)
    rows.push_back({name.id, name.name, std::to_string(name.mentions),
                    std::to_string(name.paragraphs), place_cell(name.first), name.first.date,
                    place_cell(name.last), name.last.date, name.evidence});
  return rows;
}

std::vector<Cells> figure_rows(const Trace& trace) {
  std::vector<Cells> rows = {
      {"place", "date", "value", "upper", "unit", "qualifier", "period", "measure", "printed"}};
  for (const TraceFigure& figure : trace.figures)
    rows.push_back({place_cell(figure.place), figure.place.date, figure.value, figure.upper,
                    figure.unit, figure.qualifier, figure.period, figure.measure, figure.printed});
  return rows;
}

std::vector<Cells> comparison_rows(const Trace& trace) {
  std::vector<Cells> rows = {
      {"from_place", "from", "to_place", "to", "verdict", "change", "reason"}};
  for (const TraceFigureChange& change : trace.figure_changes) {
    const TraceFigure& from = trace.figures[change.from];
    const TraceFigure& to = trace.figures[change.to];
    rows.push_back({place_cell(from.place), from.quantity, place_cell(to.place), to.quantity,
                    change.verdict, change.change, change.reason});
  }
  return rows;
}

std::vector<Cells> company_rows(const Trace& trace) {
  std::vector<Cells> rows = {{"id", "name", "kind", "paragraphs", "documents"}};
  for (const TraceCompany& company : trace.company)
    rows.push_back({company.id, company.name, company.kind, std::to_string(company.paragraphs),
                    std::to_string(company.documents)});
  return rows;
}

std::vector<Cells> place_rows(const Trace& trace) {
  std::vector<Cells> rows = {{"year", "place", "pinpoint", "date", "caution", "line"}};
  for (const TraceYear& year : trace.years)
    for (const TraceQuote& quote : year.quotes)
      rows.push_back({year.label, place_cell(quote.place), quote.place.pinpoint, quote.place.date,
                      quote.place.caution, collapse_spaces(quote.text)});
  return rows;
}

struct Table {
  std::string_view what;
  std::vector<Cells> (*rows)(const Trace& trace);
};
constexpr std::array<Table, 6> kTables = {{{"years", year_rows},
                                           {"names", name_rows},
                                           {"figures", figure_rows},
                                           {"comparisons", comparison_rows},
                                           {"company", company_rows},
                                           {"places", place_rows}}};

}  // namespace

std::string trace_csv(const Trace& trace, std::string_view what) {
  for (const Table& table : kTables)
    if (table.what == what) return csv(table.rows(trace));
  throw Error(ErrorKind::usage, "'" + printable(what) + "' is no part of a trace",
              "choose years, names, figures, comparisons, company or places");
}

}  // namespace undex::rendering
