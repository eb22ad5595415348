#include "corpus/marks.h"

#include <nlohmann/json.hpp>

#include "corpus/text.h"
#include "searcher/render/document.h"

namespace undex {
namespace {

using Json = nlohmann::ordered_json;

std::string line(const Json& value) {
  return printable_json(value.dump(-1, ' ', false, Json::error_handler_t::replace)) + "\n";
}

/// "para. 24 (e)"; several parted by "; ".
std::string pinpoints_of(const Reference& reference) {
  std::string out;
  for (const Locator& pinpoint : reference.pinpoints)
    out += (out.empty() ? "" : "; ") + pinpoint.citation();
  return out;
}

Json head(const Document& document, const MarkSpan& span) {
  return {{"document", document.name()}, {"locator", locator_of(document, span).text()}};
}

}  // namespace

std::string render_citations_jsonl(const Document& document) {
  std::string out;
  for (const Reference& reference : document.marks.references) {
    Json row = head(document, reference.span);
    row["cited"] = reference.cited.text();
    row["pinpoint"] = pinpoints_of(reference);
    row["type"] = name_of(reference.kind);
    row["relation"] = name_of(reference.relation);
    row["dated"] = reference.dated;
    row["target"] = reference.target;
    row["as_printed"] = words_of(document, reference.span);
    row["rule"] = reference.rule;
    out += line(row);
  }
  return out;
}

std::string render_figures_jsonl(const Document& document) {
  std::string out;
  for (const FigureMark& mark : document.marks.figures) {
    Json row = head(document, mark.span);
    row["value"] = mark.figure.value;
    row["upper"] = mark.figure.upper;
    row["unit"] = mark.figure.unit;
    row["qualifier"] = name_of(mark.figure.qualifier);
    row["period"] = mark.figure.period.iso;
    row["period_kind"] = name_of(mark.figure.period.kind);
    row["measure"] = mark.figure.measure;
    row["as_printed"] = words_of(document, mark.span);
    row["rule"] = mark.rule;
    out += line(row);
  }
  return out;
}

std::string render_mentions_jsonl(const Document& document) {
  std::string out;
  for (const NameMark& mark : document.marks.names) {
    Json row = head(document, mark.span);
    row["name"] = mark.name;
    row["kind"] = name_of(mark.kind);
    row["id"] = mark.id;
    row["as_printed"] = words_of(document, mark.span);
    row["rule"] = mark.rule;
    out += line(row);
  }
  return out;
}

}  // namespace undex
