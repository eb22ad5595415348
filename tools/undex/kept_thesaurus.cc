#include "tools/undex/kept_thesaurus.h"

#include <optional>
#include <utility>

#include "corpus/archive/files.h"
#include "schemas/headings.h"
#include "tools/undex/holdings.h"
#include "undex/error.h"

namespace undex::tool {

std::filesystem::path kept_thesaurus_path(const Arguments& arguments) {
  return archive_dir(arguments) / kThesaurusFile;
}

Thesaurus read_kept_thesaurus(const Arguments& arguments) {
  const bool given = arguments.has("thesaurus");
  const std::filesystem::path path =
      given ? std::filesystem::path(arguments.value("thesaurus")) : kept_thesaurus_path(arguments);
  const std::optional<std::string> bytes = files::read(path);
  if (!bytes)
    throw Error(ErrorKind::archive, "there is no thesaurus '" + path.string() + "'",
                "'undex thesaurus import FILE' keeps one beside the archive");
  return read_thesaurus(*bytes, path.string());
}

LabelsByLanguage::LabelsByLanguage(Thesaurus thesaurus) : thesaurus_(std::move(thesaurus)) {}

const Labels& LabelsByLanguage::of(const Document& document) {
  std::string language = document.language();
  if (language == "und") language = "en";
  std::unique_ptr<Labels>& labels = labels_[language];
  if (!labels) labels = std::make_unique<Labels>(thesaurus_, language);
  return *labels;
}

}  // namespace undex::tool
