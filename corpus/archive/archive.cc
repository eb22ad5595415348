#include "corpus/archive.h"

#include <algorithm>

#include "corpus/archive/state.h"
#include "corpus/hash.h"
#include "corpus/natural_order.h"
#include "corpus/xml.h"
#include "undex/error.h"

namespace undex {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void damaged(const fs::path& path, const std::string& fault) {
  throw Error(ErrorKind::archive, "'" + path.string() + "' " + fault,
              "run 'undex verify' to see what else is damaged, and restore it from a copy");
}

}  // namespace

Journal load_archive(const ArchivePaths& paths) {
  form_of(paths);
  // The mark is read before the journal, which may grow meanwhile under a writer.
  const std::optional<std::string> mark = files::read(paths.journal_end());
  const std::optional<std::string> bytes = files::read(paths.journal());
  if (!bytes) damaged(paths.journal(), "is missing");
  Journal journal = read_journal(*bytes, paths.journal());
  const std::optional<JournalEnd> end = mark ? read_journal_end(*mark) : std::nullopt;
  if (end && (end->size_bytes > journal.whole_bytes ||
              (end->size_bytes > 0 && end->size_bytes == journal.whole_bytes &&
               end->chain != journal.chain)))
    damaged(paths.journal(), "is shorter than it was: lines at its end are lost");
  if (!end && journal.lines.empty() && holds_documents(paths))
    throw Error(ErrorKind::archive,
                "journal '" + paths.journal().string() + "' is empty, but there are documents",
                "restore it from a copy, or make a new archive with 'undex index " +
                    paths.originals().string() + " --archive DIR'; nothing was changed");
  return journal;
}

Archive::Archive(std::unique_ptr<State> state) : state_(std::move(state)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

Archive Archive::open(const fs::path& dir, Mode mode) {
  auto state = std::make_unique<State>();
  std::error_code fault;
  state->paths.dir = fs::absolute(dir, fault).lexically_normal();
  if (!state->paths.dir.has_filename()) state->paths.dir = state->paths.dir.parent_path();
  if (fault) files::fail("find", dir, fault.value());
  state->mode = mode;
  const ArchivePaths& paths = state->paths;
  if (mode == Mode::write) open_for_writing(paths, state->lock);
  const Journal journal = load_archive(paths);
  for (const JournalLine& line : journal.lines) state->catalogue.enter(line);
  if (mode == Mode::read) return Archive(std::move(state));

  state->pending = state->catalogue;
  state->form = form_of(paths);
  state->folder = files::open_folder(paths.dir);
  state->journal = files::open_for_append(paths.journal());
  state->journal_bytes = journal.whole_bytes;
  state->chain = journal.chain;
  state->next_revision = state->catalogue.revision + 1;
  files::truncate(state->journal, journal.whole_bytes, paths.journal());
  files::sync(state->journal, paths.journal());
  if (!journal.lines.empty())
    files::overwrite(paths.journal_end(), write_journal_end({journal.whole_bytes, journal.chain}));
  clear_strays(paths, journal, state->catalogue);
  return Archive(std::move(state));
}

const fs::path& Archive::dir() const { return state_->paths.dir; }
std::size_t Archive::revision() const { return state_->catalogue.revision; }

std::vector<ArchiveEntry> Archive::list() const {
  std::vector<ArchiveEntry> entries;
  entries.reserve(state_->catalogue.held.size());
  for (const auto& [key, holding] : state_->catalogue.held) entries.push_back(holding.entry);
  std::sort(entries.begin(), entries.end(), [](const ArchiveEntry& a, const ArchiveEntry& b) {
    const std::strong_ordering order = natural_compare(a.name, b.name);
    return order != 0 ? order < 0 : natural_compare(a.key, b.key) < 0;
  });
  return entries;
}

std::vector<ArchiveEntry> Archive::find(std::string_view name) const {
  return state_->catalogue.find(name);
}

std::vector<ArchiveEntry> Archive::find_staged(std::string_view name) const {
  return state_->newest().find(name);
}

std::optional<ArchiveEntry> Archive::find_original(std::string_view sha256,
                                                   std::string_view source) const {
  const Holding* holding = state_->newest().find_original(sha256, source);
  return holding ? std::optional(holding->entry) : std::nullopt;
}

std::vector<ArchiveEntry> Archive::find_bytes(std::string_view sha256) const {
  return state_->newest().find_bytes(sha256);
}

std::string Archive::read_xml(const ArchiveEntry& entry) const {
  const ArchivePaths& paths = state_->paths;
  std::size_t revision = entry.revision;
  std::string sha256 = entry.xml_sha256;
  for (;;) {
    const fs::path path = paths.document(entry.key, revision);
    std::optional<std::string> xml = files::read(path);
    if (xml && sha256_hex(*xml) == sha256) return std::move(*xml);
    if (xml) damaged(path, "was changed: its checksum is not that of the journal");
    // A writer may have replaced the document since the journal was read, and do so again.
    const std::size_t before = revision;
    for (const JournalLine& line : load_archive(paths).lines) {
      if (line.kind != LineKind::put || line.key != entry.key || line.revision <= revision)
        continue;
      revision = line.revision;
      sha256 = line.xml_sha256;
    }
    if (revision == before) damaged(path, "is missing");
  }
}

std::size_t Archive::xml_bytes(const ArchiveEntry& entry) const {
  std::error_code fault;
  const auto bytes = fs::file_size(state_->paths.document(entry.key, entry.revision), fault);
  return fault ? 0 : static_cast<std::size_t>(bytes);
}

Document Archive::read(const ArchiveEntry& entry) const {
  return read_document_xml(read_xml(entry), entry.key);
}

std::string Archive::read_original(const ArchiveEntry& entry) const {
  const fs::path path = state_->paths.original(entry.sha256);
  std::optional<std::string> bytes = files::read(path);
  if (!bytes) damaged(path, "is missing");
  if (sha256_hex(*bytes) != entry.sha256)
    damaged(path, "was changed: its checksum is not its name");
  return std::move(*bytes);
}

}  // namespace undex
