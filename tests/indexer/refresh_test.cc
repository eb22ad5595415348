#include "indexer/refresh.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "corpus/xml.h"
#include "indexer/index/index.h"
#include "indexer/understand/understand.h"
#include "tests/support.h"
#include "undex/citations.h"
#include "undex/error.h"

namespace undex {
namespace {

namespace fs = std::filesystem;

fs::path old_archive(const test::TemporaryFolder& folder) {
  const fs::path dir = folder.path() / "archive";
  fs::copy(test::source_path("tests/old/archive-1"), dir, fs::copy_options::recursive);
  return dir;
}

TEST(Refresh, UnderstandsAnewWhatNoRulesOrOlderOnesMade) {
  const test::TemporaryFolder folder;
  Archive archive = Archive::open(old_archive(folder), Archive::Mode::write);
  const Document before = archive.read(archive.list().at(0));
  EXPECT_EQ(refresh_marks(archive, {}), 1u);
  const ArchiveEntry entry = archive.list().at(0);
  EXPECT_EQ(marks_rules(archive.read_xml(entry)), kUnderstandingVersion);
  Document after = archive.read(entry);
  EXPECT_FALSE(after.marks.references.empty());
  EXPECT_TRUE(after.provenance == before.provenance);
  EXPECT_TRUE(after.blocks == before.blocks);
  EXPECT_TRUE(archive.verify({}).empty());

  after.marks.rules = kUnderstandingVersion - 1;
  archive.put(after, archive.read_original(entry));
  archive.commit();
  std::size_t told = 0;
  EXPECT_EQ(refresh_marks(archive, [&](std::size_t, std::size_t) { ++told; }), 1u);
  EXPECT_EQ(told, 1u);
}

TEST(Refresh, DoesNothingTheSecondTime) {
  const test::TemporaryFolder folder;
  Archive archive = Archive::open(old_archive(folder), Archive::Mode::write);
  refresh_marks(archive, {});
  const std::size_t revision = archive.revision();
  EXPECT_EQ(refresh_marks(archive, {}), 0u);
  EXPECT_EQ(archive.revision(), revision);
}

TEST(Refresh, LeavesWhoCitesADocumentAndWhereToTheIndex) {
  const test::TemporaryFolder folder;
  const fs::path dir = old_archive(folder);
  {
    Archive archive = Archive::open(dir, Archive::Mode::write);
    EXPECT_FALSE(has_index_of_this_form(archive));
    refresh_marks(archive, {});
    update_index(archive, false, {});
    EXPECT_TRUE(has_index_of_this_form(archive));
  }
  const Citations found = citations_of(dir, "A/85/17");
  EXPECT_FALSE(found.held);
  ASSERT_EQ(found.cited_by.size(), 1u);
  EXPECT_EQ(found.cited_by[0].name, "E/2031/12");
  EXPECT_EQ(found.cited_by[0].pinpoint, "para. 2");
  EXPECT_EQ(found.cited_by[0].kind, "explicit");
  const Citations own = citations_of(dir, "E/2031/12");
  EXPECT_TRUE(own.held);
  EXPECT_GE(own.cites.size(), 2u);
  EXPECT_TRUE(citations_of(dir, "E/2031/99").cited_by.empty());
  EXPECT_THROW(citations_of(dir, "no symbol at all"), Error);
}

}  // namespace
}  // namespace undex
