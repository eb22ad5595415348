// Generations that rest on another: few documents changed beside a large one, which stays.
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "indexer/index/deleted.h"
#include "indexer/index/generation.h"
#include "indexer/index/index.h"
#include "schemas/deleted.h"
#include "schemas/fixity.h"
#include "schemas/index_form.h"
#include "tests/indexer/index/sample.h"
#include "tests/support.h"
#include "undex/error.h"

namespace undex {
namespace {

namespace fs = std::filesystem;
using test::sample;

constexpr int kDocuments = 40;  // of which two may lie beside

class Beside : public testing::Test {
 protected:
  Beside() : archive_(Archive::open(folder_.path() / "archive", Archive::Mode::write)) {
    for (int at = 1; at <= kDocuments; ++at)
      archive_.put(sample(at, "Sentence number " + std::to_string(at)),
                   "bytes " + std::to_string(at));
    archive_.commit();
    update();
  }

  void put(int number, const std::string& text) {
    archive_.put(sample(number, text), "bytes of " + std::to_string(number) + text);
    archive_.commit();
  }
  void remove(std::size_t at) {
    archive_.remove(archive_.list().at(at), "not ours", "2031-01-02T03:04:05Z");
    archive_.commit();
  }
  IndexUpdate update() { return update_index(archive_, false, {}); }
  fs::path index() const { return archive_.dir() / kIndexFolder; }
  Generation current() const {
    const auto generation = current_generation(index());
    EXPECT_TRUE(generation.has_value());
    return generation.value_or(Generation{});
  }
  std::set<std::string> generations() const {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(index()))
      if (entry.is_directory()) names.insert(entry.path().filename());
    return names;
  }

