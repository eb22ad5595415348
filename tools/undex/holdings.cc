#include "tools/undex/holdings.h"

#include "corpus/text.h"
#include "indexer/understand/understand.h"
#include "searcher/documents/held_names.h"
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
  return undex::places_of(target, "--para", arguments.values("para"));
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
  if (const std::string hint = HeldNames(archive).hint(name, more); !hint.empty())
    note("hint: " + hint);
  return 1;
}

}  // namespace undex::tool
