// undex export: what was extracted, for other programs.
#include "searcher/render/export.h"

#include <set>
#include <string>

#include "corpus/text.h"
#include "searcher/documents/held_notices.h"
#include "searcher/render/record/forms.h"
#include "tools/undex/command.h"
#include "tools/undex/export_records.h"
#include "tools/undex/holdings.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

/// Each name once: a document may be held in several languages.
void print_names(const std::vector<ArchiveEntry>& entries) {
  std::string out;
  std::set<std::string> said;
  for (const ArchiveEntry& entry : entries)
    if (said.insert(entry.name).second) out += printable(entry.name) + "\n";
  print(out);
}

/// For people who look inside: one line a block or a mark.
bool is_text(const std::string& what) { return what == "dump" || what == "marks"; }

/// A form that only records have makes them what is exported. Error{usage} for what is none.
std::string what_of(const Arguments& arguments) {
  const std::string form = arguments.value("as");
  const bool of_findings = form == "jsonl" || form == "tsv" || form == "csv";
  const std::string what =
      arguments.has("what") || of_findings ? arguments.value("what") : std::string("record");
  const bool is_record = what == "record";
  if (is_record && find_record_form(form) == nullptr)
    throw Error(ErrorKind::usage, "records have no form '" + form + "'",
                "choose csv, jsonl or a form of citations");
  if (!is_record && !of_findings)
    throw Error(ErrorKind::usage, "--as " + form + " is a form of records, not of " + what,
                "leave --what out, or choose jsonl, tsv or csv");
  for (const char* option : {"para", "headings"})
    if (!is_record && arguments.has(option))
      throw Error(ErrorKind::usage, "--" + std::string(option) + " is for records",
                  "name a form: --as un");
  return what;
}

}  // namespace

int run_export(const Arguments& arguments) {
  const std::string what = what_of(arguments);
  if (what == "record") return export_records(arguments);
  if (what == "subjects") return run_subjects(arguments);
  const Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::read);
  std::vector<ArchiveEntry> entries;
  if (arguments.words().empty()) entries = archive.list();
  for (const std::string& word : arguments.words()) {
    const Target target = find_target(archive, word);
    if (target.entries.empty()) return not_held(archive, word);
    if (target.place)
      throw Error(ErrorKind::usage, "'" + printable(word) + "': of " + what + " all is written",
                  "leave the place out, or name a form of records: --as un");
    entries.insert(entries.end(), target.entries.begin(), target.entries.end());
  }
  const std::string form = arguments.value("as");
  if (what == "names") {
    print_names(entries);
    return entries.empty() ? 1 : 0;
  }
  if (!is_text(what)) print(render_export_header(what, form));
  for (const ArchiveEntry& entry : entries) {
    Document document = read_understood(archive, entry);
    if (what == "notices") add_notices_of_held(archive, document);
    if (is_text(what))
      print(printable(what == "dump" ? dump(document) : dump_marks(document), true));
    else
      print(render_export(document, what, form));
  }
  return entries.empty() ? 1 : 0;
}

}  // namespace undex::tool
