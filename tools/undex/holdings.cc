#include "tools/undex/holdings.h"

#include <algorithm>
#include <utility>

#include "corpus/text.h"
#include "indexer/understand/understand.h"
#include "searcher/federation/listed_shelves.h"
#include "searcher/render/archive_answers.h"
#include "tools/undex/archives.h"
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

namespace {

/// What the shelves of one archive are made from.
struct OneArchive {
  Archive archive;
  HeldNames names{archive};
  ArchiveShelves shelves{archive, names, reader_of(archive)};
  explicit OneArchive(Archive opened) : archive(std::move(opened)) {}
};

struct ListedArchives {
  Federation federation;
  federation::ListedShelves shelves{federation};
  explicit ListedArchives(Federation opened) : federation(std::move(opened)) {}
};

int say_not_held(const std::string& name, const std::string& hint) {
  note("undex: '" + name + "' is not held");
  if (!hint.empty()) note("hint: " + hint);
  return 1;
}

}  // namespace

std::shared_ptr<const Shelves> shelves_of(const Arguments& arguments) {
  if (arguments.has("archives")) {
    const auto several = std::make_shared<ListedArchives>(open_archives(arguments));
    return {several, &several->shelves};
  }
  const auto one =
      std::make_shared<OneArchive>(Archive::open(archive_dir(arguments), Archive::Mode::read));
  return {one, &one->shelves};
}

std::string there(const Shelves& shelves) {
  return shelves.archives().empty() ? "in this archive" : "in these archives";
}

Document read_understood(const Shelves& shelves, const ArchiveEntry& entry) {
  Document document = shelves.read(entry);
  if (document.marks.rules < kUnderstandingVersion) understand(document);
  return document;
}

int whole_or_not(const Shelves& shelves, int status) {
  return std::ranges::all_of(shelves.archives(), &ArchiveAnswer::answered)
             ? status
             : static_cast<int>(ErrorKind::check);
}

int note_missing(const Shelves& shelves, int status) {
  for (const std::string& line : missing_archives(shelves.archives())) note("note: " + line);
  return whole_or_not(shelves, status);
}

int not_held(const Archive& archive, const std::string& name, const std::string& more) {
  return say_not_held(name, HeldNames(archive).hint(name, more));
}

int not_held(const Shelves& shelves, const std::string& name, const std::string& more) {
  return note_missing(shelves, say_not_held(name, shelves.hint(name, more)));
}

}  // namespace undex::tool
