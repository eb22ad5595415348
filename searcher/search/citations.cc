#include "undex/citations.h"

#include "schemas/fields.h"
#include "searcher/search/holders.h"
#include "searcher/search/index.h"

namespace undex {

std::set<std::string> citing_keys(const std::filesystem::path& dir, const Symbol& cited) {
  const search::Index index = search::open_index(dir);
  return search::guarded(index.generation, [&] {
    return search::keys_with(kCitesField, cited.parts, index.databases);
  });
}

}  // namespace undex
