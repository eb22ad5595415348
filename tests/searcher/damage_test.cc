// An index that is missing, newer or damaged is told from one in which nothing is found.
#include <gtest/gtest.h>

#include "tests/searcher/sample_index.h"
#include "undex/search.h"

namespace undex {
namespace {

namespace fs = std::filesystem;

/// Changes one byte in place and gives the file its old time of modification again. The clock of
/// file systems ticks slowly: the change is made again until it shows in the time of change.
void change_byte(const fs::path& path, std::size_t place) {
  const auto time = fs::last_write_time(path);
  const std::string whole = test::read_file(path);
  std::string changed = whole;
  changed[place] = static_cast<char>(changed[place] ^ 0x10);
  const auto before = stamp_of(path.parent_path(), path.filename());
  do {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(place));
    file.put(changed[place]);
    file.close();
    fs::last_write_time(path, time);
  } while (stamp_of(path.parent_path(), path.filename()) == before);
}

class Damage : public testing::Test {
 protected:
  std::vector<fs::path> files() const {
    std::vector<fs::path> list;
    for (const auto& entry : fs::recursive_directory_iterator(generation()))
      if (entry.is_regular_file() && entry.path().filename() != "flintlock")
        list.push_back(entry.path());
    return list;
  }

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

TEST_F(Damage, AnOlderIndexIsRefusedWithTheWayOut) {
  test::write_sample_manifest(generation(), kIndexVersion - 1);
  try {
    Searcher::open(folder_.path());
    ADD_FAILURE() << "nothing was thrown";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::archive);
    EXPECT_NE(std::string(error.what()).find("older form"), std::string::npos) << error.what();
    EXPECT_NE(error.hint.find("undex rebuild"), std::string::npos) << error.hint;
  }
}

TEST_F(Damage, EveryFileThatIsGoneOrCutIsSeenAtOpen) {
  ASSERT_GE(files().size(), 8u);
  for (const fs::path& file : files()) {
    if (file.filename() == kStampsFile) continue;
    const std::string bytes = test::read_file(file);
    test::write_file(file, bytes.substr(0, bytes.size() / 2));
    EXPECT_EQ(fault(), ErrorKind::archive) << file;
    fs::remove(file);
    EXPECT_EQ(fault(), ErrorKind::archive) << file;
    test::write_file(file, bytes);
    EXPECT_EQ(fault(), std::nullopt) << file;
  }
}

TEST_F(Damage, AByteChangedInPlaceUnderItsOldTimeIsSeenAtOpen) {
  for (const fs::path& file : files()) {
    if (file.filename() == kStampsFile) continue;
    const std::size_t size = fs::file_size(file);
    for (const std::size_t place : {std::size_t{0}, size / 2, size - 1}) {
      change_byte(file, place);
      EXPECT_EQ(fault(), ErrorKind::archive) << file << ", byte " << place;
      change_byte(file, place);
      EXPECT_EQ(fault(), std::nullopt) << file << ", byte " << place;
    }
  }
}

TEST_F(Damage, OfTheStampsAloneMakesOpeningSlowButNotWrong) {
  for (const char* stamps : {"", "undex-stamps\t1\n", "undex-stamps\t1\nend\t00\n", "x"}) {
    test::write_file(generation() / kStampsFile, stamps);
    EXPECT_EQ(fault(), std::nullopt) << stamps;
    const fs::path file = generation() / "paragraphs" / "termlist.glass";
    change_byte(file, 100);
    EXPECT_EQ(fault(), ErrorKind::archive) << stamps;
    change_byte(file, 100);
  }
}

TEST_F(Damage, ACopiedArchiveIsReadThroughAndAnswers) {
  test::TemporaryFolder other;
  fs::copy(folder_.path(), other.path(), fs::copy_options::recursive);
  EXPECT_EQ(Searcher::open(other.path()).search({.query = "help desk", .facets = {}}).documents,
            2u);
  change_byte(other.path() / kIndexFolder / "gen-000001" / "paragraphs" / "postlist.glass", 5000);
  EXPECT_THROW(Searcher::open(other.path()), Error);
}

TEST_F(Damage, EveryChangedByteIsFoundByVerify) {
  const Searcher searcher = Searcher::open(folder_.path());
  for (const auto& entry : fs::recursive_directory_iterator(generation())) {
    if (!entry.is_regular_file() || entry.path().filename() == "flintlock" ||
        entry.path().filename() == kManifestFile || entry.path().filename() == kStampsFile)
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
