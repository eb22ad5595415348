#include <gtest/gtest.h>

#include <fstream>

#include "tests/support.h"
#include "undex/search.h"

namespace undex {
namespace {

TEST(Searcher, RefusesAnArchiveOfANewerFormBeforeItLooksForAnIndex) {
  const test::TemporaryFolder folder;
  std::ofstream(folder.path() / "undex-archive") << "undex archive 9\n";
  try {
    Searcher::open(folder.path());
    FAIL() << "opened";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::version);
    EXPECT_NE(std::string(error.what()).find("written in version 9"), std::string::npos);
    EXPECT_FALSE(error.hint.empty());
  }
}

}  // namespace
}  // namespace undex
