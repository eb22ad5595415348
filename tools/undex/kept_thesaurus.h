#pragma once
// The library's thesaurus beside the archive, and its labels for documents of each language.
#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "corpus/document.h"
#include "corpus/thesaurus.h"
#include "indexer/understand/proposals/subjects.h"
#include "tools/undex/options.h"

namespace undex::tool {

std::filesystem::path kept_thesaurus_path(const Arguments& arguments);

/// The one of --thesaurus, else the one beside the archive. Error{archive} when there is none.
Thesaurus read_kept_thesaurus(const Arguments& arguments);

/// Labels of each language, made when the first document of it comes.
class LabelsByLanguage {
 public:
  explicit LabelsByLanguage(Thesaurus thesaurus);
  LabelsByLanguage(const LabelsByLanguage&) = delete;
  LabelsByLanguage& operator=(const LabelsByLanguage&) = delete;

  const Labels& of(const Document& document);

 private:
  Thesaurus thesaurus_;
  std::map<std::string, std::unique_ptr<Labels>> labels_;
};

}  // namespace undex::tool
