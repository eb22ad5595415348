#include "searcher/library/current.h"

#include "searcher/search/generation.h"

namespace undex::library {

// The index is opened first: an archive read after it holds all that the index names.
CurrentArchive::CurrentArchive(const std::filesystem::path& folder)
    : searcher_(Searcher::open(folder)),
      archive_(Archive::open(folder, Archive::Mode::read)),
      generation_(searcher_.status().generation) {}

answers::Opened CurrentArchive::opened() {
  if (search::current_name(archive_.dir()) != generation_) *this = CurrentArchive(archive_.dir());
  const ReadDocument read = [this](const ArchiveEntry& entry) { return archive_.read(entry); };
  if (names_ == nullptr) {
    names_ = std::make_unique<const HeldNames>(archive_);
    shelves_ = std::make_unique<const ArchiveShelves>(archive_, *names_, read);
  }
  return {archive_,
          *names_,
          searcher_,
          read,
          [this](const Request& request) { return searcher_.search(request); },
          *shelves_};
}

}  // namespace undex::library
