#include "searcher/search/index.h"

#include <algorithm>

#include "corpus/text.h"

namespace undex::search {
namespace {

constexpr int kAttempts = 4;

[[noreturn]] void fail_disagreeing(const Generation& generation) {
  throw Error(ErrorKind::archive,
              "cannot read index '" + printable(generation.dir.string()) +
                  "': its columns, cards or runs are not those of its databases",
              "make the index anew with 'undex rebuild'");
}

query::Database open_database(const Generation& generation, std::string_view folder,
                              const DeletedSide& deleted) {
  const auto open = [&](const Generation& one) {
    return Xapian::Database((one.dir / folder).string());
  };
  if (!generation.base) return open(generation);
  const Xapian::Database large = open(*generation.base), changed = open(generation);
  const auto docids = deleted.docids();
  if (large.get_uuid() == changed.get_uuid() || docids.size() > large.get_doccount() ||
      (!docids.empty() && docids.back() > large.get_lastdocid()))
    fail_disagreeing(generation);
  return {large, changed, deleted};
}

bool has_file(const Generation& generation, std::string_view path) {
  const std::vector<ManifestFile>& files = generation.manifest.files;
  return std::any_of(files.begin(), files.end(),
                     [&](const ManifestFile& file) { return file.path == path; });
}

void open_databases(Index& index) {
  const Generation& generation = index.generation;
  Deleted deleted;
  if (generation.base) {
    if (!has_file(generation, kDeletedFile)) fail_disagreeing(generation);
    index.deleted_file = MappedFile(generation.dir / kDeletedFile);
    deleted = Deleted(index.deleted_file.bytes());
  }
  guarded(generation, [&] {
    index.databases.documents = open_database(generation, kDocumentsFolder, deleted.documents);
    index.databases.paragraphs = open_database(generation, kParagraphsFolder, deleted.paragraphs);
    return 0;
  });
}

/// Columns, cards and runs of another state of the databases would lead elsewhere.
void require(bool agree, const Index& index) {
  if (!agree) fail_disagreeing(index.generation);
}

std::size_t end_of(Xapian::docid last) { return last + std::size_t{1}; }

void open_columns(Index& index) {
  index.columns_file = MappedFile(index.generation.dir / kColumnsFile);
  index.columns = Columns(index.columns_file.bytes());
  index.databases.columns = index.columns;
  require(index.columns.documents_end() == end_of(index.databases.documents.get_lastdocid()) &&
              index.columns.paragraphs_end() == end_of(index.databases.paragraphs.get_lastdocid()),
          index);
}

/// Cards and runs.
void open_shards(Index& index) {
  std::vector<const Generation*> generations = {&index.generation};
  if (index.generation.base) generations.insert(generations.begin(), index.generation.base.get());
  std::vector<ParagraphCards> cards;
  std::vector<Runs> runs;
  for (const auto& [database, shard] : index.databases.paragraphs.parts()) {
    const auto mapped = [&, &dir = generations[shard.number]->dir](std::string_view file) {
      return index.shard_files.emplace_back(dir / file).bytes();
    };
    cards.emplace_back(mapped(kCardsFile));
    runs.emplace_back(mapped(kRunsFile));
    const std::size_t end = end_of(database.get_lastdocid());
    require(cards.back().end() == end && runs.back().paragraphs_end() == end, index);
  }
  index.databases.cards = query::ShardedCards(std::move(cards));
  index.runs = query::ShardedRuns(std::move(runs));
}

void open_headings(Index& index) {
  if (!has_file(index.generation, kHeadingsFile)) return;
  index.headings_file = MappedFile(index.generation.dir / kHeadingsFile);
  index.headings.emplace(index.headings_file.bytes());
}

}  // namespace

Index open_index(const std::filesystem::path& archive) {
  for (int attempt = 1;; ++attempt) {
    const std::string name = current_name(archive);
    try {
      Index index{.generation = read_generation(archive, name)};
      open_databases(index);
      open_columns(index);
      open_shards(index);
      open_headings(index);
      return index;
    } catch (const Error& fault) {
      // A writer that published newer generations meanwhile has swept this one away.
      if (fault.kind != ErrorKind::archive || attempt == kAttempts || current_name(archive) == name)
        throw;
    }
  }
}

void fail_reading(const Generation& generation, const Xapian::Error& fault) {
  throw Error(ErrorKind::archive,
              "cannot read index '" + printable(generation.dir.string()) +
                  "': " + printable(fault.get_msg().empty() ? fault.get_type() : fault.get_msg()),
              "check it with 'undex verify'; 'undex rebuild' makes it anew from the archive");
}

}  // namespace undex::search
