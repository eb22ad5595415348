#include "searcher/search/index.h"

#include <algorithm>

#include "corpus/text.h"

namespace undex::search {
namespace {

constexpr int kAttempts = 4;

query::PlanContext open_databases(const Generation& generation) {
  return guarded(generation, [&] {
    return query::PlanContext{
        .documents = Xapian::Database((generation.dir / kDocumentsFolder).string()),
        .paragraphs = Xapian::Database((generation.dir / kParagraphsFolder).string())};
  });
}

/// Columns, cards and runs of another state of the databases would lead elsewhere.
void check_docids(const Index& index) {
  const auto end = [](const Xapian::Database& db) { return db.get_lastdocid() + std::size_t{1}; };
  if (index.columns.documents_end() != end(index.databases.documents) ||
      index.columns.paragraphs_end() != end(index.databases.paragraphs) ||
      index.databases.cards.end() != end(index.databases.paragraphs) ||
      index.runs.paragraphs_end() != end(index.databases.paragraphs))
    throw Error(ErrorKind::archive,
                "cannot read index '" + printable(index.generation.dir.string()) +
                    "': its columns, cards or runs are not those of its databases",
                "make the index anew with 'undex rebuild'");
}

void open_headings(Index& index) {
  const std::vector<ManifestFile>& files = index.generation.manifest.files;
  if (std::none_of(files.begin(), files.end(),
                   [](const ManifestFile& file) { return file.path == kHeadingsFile; }))
    return;
  index.headings_file = MappedFile(index.generation.dir / kHeadingsFile);
  index.headings.emplace(index.headings_file.bytes());
}

}  // namespace

Index open_index(const std::filesystem::path& archive) {
  for (int attempt = 1;; ++attempt) {
    const std::string name = current_name(archive);
    try {
      const Generation generation = read_generation(archive, name);
      Index index{.generation = generation, .databases = open_databases(generation)};
      index.columns_file = MappedFile(generation.dir / kColumnsFile);
      index.columns = Columns(index.columns_file.bytes());
      index.cards_file = MappedFile(generation.dir / kCardsFile);
      index.databases.cards = ParagraphCards(index.cards_file.bytes());
      index.runs_file = MappedFile(generation.dir / kRunsFile);
      index.runs = Runs(index.runs_file.bytes());
      check_docids(index);
      open_headings(index);
      index.databases.columns = index.columns;
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
