#include "indexer/ingest_watch.h"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <thread>

#include "tests/support.h"

namespace undex {
namespace {

namespace fs = std::filesystem;

class SourceWatchTest : public testing::Test {
 protected:
  SourceWatchTest() : watch_({folder()}) { fs::create_directories(folder()); }
  fs::path folder() const { return temporary_.path() / "inbox"; }
  void write(const std::string& name, std::string_view text) const {
    std::ofstream(folder() / name) << text;
  }
  /// Names of what is due; what is gone has a minus.
  std::vector<std::string> look() {
    std::vector<std::string> names;
    for (const FoundSource& source : watch_.look())
      names.push_back((source.kind == FoundSource::Kind::gone ? "-" : "") +
                      source.path.filename().string());
    return names;
  }
  std::vector<std::string> look_and_take() {
    const std::vector<std::string> names = look();
    watch_.taken();
    return names;
  }

  test::TemporaryFolder temporary_;
  SourceWatch watch_;
};
using Names = std::vector<std::string>;

TEST_F(SourceWatchTest, GivesEverythingAtFirstAndThenNothing) {
  write("2.txt", "two");
  write("10.txt", "ten");
  EXPECT_EQ(look_and_take(), (Names{"2.txt", "10.txt"}));
  EXPECT_EQ(look_and_take(), Names{});
  EXPECT_EQ(look_and_take(), Names{});
}

TEST_F(SourceWatchTest, WaitsUntilAFileIsWhole) {
  look_and_take();
  write("one.txt", "half");
  EXPECT_EQ(look_and_take(), Names{});
  write("one.txt", "half and half");
  EXPECT_EQ(look_and_take(), Names{});
  EXPECT_EQ(look_and_take(), Names{"one.txt"});
}

TEST_F(SourceWatchTest, SeesAChangeThatKeepsSizeAndTime) {
  write("one.txt", "old");
  look_and_take();
  const auto time = fs::last_write_time(folder() / "one.txt");
  std::this_thread::sleep_for(std::chrono::milliseconds(50));  // the clock of the disk ticks slowly
  write("one.txt", "new");
  fs::last_write_time(folder() / "one.txt", time);
  look_and_take();
  EXPECT_EQ(look_and_take(), Names{"one.txt"});
}

TEST_F(SourceWatchTest, GivesAgainWhatWasNotTaken) {
  write("one.txt", "one");
  EXPECT_EQ(look(), Names{"one.txt"});
  EXPECT_EQ(look_and_take(), Names{"one.txt"});
  fs::remove(folder() / "one.txt");
  EXPECT_EQ(look(), Names{"-one.txt"});
  EXPECT_EQ(look_and_take(), Names{"-one.txt"});
  EXPECT_EQ(look_and_take(), Names{});
}

TEST_F(SourceWatchTest, TellsThatAFolderIsGoneAndGoesOn) {
  write("one.txt", "one");
  look_and_take();
  fs::remove_all(folder());
  look_and_take();  // the files are gone at once, that the folder is missing settles first
  EXPECT_EQ(look_and_take(), Names{"inbox"});
  fs::create_directories(folder());
  write("one.txt", "one");
  look_and_take();
  EXPECT_EQ(look_and_take(), Names{"one.txt"});
}

}  // namespace
}  // namespace undex
