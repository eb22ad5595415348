// A trace as JSON; the formats of a trace.
#include <nlohmann/json.hpp>

#include "corpus/text.h"
#include "schemas/version.h"
#include "searcher/render/json_text.h"
#include "searcher/render/trace.h"

namespace undex {
namespace rendering {
namespace {

using Json = nlohmann::ordered_json;

template <typename List, typename Make>
Json list_of(const List& list, Make make) {
  Json out = Json::array();
  for (const auto& one : list) out.push_back(make(one));
  return out;
}

Json place_json(const TracePlace& place) {
  if (place.name.empty()) return nullptr;
  return {{"place", place_name(place.name, place.locator)},
          {"key", place.key},
          {"symbol", place.name},
          {"locator", place.locator},
          {"pinpoint", place.pinpoint},
          {"date", place.date},
          {"date_flag", place.date_flag},
          {"caution", place.caution}};
}

Json spans_json(const std::vector<Span>& spans) {
  return list_of(spans, [](const Span& span) {
    return Json{{"begin_byte", span.begin}, {"end_byte", span.end}};
  });
}

Json change_json(const TraceChange& change) {
  return {{"from", change.from},         {"to", change.to},
          {"kind", change.kind},         {"when", change.when},
          {"document", change.document}, {"paragraph", change.paragraph},
          {"held", change.held}};
}

Json name_json(const TraceName& name) {
  return {{"id", name.id},
          {"name", name.name},
          {"mentions", name.mentions},
          {"paragraphs", name.paragraphs},
          {"first", place_json(name.first)},
          {"last", place_json(name.last)},
          {"evidence", name.evidence},
          {"forms", list_of(name.forms, [](const TraceName::Form& form) {
             return Json{{"words", form.words}, {"mentions", form.mentions}};
           })}};
}

Json body_json(const TraceBody& body) {
  return {{"id", body.id},
          {"name", body.name},
          {"from_year", body.from_year},
          {"to_year", body.to_year},
          {"evidence", place_json(body.evidence)},
          {"authority", body.authority},
          {"changes", list_of(body.changes, change_json)}};
}

Json mandate_json(const TraceMandate& mandate) {
  return {{"symbol", mandate.symbol},
          {"of", mandate.of_documents ? "documents" : "subject"},
          {"held", mandate.held},
          {"years", mandate.years},
          {"places", list_of(mandate.places, place_json)}};
}

Json status_json(const TraceStatus& status) {
  return {{"status", status.status}, {"words", status.words}, {"place", place_json(status.place)}};
}

Json company_json(const TraceCompany& company) {
  return {{"id", company.id},
          {"name", company.name},
          {"kind", company.kind},
          {"paragraphs", company.paragraphs},
          {"documents", company.documents}};
}

Json number_json(const std::string& digits) {
  if (digits.empty()) return nullptr;
  Json number = Json::parse(digits, nullptr, false);
  return number.is_number() ? number : Json(digits);
}

Json figure_json(const TraceFigure& figure) {
  return {{"value", number_json(figure.value)},
          {"upper", number_json(figure.upper)},
          {"unit", figure.unit},
          {"qualifier", figure.qualifier},
          {"measure", figure.measure},
          {"period", figure.period},
          {"period_printed", figure.period_printed},
          {"printed", figure.printed},
          {"place", place_json(figure.place)}};
}

Json figure_change_json(const TraceFigureChange& change) {
  return {{"from", change.from},
          {"to", change.to},
          {"verdict", change.verdict},
          {"reason", change.reason},
          {"change", change.change}};
}

Json expected_json(const TraceExpected& expected) {
  return {{"series", expected.series},
          {"symbol", expected.symbol},
          {"state", name_of(expected.state)},
          {"held", expected.state == TraceExpected::State::silent ||
                       expected.state == TraceExpected::State::mentions},
          {"mentions", expected.state == TraceExpected::State::mentions}};
}

Json quote_json(const TraceQuote& quote) {
  return {{"place", place_json(quote.place)},
          {"text", quote.text},
          {"matches", spans_json(quote.matches)}};
}

Json year_json(const TraceYear& year) {
  return {{"label", year.label},
          {"state", state_of(year)},
          {"held", year.held},
          {"expected", list_of(year.expected, expected_json)},
          {"documents", year.documents},
          {"paragraphs", year.paragraphs},
          {"mentions", year.mentions},
          {"words", year.words},
          {"per_10000", year.held == 0 ? Json(nullptr) : Json(year.per_10000)},
          {"quotes", list_of(year.quotes, quote_json)}};
}

Json understood_json(const Understood& understood) {
  return {{"text", understood.text},
          {"variants", list_of(understood.variants, [](const auto& variant) {
             return Json{{"wording", variant.first}, {"paragraphs", variant.second}};
           })}};
}

}  // namespace

std::string trace_json(const Trace& trace) {
  const Json out = {{"format_version", kOutputVersion},
                    {"subject", trace.subject},
                    {"kind", trace.kind},
                    {"id", trace.id},
                    {"title", trace.title},
                    {"query", trace.query},
                    {"understood", list_of(trace.understood, understood_json)},
                    {"held", trace.held},
                    {"words", trace.words},
                    {"documents", trace.documents},
                    {"paragraphs", trace.paragraphs},
                    {"mentions", trace.mentions},
                    {"names", list_of(trace.names, name_json)},
                    {"changes", list_of(trace.changes, change_json)},
                    {"bodies", list_of(trace.bodies, body_json)},
                    {"mandates", list_of(trace.mandates, mandate_json)},
                    {"statuses", list_of(trace.statuses, status_json)},
                    {"company", list_of(trace.company, company_json)},
                    {"figures", list_of(trace.figures, figure_json)},
                    {"comparisons", list_of(trace.figure_changes, figure_change_json)},
                    {"years", list_of(trace.years, year_json)},
                    {"notes", trace.notes}};
  return json_text(out);
}

}  // namespace rendering

std::string render_trace(const Trace& trace, std::string_view format, const RenderOptions& options,
                         const TraceOptions& trace_options) {
  if (format == "text") return rendering::trace_text(trace, options, trace_options.lines);
  if (format == "json") return rendering::trace_json(trace);
  if (format == "csv") return rendering::trace_csv(trace, trace_options.what);
  if (format == "svg") return rendering::trace_svg(trace);
  throw Error(ErrorKind::version, "format '" + printable(format) + "' is not offered",
              "choose text, json, csv or svg");
}

}  // namespace undex
