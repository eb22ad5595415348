#include "indexer/ingest.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xapian.h>

#include <fstream>
#include <map>
#include <set>

#include "indexer/index/index.h"
#include "indexer/ingest_walk.h"
#include "schemas/index_form.h"
#include "schemas/mapped_file.h"
#include "schemas/paragraph_cards.h"
#include "tests/support.h"
#include "undex/error.h"

namespace undex {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kReport =
    "United Nations E/2031/7\n\n\nDistr.: General\n4 March 2031\n\nOriginal: English\n\n"
    "Report of the Secretary-General\n\nI. Introduction\n\n"
    "1. The office answers letters, as resolution 2029/12 asks.\n\n"
    "2. It keeps a list of them (see A/85/3).\n";

class IngestTest : public testing::Test {
 protected:
  IngestTest() : archive_(Archive::open(folder_.path() / "archive", Archive::Mode::write)) {
    fs::create_directories(sources());
  }
  fs::path sources() const { return folder_.path() / "sources"; }
  void write(const std::string& name, std::string_view bytes) const {
    fs::create_directories((sources() / name).parent_path());
    std::ofstream(sources() / name, std::ios::binary) << bytes;
  }
  IngestSummary run(const std::vector<fs::path>& paths) { return run(archive_, paths, {}); }
  IngestSummary run(Archive& archive, const std::vector<fs::path>& paths, IngestOptions options) {
    outcomes_.clear();
    order_.clear();
    options.now = "2031-03-05T10:00:00Z";
    options.report = [&](const Outcome& outcome) {
      const std::string name = fs::path(outcome.source).filename();
      order_.push_back(name);
      outcomes_[name] = outcome;
    };
    return ingest(archive, paths, options);
  }
  IngestSummary run() { return run({sources()}); }

