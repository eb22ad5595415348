// One text in the six official languages: told apart, and found by a word of each.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>

#include "indexer/index/index.h"
#include "indexer/ingest.h"
#include "tests/support.h"
#include "undex/search.h"

namespace undex {
namespace {

namespace fs = std::filesystem;

struct Language {
  const char* file;
  const char* code;
  const char* word;
  std::size_t paragraphs;  ///< that hold the word in any of its forms
};
constexpr Language kLanguages[] = {
    {"udhr_eng", "en", "dignity", 5},  {"udhr_fra", "fr", "dignité", 5},
    {"udhr_spa", "es", "dignidad", 5}, {"udhr_rus", "ru", "достоинства", 4},
    {"udhr_arb", "ar", "الحرية", 17},  {"udhr_cmn_hans", "zh", "尊严", 4},
};

/// The text between the tags: an element a paragraph.
std::string text_of(const std::string& xml) {
  std::string text;
  for (std::size_t at = xml.find("<title>"); at < xml.size();) {
    const std::size_t tag = std::min(xml.find('<', at), xml.size());
    text += xml.substr(at, tag - at);
    if (xml.compare(tag, 2, "</") == 0) text += "\n\n";
    at = std::min(xml.find('>', tag), xml.size() - 1) + 1;
  }
  return text;
}

TEST(SixLanguages, AreToldApartAndFoundByAWordOfEach) {
  UNDEX_NEEDS_SHARED();
  const test::TemporaryFolder folder;
  const fs::path sources = folder.path() / "sources";
  fs::create_directories(sources);
  for (const Language& language : kLanguages) {
    const fs::path xml = test::shared_dir() / "corpus/real/six-languages/udhr" / language.file;
    std::ofstream(sources / (std::string(language.file) + ".txt"), std::ios::binary)
        << text_of(test::read_file(xml.string() + ".xml"));
  }
  {
    Archive archive = Archive::open(folder.path() / "archive", Archive::Mode::write);
    IngestOptions options;
    options.now = "2031-03-05T10:00:00Z";
    EXPECT_EQ(ingest(archive, {sources}, options).added, std::size(kLanguages));
    update_index(archive, false, {});
  }
  const Searcher searcher = Searcher::open(folder.path() / "archive");
  for (const Language& language : kLanguages) {
    Request request;
    request.query = language.word;
    const Result result = searcher.search(request);
    EXPECT_EQ(result.paragraphs, language.paragraphs) << language.file;
    ASSERT_EQ(result.documents, 1U) << language.file;
    EXPECT_EQ(result.hits[0].language, language.code) << language.file;
    request.query = "language:" + std::string(language.code);
    EXPECT_EQ(searcher.search(request).documents, 1U) << language.file;
  }
}

}  // namespace
}  // namespace undex
