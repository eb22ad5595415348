#include "tests/support.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <fstream>
#include <iterator>

namespace undex::test {

std::filesystem::path shared_dir() {
  const char* given = std::getenv("UNDEX_SHARED");
  const std::filesystem::path dir = given ? std::filesystem::path(given) : source_path("../shared");
  return std::filesystem::is_directory(dir / "corpus") ? dir : std::filesystem::path();
}

std::filesystem::path source_path(const std::string& relative) {
  return std::filesystem::path(UNDEX_SOURCE_DIR) / relative;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in.good()) << "cannot read " << path;
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "undex-test-XXXXXX").string();
  if (!mkdtemp(name.data())) ADD_FAILURE() << "cannot make a folder like " << name;
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace undex::test
