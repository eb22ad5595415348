// undex export: what was extracted, for other programs.
#include "searcher/render/export.h"

#include <set>

#include "corpus/text.h"
#include "tools/undex/command.h"
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

}  // namespace

int run_export(const Arguments& arguments) {
  if (arguments.value("what") == "subjects") return run_subjects(arguments);
  const Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::read);
  std::vector<ArchiveEntry> entries;
  if (arguments.words().empty()) entries = archive.list();
  for (const std::string& word : arguments.words()) {
    const Target target = find_target(archive, word);
    if (target.entries.empty()) return not_held(archive, word);
    entries.insert(entries.end(), target.entries.begin(), target.entries.end());
  }
  const std::string what = arguments.value("what");
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
