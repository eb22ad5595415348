#pragma once
// What several test programs need: where the real texts lie, a temporary folder, a whole file as a
// string.
#include <filesystem>
#include <string>

namespace undex::test {

/// Folder of the real texts (`../shared` beside the project, or $UNDEX_SHARED); empty when there is
/// none.
std::filesystem::path shared_dir();

/// Path inside the project.
std::filesystem::path source_path(const std::string& relative);

/// The whole file as bytes; fails the test when it cannot be read.
std::string read_file(const std::filesystem::path& path);

/// A new empty folder, removed with everything in it when the object goes.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace undex::test

/// Ends the running test with a plain word when the real texts are not there: skipped, never
/// silently passed.
#define UNDEX_NEEDS_SHARED()             \
  if (undex::test::shared_dir().empty()) \
  GTEST_SKIP() << "the real texts (../shared) are not here, so this test did not run"
