// undex show, undex export: documents read from the archive.
#include <algorithm>
#include <set>

#include "corpus/archive.h"
#include "corpus/text.h"
#include "indexer/understand/understand.h"
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

/// Each name once: a document may be held in several languages.
void print_names(const std::vector<ArchiveEntry>& entries) {
  std::string out;
  std::set<std::string> said;
  for (const ArchiveEntry& entry : entries)
    if (said.insert(entry.name).second) out += printable(entry.name) + "\n";
  print(out);
}

int not_held(const Archive& archive, const std::string& name) {
  note("undex: '" + name + "' is not held");
  const std::string near = nearest_held(archive, name);
  note("hint: " + (near.empty() ? "" : "the nearest name held is " + near + "; ") +
       "'undex search \"" + name + "\"' finds who cites it");
  return 1;
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

int run_export(const Arguments& arguments) {
  const Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::read);
  std::vector<ArchiveEntry> entries;
  if (arguments.words().empty()) entries = archive.list();
  for (const std::string& word : arguments.words()) {
    const Target target = find_target(archive, word);
    if (target.entries.empty()) return not_held(archive, word);
    entries.insert(entries.end(), target.entries.begin(), target.entries.end());
  }
  const std::string what = arguments.value("what");
  if (what == "names") {
    print_names(entries);
    return entries.empty() ? 1 : 0;
  }
  for (const ArchiveEntry& entry : entries) {
    Document document = archive.read(entry);
    understand(document);
    if (what == "masthead")
      print(render_masthead_jsonl(document));
    else if (what == "paragraphs")
      print(render_paragraphs_jsonl(document));
    else if (what == "citations")
      print(render_citations_jsonl(document));
    else if (what == "figures")
      print(render_figures_jsonl(document));
    else if (what == "mentions")
      print(render_mentions_jsonl(document));
    else if (what == "marks")
      print(printable(dump_marks(document), true));
    else
      print(printable(dump(document), true));
  }
  return entries.empty() ? 1 : 0;
}

}  // namespace undex::tool
