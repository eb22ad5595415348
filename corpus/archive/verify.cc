// Fixity: is everything the journal names there and whole, and nothing else?
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <unordered_set>

#include "corpus/archive/state.h"
#include "corpus/hash.h"
#include "undex/error.h"

namespace undex {
namespace {

namespace fs = std::filesystem;

bool ends_in_digits(std::string_view text) {
  const std::size_t dot = text.rfind('.');
  return dot != std::string_view::npos && dot + 1 < text.size() &&
         text.find_first_not_of("0123456789", dot + 1) == std::string_view::npos;
}

/// Every name below a folder, at most one folder deep.
void names_below(const fs::path& folder, std::vector<fs::path>& found, int depth) {
  std::error_code fault;
  for (fs::directory_iterator at(folder, fault), end; !fault && at != end; at.increment(fault)) {
    const bool is_folder = at->is_directory(fault) && !at->is_symlink(fault);
    if (is_folder && depth > 0)
      names_below(at->path(), found, depth - 1);
    else
      found.push_back(at->path());
  }
  if (fault) files::fail("read folder", folder, fault.value());
}

/// A writer at work has files that are not in the journal yet. Of another host nothing is known.
bool writer_at_work(const ArchivePaths& paths) {
  const LockOwner owner = read_lock_owner(paths);
  if (owner.process <= 0) return false;
  if (!owner.is_of_this_host) return true;
  return ::kill(static_cast<pid_t>(owner.process), 0) == 0 || errno == EPERM;
}

/// Asked more than once, for a writer may be about to write it.
bool has_journal_mark(const ArchivePaths& paths) {
  constexpr int kTries = 3;
  for (int i = 0; i < kTries; ++i) {
    const std::optional<std::string> mark = files::read(paths.journal_end());
    if (mark && read_journal_end(*mark)) return true;
  }
  return false;
}

/// What is wrong with a file that must have this checksum; empty if nothing.
std::string fault_of(const fs::path& path, const std::string& sha256) {
  try {
    const std::optional<std::string> bytes = files::read(path);
    if (!bytes) return "'" + path.string() + "' is missing";
    if (sha256_hex(*bytes) != sha256)
      return "'" + path.string() + "' was changed: its checksum is not " + sha256;
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

}  // namespace

bool named_by_undex(const fs::path& path) {
  const std::string name = path.filename().string();
  if (name.ends_with(".xml"))
    return ends_in_digits(std::string_view(name).substr(0, name.size() - 4));
  return name.size() == 64 && name.find_first_not_of("0123456789abcdef") == std::string::npos &&
         path.parent_path().filename() == name.substr(0, 2);
}

bool holds_documents(const ArchivePaths& paths) {
  std::vector<fs::path> found;
  names_below(paths.documents(), found, 0);
  return std::any_of(found.begin(), found.end(), named_by_undex);
}

std::vector<fs::path> stray_files(const ArchivePaths& paths, const Catalogue& catalogue) {
  std::unordered_set<std::string> wanted;
  for (const auto& [key, holding] : catalogue.held)
    wanted.insert(paths.document(key, holding.entry.revision).string());
  for (const auto& [key, holding] : catalogue.gone)
    wanted.insert(paths.document(key, holding.entry.revision).string());
  for (const auto& [sha256, size] : catalogue.originals)
    wanted.insert(paths.original(sha256).string());
  std::vector<fs::path> found;
  names_below(paths.documents(), found, 0);
  names_below(paths.originals(), found, 1);
  std::erase_if(found, [&](const fs::path& path) { return wanted.contains(path.string()); });
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<ArchiveFault> Archive::verify(
    const std::function<void(std::size_t, std::size_t)>& progress) const {
  const ArchivePaths& paths = state_->paths;
  // Read anew: the journal may have been damaged, or moved on, since this archive was opened.
  Catalogue now;
  for (const JournalLine& line : load_archive(paths).lines) now.enter(line);
  std::vector<ArchiveFault> faults;
  std::size_t done = 0;
  const std::size_t total = now.held.size() + now.gone.size() + now.originals.size();
  const auto check = [&](const std::string& key, const fs::path& path, const std::string& sha256) {
    const std::string fault = fault_of(path, sha256);
    if (!fault.empty()) faults.push_back({key, fault});
    if (progress) progress(++done, total);
  };
  std::unordered_set<std::string> checked;
  for (const auto& [key, holding] : now.held) {
    check(key, paths.document(key, holding.entry.revision), holding.entry.xml_sha256);
    for (const ArchiveSource& source : holding.sources)
      if (checked.insert(source.sha256).second)
        check(key, paths.original(source.sha256), source.sha256);
  }
  for (const auto& [key, holding] : now.gone)
    check(key, paths.document(key, holding.entry.revision), holding.entry.xml_sha256);
  for (const auto& [sha256, size] : now.originals)
    if (!checked.contains(sha256)) check(sha256, paths.original(sha256), sha256);

  if (!has_journal_mark(paths))
    faults.push_back({paths.journal_end().string(),
                      "the mark beside the journal is missing or "
                      "damaged: lines at its end may be lost"});
  const bool mine = state_->mode == Mode::write && state_->staged.empty();
  std::vector<fs::path> strays;
  if (mine || !writer_at_work(paths)) strays = stray_files(paths, now);
  // One may have begun since, and its files are in no journal before it ends.
  if (!strays.empty() && !mine && writer_at_work(paths)) strays.clear();
  // What a writer took in or replaced meanwhile was no fault.
  Catalogue later;
  if (!faults.empty() || !strays.empty())
    for (const JournalLine& line : load_archive(paths).lines) later.enter(line);
  if (!strays.empty()) {
    const std::vector<fs::path> still = stray_files(paths, later);
    for (const fs::path& stray : strays)
      if (std::binary_search(still.begin(), still.end(), stray))
        faults.push_back({stray.string(), "no document of the archive needs this file"});
  }
  std::erase_if(faults, [&](const ArchiveFault& fault) {
    const std::optional<std::size_t> before = now.xml_revision(fault.key);
    return before && later.xml_revision(fault.key) != before;
  });
  std::sort(faults.begin(), faults.end(),
            [](const ArchiveFault& a, const ArchiveFault& b) { return a.key < b.key; });
  return faults;
}

}  // namespace undex