  test::TemporaryFolder folder_;
  Archive archive_;
  std::map<std::string, Outcome> outcomes_;
  std::vector<std::string> order_;
};

TEST_F(IngestTest, ASourceThatHadTheFormerTextIsReadAgain) {
  const std::string other = std::string(kReport.substr(0, kReport.find("1. "))) +
                            "1. Nine lamps hang in the hall, and four boats lie on the lake.\n";
  write("a.txt", kReport);
  write("b.txt", kReport);
  write("c.txt", kReport);
  run();
  // Nothing tells of b.txt, and c.txt has the new text too.
  write("a.txt", other);
  write("c.txt", other);
  const IngestSummary summary = run({sources() / "a.txt", sources() / "c.txt"});
  EXPECT_EQ(summary.changed, 1u);
  EXPECT_EQ(summary.same_text, 1u);
  EXPECT_EQ(summary.conflict, 1u);
  EXPECT_EQ(outcomes_.at("b.txt").what, Outcome::What::conflict);
  EXPECT_EQ(archive_.list().size(), 2u);
  EXPECT_EQ(run().unchanged, 3u);
}

TEST_F(IngestTest, NamesThatAreNoUtf8StayApart) {
  write("a\xE9.txt", "The lamps of the hall\n\n1. The hall has nine lamps.\n");
  write("a\xE8.txt", "The boats of the lake\n\n1. The lake has four boats.\n");
  write("\xC3\xA9.txt", kReport);
  EXPECT_EQ(run().added, 3u);
  EXPECT_TRUE(outcomes_.contains("a\\xE9.txt"));
  EXPECT_TRUE(outcomes_.contains("\xC3\xA9.txt"));
  EXPECT_EQ(run().unchanged, 3u);
  EXPECT_EQ(archive_.list().size(), 3u);
}

TEST_F(IngestTest, TakesInWhatItCanAndTellsWhyNotTheRest) {
  write("2.txt", kReport);
  write("10.docx", std::string("PK\x03\x04 broken beyond repair"));
  write("3.txt", "");
  write("6.txt", std::string(std::size_t{9} << 20, 'x'));
  std::string points;
  for (int i = 0; i < 80'000; ++i) points += "(i)\n(ii)\n";
  write("7.txt", points);
  write(".hidden", kReport);
  ASSERT_EQ(mkfifo((sources() / "4.pipe").c_str(), 0600), 0);
  fs::create_symlink(sources() / "2.txt", sources() / "5.link");
  const IngestSummary summary = run({sources(), sources() / "missing"});
  EXPECT_EQ(summary.added, 1u);
  EXPECT_EQ(summary.failed, 5u);
  EXPECT_EQ(summary.skipped, 3u);
  EXPECT_EQ(order_, (std::vector<std::string>{".hidden", "2.txt", "3.txt", "4.pipe", "5.link",
                                              "6.txt", "7.txt", "10.docx", "missing"}));
  for (const auto& [name, outcome] : outcomes_) {
    if (name == "2.txt") continue;
    EXPECT_FALSE(outcome.reason.empty()) << name;
    EXPECT_FALSE(outcome.remedy.empty()) << name;
  }
  const Outcome& report = outcomes_["2.txt"];
  EXPECT_EQ(report.what, Outcome::What::added);
  EXPECT_EQ(report.name, "E/2031/7");
  EXPECT_EQ(report.paragraphs, 2u);
  EXPECT_EQ(report.citations, 2u);
  ASSERT_EQ(archive_.list().size(), 1u);
  EXPECT_EQ(archive_.read(archive_.list()[0]).provenance.added, "2031-03-05T10:00:00Z");
}

TEST_F(IngestTest, PassesOverWhatDidNotChange) {
  write("one.txt", kReport);
  EXPECT_EQ(run().added, 1u);
  const std::size_t revision = archive_.revision();
  EXPECT_EQ(run().unchanged, 1u);
  EXPECT_EQ(outcomes_["one.txt"].name, "E/2031/7");
  EXPECT_EQ(archive_.revision(), revision);
}

TEST_F(IngestTest, SeesAChangeByContent) {
  write("one.txt", kReport);
  run();
  const auto time = fs::last_write_time(sources() / "one.txt");
  write("one.txt", std::string(kReport) + "\n3. And a third paragraph stands here.\n");
  fs::last_write_time(sources() / "one.txt", time);
  const IngestSummary summary = run();
  EXPECT_EQ(summary.changed, 1u);
  EXPECT_EQ(outcomes_["one.txt"].paragraphs, 3u);
  EXPECT_EQ(archive_.list().size(), 1u);
}

TEST_F(IngestTest, NeverRemovesADocument) {
  write("one.txt", kReport);
  run();
  fs::remove_all(sources());
  EXPECT_EQ(run().failed, 1u);
  fs::create_directories(sources());
  EXPECT_EQ(run().added, 0u);
  EXPECT_EQ(archive_.list().size(), 1u);
}

TEST_F(IngestTest, HoldsEveryDocumentOfManyBatches) {
  for (int at = 0; at < 150; ++at) {
    std::string text(kReport);
    text.replace(text.find("2031/7"), 6, "2031/" + std::to_string(100 + at));
    write("d" + std::to_string(at % 7) + "/" + std::to_string(at) + ".txt", text);
  }
  EXPECT_EQ(run().added, 150u);
  EXPECT_EQ(order_.size(), 150u);
  EXPECT_EQ(Archive::open(archive_.dir(), Archive::Mode::read).list().size(), 150u);
}

/// Reports of one symbol from several sources, so that keys depend on who comes first.
TEST_F(IngestTest, EndsTheSameWhateverTheJobsAndTheStops) {
  for (int at = 0; at < 40; ++at) {
    std::string text(kReport);
    text.replace(text.find("2031/7"), 6, "2031/" + std::to_string(100 + at / 4));
    write(std::to_string(at) + ".txt", text + "\n" + std::to_string(at + 3) + ". A paragraph.\n");
  }
  const auto held = [](const Archive& archive) {
    std::vector<std::string> lines;
    for (const ArchiveEntry& entry : archive.list())
      lines.push_back(entry.key + " " + entry.source + " " + entry.xml_sha256);
    return lines;
  };
  run(archive_, {sources()}, {.jobs = 1});
  const std::vector<std::string> order = order_;
  Archive many = Archive::open(folder_.path() / "many", Archive::Mode::write);
  run(many, {sources()}, {.jobs = 4});
  EXPECT_EQ(held(many), held(archive_));
  EXPECT_EQ(order_, order);
  Archive stopped = Archive::open(folder_.path() / "stopped", Archive::Mode::write);
  std::size_t runs = 0;
  for (bool done = false; !done && runs < 100; ++runs) {
    std::size_t read = 0;
    const IngestSummary summary =
        run(stopped, {sources()},
            {.jobs = 2,
             .progress = [&](const IngestProgress& progress) { read = progress.read; },
             .stopped = [&] { return read >= 5; }});
    done = !summary.stopped;
    EXPECT_LE(read, 5u);
  }
  EXPECT_GT(runs, 1u);
  EXPECT_EQ(held(stopped), held(archive_));
}

TEST_F(IngestTest, PassesOverAnArchiveAmongTheSources) {
  write("one.txt", kReport);
  EXPECT_EQ(run({folder_.path()}).added, 1u);
  EXPECT_EQ(outcomes_["archive"].what, Outcome::What::skipped);
  EXPECT_EQ(run({folder_.path()}).added, 0u);
}

TEST_F(IngestTest, TakesASourceGivenTwiceOnce) {
  write("one.txt", kReport);
  EXPECT_EQ(run({sources(), sources() / "one.txt"}).added, 1u);
  EXPECT_EQ(order_.size(), 1u);
}

TEST_F(IngestTest, FollowsALinkThatTheUserNames) {
  write("one.txt", kReport);
  fs::create_directory_symlink(sources(), folder_.path() / "link");
  EXPECT_EQ(run({folder_.path() / "link"}).added, 1u);
}

TEST_F(IngestTest, RefusesWhatItMayNotRead) {
  if (geteuid() == 0) GTEST_SKIP() << "root may read everything";
  write("one.txt", kReport);
  fs::permissions(sources() / "one.txt", fs::perms::none);
  EXPECT_EQ(run().failed, 1u);
}

TEST(ReadSource, OpensNothingButRegularFiles) {
  test::TemporaryFolder folder;
  const fs::path pipe = folder.path() / "pipe", link = folder.path() / "link";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  std::ofstream(folder.path() / "file") << "bytes";
  fs::create_symlink(folder.path() / "file", link);
  EXPECT_EQ(read_source(folder.path() / "file"), "bytes");
  for (const fs::path& path :
       {pipe, link, folder.path(), folder.path() / "none", fs::path("/dev/zero")})
    EXPECT_THROW(read_source(path), Error) << path;
}

TEST(ReadSource, RefusesWhatIsTooLarge) {
  test::TemporaryFolder folder;
  const fs::path path = folder.path() / "large";
  std::ofstream(path) << "x";
  fs::resize_file(path, (std::size_t{256} << 20) + 1);
  EXPECT_THROW(read_source(path), Error);
}

TEST_F(IngestTest, TakesInTheFourSeeds) {
  UNDEX_NEEDS_SHARED();
  const IngestSummary summary = run({test::shared_dir() / "corpus" / "seeds"});
  EXPECT_EQ(summary.added, 4u);
  std::set<std::string> names;
  for (const auto& [file, outcome] : outcomes_) names.insert(outcome.name);
  EXPECT_EQ(names, (std::set<std::string>{"A/58/568", "E/2003/75", "E/2009/21", "ODA/2023-00042"}));
}

/// Names of the documents, or locators of the paragraphs, that hold a term.
std::set<std::string> holders(const fs::path& generation, std::string_view database,
                              const std::string& term) {
  std::set<std::string> found;
  const Xapian::Database db((generation / database).string());
  const MappedFile file(generation / kCardsFile);
  const ParagraphCards cards(file.bytes());
  for (auto at = db.postlist_begin(term); at != db.postlist_end(term); ++at) {
    if (database == kDocumentsFolder) {
      found.insert(read_card(db.get_document(*at).get_data()).name);
    } else {
      const ParagraphCard card = cards.at(*at);
      found.insert(card.key.substr(0, card.key.find('.')) + ":" + card.locator);
    }
  }
  return found;
}

TEST_F(IngestTest, IndexesTheSeedsByWhatTheyMean) {
  UNDEX_NEEDS_SHARED();
  run({test::shared_dir() / "corpus" / "seeds"});
  update_index(archive_, false, {});
  const fs::path index = archive_.dir() / kIndexFolder;
  const fs::path generation = index / "gen-000001";
  const auto documents = [&](const std::string& term) {
    return holders(generation, kDocumentsFolder, term);
  };
  using Names = std::set<std::string>;
  EXPECT_EQ(documents("XC:ict").size(), 4u);
  EXPECT_EQ(documents("XC:website"), (Names{"A/58/568", "E/2003/75", "E/2009/21"}));
  EXPECT_EQ(documents("XC:email"), (Names{"E/2003/75", "E/2009/21"}));
  EXPECT_EQ(documents("XC:service-desk"), (Names{"E/2003/75", "E/2009/21"}));
  EXPECT_EQ(documents("1067"), (Names{"E/2009/21"}));
  EXPECT_EQ(documents("1308"), (Names{"E/2003/75"}));
  EXPECT_EQ(documents("XYEAR:2023"), (Names{"ODA/2023-00042"}));
  EXPECT_EQ(documents("XCITES:A/RES/57/295"), (Names{"A/58/568"}));
  const Names paragraphs = holders(generation, kParagraphsFolder, "XSYM:A/RES/57/295");
  for (const char* locator : {"1", "3", "15", "18"})
    EXPECT_TRUE(paragraphs.contains("A_58_568:" + std::string(locator))) << locator;
  for (const std::string& place : holders(generation, kParagraphsFolder, "1067"))
    EXPECT_TRUE(place.starts_with("E_2009_21:annex")) << place;
  const Names desk = {"E_2003_75:16 (g)", "E_2003_75:17", "E_2003_75:18 (g)", "E_2009_21:12",
                      "E_2009_21:19"};
  EXPECT_EQ(holders(generation, kParagraphsFolder, "XC:service-desk"), desk);
}

}  // namespace
}  // namespace undex
