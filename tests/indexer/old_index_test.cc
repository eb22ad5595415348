// An index that an earlier version wrote (tests/old/index-2): it is refused with the way out, and
// the way out is one.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "corpus/archive.h"
#include "indexer/index/index.h"
#include "schemas/version.h"
#include "tests/support.h"
#include "undex/search.h"

namespace undex {
namespace {

TEST(OldIndex, IsRefusedUntilItIsMadeAnewFromTheArchive) {
  const test::TemporaryFolder folder;
  const std::filesystem::path dir = folder.path() / "archive";
  std::filesystem::copy(test::source_path("tests/old/index-2"), dir,
                        std::filesystem::copy_options::recursive);
  const auto expect_refused = [&] {
    try {
      Searcher::open(dir);
      ADD_FAILURE() << "opened";
    } catch (const Error& error) {
      EXPECT_EQ(error.kind, ErrorKind::archive);
      EXPECT_NE(std::string(error.what()).find("it has an older form, 2"), std::string::npos)
          << error.what();
      EXPECT_NE(error.hint.find("'undex rebuild'"), std::string::npos) << error.hint;
    }
  };
  expect_refused();
  {
    const Archive archive = Archive::open(dir, Archive::Mode::write);
    EXPECT_TRUE(archive.verify({}).empty());
    EXPECT_FALSE(has_index_of_this_form(archive));
    expect_refused();  // to look at it changes nothing
    const IndexUpdate update = update_index(archive, false, {});
    EXPECT_TRUE(update.rebuilt);
    EXPECT_EQ(update.documents, 1u);
    EXPECT_TRUE(has_index_of_this_form(archive));
  }
  const Searcher searcher = Searcher::open(dir);
  EXPECT_EQ(searcher.status().index_version, kIndexVersion);
  EXPECT_TRUE(searcher.verify().empty());
  const Result result = searcher.search({.query = "lamps", .facets = {}});
  ASSERT_EQ(result.hits.size(), 1u);
  EXPECT_EQ(result.hits[0].name, "E/2031/12");
}

}  // namespace
}  // namespace undex
