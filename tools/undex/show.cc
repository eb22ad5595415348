// undex show: a document, or a place in it, read from the archive.
#include <algorithm>

#include "corpus/archive.h"
#include "searcher/render/document.h"
#include "tools/undex/command.h"
#include "tools/undex/holdings.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

/// One of several versions held: the language asked for, else English, else the first; the others
/// are named on stderr.
ArchiveEntry chosen_version(const std::vector<ArchiveEntry>& entries, const std::string& language) {
  const auto in = [&](std::string_view code) {
    return std::find_if(entries.begin(), entries.end(),
                        [&](const ArchiveEntry& entry) { return entry.language == code; });
  };
  auto found = in(language.empty() ? "en" : language);
  if (found == entries.end()) {
    if (!language.empty())
      throw Error(ErrorKind::usage,
                  "'" + entries.front().name + "' is not held in language '" + language + "'",
                  "it is held in '" + entries.front().language + "'");
    found = entries.begin();
  }
  if (entries.size() > 1)
    note("note: " + std::to_string(entries.size()) + " versions of " + found->name +
         " are held; this is " + found->key);
  return *found;
}

std::vector<Locator> places_of(const Arguments& arguments, const Target& target) {
  std::vector<Locator> places;
  if (target.place) places.push_back(*target.place);
  if (!arguments.has("para")) return places;
  const std::string typed = arguments.value("para");
  const std::optional<Locator> place = parse_locator(typed);
  if (!place)
    throw Error(ErrorKind::usage, "--para: '" + typed + "' is not a place in a document",
                "write it as '18 (g)', 'summary', 'annex, 46' or 'fn *'");
  places.push_back(*place);
  return places;
}

}  // namespace

int run_show(const Arguments& arguments) {
  const std::string typed = joined_words(arguments);
  if (typed.empty())
    throw Error(ErrorKind::usage, "show what? no symbol given", "undex show E/2003/75");
  const Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::read);
  const Target target = find_target(archive, typed);
  if (target.entries.empty()) return not_held(archive, target.name);
  const ArchiveEntry entry = chosen_version(target.entries, arguments.value("language"));
  if (arguments.has("original")) {
    print(archive.read_original(entry));
    return 0;
  }
  const std::vector<Locator> places = places_of(arguments, target);
  const std::string format = arguments.value("format");
  if (format == "xml" && places.empty()) {
    print(archive.read_xml(entry));
    return 0;
  }
  if (format == "xml")
    throw Error(ErrorKind::usage, "--format xml prints whole documents", "leave --para out");
  const Document document = archive.read(entry);
  for (const Locator& place : places) {
    if (!text_at(document, place).empty()) continue;
    note("undex: " + document.name() + " has no " + place.citation());
    note("hint: 'undex show " + document.name() + "' prints all of it");
    return 1;
  }
  print(render_document(document, format, places, render_options(arguments)));
  return 0;
}

}  // namespace undex::tool
