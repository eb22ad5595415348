// An archive split: every document once, whole, where its work belongs.
#include "indexer/shard.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "corpus/hash.h"
#include "indexer/enter.h"
#include "tests/support.h"

namespace undex {
namespace {

namespace fs = std::filesystem;

Document document_of(const std::string& symbol, const std::string& language,
                     const std::string& original) {
  Document document;
  document.symbol = symbol_from_normal_form(symbol);
  document.masthead.add(MastheadItem::language, {"", language, ""});
  Block block;
  block.kind = BlockKind::paragraph;
  block.locator = {"", Locator::Place::paragraph, "1", {}};
  block.text = "Words of " + symbol + " in " + language;
  document.blocks.push_back(block);
  document.provenance.source = symbol + "." + language;
  document.provenance.format = "txt";
  document.provenance.sha256 = sha256_hex(original);
  document.provenance.size_bytes = original.size();
  document.provenance.added = "2031-01-02";
  return document;
}

class ShardTest : public testing::Test {
 protected:
  ShardTest() : from_(Archive::open(scratch_.path() / "from", Archive::Mode::write)) {
    HeldTexts texts;
    for (int number = 1; number <= 30; ++number)
      for (const std::string language : {"en", "fr"})
        put(texts, "E/2031/" + std::to_string(number), language);
    put(texts, "E/2031/7/Corr.1", "en");
    put(texts, "E/2031/7/Add.1/Rev.1", "en");
    from_.commit();
  }

  void put(HeldTexts& texts, const std::string& symbol, const std::string& language) {
    const std::string original = symbol + language;
    enter_document(from_, texts, document_of(symbol, language, original), original);
  }

  std::vector<Archive> shards(std::size_t count) const {
    std::vector<Archive> out;
    for (std::size_t at = 0; at < count; ++at)
      out.push_back(Archive::open(scratch_.path() / std::to_string(at), Archive::Mode::write));
    return out;
  }

  test::TemporaryFolder scratch_;
  Archive from_;
};

TEST_F(ShardTest, EveryDocumentLiesInOneShardWithItsWork) {
  std::vector<Archive> into = shards(4);
  const ShardCounts counts = shard_archive(from_, into, {});
  std::multiset<std::string> held;
  for (std::size_t at = 0; at < into.size(); ++at) {
    EXPECT_GT(counts.documents[at], 0U);
    EXPECT_EQ(into[at].list().size(), counts.documents[at]);
    for (const ArchiveEntry& entry : into[at].list()) {
      EXPECT_EQ(shard_of(entry.name, 4), at) << entry.key;
      EXPECT_EQ(into[at].read_original(entry), entry.name + entry.language);
      EXPECT_EQ(into[at].read_xml(entry), from_.read_xml(from_.find(entry.key).at(0)));
      held.insert(entry.key);
    }
    EXPECT_TRUE(into[at].verify({}).empty());
  }
  std::multiset<std::string> all;
  for (const ArchiveEntry& entry : from_.list()) all.insert(entry.key);
  EXPECT_EQ(held, all);
  EXPECT_EQ(shard_of("E/2031/7", 4), shard_of("E/2031/7/Add.1/Rev.1", 4));
}

TEST_F(ShardTest, FurtherSourcesGoWithTheirDocument) {
  const ArchiveEntry entry = from_.find("E/2031/9").at(0);
  Provenance provenance = from_.read(entry).provenance;
  provenance.source = "copies/nine.txt";
  provenance.sha256 = sha256_hex("other bytes");
  from_.add_source(entry, provenance, "other bytes");
  from_.commit();
  std::vector<Archive> into = shards(2);
  shard_archive(from_, into, {});
  const Archive& shard = into[shard_of("E/2031/9", 2)];
  const std::vector<ArchiveEntry> found = shard.find_bytes(sha256_hex("other bytes"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].key, entry.key);
  EXPECT_EQ(shard.sources(found[0]).size(), 2U);
}

TEST_F(ShardTest, ARunThatWasStoppedGoesOn) {
  struct Stop {};
  std::vector<Archive> into = shards(3);
  EXPECT_THROW(shard_archive(from_, into,
                             [](std::size_t done, std::size_t) {
                               if (done == 40) throw Stop();
                             }),
               Stop);
  into.clear();
  into = shards(3);  // what was staged and not made durable is forgotten
  shard_archive(from_, into, {});
  std::size_t held = 0;
  for (const Archive& archive : into) held += archive.list().size();
  EXPECT_EQ(held, from_.list().size());
  EXPECT_EQ(shard_archive(from_, into, {}).skipped, held);
}

}  // namespace
}  // namespace undex
