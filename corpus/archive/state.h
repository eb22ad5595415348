#pragma once
// What an open archive knows: shared by the files of corpus/archive*.cc and by nobody else.
#include <cstddef>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/archive.h"
#include "corpus/archive/catalogue.h"
#include "corpus/archive/files.h"
#include "corpus/archive/journal.h"

namespace undex {

inline constexpr int kArchiveForm = 2;  ///< equals kArchiveVersion of schemas/version.h

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

struct Archive::State {
  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State();

  ArchivePaths paths;
  Mode mode = Mode::read;
  Catalogue catalogue;
  const Catalogue& newest() const { return mode == Mode::write ? pending : catalogue; }

  // For writing only.
  Catalogue pending;        // as the catalogue will be when all that is staged is committed
  int form = kArchiveForm;  // of the marker
  files::Descriptor lock;
  files::Descriptor
      folder;  // opened before anything is written, or the kernel keeps faults from us
  files::Descriptor journal;
  std::size_t journal_bytes = 0;
  std::string chain;
  std::size_t next_revision = 1;
  std::vector<JournalLine> staged;
  bool broken =
      false;  // a commit failed half-way: only opening the archive again tells what is kept

  /// Writes what the line names, not synced, and keeps the line for the commit; gives the entry as
  /// it then is. `original` is written when it is new, `xml` with a line of kind put.
  ArchiveEntry stage(JournalLine line, std::string_view original, std::string_view xml);
  ArchiveEntry stage_put(std::string key, const Document& document, std::string_view original,
                         Proof proof);
  void require_writing() const;
  /// Error{archive} when the document is not held, staged ones counted, or nothing may be written.
  const Holding& require_held(const ArchiveEntry& entry) const;
};

/// The form that the marker tells. Error{archive} when there is none or it tells nothing,
/// Error{version} when it is newer.
int form_of(const ArchivePaths& paths);
/// Reads marker and journal. Throws Error{archive} or Error{version}; changes nothing.
Journal load_archive(const ArchivePaths& paths);
/// Whether there is a marker.
bool is_archive(const ArchivePaths& paths);

/// Makes the folder an archive of the form of this program.
void write_marker(const ArchivePaths& paths);
/// Takes the lock, makes the archive when it is not there, cuts off what a crash left.
void open_for_writing(const ArchivePaths& paths, files::Descriptor& lock);

/// Who wrote the lock file. One that holds the lock no more may have left it, if it was killed.
struct LockOwner {
  long process = 0;  ///< 0: nobody says that he holds it
  std::string host;  ///< empty in the lock of an older program
  std::string since;
  std::string command;
  bool is_of_this_host = true;
};
LockOwner read_lock_owner(const ArchivePaths& paths);

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
