#include "searcher/render/check_page.h"

#include <nlohmann/json.hpp>

#include "corpus/text.h"
#include "schemas/version.h"
#include "searcher/render/json_text.h"
#include "searcher/render/terminal.h"
#include "undex/error.h"

namespace undex {
namespace {

using Json = nlohmann::ordered_json;
using Level = CheckFinding::Level;
using rendering::bold;
using rendering::counted;
using rendering::wrapped;

[[noreturn]] void refuse(std::string_view format) {
  throw Error(ErrorKind::version, "format '" + printable(format) + "' is not offered",
              "choose text or json");
}

/// "114 checked: 96 right, 12 not held and so neither right nor wrong; 5 wrong, 1 to look at"
std::string counts_of(const CheckResult& result) {
  std::string out =
      std::to_string(result.checked) + " checked: " + std::to_string(result.right) + " right";
  if (result.unsure > 0)
    out += ", " + std::to_string(result.unsure) + " that what is held does not tell";
  return out + "; " + std::to_string(result.count(Level::wrong)) + " wrong, " +
         std::to_string(result.count(Level::check)) + " to look at";
}

std::string finding_text(const CheckFinding& finding, const RenderOptions& options) {
  const std::string place = finding.at.citation();
  std::string out = std::string(name_of(finding.level)) + "  " +
                    bold(printable(place.empty() ? "text" : place), options.color) + "  " +
                    std::string(finding.code) + "\n";
  const std::string lead(7, ' ');
  out += wrapped("\"" + printable(finding.words) + "\"", lead, options.width);
  out += wrapped(printable(finding.message), lead, options.width);
  if (!finding.remedy.empty())
    out += wrapped(printable(finding.remedy), lead + "-> ", options.width);
  return out + wrapped(printable(finding.source), lead + "by ", options.width);
}

/// What can't be told, one line a kind: the symbols, with those near.
std::string notes_text(const CheckResult& result, std::string_view code, std::string_view what,
                       const RenderOptions& options) {
  std::string names;
  std::size_t count = 0;
  for (const CheckFinding& finding : result.findings) {
    if (finding.code != code) continue;
    names += (count++ > 0 ? ", " : "") + finding.message.substr(0, finding.message.find(' '));
    if (!finding.remedy.empty()) names += " (" + finding.remedy + ")";
  }
  if (count == 0) return {};
  const std::string lead = std::string(what) + ", so not checked: ";
  return "\n" + wrapped(lead + printable(names), "note   ", options.width);
}

std::string check_text(const CheckResult& result, const RenderOptions& options) {
  std::string out = wrapped(printable(result.draft) + ": " + counts_of(result), "", options.width);
  for (const CheckFinding& finding : result.findings)
    if (finding.level != Level::note) out += "\n" + finding_text(finding, options);
  return out + notes_text(result, "not-held", "not held, but cited by documents held", options) +
         notes_text(result, "not-known", "neither held nor cited by a document held", options);
}

Json finding_json(const CheckFinding& finding) {
  return {{"level", name_of(finding.level)}, {"code", finding.code},
          {"locator", finding.at.text()},    {"pinpoint", finding.at.citation()},
          {"block", finding.span.block},     {"row", finding.span.row},
          {"column", finding.span.column},   {"begin", finding.span.begin},
          {"end", finding.span.end},         {"words", finding.words},
          {"message", finding.message},      {"remedy", finding.remedy},
          {"source", finding.source}};
}

}  // namespace

std::string render_check(const CheckResult& result, std::string_view format,
                         const RenderOptions& options) {
  if (format == "text") return check_text(result, options);
  if (format != "json") refuse(format);
  Json findings = Json::array();
  for (const CheckFinding& finding : result.findings) findings.push_back(finding_json(finding));
  return rendering::json_text(Json{{"format_version", kOutputVersion},
                                   {"draft", result.draft},
                                   {"checked", result.checked},
                                   {"right", result.right},
                                   {"unsure", result.unsure},
                                   {"wrong", result.count(Level::wrong)},
                                   {"check", result.count(Level::check)},
                                   {"not_held", result.count(Level::note)},
                                   {"findings", findings}});
}

std::string render_check_kinds(std::string_view format, const RenderOptions& options) {
  if (format == "json") {
    Json kinds = Json::array();
    for (const CheckKind& kind : check_kinds())
      kinds.push_back({{"code", kind.code},
                       {"level", name_of(kind.level)},
                       {"says", kind.says},
                       {"source", kind.source}});
    return rendering::json_text(Json{{"format_version", kOutputVersion}, {"kinds", kinds}});
  }
  if (format != "text") refuse(format);
  std::string out;
  for (const CheckKind& kind : check_kinds()) {
    std::string lead(kind.code);
    lead.resize(21, ' ');
    lead += std::string(name_of(kind.level)) + "  ";
    lead.resize(28, ' ');
    out += wrapped(kind.says, lead, options.width);
    out += wrapped(kind.source, std::string(28, ' ') + "by ", options.width);
  }
  return out;
}

}  // namespace undex
