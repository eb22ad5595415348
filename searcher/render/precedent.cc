#include "searcher/render/precedent.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "corpus/text.h"
#include "schemas/version.h"
#include "searcher/render/cells.h"
#include "searcher/render/json_text.h"
#include "searcher/render/precedent_words.h"
#include "searcher/render/renderers.h"

namespace undex {
namespace {

using Json = nlohmann::ordered_json;
using rendering::Cells;

double rounded(double part) { return std::round(part * 1000) / 1000; }

Json spans_json(const std::vector<Span>& spans) {
  Json out = Json::array();
  for (const Span& span : spans) out.push_back({span.begin, span.end});
  return out;
}

Json taken_up_json(const Precedent& one) {
  Json out = Json::array();
  for (const TakenUp& by : one.taken_up)
    out.push_back({{"name", by.name},
                   {"date", by.date},
                   {"locator", by.locator},
                   {"pinpoint", by.pinpoint},
                   {"relation", by.relation},
                   {"of_the_paragraph", by.paragraph}});
  return out;
}

Json place_json(const Precedent& one) {
  const ReusedWording& wording = one.wording;
  return {{"citation", one.citation},     {"key", wording.key},
          {"name", wording.name},         {"title", wording.title},
          {"locator", wording.locator},   {"pinpoint", wording.pinpoint},
          {"date", wording.date},         {"language", wording.language},
          {"abridged", wording.abridged}, {"text", wording.text}};
}

void add_taken_up(Json& out, const Precedent& one) {
  out["taken_up"] = taken_up_json(one);
  out["taken_up_count"] = one.taken_up_count;
  out["taken_up_all"] = one.taken_up_all;
}

Json use_json(const Precedent& one) {
  Json out = place_json(one);
  out.update({{"nearest", one.nearest},
              {"earliest", one.earliest},
              {"latest", one.latest},
              {"identical", one.wording.identical},
              {"kept", rounded(one.wording.kept)},
              {"shared_words", one.wording.shared_words},
              {"shared", spans_json(one.wording.shared)},
              {"shared_there", spans_json(one.wording.shared_there)}});
  add_taken_up(out, one);
  return out;
}

Json close_json(const Precedent& one) {
  Json out = place_json(one);
  out.update({{"closeness", rounded(one.closeness)},
              {"concepts", one.shared.concepts},
              {"names", one.shared.names},
              {"citations", one.shared.citations},
              {"words", one.shared.words}});
  add_taken_up(out, one);
  return out;
}

Json answer_json(const PrecedentAnswer& answer) {
  Json out = {{"locator", answer.locator},
              {"pinpoint", answer.pinpoint},
              {"text", answer.text},
              {"paragraphs", answer.result.paragraphs},
              {"documents", answer.result.documents},
              {"all", answer.result.all},
              {"close_all", answer.result.close_all},
              {"uses", Json::array()},
              {"close", Json::array()}};
  for (const Precedent& one : answer.result.uses) out["uses"].push_back(use_json(one));
  for (const Precedent& one : answer.result.close) out["close"].push_back(close_json(one));
  return out;
}

std::string page_json(const PrecedentPage& page) {
  Json out = {{"format_version", kOutputVersion}, {"draft", page.draft},
              {"asked", page.answers.size()},     {"answered", page.answered()},
              {"not_asked", page.not_asked},      {"answers", Json::array()}};
  for (const PrecedentAnswer& answer : page.answers)
    if (page.all || !answer.result.empty()) out["answers"].push_back(answer_json(answer));
  return rendering::json_text(out);
}

std::string number_of(double part) {
  const Json number = rounded(part);
  return number.dump();
}

Cells cells_of(const PrecedentAnswer& answer, const Precedent& one, bool use) {
  const ReusedWording& wording = one.wording;
  return {answer.locator,
          use ? "wording" : "meaning",
          use ? rendering::standing_of(one) : "",
          wording.name,
          wording.locator,
          wording.date,
          one.citation,
          wording.abridged ? "abridged record" : "",
          use ? number_of(wording.kept) : "",
          use ? "" : number_of(one.closeness),
          use ? "" : rendering::reasons_of(one.shared),
          rendering::taken_up_in_words(one),
          wording.text};
}

std::string page_csv(const PrecedentPage& page) {
  std::vector<Cells> rows;
  for (const PrecedentAnswer& answer : page.answers) {
    for (const Precedent& one : answer.result.uses) rows.push_back(cells_of(answer, one, true));
    for (const Precedent& one : answer.result.close) rows.push_back(cells_of(answer, one, false));
  }
  return rendering::csv({"place", "by", "standing", "document", "locator", "date", "citation",
                         "held_as", "kept", "closeness", "shares", "taken_up", "text"},
                        rows);
}

}  // namespace

std::size_t PrecedentPage::answered() const {
  return static_cast<std::size_t>(
      std::count_if(answers.begin(), answers.end(),
                    [](const PrecedentAnswer& answer) { return !answer.result.empty(); }));
}

std::string render_precedents(const PrecedentPage& page, std::string_view format,
                              const RenderOptions& options) {
  if (format == "text") return rendering::precedents_text(page, options);
  if (format == "json") return page_json(page);
  if (format == "csv") return page_csv(page);
  throw Error(ErrorKind::version, "format '" + printable(format) + "' is not offered",
              "choose text, json or csv");
}

}  // namespace undex
