// The page of citations for programs: JSON, tab-separated and comma-separated values.
#include <nlohmann/json.hpp>

#include "corpus/text.h"
#include "schemas/version.h"
#include "searcher/render/archive_answers.h"
#include "searcher/render/cells.h"
#include "searcher/render/json_text.h"
#include "searcher/render/renderers.h"

namespace undex {
namespace rendering {
namespace {

using Json = nlohmann::ordered_json;

Json place_json(const CitingPlace& place) {
  Json pinpoints = Json::array();
  for (const Locator& pinpoint : place.reference.pinpoints) pinpoints.push_back(pinpoint.text());
  return {{"place", place_name(place.document, place.at.text())},
          {"locator", place.at.text()},
          {"type", name_of(place.reference.kind)},
          {"relation", name_of(place.reference.relation)},
          {"pinpoint", citation_of(place.reference.pinpoints)},
          {"pinpoints", pinpoints},
          {"dated", place.reference.dated},
          {"target", place.reference.target},
          {"as_printed", place.as_printed},
          {"rule", place.reference.rule}};
}

Json places_json(const std::vector<CitingPlace>& places) {
  Json list = Json::array();
  for (const CitingPlace& place : places) list.push_back(place_json(place));
  return list;
}

Json partners_json(const std::vector<CitationPartner>& partners) {
  Json list = Json::array();
  for (const CitationPartner& partner : partners) {
    list.push_back({{"symbol", partner.name},
                    {"held", partner.held},
                    {"title", partner.title},
                    {"date", partner.date},
                    {"date_flag", partner.date_flag},
                    {"places", places_json(partner.places)}});
    if (!partner.archive.empty()) list.back()["archive"] = partner.archive;
  }
  return list;
}

std::string citations_json(const CitationPage& page) {
  Json notices = Json::array();
  for (const Notice& notice : page.notices)
    notices.push_back(
        {{"code", notice.code}, {"locator", notice.locator.text()}, {"text", notice.text}});
  Json out = {{"format_version", kOutputVersion},
              {"symbol", page.name},
              {"held", page.held},
              {"only", citation_of(page.only)},
              {"cites", partners_json(page.cites)},
              {"cited_by", partners_json(page.cited_by)},
              {"unresolved", places_json(page.unresolved)},
              {"generic", places_json(page.generic)},
              {"others", places_json(page.others)},
              {"notices", notices}};
  if (!page.archive.empty()) out["archive"] = page.archive;
  add_archives(page.archives, out);
  return json_text(out);
}

Cells row_of(std::string_view direction, const CitingPlace& place, std::string other,
             std::string held) {
  return {place_name(place.document, place.at.text()),
          std::string(direction),
          std::move(other),
          std::move(held),
          citation_of(place.reference.pinpoints),
          std::string(name_of(place.reference.kind)),
          std::string(name_of(place.reference.relation)),
          place.as_printed};
}

std::vector<Cells> rows_of(const CitationPage& page) {
  std::vector<Cells> rows;
  const auto add = [&](std::string_view direction, const std::vector<CitationPartner>& partners) {
    for (const CitationPartner& partner : partners)
      for (const CitingPlace& place : partner.places)
        rows.push_back(row_of(direction, place, partner.name, partner.held ? "held" : "not held"));
  };
  add("cites", page.cites);
  add("cited by", page.cited_by);
  for (const auto& [direction, places] :
       {std::pair("unresolved", &page.unresolved), std::pair("generic", &page.generic),
        std::pair("other", &page.others)})
    for (const CitingPlace& place : *places)
      rows.push_back(row_of(direction, place, place.reference.target, ""));
  return rows;
}

}  // namespace
}  // namespace rendering

std::string render_citations(const CitationPage& page, std::string_view format,
                             const RenderOptions& options, bool all) {
  if (format == "text") return rendering::citations_text(page, options, all);
  if (format == "json") return rendering::citations_json(page);
  if (format == "tsv") return rendering::tsv(rendering::rows_of(page));
  if (format == "csv")
    return rendering::csv(
        {"place", "direction", "document", "held", "pinpoint", "type", "relation", "as_printed"},
        rendering::rows_of(page));
  throw Error(ErrorKind::version, "format '" + printable(format) + "' is not offered",
              "choose text, json, tsv or csv");
}

}  // namespace undex
