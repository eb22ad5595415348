// An index that is missing, newer or damaged is told from one in which nothing is found.
#include <gtest/gtest.h>

#include "tests/searcher/sample_index.h"
#include "undex/search.h"

namespace undex {
namespace {

namespace fs = std::filesystem;

class Damage : public testing::Test {
 protected:
  void SetUp() override { test::make_sample_index(folder_.path(), test::sample_documents()); }

  fs::path generation() const { return folder_.path() / kIndexFolder / "gen-000001"; }

  /// Opens and asks; the error's kind, or nothing when it answered.
  std::optional<ErrorKind> fault() const {
    try {
      Searcher::open(folder_.path()).search({.query = "help desk", .facets = {}});
    } catch (const Error& error) {
      EXPECT_FALSE(error.hint.empty());
      return error.kind;
    }
    return std::nullopt;
  }

  test::TemporaryFolder folder_;
};

TEST_F(Damage, OfNoneIsNone) { EXPECT_EQ(fault(), std::nullopt); }

TEST_F(Damage, AMissingArchiveOrIndexIsAnError) {
  EXPECT_THROW(Searcher::open(folder_.path() / "nowhere"), Error);
  fs::remove(folder_.path() / kIndexFolder / kCurrentFile);
  EXPECT_EQ(fault(), ErrorKind::archive);
}

TEST_F(Damage, CurrentThatLeadsOutOfTheIndexIsRefused) {
  for (const char* name : {"", "../../etc", "gen-1/../..", "gen-", "gen-000002"}) {
    test::write_file(folder_.path() / kIndexFolder / kCurrentFile, name);
    EXPECT_EQ(fault(), ErrorKind::archive) << name;
  }
}

TEST_F(Damage, ANewerIndexIsRefusedAsSuch) {
  test::write_sample_manifest(generation(), kIndexVersion + 1);
  EXPECT_EQ(fault(), ErrorKind::version);
}

TEST_F(Damage, EveryFileThatIsGoneOrCutIsSeenAtOpen) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(generation()))
    if (entry.is_regular_file() && entry.path().filename() != "flintlock")
      files.push_back(entry.path());
  ASSERT_GE(files.size(), 7u);
  for (const fs::path& file : files) {
    const std::string bytes = test::read_file(file);
    test::write_file(file, bytes.substr(0, bytes.size() / 2));
    EXPECT_EQ(fault(), ErrorKind::archive) << file;
    fs::remove(file);
    EXPECT_EQ(fault(), ErrorKind::archive) << file;
    test::write_file(file, bytes);
    EXPECT_EQ(fault(), std::nullopt) << file;
  }
}

TEST_F(Damage, EveryChangedByteIsFoundByVerify) {
  const Searcher searcher = Searcher::open(folder_.path());
  for (const auto& entry : fs::recursive_directory_iterator(generation())) {
    if (!entry.is_regular_file() || entry.path().filename() == "flintlock" ||
        entry.path().filename() == kManifestFile)
      continue;
    const std::string bytes = test::read_file(entry.path());
    std::string changed = bytes;
    changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 0x10);
    test::write_file(entry.path(), changed);
    EXPECT_FALSE(searcher.verify().empty()) << entry.path();
    test::write_file(entry.path(), bytes);
  }
  EXPECT_TRUE(searcher.verify().empty());
}

TEST_F(Damage, AStrayFileIsFoundByVerify) {
  test::write_file(generation() / "stray", "x");
  EXPECT_EQ(Searcher::open(folder_.path()).verify().size(), 1u);
}

TEST_F(Damage, AManifestChangedByHandIsRefused) {
  std::string text = test::read_file(generation() / kManifestFile);
  text[text.find("documents/") + 1] = 'O';
  test::write_file(generation() / kManifestFile, text);
  EXPECT_EQ(fault(), ErrorKind::archive);
}

}  // namespace
}  // namespace undex
