#include "indexer/index/publications.h"

#include <gtest/gtest.h>

#include <fstream>

#include "corpus/utc.h"
#include "schemas/publications.h"
#include "tests/support.h"

namespace undex {
namespace {

class RecordPublication : public testing::Test {
 protected:
  std::filesystem::path file() const { return folder_.path() / kPublicationsFile; }
  void keep(const std::vector<Publication>& all) {
    std::ofstream(file()) << write_publications(all);
  }
  std::vector<Publication> kept() const { return read_publications(test::read_file(file())); }
  /// "4 -, 9 2031-03-01T10:00:00Z, 12 now"
  std::string record(std::size_t revision, std::optional<std::size_t> before) {
    const std::string begin = utc_now();
    record_publication(folder_.path(), revision, before);
    const std::string end = utc_now();
    std::string out;
    for (const Publication& one : kept()) {
      const bool is_now = begin <= one.time && one.time <= end;
      out += (out.empty() ? "" : ", ") + std::to_string(one.revision) + " " +
             (one.time.empty() ? "-"
              : is_now         ? "now"
                               : one.time);
    }
    return out;
  }

  test::TemporaryFolder folder_;
};

TEST_F(RecordPublication, BeginsWithTheFirstIndex) { EXPECT_EQ(record(3, std::nullopt), "3 now"); }

TEST_F(RecordPublication, LeavesToTheJournalWhatWasPublishedBeforeItWasKept) {
  EXPECT_EQ(record(9, 4), "4 -, 9 now");
}

TEST_F(RecordPublication, AddsALineWhereSomethingChanged) {
  keep({{4, "2001-03-01T10:00:00Z"}});
  EXPECT_EQ(record(4, 4), "4 2001-03-01T10:00:00Z") << "an index made anew changes no text";
  EXPECT_EQ(record(6, 4), "4 2001-03-01T10:00:00Z, 6 now");
}

TEST_F(RecordPublication, NeverGoesBackInTime) {
  keep({{4, "2931-03-01T10:00:00Z"}});
  EXPECT_EQ(record(6, 4), "4 2931-03-01T10:00:00Z, 6 2931-03-01T10:00:00Z");
}

TEST_F(RecordPublication, ForgetsRevisionsThatAreGivenOnceMore) {
  keep({{4, "2001-03-01T10:00:00Z"}, {8, "2002-03-01T10:00:00Z"}});
  EXPECT_EQ(record(6, 8), "4 2001-03-01T10:00:00Z, 6 now") << "of a copy that was put back";
}

TEST_F(RecordPublication, BeginsAnewWhereItWasDamaged) {
  std::ofstream(file()) << "undex-pub";
  EXPECT_EQ(record(6, 6), "6 now") << "harvesters take all again, and miss nothing";
}

TEST_F(RecordPublication, DoesNotGrowForEver) {
  std::vector<Publication> all;
  for (std::size_t revision = 1; revision <= 20'000; ++revision)
    all.push_back({revision, "2001-03-01T10:00:00Z"});
  keep(all);
  record(20'001, 20'000);
  EXPECT_EQ(kept().size(), 10'001u);
  EXPECT_EQ(kept().front().revision, 10'001u);
}

}  // namespace
}  // namespace undex
