// undex history: what happened to the documents of a name, from the journal of the archive; or, of
// words that are no name, where they stand year by year.
#include <array>
#include <nlohmann/json.hpp>

#include "corpus/archive.h"
#include "corpus/text.h"
#include "schemas/version.h"
#include "searcher/render/cells.h"
#include "searcher/render/json_text.h"
#include "searcher/render/terminal.h"
#include "tools/undex/clause.h"
#include "tools/undex/command.h"
#include "tools/undex/holdings.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"
#include "undex/symbol.h"

namespace undex::tool {
namespace {

using nlohmann::json;

/// In the order of ArchiveEvent::What.
constexpr std::array<std::string_view, 5> kWords = {"added", "changed", "same text",
                                                    "source removed", "removed"};

std::string_view word_of(ArchiveEvent::What what) { return kWords[static_cast<std::size_t>(what)]; }

/// One event a line, and why under it.
std::string in_text(const std::vector<ArchiveEvent>& events) {
  constexpr std::size_t kShownDigits = 16;
  std::string out;
  std::vector<std::vector<std::string>> rows;
  for (const ArchiveEvent& event : events) {
    const ArchiveSource& source = event.source;
    rows.push_back(
        {event.time.empty() ? "time not known" : printable(event.time),
         std::string(word_of(event.what)), printable(event.entry.key), printable(source.format),
         source.sha256.substr(0, kShownDigits),
         printable(source.source) + (event.reason.empty() ? "" : ": " + printable(event.reason))});
  }
  return rendering::table(rows);
}

std::vector<rendering::Cells> rows_of(const std::vector<ArchiveEvent>& events) {
  std::vector<rendering::Cells> rows;
  for (const ArchiveEvent& event : events) {
    const ArchiveSource& source = event.source;
    rows.push_back({event.time, std::string(word_of(event.what)), event.entry.key, event.entry.name,
                    event.entry.language, source.format, std::to_string(source.size_bytes),
                    source.sha256, source.source, event.reason});
  }
  return rows;
}

std::string in_json(const std::string& name, const std::vector<ArchiveEvent>& events) {
  json rows = json::array();
  for (const ArchiveEvent& event : events)
    rows.push_back({{"time", event.time},
                    {"event", word_of(event.what)},
                    {"key", event.entry.key},
                    {"name", event.entry.name},
                    {"language", event.entry.language},
                    {"revision", event.entry.revision},
                    {"format", event.source.format},
                    {"size_bytes", event.source.size_bytes},
                    {"sha256", event.source.sha256},
                    {"source", event.source.source},
                    {"reason", event.reason}});
  const json whole = {{"format_version", kOutputVersion}, {"name", name}, {"events", rows}};
  return rendering::json_text(whole);
}

}  // namespace

int run_history(const Arguments& arguments) {
  const std::string typed = joined_words(arguments);
  if (typed.empty())
    throw Error(ErrorKind::usage, "history of what? no symbol and no clause given",
                "undex history E/2003/75");
  const Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::read);
  const std::vector<ArchiveEvent> events = archive.history(typed);
  if (events.empty()) {
    // A name is one word, or what reads as a symbol; a clause is neither. Chinese parts no words.
    const std::vector<WordSpan> parts = words(typed);
    const bool is_chinese = parts.size() > 2 && parts.front().ideographic;
    if ((typed.find(' ') != std::string::npos || is_chinese) && !parse_symbol(typed))
      return run_clause_history(arguments, typed);
    return not_held(archive, typed, "nor was it ever");
  }
  const std::string format = arguments.value("format");
  if (format == "json")
    print(in_json(typed, events));
  else if (format == "tsv")
    print(rendering::tsv(rows_of(events)));
  else if (format == "csv")
    print(rendering::csv({"time", "event", "key", "document", "language", "format", "size_bytes",
                          "sha256", "source", "reason"},
                         rows_of(events)));
  else
    print(in_text(events));
  return 0;
}

}  // namespace undex::tool
