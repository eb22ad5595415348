// undex shard: an archive split into several, each with its index, and the list that names them.
#include "indexer/shard.h"

#include <charconv>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include "corpus/archive/files.h"
#include "corpus/text.h"
#include "indexer/submission/register.h"
#include "schemas/headings.h"
#include "searcher/render/terminal.h"
#include "tools/undex/command.h"
#include "tools/undex/holdings.h"
#include "tools/undex/index_run.h"
#include "tools/undex/interrupt.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

namespace fs = std::filesystem;
using rendering::counted;

constexpr std::size_t kMostShards = 64;
constexpr std::string_view kListFile = "archives.tsv";

std::size_t shards_asked_for(const Arguments& arguments) {
  const std::string value = arguments.value("into");
  std::size_t shards = 0;
  const auto [end, fault] = std::from_chars(value.data(), value.data() + value.size(), shards);
  if (fault != std::errc() || end != value.data() + value.size() || shards == 0 ||
      shards > kMostShards)
    throw Error(ErrorKind::usage, "--into '" + printable(value) + "' is no number from 1 to 64",
                "undex shard FOLDER --into 4");
  return shards;
}

fs::path folder_asked_for(const Arguments& arguments) {
  if (arguments.words().size() != 1)
    throw Error(ErrorKind::usage, "shard: name one folder for the new archives",
                "undex shard /srv/shards --into 4");
  return arguments.words().front();
}

std::string shard_name(std::size_t at) { return "shard-" + std::to_string(at + 1); }

/// A run that made another number of shards would have put documents elsewhere.
void refuse_other_shards(const fs::path& folder, std::size_t shards) {
  std::error_code ignored;
  const bool fewer = fs::exists(folder / shard_name(shards), ignored);
  const bool begun = fs::exists(folder / shard_name(0), ignored);
  const bool more = begun && !fs::exists(folder / shard_name(shards - 1), ignored);
  if (fewer || more)
    throw Error(ErrorKind::usage,
                "'" + printable(folder.string()) + "' has shards of another number",
                "name another folder, or the number that was asked for there");
}

std::vector<Archive> open_shards(const fs::path& folder, std::size_t shards) {
  refuse_other_shards(folder, shards);
  std::error_code fault;
  fs::create_directories(folder, fault);
  std::vector<Archive> archives;
  for (std::size_t at = 0; at < shards; ++at)
    archives.push_back(Archive::open(folder / shard_name(at), Archive::Mode::write));
  return archives;
}

/// What lies beside the documents and is asked for with them.
void copy_thesaurus(const Archive& from, const Archive& into) {
  std::error_code fault;
  if (!fs::exists(from.dir() / kThesaurusFile, fault)) return;
  fs::copy_file(from.dir() / kThesaurusFile, into.dir() / kThesaurusFile,
                fs::copy_options::overwrite_existing, fault);
  if (fault)
    throw Error(ErrorKind::archive, "cannot copy the thesaurus to '" + into.dir().string() + "'",
                fault.message());
}

void write_list(const fs::path& folder, std::size_t shards) {
  std::string list = "# name\tplace: a folder, seen from here, or the address of a service\n";
  for (std::size_t at = 0; at < shards; ++at) list += shard_name(at) + "\t" + shard_name(at) + "\n";
  files::write_durably(folder / kListFile, list);
}

}  // namespace

int run_shard(const Arguments& arguments) {
  const std::size_t shards = shards_asked_for(arguments);
  const fs::path folder = folder_asked_for(arguments);
  const Archive from = Archive::open(archive_dir(arguments), Archive::Mode::read);
  return until_interrupted([&] {
    std::vector<Archive> into = open_shards(folder, shards);
    IndexProgress progress(arguments.has("quiet"));
    const ShardCounts counts = shard_archive(from, into, [&](std::size_t done, std::size_t total) {
      Interrupt::check();
      progress.show(done, total, "splitting");
    });
    progress.clear();
    for (std::size_t at = 0; at < shards; ++at) {
      copy_thesaurus(from, into[at]);
      bring_in_step(into[at], false, progress);
      print(shard_name(at) + "  " + counted(counts.documents[at], "document") + "\n");
    }
    write_list(folder, shards);
    if (counts.skipped > 0)
      note("note: " + counted(counts.skipped, "document") + " were there from a run before");
    if (!Register::open(from.dir()).events().empty())
      note("note: the register of submissions stays with '" + printable(from.dir().string()) + "'");
    print("Ask them together: undex search WORDS --archives " +
          printable((folder / kListFile).string()) + "\n");
    return 0;
  });
}

}  // namespace undex::tool
