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
  if (names_ == nullptr) names_ = std::make_unique<const HeldNames>(archive_);
  return {archive_, *names_, searcher_,
          [this](const ArchiveEntry& entry) { return archive_.read(entry); },
          [this](const Request& request) { return searcher_.search(request); }};
}

}  // namespace undex::library
