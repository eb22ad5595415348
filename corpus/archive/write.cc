// Putting documents into an archive.
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>

#include "corpus/archive/state.h"
#include "corpus/hash.h"
#include "corpus/xml.h"
#include "undex/error.h"

namespace undex {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestKey = 160;  // revision and ".xml" must fit into a file name too

/// A part of a file name: what could lead elsewhere or surprise a shell becomes '_'.
std::string safe_name(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                       c == '-' || c == '.' || c == '_';
    out += plain ? c : '_';
  }
  if (out.starts_with('.')) out.front() = '_';
  return out;
}

std::string first_key(const Document& document, const std::string& sha256) {
  std::string name;
  if (!document.symbol.parts.empty())
    name = safe_name(file_name_of(document.symbol));
  else if (!document.masthead.normal(MastheadItem::reference).empty())
    name = safe_name(document.name());
  if (name.empty()) name = "sha-" + sha256.substr(0, 12);
  if (name.size() > kLongestKey)
    name = name.substr(0, kLongestKey - 13) + "-" + sha256_hex(name).substr(0, 12);
  return name + "." + safe_name(document.language()).substr(0, 16);
}

/// The key of an entry stays the same as long as name, language and source do.
std::string key_for(Catalogue& catalogue, const Document& document, const std::string& sha256) {
  const Identity identity = {document.name(), document.language(), document.provenance.source};
  const auto known = catalogue.keys.find(identity);
  if (known != catalogue.keys.end()) return known->second;
  const std::string first = first_key(document, sha256);
  std::string key = first;
  for (std::size_t n = 2; catalogue.taken.contains(key); ++n) key = first + "~" + std::to_string(n);
  return key;
}

std::array<std::size_t, 7> count_of(const Marks& marks) {
  return {marks.references.size(), marks.figures.size(), marks.names.size(),
          marks.statuses.size(),   marks.dates.size(),   marks.quotes.size(),
          marks.definitions.size()};
}

/// Nothing got lost: U+FFFD for what XML cannot hold makes a text longer, never shorter.
bool holds_all_of(const Document& read, const Document& put) {
  bool all = read.blocks.size() == put.blocks.size() && read.tables.size() == put.tables.size() &&
             read.notices.size() == put.notices.size() &&
             read.masthead.entries.size() == put.masthead.entries.size() &&
             count_of(read.marks) == count_of(put.marks);
  for (std::size_t i = 0; all && i < put.blocks.size(); ++i)
    all = read.blocks[i].kind == put.blocks[i].kind &&
          read.blocks[i].text.size() >= put.blocks[i].text.size() &&
          read.blocks[i].label.size() >= put.blocks[i].label.size();
  return all;
}

/// The archive is the truth: what it cannot give back as it was put must not be taken in.
std::string proved_xml(const Document& document) {
  std::string xml = write_document_xml(document);
  const Document read = read_document_xml(xml, document.name());
  if (read == document || holds_all_of(read, document)) return xml;
  throw Error(ErrorKind::check, "'" + document.name() + "' cannot be kept without a loss",
              "this is a fault of undex: please report it with the source");
}

/// A line that cannot be read back would make the whole journal unreadable.
void prove_line(const JournalLine& line, const ArchivePaths& paths) {
  std::string chain;
  const Journal read = read_journal(write_journal_line(line, chain), paths.journal());
  if (read.lines.size() != 1 || read.lines[0].entry.key != line.entry.key ||
      read.lines[0].entry.source != line.entry.source)
    throw Error(ErrorKind::check, "'" + line.entry.name + "' cannot be entered in the journal",
                "this is a fault of undex: please report it with the source");
}

void sync_staged(const ArchivePaths& paths, const files::Descriptor& folder,
                 const std::vector<JournalLine>& staged) {
  if (staged.size() > 1 && files::sync_all(folder, paths.dir)) return;
  std::set<fs::path> folders = {paths.documents(), paths.originals()};
  for (const JournalLine& line : staged) {
    const fs::path original = paths.original(line.entry.sha256);
    files::sync(paths.document(line.entry.key, line.entry.revision));
    files::sync(original);
    folders.insert(original.parent_path());
  }
  for (const fs::path& path : folders) files::sync(path);
}

}  // namespace

ArchiveEntry Archive::put(const Document& document, std::string_view original) {
  State& state = *state_;
  const ArchivePaths& paths = state.paths;
  if (state.mode != Mode::write || state.broken)
    throw Error(ErrorKind::archive,
                "cannot write archive '" + paths.dir.string() + "': " +
                    (state.broken ? "an earlier write failed" : "it was opened for reading"),
                "open it again for writing");
  JournalLine line;
  ArchiveEntry& entry = line.entry;
  entry.name = document.name();
  entry.language = document.language();
  entry.source = document.provenance.source;
  entry.sha256 = sha256_hex(original);
  entry.key = key_for(state.catalogue, document, entry.sha256);
  entry.revision = state.next_revision;
  line.symbol = document.symbol;
  line.size_bytes = original.size();
  const std::string xml = proved_xml(document);
  entry.xml_sha256 = sha256_hex(xml);
  prove_line(line, paths);

  const bool held = state.catalogue.originals.contains(entry.sha256) ||
                    state.staged_originals.contains(entry.sha256);
  if (!held) {
    const fs::path path = paths.original(entry.sha256);
    files::make_folder(path.parent_path());
    files::write(path, original);
    state.staged_originals.insert(entry.sha256);
  }
  files::write(paths.document(entry.key, entry.revision), xml);
  ++state.next_revision;
  state.catalogue.keys[{entry.name, entry.language, entry.source}] = entry.key;
  state.catalogue.taken.insert(entry.key);
  state.staged.push_back(line);
  return entry;
}

void Archive::commit() {
  State& state = *state_;
  const ArchivePaths& paths = state.paths;
  if (state.broken)
    throw Error(ErrorKind::archive,
                "cannot write archive '" + paths.dir.string() + "': an earlier write failed",
                "open it again for writing");
  if (state.staged.empty()) return;
  state.broken = true;  // until all of it is durable
  sync_staged(paths, state.folder, state.staged);
  std::string chain = state.chain;
  std::string lines;
  for (const JournalLine& line : state.staged) lines += write_journal_line(line, chain);
  try {
    files::write_all(state.journal, lines, paths.journal());
    files::sync(state.journal, paths.journal());
  } catch (const Error&) {
    // Best effort: opening again cuts off a torn line in any case.
    if (::ftruncate(state.journal.number(), static_cast<off_t>(state.journal_bytes)) == 0)
      ::fsync(state.journal.number());
    throw;
  }
  state.journal_bytes += lines.size();
  state.chain = chain;
  state.broken = false;

  std::vector<ArchiveEntry> replaced;
  for (const JournalLine& line : state.staged)
    if (std::optional<ArchiveEntry> old = state.catalogue.enter(line))
      replaced.push_back(std::move(*old));
  state.staged.clear();
  state.staged_originals.clear();
  // From here on nothing can be lost: a mark or an old revision that stays is seen to at the next
  // opening.
  try {
    files::overwrite(paths.journal_end(), write_journal_end({state.journal_bytes, state.chain}));
    for (const ArchiveEntry& old : replaced) files::remove(paths.document(old.key, old.revision));
  } catch (const Error&) {
  }
}

}  // namespace undex
