// The report of `undex index`.
#include "tools/undex/index_report.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "corpus/date.h"
#include "corpus/text.h"
#include "schemas/version.h"
#include "searcher/render/json_text.h"
#include "searcher/render/terminal.h"

namespace undex::tool {
namespace {

using nlohmann::json;
using rendering::columns_of;
using rendering::counted;

constexpr std::size_t kPlacesShown = 8;

/// Where the columns of a line begin: kind, date, paragraphs, citations, remarks.
constexpr std::size_t kKind = 22, kDate = 55, kParagraphs = 68, kCitations = 85, kRemarks = 100;

/// Blanks up to the column; what was too long for its own takes them from the next ones.
void fill(std::string& line, std::size_t column) {
  const std::size_t at = columns_of(line);
  line.append(at + 2 <= column ? column - at : 2, ' ');
}

/// At most so many columns, cut between words.
std::string shortened(const std::string& text, std::size_t columns) {
  if (columns_of(text) <= columns) return text;
  std::string kept = text;
  while (columns_of(kept) + 4 > columns && kept.find(' ') != std::string::npos)
    kept.resize(kept.rfind(' '));
  return kept + " ...";
}

/// "16 Mar 2009"; what is no whole date stays as printed.
std::string short_date(const std::string& printed) {
  const std::optional<Date> date = parse_date(printed);
  if (!date || date->day == 0) return printable(printed);
  const std::string words = date->printed();
  const std::size_t month = words.find(' ') + 1;
  return words.substr(0, month + 3) + words.substr(words.rfind(' '));
}

/// "  35 paras.": numbers stand under each other.
std::string right(std::size_t count, std::string_view one, std::string_view many) {
  const std::string digits = std::to_string(count);
  return std::string(digits.size() < 4 ? 4 - digits.size() : 0, ' ') + digits + " " +
         std::string(count == 1 ? one : many);
}

std::string paragraphs_of(const Outcome& outcome) {
  if (outcome.paragraphs > 0) return right(outcome.paragraphs, "para.", "paras.");
  return right(outcome.unnumbered, "unnumbered", "unnumbered");
}

/// Remarks of one kind are one remark with its places: "joined over a page break (6, 10, 16)".
struct Remark {
  std::string code;
  std::string text;
  std::string places;
  std::size_t count = 0;
};

std::vector<Remark> grouped_remarks(const std::vector<Notice>& notices) {
  std::vector<Remark> remarks;
  for (const Notice& notice : notices) {
    if (notice.level == Notice::Level::warning) continue;
    auto found = std::find_if(remarks.begin(), remarks.end(),
                              [&](const Remark& remark) { return remark.code == notice.code; });
    if (found == remarks.end())
      found = remarks.insert(found, {notice.code, printable(notice.text), "", 0});
    const std::string place = notice.locator.text();
    if (++found->count <= kPlacesShown && !place.empty())
      found->places += (found->places.empty() ? "" : ", ") + place;
  }
  return remarks;
}

/// What the reader should know of a document: warnings by line, the rest in parentheses.
std::string remarks(const Outcome& outcome) {
  std::string warnings;
  for (const Notice& notice : outcome.notices)
    if (notice.level == Notice::Level::warning) warnings += "\n      " + printable(notice.text);
  std::string infos;
  for (const Remark& remark : grouped_remarks(outcome.notices)) {
    infos += (infos.empty() ? "" : "; ") + remark.text;
    if (remark.count > kPlacesShown)
      infos += " (" + counted(remark.count, "time") + ")";
    else if (remark.count > 1 && !remark.places.empty())
      infos += " (" + remark.places + ")";
  }
  std::string out = warnings.empty() ? "ok" : "CHECK";
  if (!infos.empty()) out += " (" + infos + ")";
  return out + warnings;
}

json as_json(const Outcome& outcome) {
  json notices = json::array();
  for (const Notice& notice : outcome.notices)
    notices.push_back({{"level", notice.level == Notice::Level::warning ? "warning" : "info"},
                       {"code", notice.code},
                       {"locator", notice.locator.text()},
                       {"text", notice.text}});
  return {{"format_version", kOutputVersion},
          {"source", outcome.source},
          {"outcome", name_of(outcome.what)},
          {"name", outcome.name},
          {"type", outcome.type},
          {"date", outcome.date},
          {"date_flag", outcome.date_flag},
          {"format", outcome.format},
          {"paragraphs", outcome.paragraphs},
          {"unnumbered", outcome.unnumbered},
          {"citations", outcome.citations},
          {"notices", notices},
          {"reason", outcome.reason},
          {"remedy", outcome.remedy}};
}

json as_json(const IngestSummary& summary, const std::optional<IndexUpdate>& update) {
  return {{"added", summary.added},
          {"changed", summary.changed},
          {"same_text", summary.same_text},
          {"conflict", summary.conflict},
          {"unchanged", summary.unchanged},
          {"failed", summary.failed},
          {"skipped", summary.skipped},
          {"gone", summary.gone},
          {"stopped", summary.stopped},
          {"documents", update ? json(update->documents) : json()},
          {"paragraphs", update ? json(update->paragraphs) : json()}};
}

}  // namespace

std::string report_text(const Outcome& outcome) {
  const std::string source = printable(outcome.source);
  if (outcome.what == Outcome::What::unchanged) return "";
  if (!outcome.reason.empty()) {
    std::string line = "  " + source + ": " + std::string(name_of(outcome.what)) + ": " +
                       printable(outcome.reason) + "\n";
    if (!outcome.remedy.empty()) line += "      " + printable(outcome.remedy) + "\n";
    return line;
  }
  std::string line = "  " + printable(outcome.name);
  fill(line, kKind);
  line += shortened(outcome.type.empty() ? "kind not known" : printable(outcome.type),
                    kDate - kKind - 2);
  fill(line, kDate);
  line += short_date(outcome.date);
  fill(line, kParagraphs);
  line += paragraphs_of(outcome);
  fill(line, kCitations);
  line += right(outcome.citations, "citation", "citations");
  fill(line, kRemarks);
  return line + remarks(outcome) + "\n";
}

std::string report_text(const IngestSummary& summary, const std::optional<IndexUpdate>& update) {
  std::string line = counted(summary.added, "document") + " added, " +
                     std::to_string(summary.changed) + " changed, " +
                     std::to_string(summary.unchanged) + " unchanged";
  const std::pair<std::size_t, std::string_view> rare[] = {
      {summary.same_text, " held already with the same text"},
      {summary.conflict, " in conflict with what is held"},
      {summary.failed, " not read"},
      {summary.skipped, " passed over"},
      {summary.gone, " gone"}};
  for (const auto& [count, words] : rare)
    if (count > 0) line += ", " + std::to_string(count) + std::string(words);
  if (!update) return line + ".  Stopped: run the command again to go on.\n";
  return line + ".  The archive holds " + counted(update->documents, "document") + ", " +
         counted(update->paragraphs, "paragraph") + ".\n";
}

std::string report_jsonl(const Outcome& outcome) { return rendering::json_line(as_json(outcome)); }

std::string report_jsonl(const IngestSummary& summary, const std::optional<IndexUpdate>& update) {
  return rendering::json_line(
      json{{"format_version", kOutputVersion}, {"summary", as_json(summary, update)}});
}

std::string report_json(const std::vector<Outcome>& outcomes, const IngestSummary& summary,
                        const std::optional<IndexUpdate>& update) {
  json rows = json::array();
  for (const Outcome& outcome : outcomes) {
    rows.push_back(as_json(outcome));
    rows.back().erase("format_version");
  }
  return rendering::json_line(json{{"format_version", kOutputVersion},
                                   {"outcomes", std::move(rows)},
                                   {"summary", as_json(summary, update)}});
}

}  // namespace undex::tool
