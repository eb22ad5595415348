#include "indexer/index/headings.h"

#include <array>
#include <fstream>
#include <system_error>

#include "corpus/archive/files.h"
#include "corpus/hash.h"
#include "corpus/thesaurus.h"
#include "indexer/index/file.h"
#include "schemas/headings.h"
#include "schemas/headings_writer.h"
#include "undex/error.h"

namespace undex {
namespace fs = std::filesystem;

std::optional<std::string> kept_thesaurus(const Archive& archive) {
  const fs::path path = archive.dir() / kThesaurusFile;
  std::error_code ignored;
  if (!fs::exists(path, ignored)) return std::nullopt;
  return disk::file_sum(path).sha256;
}

bool has_headings(const fs::path& generation, const std::optional<std::string>& thesaurus) {
  std::array<char, kHeadingsHeadBytes> head{};
  std::ifstream in(generation / kHeadingsFile, std::ios::binary);
  if (!in) return !thesaurus;
  in.read(head.data(), head.size());
  return thesaurus &&
         headings_source({head.data(), static_cast<std::size_t>(in.gcount())}) == *thesaurus;
}

void write_headings_file(const Archive& archive, const fs::path& folder) {
  const fs::path path = archive.dir() / kThesaurusFile;
  const std::optional<std::string> bytes = files::read(path);
  if (!bytes) return;
  try {
    const Thesaurus thesaurus = read_thesaurus(*bytes, path.string());
    disk::write_file(folder / kHeadingsFile, write_headings(thesaurus, sha256_hex(*bytes)));
  } catch (const Error& fault) {
    if (fault.kind != ErrorKind::check) throw;
    throw Error(
        ErrorKind::archive, std::string("the thesaurus cannot be read: ") + fault.what(),
        "import it again with 'undex thesaurus import FILE', or remove '" + path.string() + "'");
  }
}

}  // namespace undex
