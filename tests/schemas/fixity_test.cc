#include "schemas/fixity.h"

#include <gtest/gtest.h>

#include <fstream>

#include "corpus/hash.h"
#include "tests/support.h"

namespace undex {
namespace {

std::vector<FileStamp> sample() {
  return {{"documents/iamglass", 7, 138, 1763697000123456789, 1763697000123456790},
          {"manifest.tsv", 8, 900, -5, 12}};
}

TEST(Stamps, ComeBackAsTheyWereWritten) {
  EXPECT_EQ(read_stamps(write_stamps(sample())), sample());
  EXPECT_TRUE(read_stamps(write_stamps({})).empty());
}

TEST(Stamps, OfEveryChangedByteAreNone) {
  const std::string whole = write_stamps(sample());
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    EXPECT_TRUE(read_stamps(changed).empty()) << at;
    EXPECT_TRUE(read_stamps(std::string_view(whole).substr(0, at)).empty()) << at;
  }
}

TEST(Stamps, AreOfRegularFilesOnly) {
  test::TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() / "folder");
  std::filesystem::create_symlink("folder", folder.path() / "link");
  for (const char* name : {"folder", "link", "nothing"})
    EXPECT_EQ(stamp_of(folder.path(), name), std::nullopt) << name;
}

TEST(FilesOfAGeneration, AreComparedWithTheirManifest) {
  test::TemporaryFolder folder;
  std::ofstream(folder.path() / "one") << "abc";
  std::ofstream(folder.path() / "stray") << "abc";
  const Manifest manifest{
      .version = 1, .revision = 1, .files = {{"one", 3, sha256_hex("abc")}, {"two", 1, ""}}};
  const auto faults = faults_in(folder.path(), manifest, Trust::stamps);
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(faults.front().path, "two");
  EXPECT_EQ(strays_in(folder.path(), manifest), std::vector<std::string>{"stray"});
  std::ofstream(folder.path() / "one") << "abd";
  EXPECT_EQ(faults_in(folder.path(), manifest, Trust::nothing).size(), 2u);
  EXPECT_EQ(sum_of_file(folder.path() / "two"), std::nullopt);
}

}  // namespace
}  // namespace undex
