#pragma once
// What `undex serve` answers from: one archive, or several of which one is its own.
#include <filesystem>
#include <memory>
#include <vector>

#include "indexer/convert/sandbox/private_folder.h"
#include "tools/undex/options.h"
#include "undex/federation.h"

namespace undex::tool {

struct ServedArchives {
  std::vector<ListedArchive> list{};  ///< asked as one; empty: the own archive alone
  std::filesystem::path own{};        ///< of --archive, else the first folder of the list
  /// Where the list has no folder of this machine: that of `own`, an archive that holds nothing.
  /// Removed with this.
  std::unique_ptr<const PrivateFolder> stand_in{};
};

/// As --archive and --archives say. Error{usage} when the one is not of the other.
ServedArchives served_archives(const Arguments& arguments);

/// --deadline. Error{usage} when it leaves no time.
FederationOptions federation_options(const Arguments& arguments);

}  // namespace undex::tool
