// undex index, undex rebuild: the only commands that write.
#include "indexer/index/index.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <nlohmann/json.hpp>

#include "corpus/archive.h"
#include "corpus/text.h"
#include "indexer/ingest.h"
#include "schemas/version.h"
#include "tools/undex/command.h"
#include "tools/undex/holdings.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

using nlohmann::json;

constexpr std::size_t kPlacesShown = 8;

std::string_view name_of(Outcome::What what) {
  switch (what) {
    case Outcome::What::added:
      return "added";
    case Outcome::What::changed:
      return "changed";
    case Outcome::What::unchanged:
      return "unchanged";
    case Outcome::What::failed:
      return "failed";
    case Outcome::What::skipped:
      return "skipped";
  }
  return "";
}

std::string now_utc() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm parts{};
  gmtime_r(&now, &parts);
  char buffer[32];
  std::strftime(buffer, sizeof buffer, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return buffer;
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t shown = grapheme_count(text);
  if (shown < width) text.append(width - shown, ' ');
  return text + "  ";
}

std::string counted(std::size_t number, const std::string& what) {
  return std::to_string(number) + " " + what;
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
      infos += " (" + counted(remark.count, "times") + ")";
    else if (remark.count > 1 && !remark.places.empty())
      infos += " (" + remark.places + ")";
  }
  std::string out = warnings.empty() ? "ok" : "CHECK";
  if (!infos.empty()) out += " (" + infos + ")";
  return out + warnings;
}

std::string as_text(const Outcome& outcome) {
  const std::string source = printable(outcome.source);
  if (outcome.what == Outcome::What::unchanged) return "";
  if (outcome.what == Outcome::What::failed || outcome.what == Outcome::What::skipped) {
    std::string line = "  " + source + ": " + std::string(name_of(outcome.what)) + ": " +
                       printable(outcome.reason) + "\n";
    if (!outcome.remedy.empty()) line += "      " + printable(outcome.remedy) + "\n";
    return line;
  }
  const std::string paragraphs = outcome.paragraphs > 0 ? counted(outcome.paragraphs, "paras.")
                                                        : counted(outcome.unnumbered, "unnumbered");
  return "  " + padded(printable(outcome.name), 18) +
         padded(outcome.type.empty() ? "kind not known" : printable(outcome.type), 31) +
         padded(printable(outcome.date), 17) + padded(paragraphs, 13) +
         padded(counted(outcome.citations, "citations"), 13) + remarks(outcome) + "\n";
}

json as_json(const Outcome& outcome) {
  json notices = json::array();
  for (const Notice& notice : outcome.notices)
    notices.push_back({{"level", notice.level == Notice::Level::warning ? "warning" : "info"},
                       {"code", notice.code},
                       {"locator", notice.locator.text()},
                       {"text", notice.text}});
  return {{"source", outcome.source},
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

json as_json(const IngestSummary& summary, const IndexUpdate& update) {
  return {{"added", summary.added},         {"changed", summary.changed},
          {"unchanged", summary.unchanged}, {"failed", summary.failed},
          {"skipped", summary.skipped},     {"documents", update.documents},
          {"paragraphs", update.paragraphs}};
}

std::string dumped(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

std::string as_text(const IngestSummary& summary, const IndexUpdate& update) {
  std::string line = counted(summary.added, "documents added, ") +
                     counted(summary.changed, "changed, ") +
                     counted(summary.unchanged, "unchanged");
  if (summary.failed > 0) line += ", " + counted(summary.failed, "not read");
  if (summary.skipped > 0) line += ", " + counted(summary.skipped, "passed over");
  line += ".  The archive holds " + counted(update.documents, "documents, ") +
          counted(update.paragraphs, "paragraphs.");
  return line + "\n";
}

IndexUpdate bring_in_step(const Archive& archive, bool from_scratch, Progress& progress) {
  const IndexUpdate update = update_index(
      archive, from_scratch,
      [&](std::size_t done, std::size_t total) { progress.show(done, total, "indexing"); });
  progress.clear();
  return update;
}

}  // namespace

int run_index(const Arguments& arguments) {
  require_choice(arguments, "format", {"text", "json", "jsonl"});
  if (arguments.words().empty())
    throw Error(ErrorKind::usage, "nothing to index: no path given",
                "undex index PATH... takes files and folders");
  const std::string format = arguments.value("format");
  Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::write);
  Progress progress(arguments.has("quiet"));
  json outcomes = json::array();
  IngestOptions options;
  options.now = now_utc();
  options.progress = [&](std::size_t done, std::size_t total, const std::string& source) {
    progress.show(done, total, source);
  };
  options.report = [&](const Outcome& outcome) {
    progress.clear();
    if (format == "text")
      print(as_text(outcome));
    else if (format == "jsonl")
      print(dumped(as_json(outcome)));
    else
      outcomes.push_back(as_json(outcome));
  };
  const std::vector<std::filesystem::path> paths(arguments.words().begin(),
                                                 arguments.words().end());
  const IngestSummary summary = ingest(archive, paths, options);
  const IndexUpdate update = bring_in_step(archive, false, progress);
  if (format == "text")
    print(as_text(summary, update));
  else if (format == "jsonl")
    print(dumped({{"format_version", kOutputVersion}, {"summary", as_json(summary, update)}}));
  else
    print(dumped({{"format_version", kOutputVersion},
                  {"outcomes", outcomes},
                  {"summary", as_json(summary, update)}}));
  if (summary.failed > 0) return static_cast<int>(ErrorKind::check);
  const bool any = summary.added + summary.changed + summary.unchanged > 0;
  return any ? 0 : 1;
}

int run_rebuild(const Arguments& arguments) {
  const Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::write);
  Progress progress(arguments.has("quiet"));
  const IndexUpdate update = bring_in_step(archive, true, progress);
  print("index made anew: " + counted(update.documents, "documents, ") +
        counted(update.paragraphs, "paragraphs\n"));
  return 0;
}

}  // namespace undex::tool
