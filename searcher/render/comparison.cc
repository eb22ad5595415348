#include "searcher/render/comparison.h"

#include <nlohmann/json.hpp>

#include "corpus/text.h"
#include "schemas/version.h"
#include "searcher/render/cells.h"
#include "searcher/render/json_text.h"
#include "searcher/render/renderers.h"

namespace undex {
namespace {

using Json = nlohmann::ordered_json;
using Kind = ParagraphPair::Kind;
using rendering::Cells;

constexpr std::string_view kChangeNames[] = {"kept", "removed", "added"};

Json replaced_json(const std::vector<std::pair<std::string, std::string>>& pairs) {
  Json out = Json::array();
  for (const auto& [from, to] : pairs) out.push_back({{"before", from}, {"after", to}});
  return out;
}

/// The place and its text; null where the document has none.
Json side_json(const std::string& document, const Locator& at, const std::string& text) {
  if (text.empty()) return Json();
  return {{"place", place_name(document, at.text())},
          {"locator", at.text()},
          {"pinpoint", at.citation()},
          {"text", text}};
}

Json pair_json(const ParagraphPair& pair, const std::string& before, const std::string& after) {
  Json changes = Json::array();
  for (const WordChange& change : pair.changes)
    changes.push_back({{"kind", kChangeNames[static_cast<std::size_t>(change.kind)]},
                       {"begin", change.begin},
                       {"end", change.end}});
  Json figures = Json::array();
  for (const FigureCompared& figure : pair.figures)
    figures.push_back({{"before", figure.before},
                       {"after", figure.after},
                       {"verdict", name_of(figure.comparison.verdict)},
                       {"reason", figure.comparison.reason}});
  return {{"kind", name_of(pair.kind)},
          {"moved", pair.moved},
          {"before", side_json(before, pair.before, pair.before_text)},
          {"after", side_json(after, pair.after, pair.after_text)},
          {"kept", pair.kept},
          {"evidence", pair.evidence},
          {"changes", changes},
          {"citations_replaced", replaced_json(pair.citations_replaced)},
          {"citations_dropped", pair.citations_dropped},
          {"citations_added", pair.citations_added},
          {"names_changed", replaced_json(pair.names_changed)},
          {"figures", figures}};
}

Json summary_json(const DocumentComparison& one) {
  return {{"before", {{"name", one.before}, {"paragraphs", one.before_paragraphs}}},
          {"after", {{"name", one.after}, {"paragraphs", one.after_paragraphs}}},
          {"identical", one.count(Kind::identical)},
          {"reworded", one.count(Kind::reworded)},
          {"moved", one.moved()},
          {"likely_successors", one.count(Kind::successor)},
          {"gone", one.count(Kind::gone)},
          {"new", one.count(Kind::added)},
          {"themes_new", one.themes_new},
          {"themes_gone", one.themes_gone}};
}

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : "; ") + text;
  return out;
}

Cells pair_cells(const ParagraphPair& pair, const std::string& before, const std::string& after) {
  const auto place = [](const std::string& document, const Locator& at, const std::string& text) {
    return text.empty() ? "" : place_name(document, at.text());
  };
  return {place(before, pair.before, pair.before_text),
          place(after, pair.after, pair.after_text),
          std::string(name_of(pair.kind)),
          pair.moved ? "moved" : "",
          std::to_string(static_cast<int>(100 * pair.kept)),
          joined(pair.evidence),
          pair.before_text,
          pair.after_text};
}

Cells summary_cells(const DocumentComparison& one) {
  Cells out = {one.before, one.after};
  for (const std::size_t count :
       {one.count(Kind::identical), one.count(Kind::reworded), one.moved(),
        one.count(Kind::successor), one.count(Kind::gone), one.count(Kind::added)})
    out.push_back(std::to_string(count));
  out.push_back(joined(one.themes_new));
  out.push_back(joined(one.themes_gone));
  return out;
}

const Cells kPairHeader = {"before", "after",    "kind",        "moved",
                           "kept",   "evidence", "before_text", "after_text"};
const Cells kSummaryHeader = {
    "before", "after", "identical",  "reworded",   "moved", "likely_successors",
    "gone",   "new",   "themes_new", "themes_gone"};

std::string in_cells(const Cells& header, const std::vector<Cells>& rows, std::string_view format) {
  if (format == "tsv") return rendering::tsv(rows);
  if (format == "csv") return rendering::csv(header, rows);
  throw Error(ErrorKind::version, "format '" + printable(format) + "' is not offered",
              "choose text, json, tsv or csv");
}

}  // namespace

std::string render_comparison(const DocumentComparison& comparison, bool summary,
                              std::string_view format, const RenderOptions& options) {
  if (summary) return render_comparisons({comparison}, format, options);
  if (format == "text") return rendering::comparison_text(comparison, options);
  if (format == "json") {
    Json out = {{"format_version", kOutputVersion}};
    out.update(summary_json(comparison));
    out["pairs"] = Json::array();
    for (const ParagraphPair& pair : comparison.pairs)
      out["pairs"].push_back(pair_json(pair, comparison.before, comparison.after));
    return rendering::json_text(out);
  }
  std::vector<Cells> rows;
  for (const ParagraphPair& pair : comparison.pairs)
    rows.push_back(pair_cells(pair, comparison.before, comparison.after));
  return in_cells(kPairHeader, rows, format);
}

std::string render_comparison(const ParagraphPair& pair, const std::string& before,
                              const std::string& after, std::string_view format,
                              const RenderOptions& options) {
  if (format == "text") return rendering::pair_text(pair, before, after, options);
  if (format == "json") {
    Json out = {{"format_version", kOutputVersion}};
    out.update(pair_json(pair, before, after));
    return rendering::json_text(out);
  }
  return in_cells(kPairHeader, {pair_cells(pair, before, after)}, format);
}

std::string render_comparisons(const std::vector<DocumentComparison>& comparisons,
                               std::string_view format, const RenderOptions& options) {
  if (format == "text") return rendering::comparison_summaries_text(comparisons, options);
  if (format == "json") {
    Json all = Json::array();
    for (const DocumentComparison& one : comparisons) all.push_back(summary_json(one));
    return rendering::json_text(Json{{"format_version", kOutputVersion}, {"comparisons", all}});
  }
  std::vector<Cells> rows;
  for (const DocumentComparison& one : comparisons) rows.push_back(summary_cells(one));
  return in_cells(kSummaryHeader, rows, format);
}

}  // namespace undex
