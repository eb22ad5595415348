// Lives of a wording in order, and for programs: JSON, tab-separated and comma-separated values.
#include "searcher/render/reuse_page.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "corpus/text.h"
#include "schemas/version.h"
#include "searcher/render/cells.h"
#include "searcher/render/renderers.h"

namespace undex {
namespace rendering {
namespace {

using Json = nlohmann::ordered_json;

/// Four digits are as many as a share of words has.
double rounded(double part) { return std::round(part * 1e4) / 1e4; }

Json document_json(const HeldText& document) {
  return {{"symbol", document.name},
          {"key", document.key},
          {"title", document.title},
          {"date", document.date},
          {"language", document.language}};
}

Json reuse_json(const ReusePage& page) {
  Json out = {{"format_version", kOutputVersion},
              {"document", document_json(page.document)},
              {"looked_for", page.document.paragraphs.size()}};
  Json& paragraphs = out["paragraphs"] = Json::array();
  for (const ReusedParagraph& one : page.paragraphs) {
    Json lives = Json::array();
    for (const ReusedWording& life : one.lives.wordings) {
      Json found = wording_json(life);
      found["life"] = life_of(life.date, page.document.date);
      lives.push_back(std::move(found));
    }
    paragraphs.push_back({{"place", place_name(page.document.name, one.paragraph.locator)},
                          {"locator", one.paragraph.locator},
                          {"pinpoint", one.paragraph.pinpoint},
                          {"text", one.paragraph.text},
                          {"found_paragraphs", one.lives.paragraphs},
                          {"found_documents", one.lives.documents},
                          {"found_all", one.lives.all},
                          {"lives", lives}});
  }
  return out;
}

std::vector<Cells> rows_of(const ReusePage& page) {
  std::vector<Cells> rows;
  for (const ReusedParagraph& one : page.paragraphs)
    for (const ReusedWording& life : one.lives.wordings)
      rows.push_back({place_name(page.document.name, one.paragraph.locator),
                      std::string(life_of(life.date, page.document.date)), life.date,
                      place_name(life.name, life.locator), decimal(life.kept),
                      std::to_string(life.shared_words), life.identical ? "identical" : "",
                      life.language, life.title, life.text});
  return rows;
}

}  // namespace

std::string decimal(double part) { return Json(rounded(part)).dump(); }

Json wording_json(const ReusedWording& wording) {
  const auto spans = [](const std::vector<Span>& list) {
    Json out = Json::array();
    for (const Span& span : list) out.push_back({{"begin", span.begin}, {"end", span.end}});
    return out;
  };
  return {{"place", place_name(wording.name, wording.locator)},
          {"symbol", wording.name},
          {"key", wording.key},
          {"title", wording.title},
          {"locator", wording.locator},
          {"pinpoint", wording.pinpoint},
          {"date", wording.date},
          {"language", wording.language},
          {"abridged", wording.abridged},
          {"identical", wording.identical},
          {"kept", rounded(wording.kept)},
          {"shared_words", wording.shared_words},
          {"text", wording.text},
          {"shared_bytes", spans(wording.shared)},
          {"shared_bytes_asked", spans(wording.shared_there)}};
}

}  // namespace rendering

std::string_view life_of(std::string_view date, std::string_view document_date) {
  if (date.empty() || document_date.empty()) return "undated";
  // Of a year alone nothing is known of its days.
  const std::size_t known = std::min(date.size(), document_date.size());
  const int order = date.substr(0, known).compare(document_date.substr(0, known));
  return order < 0 ? "earlier" : order > 0 ? "later" : "same date";
}

void add_lives(ReusePage& page, const HeldText::Paragraph& paragraph, ReuseResult lives) {
  if (lives.wordings.empty()) return;
  std::stable_sort(lives.wordings.begin(), lives.wordings.end(),
                   [](const ReusedWording& a, const ReusedWording& b) {
                     if (a.date.empty() != b.date.empty()) return b.date.empty();
                     return a.date < b.date;
                   });
  page.paragraphs.push_back({paragraph, std::move(lives)});
}

std::string render_reuse(const ReusePage& page, std::string_view format,
                         const RenderOptions& options) {
  using namespace rendering;
  if (format == "text") return reuse_text(page, options);
  if (format == "json")
    return printable_json(reuse_json(page).dump(2, ' ', false, Json::error_handler_t::replace)) +
           "\n";
  if (format == "tsv") return tsv(rows_of(page));
  if (format == "csv")
    return csv({"place", "life", "date", "found", "kept", "shared_words", "identical", "language",
                "title", "text"},
               rows_of(page));
  throw Error(ErrorKind::version, "format '" + printable(format) + "' is not offered",
              "choose text, json, tsv or csv");
}

}  // namespace undex
