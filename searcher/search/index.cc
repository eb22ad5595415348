#include "searcher/search/index.h"

#include "corpus/text.h"

namespace undex::search {
namespace {

constexpr int kAttempts = 4;

/// Nothing of the generation is there any more: a writer has published newer ones and swept up.
bool is_gone(const Generation& generation) {
  std::error_code ignored;
  return !std::filesystem::exists(generation.dir / kManifestFile, ignored);
}

query::PlanContext open_databases(const Generation& generation) {
  return guarded(generation, [&] {
    return query::PlanContext{
        .documents = Xapian::Database((generation.dir / kDocumentsFolder).string()),
        .paragraphs = Xapian::Database((generation.dir / kParagraphsFolder).string())};
  });
}

}  // namespace

Index open_index(const std::filesystem::path& archive) {
  for (int attempt = 1;; ++attempt) {
    Generation generation;
    try {
      generation = current_generation(archive);
      return {.generation = generation, .databases = open_databases(generation)};
    } catch (const Error& fault) {
      const bool swept = generation.dir.empty() || is_gone(generation);
      if (fault.kind != ErrorKind::archive || !swept || attempt == kAttempts) throw;
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
