// The table of formats.
#include "searcher/render/renderers.h"

#include <algorithm>
#include <array>

#include "corpus/text.h"

namespace undex {
namespace {

struct Renderer {
  std::string_view name;
  std::string (*result)(const Result&, const RenderOptions&);
  std::string (*facet)(const Facet&, const RenderOptions&);
  std::string (*fields)(const std::vector<FieldInfo>&, const RenderOptions&);
  std::string (*status)(const Status&, const RenderOptions&);
};

constexpr std::array<Renderer, 5> kRenderers = {{
    {"text", rendering::result_text, rendering::facet_text, rendering::fields_text,
     rendering::status_text},
    {"json", rendering::result_json, rendering::facet_json, rendering::fields_json,
     rendering::status_json},
    {"jsonl", rendering::result_jsonl, rendering::facet_jsonl, rendering::fields_jsonl,
     rendering::status_jsonl},
    {"tsv", rendering::result_tsv, rendering::facet_tsv, rendering::fields_tsv,
     rendering::status_tsv},
    {"csv", rendering::result_csv, rendering::facet_csv, rendering::fields_csv,
     rendering::status_csv},
}};

[[noreturn]] void fail_unknown(std::string_view format, std::string_view offered) {
  throw Error(ErrorKind::version, "format '" + printable(format) + "' is not offered",
              "choose one of " + std::string(offered));
}

const Renderer& renderer(std::string_view format) {
  const auto* found = std::find_if(kRenderers.begin(), kRenderers.end(),
                                   [&](const Renderer& row) { return row.name == format; });
  if (found == kRenderers.end()) fail_unknown(format, "text, json, jsonl, tsv, csv");
  return *found;
}

}  // namespace

std::vector<std::string_view> render_formats() {
  std::vector<std::string_view> names;
  for (const Renderer& row : kRenderers) names.push_back(row.name);
  return names;
}

std::string render(const Result& result, std::string_view format, const RenderOptions& options) {
  return renderer(format).result(result, options);
}
std::string render(const Facet& facet, std::string_view format, const RenderOptions& options) {
  return renderer(format).facet(facet, options);
}
std::string render_facet(const Result& result) { return rendering::facet_json(result); }
std::string render(const std::vector<FieldInfo>& fields, std::string_view format,
                   const RenderOptions& options) {
  return renderer(format).fields(fields, options);
}
std::string render(const Status& status, std::string_view format, const RenderOptions& options) {
  return renderer(format).status(status, options);
}

std::string place_name(std::string_view document, std::string_view locator) {
  std::string out(document);
  if (locator.empty()) return out;
  const std::optional<Locator> parsed = parse_locator(locator);
  const bool plain = parsed && parsed->part.empty() && parsed->place == Locator::Place::paragraph;
  std::string place = parsed && !plain ? parsed->anchor() : std::string(locator);
  std::erase(place, ' ');
  return out + "#" + place;
}

}  // namespace undex
