// undex remove: a document leaves what is held, for a reason that the journal keeps.
#include <optional>

#include "corpus/archive.h"
#include "corpus/text.h"
#include "corpus/utc.h"
#include "indexer/submission/intake.h"
#include "searcher/render/terminal.h"
#include "tools/undex/command.h"
#include "tools/undex/holdings.h"
#include "tools/undex/index_run.h"
#include "tools/undex/interrupt.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

using rendering::counted;

std::string required_reason(const Arguments& arguments) {
  std::string reason = stated_reason(arguments);
  if (reason.empty())
    throw Error(ErrorKind::usage, "remove: why? no reason given",
                "undex remove SYMBOL --reason 'taken in by mistake'");
  return reason;
}

/// The one document meant; nothing, and said so, when there is none.
std::optional<ArchiveEntry> one_entry(const Archive& archive, const std::string& typed) {
  const std::vector<ArchiveEntry> found = archive.find(typed);
  if (found.empty()) {
    not_held(archive, typed, "'undex history " + typed + "' tells whether it was");
    return std::nullopt;
  }
  if (found.size() == 1) return found.front();
  for (const ArchiveEntry& entry : found) note("  " + entry.key + "  " + entry.source);
  throw Error(ErrorKind::usage,
              "'" + typed + "' names " + counted(found.size(), "document") + " held",
              "name one by its key: undex remove '" + found.front().key + "' --reason TEXT");
}

/// A submission leaves by the register, which would else say that it stands.
void refuse_submission(const Archive& archive, const ArchiveEntry& entry) {
  if (!holds_submission(archive, entry)) return;
  throw Error(ErrorKind::usage, "'" + entry.name + "' is a submission in the register",
              "undex submission withdraw " + entry.name + " --reason TEXT");
}

}  // namespace

int run_remove(const Arguments& arguments) {
  const std::string typed = joined_words(arguments);
  if (typed.empty())
    throw Error(ErrorKind::usage, "remove what? no symbol given",
                "undex remove E/2003/75 --reason TEXT");
  const std::string reason = required_reason(arguments);
  // Opening for writing would make an archive where there is none.
  Archive::open(archive_dir(arguments), Archive::Mode::read);
  return until_interrupted([&] {
    Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::write);
    const std::optional<ArchiveEntry> entry = one_entry(archive, typed);
    if (!entry) return 1;
    refuse_submission(archive, *entry);
    const std::size_t sources = archive.sources(*entry).size();
    archive.remove(*entry, reason, utc_now());
    archive.commit();
    print("removed " + printable(entry->key) + "; the bytes of " + counted(sources, "source") +
          " are kept\n");
    IndexProgress progress(arguments.has("quiet"));
    const IndexUpdate update = bring_in_step(archive, false, progress);
    print("The archive holds " + counted(update.documents, "document") + ", " +
          counted(update.paragraphs, "paragraph") + ".\n");
    return 0;
  });
}

}  // namespace undex::tool
