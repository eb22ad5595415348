#include "indexer/index/output.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "tests/support.h"
#include "undex/error.h"

namespace undex {
namespace {

void write(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

TEST(Output, TakesSoManyBytesOfAFile) {
  const test::TemporaryFolder folder;
  write(folder.path() / "from", std::string(300'000, 'a') + "rest");
  Output out(folder.path() / "to");
  out.stream() << "head ";
  out.put_file(folder.path() / "from", 300'000);
  out.close();
  EXPECT_EQ(test::read_file(out.path()), "head " + std::string(300'000, 'a'));
}

TEST(Output, RefusesAFileThatIsShort) {
  const test::TemporaryFolder folder;
  write(folder.path() / "from", "four");
  Output out(folder.path() / "to");
  EXPECT_THROW(out.put_file(folder.path() / "from", 5), Error);
  EXPECT_THROW(out.put_file(folder.path() / "none", 1), Error);
}

TEST(Output, TellsOfAFullDisk) {
  Output full("/dev/full");
  full.stream() << std::string(100'000, 'x');
  EXPECT_THROW(full.close(), Error);
  Output nowhere("/dev/none/of/this");
  EXPECT_THROW(nowhere.close(), Error);
}

}  // namespace
}  // namespace undex
