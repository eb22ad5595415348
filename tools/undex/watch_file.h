#pragma once
// Saved searches: a file of the user, and beside it what of each was seen. The archive is not
// written.
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "corpus/archive/files.h"
#include "tools/undex/options.h"
#include "undex/search.h"

namespace undex::tool {

struct SavedSearch {
  std::string name;
  std::string query;
  std::vector<Filter> filters{};
  std::filesystem::path archive{};  ///< absolute, for a run may begin anywhere
  std::filesystem::path feed{};     ///< where each run writes the feed; empty: nowhere
  std::string base{};               ///< of the addresses in it
};

/// --file, else undex/watches.json in $XDG_CONFIG_HOME, else in ~/.config. Error{usage} when none
/// of the three is there.
std::filesystem::path watch_file(const Arguments& arguments);

/// Waits until no other program changes the saved searches or tells what is new of them; none does
/// while the lock is open. It lies beside the file, whose folder is made.
files::Descriptor lock_watches(const std::filesystem::path& file);

/// In the order they were added; none where there is no file. Error{usage} for a file that is none
/// of this form.
std::vector<SavedSearch> read_watches(const std::filesystem::path& file);
/// Written aside and renamed. Its folder is made.
void write_watches(const std::filesystem::path& file, const std::vector<SavedSearch>& watches);

/// Keys of the documents that each saved search has found so far, by its name.
using SeenKeys = std::map<std::string, std::set<std::string>>;
/// "watches.json" keeps it in "watches.json.seen". As above.
SeenKeys read_seen(const std::filesystem::path& file);
void write_seen(const std::filesystem::path& file, const SeenKeys& seen);

}  // namespace undex::tool
