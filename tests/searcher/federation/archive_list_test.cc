#include <gtest/gtest.h>

#include <fstream>

#include "tests/support.h"
#include "undex/federation.h"

namespace undex {
namespace {

class ArchiveList : public testing::Test {
 protected:
  std::filesystem::path write(const std::string& text) {
    const std::filesystem::path file = folder_.path() / "archives.tsv";
    std::ofstream(file, std::ios::binary) << text;
    return file;
  }
  std::string fault(const std::string& text) {
    try {
      read_archive_list(write(text));
    } catch (const Error& error) {
      EXPECT_EQ(error.kind, ErrorKind::usage);
      const std::string what = error.what();
      return what.substr(what.find("archives.tsv"));
    }
    return {};
  }
  test::TemporaryFolder folder_;
};

TEST_F(ArchiveList, NamesFoldersBesideItAndAddresses) {
  const auto list = read_archive_list(
      write("# all of "
            "ours\nnew-york\tny\n\ngeneva\thttp://geneva.example:8080/undex\r\nrome\t/srv/rome"));
  ASSERT_EQ(list.size(), 3U);
  EXPECT_EQ(list[0].name, "new-york");
  EXPECT_EQ(list[0].place, (folder_.path() / "ny").string());
  EXPECT_EQ(list[1].place, "http://geneva.example:8080/undex");
  EXPECT_EQ(list[2].place, "/srv/rome");
}

TEST_F(ArchiveList, IsRefusedWithFileAndLine) {
  const std::pair<std::string, std::string> table[] = {
      {"a\tx\nb x\n", "archives.tsv:2: there is no tab"},
      {"Rome\tx\n", "archives.tsv:1: 'Rome' is no name of [a-z0-9-]"},
      {"\tx\n", "archives.tsv:1: '' is no name of [a-z0-9-]"},
      {std::string(33, 'a') + "\tx\n",
       "archives.tsv:1: '" + std::string(33, 'a') + "' is no name of [a-z0-9-]"},
      {"a\x1b[1m\tx\n", "archives.tsv:1: 'a\\x1B[1m' is no name of [a-z0-9-]"},
      {"a\t\n", "archives.tsv:1: 'a' has no place"},
      {"a\tx\na\ty\n", "archives.tsv:2: 'a' is there twice"},
      {"# nothing\n", "archives.tsv names no archive"},
  };
  for (const auto& [text, said] : table) EXPECT_EQ(fault(text), said);
  std::string many;
  for (int number = 0; number < 65; ++number) many += "a" + std::to_string(number) + "\tx\n";
  EXPECT_EQ(fault(many), "archives.tsv:65: there are more than 64 archives");
}

TEST_F(ArchiveList, ThatIsNotThereIsAFaultOfUsage) {
  EXPECT_THROW(read_archive_list(folder_.path() / "none.tsv"), Error);
}

}  // namespace
}  // namespace undex
