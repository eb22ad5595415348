#pragma once
// The journal of an archive: one line for each thing that happened, appended, never changed. It is
// the commit point: what has no whole line here does not exist. Form: docs/archive.md.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/archive.h"

namespace undex {

enum class LineKind {
  put,   ///< a document with the source of its text
  also,  ///< another source of it with the same text
  gone,  ///< a source that is no longer one; with the source of its text the document goes
};

struct JournalLine {
  LineKind kind = LineKind::put;
  std::size_t revision = 0;  ///< new with each put and with each document that goes
  std::string key;
  std::string language;
  std::string name;
  Symbol symbol;
  std::string xml_sha256;
  /// What the line speaks of; added of gone: the time it went. Form 1 tells no format and no time.
  ArchiveSource source;
  std::string reason;  ///< of gone
  bool operator==(const JournalLine&) const = default;
};

/// The document as the line leaves it.
ArchiveEntry entry_of(const JournalLine& line);

/// The line as bytes. `chain` is the sum of the line before ("" for the first) and becomes its own.
std::string write_journal_line(const JournalLine& line, std::string& chain);

struct Journal {
  std::vector<JournalLine> lines;
  std::size_t whole_bytes = 0;  ///< what follows is a line that a crash cut off
  std::string chain;
};

/// Every line carries its length, a check of the length and a sum over itself and the line before:
/// a line cut off by a crash is told from a damaged one. Throws Error{archive} naming `path` and
/// the line for a damaged one.
Journal read_journal(std::string_view bytes, const std::filesystem::path& path);

/// How far the journal was acknowledged: kept beside it, so that a journal that lost lines is
/// noticed. read gives nothing for bytes that are no such mark.
struct JournalEnd {
  std::size_t size_bytes = 0;
  std::string chain;
};
std::string write_journal_end(const JournalEnd& end);
std::optional<JournalEnd> read_journal_end(std::string_view bytes);

}  // namespace undex
