#pragma once
// An archive that is asked over a long time: opened anew when a new index was switched to.
#include <filesystem>
#include <memory>
#include <string>

#include "corpus/archive.h"
#include "searcher/answers/answers.h"
#include "undex/search.h"

namespace undex::library {

/// One serves one thread at a time.
class CurrentArchive {
 public:
  /// Errors as Archive::open and Searcher::open.
  explicit CurrentArchive(const std::filesystem::path& folder);

  /// Good until the next call. Errors as above.
  answers::Opened opened();

 private:
  Searcher searcher_;
  Archive archive_;
  std::unique_ptr<const HeldNames> names_;
  std::unique_ptr<const ArchiveShelves> shelves_;
  std::string generation_;
};

}  // namespace undex::library
