#include "indexer/index/publications.h"

#include <algorithm>
#include <string>
#include <vector>

#include "corpus/utc.h"
#include "indexer/index/file.h"
#include "schemas/publications.h"
#include "undex/error.h"

namespace undex {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kMostLines = 20'000;

/// What holds up to now. Of a damaged file nothing: all is then published anew.
std::vector<Publication> recorded(const fs::path& file, std::optional<std::size_t> before) {
  const auto text = disk::try_read_file(file);
  if (!text)
    return before ? std::vector<Publication>{{.revision = *before, .time = {}}}
                  : std::vector<Publication>();
  try {
    return read_publications(*text);
  } catch (const Error& error) {
    if (error.kind == ErrorKind::version) throw;
    return {};
  }
}

}  // namespace

void record_publication(const fs::path& index, std::size_t revision,
                        std::optional<std::size_t> before) {
  const fs::path file = index / kPublicationsFile;
  std::vector<Publication> all = recorded(file, before);
  // An archive that was put back to an older state gives the same revisions once more.
  std::erase_if(all, [&](const Publication& one) { return one.revision > revision; });
  if (all.empty() || all.back().revision < revision)
    all.push_back({revision, all.empty() ? utc_now() : std::max(utc_now(), all.back().time)});
  // What the lines dropped spoke of then bears the time of the next, which is long past too.
  if (all.size() > kMostLines) all.erase(all.begin(), all.begin() + kMostLines / 2);
  const std::string text = write_publications(all);
  if (disk::try_read_file(file) == text) return;
  disk::replace_file(file, text);
}

}  // namespace undex
