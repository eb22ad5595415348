// Archives that earlier versions wrote (tests/old): this version still opens them.
#include <gtest/gtest.h>

#include <filesystem>

#include "corpus/archive.h"
#include "tests/support.h"

namespace undex {
namespace {

TEST(OldForms, AnArchiveOfDocumentsInForm1IsReadWithoutMarks) {
  const test::TemporaryFolder folder;
  std::filesystem::copy(test::source_path("tests/old/archive-1"), folder.path() / "archive",
                        std::filesystem::copy_options::recursive);
  Archive archive = Archive::open(folder.path() / "archive", Archive::Mode::write);
  EXPECT_TRUE(archive.verify({}).empty());
  const std::vector<ArchiveEntry> held = archive.list();
  ASSERT_EQ(held.size(), 1u);
  EXPECT_NE(archive.read_xml(held[0]).find("urn:undex:document:1"), std::string::npos);
  const Document document = archive.read(held[0]);
  EXPECT_EQ(dump(document), test::read_file(test::source_path("tests/old/archive-1.dump")));
  EXPECT_TRUE(document.marks == Marks());

  archive.put(document, archive.read_original(held[0]));
  archive.commit();
  const std::vector<ArchiveEntry> again = archive.list();
  ASSERT_EQ(again.size(), 1u);
  EXPECT_NE(archive.read_xml(again[0]).find("urn:undex:document:2"), std::string::npos);
  EXPECT_TRUE(archive.read(again[0]) == document);
}

TEST(OldForms, AnArchiveOfForm2TellsItsSourcesAndWhatWasRemoved) {
  const std::filesystem::path dir = test::source_path("tests/old/archive-2");
  const Archive archive = Archive::open(dir, Archive::Mode::read);
  EXPECT_TRUE(archive.verify({}).empty());
  const std::vector<ArchiveEntry> held = archive.list();
  ASSERT_EQ(held.size(), 1u);
  EXPECT_EQ(dump(archive.read(held[0])),
            test::read_file(test::source_path("tests/old/archive-2.dump")));
  const std::vector<ArchiveSource> sources = archive.sources(held[0]);
  ASSERT_EQ(sources.size(), 2u);
  EXPECT_EQ(sources[1].source, "copy.txt");
  const std::vector<ArchiveEvent> history = archive.history("E/RES/2009/9");
  ASSERT_EQ(history.size(), 2u);
  EXPECT_EQ(history[1].what, ArchiveEvent::What::removed);
  EXPECT_EQ(history[1].reason, "kept as a sample");
}

}  // namespace
}  // namespace undex
