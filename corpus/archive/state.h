#pragma once
// What an open archive knows: shared by the files of corpus/archive*.cc and by nobody else.
#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "corpus/archive.h"
#include "corpus/archive/files.h"
#include "corpus/archive/journal.h"

namespace undex {

inline constexpr int kArchiveForm = 1;  ///< equals kArchiveVersion of schemas/version.h

/// Names in an archive folder.
struct ArchivePaths {
  std::filesystem::path dir;
  std::filesystem::path marker() const { return dir / "undex-archive"; }
  std::filesystem::path lock() const { return dir / "lock"; }
  std::filesystem::path journal() const { return dir / "journal"; }
  std::filesystem::path journal_end() const { return dir / "journal.end"; }
  std::filesystem::path originals() const { return dir / "originals"; }
  std::filesystem::path documents() const { return dir / "documents"; }
  std::filesystem::path unclaimed() const { return dir / "unclaimed"; }
  std::filesystem::path original(const std::string& sha256) const {
    return originals() / sha256.substr(0, 2) / sha256;
  }
  std::string document_name(const std::string& key, std::size_t revision) const {
    return key + "." + std::to_string(revision) + ".xml";
  }
  std::filesystem::path document(const std::string& key, std::size_t revision) const {
    return documents() / document_name(key, revision);
  }
};

/// Name, language, source: what makes two puts the same entry.
using Identity = std::tuple<std::string, std::string, std::string>;

/// The entries as the journal tells them.
struct Catalogue {
  std::unordered_map<std::string, ArchiveEntry> held;             // by key
  std::map<Identity, std::string> keys;                           // of committed and staged
  std::unordered_set<std::string> taken;                          // keys, staged ones too
  std::unordered_multimap<std::string, std::string> by_symbol;    // part -> key
  std::unordered_multimap<std::string, std::string> by_original;  // sha256 -> key, past ones too
  std::unordered_map<std::string, std::size_t> originals;         // sha256 -> size
  std::size_t revision = 0;

  /// Enters a committed line; gives the entry it replaces.
  std::optional<ArchiveEntry> enter(const JournalLine& line);
};

struct Archive::State {
  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State();

  ArchivePaths paths;
  Mode mode = Mode::read;
  Catalogue catalogue;

  // For writing only.
  files::Descriptor lock;
  files::Descriptor
      folder;  // opened before anything is written, or the kernel keeps faults from us
  files::Descriptor journal;
  std::size_t journal_bytes = 0;
  std::string chain;
  std::size_t next_revision = 1;
  std::vector<JournalLine> staged;
  std::unordered_set<std::string> staged_originals;
  bool broken =
      false;  // a commit failed half-way: only opening the archive again tells what is kept
};

/// Reads marker and journal. Throws Error{archive} or Error{version}; changes nothing.
Journal load_archive(const ArchivePaths& paths);
/// Whether there is a marker.
bool is_archive(const ArchivePaths& paths);

/// Takes the lock, makes the archive when it is not there, cuts off what a crash left.
void open_for_writing(const ArchivePaths& paths, files::Descriptor& lock);

/// Removes revisions that the journal says were replaced; what it does not know at all is moved to
/// `unclaimed`, for a crash may have left it or the journal may have lost it.
void clear_strays(const ArchivePaths& paths, const Journal& journal, const Catalogue& catalogue);
/// Whether there is a document that undex gave its name, whatever the journal says.
bool holds_documents(const ArchivePaths& paths);

/// Files that no line of the journal names: documents and originals only.
std::vector<std::filesystem::path> stray_files(const ArchivePaths& paths,
                                               const Catalogue& catalogue);
/// Whether undex gave the file its name: others are reported, never touched.
bool named_by_undex(const std::filesystem::path& path);

}  // namespace undex
