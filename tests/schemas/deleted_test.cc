#include "schemas/deleted.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "tests/schemas/aligned.h"
#include "undex/error.h"

namespace undex {
namespace {

std::string written(const GatheredDeleted& documents, const GatheredDeleted& paragraphs) {
  std::ostringstream out;
  DeletedWriter writer(out);
  writer.add(documents);
  writer.add(paragraphs);
  writer.finish();
  return out.str();
}

GatheredDeleted some() {
  return {
      .length = 30, .docids = {9, 2}, .uses = {{"b", {2, 5}}, {"ab", {1, 1}}, {"\xff", {1, 0}}}};
}

TEST(Deleted, GiveBackWhatWasWritten) {
  const test::Aligned bytes(written(some(), {.length = 7, .docids = {4}, .uses = {{"c", {1, 7}}}}));
  const Deleted deleted(bytes.bytes());
  const auto docids = deleted.documents.docids();
  EXPECT_EQ(std::vector<std::uint32_t>(docids.begin(), docids.end()),
            (std::vector<std::uint32_t>{2, 9}));
  EXPECT_EQ(deleted.documents.length(), 30u);
  EXPECT_EQ(deleted.documents.use_of("b").holders, 2u);
  EXPECT_EQ(deleted.documents.use_of("b").occurrences, 5u);
  EXPECT_EQ(deleted.documents.use_of("ab").holders, 1u);
  EXPECT_EQ(deleted.documents.use_of("\xff").holders, 1u);
  for (const char* term : {"", "a", "aa", "abc", "ba", "c"})
    EXPECT_EQ(deleted.documents.use_of(term).holders, 0u) << term;
  EXPECT_EQ(deleted.paragraphs.use_of("c").occurrences, 7u);
  EXPECT_EQ(deleted.paragraphs.docids().size(), 1u);
}

TEST(Deleted, OfNoneAreEmpty) {
  const test::Aligned bytes(written({}, {}));
  EXPECT_TRUE(Deleted(bytes.bytes()).documents.docids().empty());
  EXPECT_EQ(Deleted(bytes.bytes()).paragraphs.use_of("a").holders, 0u);
  EXPECT_EQ(Deleted().documents.use_of("a").holders, 0u);
}

/// Reads all there is; true when it was refused.
bool is_refused(const std::string& bytes) {
  const test::Aligned aligned(bytes);
  try {
    const Deleted deleted(aligned.bytes());
    for (const char* term : {"", "a", "ab", "b", "\xff"}) {
      (void)deleted.documents.use_of(term);
      (void)deleted.paragraphs.use_of(term);
    }
    return false;
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::archive);
    return true;
  }
}

TEST(Deleted, AreNeverReadBeyondTheirBytes) {
  const std::string whole = written(some(), some());
  EXPECT_FALSE(is_refused(whole));
  for (std::size_t size = 0; size < whole.size(); ++size)
    EXPECT_TRUE(is_refused(whole.substr(0, size))) << size;
  for (std::size_t at = 0; at < whole.size(); ++at)
    for (const char byte : {'\0', '\x7f', '\xff'}) {
      std::string changed = whole;
      changed[at] = byte;
      (void)is_refused(changed);  // read or refused, with no byte from beyond
    }
}

TEST(Deleted, MustAscend) {
  std::string twice = written({.length = 0, .docids = {3, 3}, .uses = {}}, {});
  EXPECT_TRUE(is_refused(twice));
  EXPECT_TRUE(is_refused(written({.length = 0, .docids = {0}, .uses = {}}, {})));
}

}  // namespace
}  // namespace undex
