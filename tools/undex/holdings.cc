#include "tools/undex/holdings.h"

#include "corpus/text.h"
#include "indexer/understand/understand.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {

std::string stated_reason(const Arguments& arguments) {
  return collapse_spaces(repair_utf8(arguments.value("reason")));
}

ArchiveEntry chosen_version(const std::vector<ArchiveEntry>& entries, const std::string& language) {
  const ArchiveEntry& found = version_in(entries, language);
  if (entries.size() > 1)
    note("note: " + std::to_string(entries.size()) + " versions of " + found.name +
         " are held; this is " + found.key);
  return found;
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

Document read_understood(const Archive& archive, const ArchiveEntry& entry) {
  Document document = archive.read(entry);
  if (document.marks.rules < kUnderstandingVersion) understand(document);
  return document;
}

ReadDocument reader_of(const Archive& archive) {
  return [&archive](const ArchiveEntry& entry) { return read_understood(archive, entry); };
}

int not_held(const Archive& archive, const std::string& name, const std::string& more) {
  note("undex: '" + name + "' is not held");
  const std::string near = nearest_held(archive, name);
  std::string hint = near.empty() ? "" : "the nearest name held is " + near;
  if (!more.empty()) hint += (hint.empty() ? "" : "; ") + more;
  if (!hint.empty()) note("hint: " + hint);
  return 1;
}

}  // namespace undex::tool
