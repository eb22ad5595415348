#pragma once
// The archive on disk: original bytes as received and one XML document a language version. The
// truth; the index is made from it. Crash-safe: what put() or commit() acknowledged is there after
// a power cut, whole; what it did not is not.
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace undex {

/// One document held: what listing needs without reading its XML.
struct ArchiveEntry {
  std::string key;   ///< name in the archive, unique, safe as a file name: "A_58_568.en"
  std::string name;  ///< Document::name()
  std::string language;
  std::string sha256;  ///< of the original bytes
  std::string source;  ///< path as given
  std::string xml_sha256;
  std::size_t revision = 0;  ///< grows with every put in this archive
};

/// Where the bytes of a held text came from. A document has one source that its text was read from,
/// and may have others with the same text.
struct ArchiveSource {
  std::string source;  ///< path as given
  std::string sha256;
  std::string format;  ///< row of indexer/convert/formats
  std::size_t size_bytes = 0;
  std::string added;  ///< ISO 8601 time in UTC
  bool operator==(const ArchiveSource&) const = default;
};

/// A document held, or one that was removed, and when that came to be.
struct ArchiveChange {
  ArchiveEntry entry;  ///< of a document removed: as it was
  Symbol symbol;
  /// Of its newest text or of its removal: ISO 8601 in UTC, never earlier than that of a change
  /// before it, so that who knows all changes up to a time can ask for those from it on. Empty
  /// where the journal has form 1.
  std::string time;
  bool removed = false;
  std::size_t revision = 0;  ///< of that change: grows with every change in this archive
};

/// One thing that happened to a document. Understanding the same bytes anew is none.
struct ArchiveEvent {
  enum class What {
    added,
    changed,    ///< a source came with other bytes
    same_text,  ///< another source with the same text; that of the better format gives the text
    source_removed,  ///< a source is no longer one; the document stays
    removed,         ///< the document with all its sources
  };
  What what = What::added;
  std::string time;      ///< ISO 8601 in UTC; empty where the journal has form 1
  ArchiveEntry entry;    ///< as it was after the event; of a removal: as it was before
  ArchiveSource source;  ///< that came or went; of `removed`: that of the text
  std::string reason;    ///< of a removal
};

struct ArchiveFault {
  std::string key;   ///< entry, or path of a stray file
  std::string text;  ///< what is wrong, in words
};

/// Error{version} when the archive at `dir` is of a newer form than this program reads; nothing
/// when there is none.
void check_archive_form(const std::filesystem::path& dir);

class Archive {
 public:
  enum class Mode { read, write };
  enum class Proof { make, made };

  /// Opens an archive. write makes it when it is not there, takes the lock (Error{archive} with the
  /// owner's pid when held) and finishes or forgets what a crash left. Error{archive} when missing
  /// or damaged, Error{version} when newer.
  static Archive open(const std::filesystem::path& dir, Mode mode);
  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;
  ~Archive();

  const std::filesystem::path& dir() const;
  /// Entries in natural order of their names. The span of revisions tells whether an index is in
  /// step.
  std::vector<ArchiveEntry> list() const;
  /// Every document that is held or was, each once, in no order.
  std::vector<ArchiveChange> changes() const;
  /// Highest revision ever given; 0 for an empty archive.
  std::size_t revision() const;
  /// By symbol (either part of a joint one, any language), reference or key; empty if not held.
  std::vector<ArchiveEntry> find(std::string_view name) const;
  /// The same as it will be after commit().
  std::vector<ArchiveEntry> find_staged(std::string_view name) const;
  /// The entry of which these bytes from this path are a source, if any, staged ones too: how
  /// unchanged sources are skipped.
  std::optional<ArchiveEntry> find_original(std::string_view sha256, std::string_view source) const;
  /// Entries of which these bytes are a source, from whatever path, staged ones too.
  std::vector<ArchiveEntry> find_bytes(std::string_view sha256) const;

  /// The sources of a document, staged ones too, that of its text first; empty when it is not held.
  std::vector<ArchiveSource> sources(const ArchiveEntry& entry) const;
  /// What happened to the documents of this name (as in find(), removed ones too), oldest first.
  std::vector<ArchiveEvent> history(std::string_view name) const;

  Document read(const ArchiveEntry& entry) const;
  std::string read_original(const ArchiveEntry& entry) const;
  std::string read_xml(const ArchiveEntry& entry) const;
  /// Of the file that read_xml() reads, by the file system; 0 when it is missing.
  std::size_t xml_bytes(const ArchiveEntry& entry) const;

  /// Stages a document with its original bytes. A document of the same name and language from the
  /// same source is replaced (its original is kept); from another source it is held beside it under
  /// a key of its own.
  /// Proof::made is for a document that read_document_xml() gave: its XML keeps it whole. Of any
  /// other it is proved first; Error{check} when something would be lost.
  ArchiveEntry put(const Document& document, std::string_view original, Proof proof = Proof::make);
  /// Stages the text of another source in place of that of a held document, under its key: the same
  /// text from a better format. The former source becomes a further one.
  ArchiveEntry put_better(const ArchiveEntry& entry, const Document& document,
                          std::string_view original);
  /// Stages another source of a held document, with the same text in other bytes: the text stays as
  /// it is, the bytes are kept. Entries staged before are found too.
  void add_source(const ArchiveEntry& entry, const Provenance& provenance,
                  std::string_view original);
  /// Stages that a further source of a document is none any more. Its original bytes stay.
  void remove_source(const ArchiveEntry& entry, const ArchiveSource& source,
                     std::string_view reason, std::string_view now);
  /// Stages the removal of a document from what is held. Its history, the original bytes of all its
  /// sources and its last XML stay.
  void remove(const ArchiveEntry& entry, std::string_view reason, std::string_view now);
  /// Makes everything staged durable (files and folders synced), then visible. Nothing may be
  /// acknowledged before.
  void commit();

  /// Fixity: originals and XML against their checksums, stray and missing files. progress(done,
  /// total) may be empty.
  std::vector<ArchiveFault> verify(
      const std::function<void(std::size_t, std::size_t)>& progress) const;

 private:
  struct State;
  explicit Archive(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace undex