  test::TemporaryFolder folder_;
  Archive archive_;
};

TEST_F(Beside, FewChangedDocumentsRestOnTheOthers) {
  put(4, "Other words.");
  const IndexUpdate changed = update();
  EXPECT_EQ(changed.added, 1u);
  EXPECT_FALSE(changed.rebuilt);
  EXPECT_EQ(changed.documents, 40u);
  EXPECT_EQ(changed.paragraphs, 80u);
  const Generation made = current();
  EXPECT_EQ(made.manifest.base, "gen-000001");
  ASSERT_TRUE(made.base);
  EXPECT_TRUE(is_sound(made));
  EXPECT_TRUE(is_sound(*made.base));
  EXPECT_EQ(indexed_keys(made.path).size(), 1u);
  EXPECT_EQ(deleted_keys(made.base->path, made.path), indexed_keys(made.path));
}

TEST_F(Beside, WhatIsNewOrGoneIsCounted) {
  put(41, "A new document.");
  remove(0);
  const IndexUpdate changed = update();
  EXPECT_EQ(changed.added, 1u);
  EXPECT_EQ(changed.removed, 1u);
  EXPECT_EQ(changed.documents, 40u);
  EXPECT_EQ(current().manifest.base, "gen-000001");
  const IndexUpdate again = update();
  EXPECT_EQ(again.added + again.removed, 0u);
  EXPECT_EQ(again.documents, 40u);
  EXPECT_EQ(current().name, "gen-000002");
}

TEST_F(Beside, MayBeNothingButDeleted) {
  remove(3);
  EXPECT_EQ(update().documents, 39u);
  EXPECT_TRUE(indexed_keys(current().path).empty());
  EXPECT_EQ(current().manifest.base, "gen-000001");
}

TEST_F(Beside, ChangesAgainAndAgainOnTheSameBase) {
  put(4, "Other words.");
  update();
  put(4, "And others again.");
  EXPECT_EQ(update().documents, 40u);
  put(41, "A new one.");
  EXPECT_EQ(update().documents, 41u);
  EXPECT_EQ(current().manifest.base, "gen-000001");
  EXPECT_EQ(indexed_keys(current().path).size(), 2u);
  archive_.remove(archive_.find("E/2003/4").front(), "not ours", "2031-01-02T03:04:05Z");
  archive_.commit();
  EXPECT_EQ(update().documents, 40u);
  EXPECT_EQ(indexed_keys(current().path).size(), 1u);
  EXPECT_EQ(deleted_keys(current().base->path, current().path).size(), 1u);
  put(4, "It comes back.");
  EXPECT_EQ(update().documents, 41u);
  EXPECT_EQ(deleted_keys(current().base->path, current().path).size(), 1u);
  EXPECT_EQ(generations(), (std::set<std::string>{"gen-000001", "gen-000005", "gen-000006"}));
}

TEST_F(Beside, IsMergedWhenItPays) {
  put(4, "Other words.");
  put(5, "Other words.");
  update();
  EXPECT_EQ(current().manifest.base, "gen-000001");
  put(6, "Other words.");
  const IndexUpdate merged = update();
  EXPECT_EQ(merged.added, 1u);
  EXPECT_EQ(merged.documents, 40u);
  EXPECT_EQ(merged.paragraphs, 80u);
  EXPECT_FALSE(merged.rebuilt);
  EXPECT_FALSE(current().base);
  EXPECT_EQ(indexed_keys(current().path).size(), 40u);
  EXPECT_EQ(generations(), (std::set<std::string>{"gen-000001", "gen-000002", "gen-000003"}));
  update_index(archive_, true, {});
  EXPECT_EQ(generations(), (std::set<std::string>{"gen-000003", "gen-000004"}));
}

TEST_F(Beside, LosesWhatIsGoneWhenItIsMerged) {
  remove(0);
  update();
  for (int at = 10; at < 16; ++at) put(at, "Other words.");
  EXPECT_EQ(update().documents, 39u);
  EXPECT_FALSE(current().base);
}

TEST_F(Beside, IsMadeAnewWhenItsBaseIsDamaged) {
  put(4, "Other words.");
  update();
  const fs::path base = current().base->path;
  fs::resize_file(base / "documents" / "postlist.glass", 100);
  EXPECT_FALSE(current_generation(index()).has_value());
  EXPECT_TRUE(update().rebuilt);
  EXPECT_FALSE(current().base);
}

TEST_F(Beside, IsMadeAnewWhenItIsDamagedItself) {
  put(4, "Other words.");
  update();
  std::fstream file(current().path / kDeletedFile, std::ios::binary | std::ios::in | std::ios::out);
  file.seekp(60);
  file.put('\x55');
  file.close();
  EXPECT_FALSE(current_generation(index()).has_value());
  EXPECT_TRUE(update().rebuilt);
}

TEST_F(Beside, IsMadeAnewWhenItsBaseIsGone) {
  put(4, "Other words.");
  update();
  fs::remove_all(current().base->path);
  EXPECT_TRUE(update().rebuilt);
}

TEST_F(Beside, IsMadeAnewWhenItsBaseIsAnotherOfThatName) {
  put(4, "Other words.");
  update();
  const fs::path other = folder_.path() / "other";
  fs::copy(archive_.dir(), other, fs::copy_options::recursive);
  fs::remove_all(other / kIndexFolder);
  update_index(Archive::open(other, Archive::Mode::write), true, {});
  fs::remove_all(index() / "gen-000001");
  fs::copy(other / kIndexFolder / "gen-000001", index() / "gen-000001",
           fs::copy_options::recursive);
  EXPECT_FALSE(current_generation(index()).has_value());
  EXPECT_TRUE(update().rebuilt);
}

TEST_F(Beside, IsMadeAnewWhenItsBaseHasDecayed) {
  const Generation base = current();
  const fs::path list = base.path / "paragraphs" / "termlist.glass";
  std::ofstream(list, std::ios::binary | std::ios::in | std::ios::out)
      << std::string(fs::file_size(list), '\x55');
  renew_stamps(base);  // as if nobody had noticed
  put(4, "Other words.");
  EXPECT_TRUE(update().rebuilt);
  EXPECT_TRUE(is_sound(current()));
}

TEST_F(Beside, LiesNowhereWhereNothingMay) {
  put(4, "Other words.");
  const IndexUpdate changed = update_index(archive_, false, {}, {.beside_share = 0});
  EXPECT_FALSE(changed.rebuilt);
  EXPECT_FALSE(current().base);
  EXPECT_EQ(changed.documents, 40u);
}

TEST_F(Beside, ThatWasCopiedGetsItsStampsAgain) {
  put(4, "Other words.");
  update();
  const fs::path copy = folder_.path() / "copy";
  fs::copy(index(), copy, fs::copy_options::recursive);
  fs::remove_all(index());
  fs::rename(copy, index());
  EXPECT_FALSE(update().rebuilt);
  const Generation now = current();
  EXPECT_TRUE(has_stamps(now.path, now.manifest));
  EXPECT_TRUE(has_stamps(now.base->path, now.base->manifest));
}

TEST_F(Beside, LeavesTheGenerationBeforeWhenTheWorkFails) {
  put(4, "Other words.");
  const auto failing = [](std::size_t, std::size_t) {
    throw Error(ErrorKind::archive, "no room", "make some");
  };
  EXPECT_THROW(update_index(archive_, false, failing), Error);
  EXPECT_EQ(generations(), (std::set<std::string>{"gen-000001"}));
  EXPECT_EQ(update().added, 1u);
}

TEST(ManifestOfOneThatRests, NamesItsBase) {
  const Manifest manifest{.version = 1, .revision = 3, .base = "gen-000007", .base_sha256 = "abc"};
  const Manifest read = read_manifest(write_manifest(manifest));
  EXPECT_EQ(read.base, "gen-000007");
  EXPECT_EQ(read.base_sha256, "abc");
  const Manifest whole = read_manifest(write_manifest({.version = 1, .revision = 3}));
  EXPECT_EQ(whole.base, "");
  EXPECT_FALSE(rests_on(manifest, whole));
  EXPECT_TRUE(rests_on({.version = 1, .base_sha256 = whole.sha256}, whole));
  EXPECT_FALSE(rests_on({.version = 2, .base_sha256 = whole.sha256}, whole));
  EXPECT_FALSE(rests_on({.version = 1, .base_sha256 = read.sha256}, read)) << "which rests itself";
  for (const char* base : {"gen-", "../gen-1", "gen-1/..", "building"}) {
    Manifest other = manifest;
    other.base = base;
    EXPECT_THROW((void)read_manifest(write_manifest(other)), Error) << base;
  }
}

}  // namespace
}  // namespace undex
