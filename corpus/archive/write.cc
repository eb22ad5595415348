// Putting documents into an archive.
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

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
std::string key_for(const Catalogue& pending, const Document& document, const std::string& sha256) {
  const Identity identity = {document.name(), document.language(), document.provenance.source};
  const auto known = pending.keys.find(identity);
  if (known != pending.keys.end()) return known->second;
  const std::string first = first_key(document, sha256);
  std::string key = first;
  for (std::size_t n = 2; pending.held.contains(key); ++n) key = first + "~" + std::to_string(n);
  return key;
}

/// A line that cannot be read back would make the whole journal unreadable.
void prove_line(const JournalLine& line, const ArchivePaths& paths) {
  std::string chain;
  const Journal read = read_journal(write_journal_line(line, chain), paths.journal());
  if (read.lines.size() != 1 || read.lines[0] != line)
    throw Error(ErrorKind::check, "'" + line.name + "' cannot be entered in the journal",
                "this is a fault of undex: please report it with the source");
}

ArchiveSource source_of(const Provenance& provenance, std::string_view original) {
  return {.source = provenance.source,
          .sha256 = sha256_hex(original),
          .format = provenance.format,
          .size_bytes = original.size(),
          .added = provenance.added};
}

/// A line about a document held that leaves its text as it is.
JournalLine line_about(const Holding& holding, LineKind kind) {
  const ArchiveEntry& entry = holding.entry;
  return {.kind = kind,
          .revision = entry.revision,
          .key = entry.key,
          .language = entry.language,
          .name = entry.name,
          .symbol = holding.symbol,
          .xml_sha256 = entry.xml_sha256,
          .source = {},
          .reason = {}};
}

void sync_staged(const ArchivePaths& paths, const files::Descriptor& folder,
                 const std::vector<JournalLine>& staged) {
  if (staged.size() > 1 && files::sync_all(folder, paths.dir)) return;
  std::set<fs::path> folders = {paths.documents(), paths.originals()};
  for (const JournalLine& line : staged) {
    const fs::path original = paths.original(line.source.sha256);
    if (line.kind == LineKind::gone) continue;
    if (line.kind == LineKind::put) files::sync(paths.document(line.key, line.revision));
    files::sync(original);
    folders.insert(original.parent_path());
  }
  for (const fs::path& path : folders) files::sync(path);
}

}  // namespace

void Archive::State::require_writing() const {
  if (mode == Mode::write && !broken) return;
  throw Error(ErrorKind::archive,
              "cannot write archive '" + paths.dir.string() +
                  "': " + (broken ? "an earlier write failed" : "it was opened for reading"),
              "open it again for writing");
}

const Holding& Archive::State::require_held(const ArchiveEntry& entry) const {
  require_writing();
  const auto found = pending.held.find(entry.key);
  if (found == pending.held.end())
    throw Error(ErrorKind::archive, "'" + entry.key + "' is not held in this archive",
                "'undex history " + entry.name + "' tells what became of it");
  return found->second;
}

ArchiveEntry Archive::State::stage_put(std::string key, const Document& document,
                                       std::string_view original, Proof proof) {
  require_writing();
  const std::string xml =
      proof == Proof::make ? proved_document_xml(document) : write_document_xml(document);
  JournalLine line = {.kind = LineKind::put,
                      .revision = next_revision,
                      .key = std::move(key),
                      .language = document.language(),
                      .name = document.name(),
                      .symbol = document.symbol,
                      .xml_sha256 = sha256_hex(xml),
                      .source = source_of(document.provenance, original),
                      .reason = {}};
  return stage(std::move(line), original, xml);
}

ArchiveEntry Archive::State::stage(JournalLine line, std::string_view original,
                                   std::string_view xml) {
  prove_line(line, paths);
  const std::string& sha256 = line.source.sha256;
  if (!pending.originals.contains(sha256)) {
    const fs::path path = paths.original(sha256);
    files::make_folder(path.parent_path());
    files::write(path, original);
  }
  if (line.kind == LineKind::put) files::write(paths.document(line.key, line.revision), xml);
  next_revision = std::max(next_revision, line.revision + 1);
  pending.enter(line);
  staged.push_back(std::move(line));
  const auto held = pending.held.find(staged.back().key);
  return held == pending.held.end() ? ArchiveEntry() : held->second.entry;
}

ArchiveEntry Archive::put(const Document& document, std::string_view original, Proof proof) {
  return state_->stage_put(key_for(state_->pending, document, sha256_hex(original)), document,
                           original, proof);
}

ArchiveEntry Archive::put_better(const ArchiveEntry& entry, const Document& document,
                                 std::string_view original) {
  return state_->stage_put(state_->require_held(entry).entry.key, document, original, Proof::make);
}

void Archive::add_source(const ArchiveEntry& entry, const Provenance& provenance,
                         std::string_view original) {
  JournalLine line = line_about(state_->require_held(entry), LineKind::also);
  line.source = source_of(provenance, original);
  state_->stage(std::move(line), original, {});
}

void Archive::remove_source(const ArchiveEntry& entry, const ArchiveSource& source,
                            std::string_view reason, std::string_view now) {
  JournalLine line = line_about(state_->require_held(entry), LineKind::gone);
  line.source = source;
  line.source.added = now;
  line.reason = reason;
  state_->stage(std::move(line), {}, {});
}

void Archive::remove(const ArchiveEntry& entry, std::string_view reason, std::string_view now) {
  const Holding& holding = state_->require_held(entry);
  JournalLine line = line_about(holding, LineKind::gone);
  line.revision = state_->next_revision;
  line.source = holding.sources.front();
  line.source.added = now;
  line.reason = reason;
  state_->stage(std::move(line), {}, {});
}

void Archive::commit() {
  State& state = *state_;
  const ArchivePaths& paths = state.paths;
  if (state.staged.empty() && !state.broken) return;
  state.require_writing();
  state.broken = true;  // until all of it is durable
  // An older program must not meet lines that it cannot read.
  if (state.form < kArchiveForm) write_marker(paths);
  state.form = kArchiveForm;
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
  // From here on nothing can be lost: a mark or an old revision that stays is seen to at the next
  // opening.
  try {
    files::overwrite(paths.journal_end(), write_journal_end({state.journal_bytes, state.chain}));
    for (const ArchiveEntry& old : replaced) files::remove(paths.document(old.key, old.revision));
  } catch (const Error&) {
  }
}

}  // namespace undex
