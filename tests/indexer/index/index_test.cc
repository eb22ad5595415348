#include "indexer/index/index.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <span>

#include "indexer/index/build.h"
#include "indexer/index/generation.h"
#include "indexer/index/runs.h"
#include "schemas/columns.h"
#include "schemas/fixity.h"
#include "schemas/index_form.h"
#include "schemas/mapped_file.h"
#include "schemas/paragraph_cards.h"
#include "schemas/runs.h"
#include "schemas/version.h"
#include "tests/indexer/index/sample.h"
#include "tests/support.h"
#include "undex/error.h"

namespace undex {
namespace {

namespace fs = std::filesystem;
using test::sample;
using test::terms_of;

/// The cards of a generation, read.
class Cards {
 public:
  explicit Cards(const fs::path& generation)
      : file_(generation / kCardsFile), cards_(file_.bytes()) {}
  std::string of(Xapian::docid paragraph) const { return std::string(cards_.bytes_of(paragraph)); }

 private:
  MappedFile file_;
  ParagraphCards cards_;
};

/// Both databases and the cards, whatever the order of their documents.
std::vector<std::string> dump(const fs::path& generation) {
  const Cards cards(generation);
  std::vector<std::string> lines;
  for (const std::string_view name : {kDocumentsFolder, kParagraphsFolder}) {
    const Xapian::Database database((generation / name).string());
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at)
      lines.push_back(std::string(name) + ": " + terms_of(database.get_document(*at)) +
                      (name == kParagraphsFolder ? cards.of(*at) : ""));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::string values_of(const Column& column, std::uint32_t list) {
  std::string out;
  for (const std::uint32_t number : column.list(list)) {
    const ColumnValue value = column.value(number);
    out += std::string(value.value) + "|" + std::string(value.label) + "|" +
           std::to_string(value.documents) + ";";
  }
  return out;
}

/// What the columns say of every document and paragraph, whatever their docids.
std::vector<std::string> dump_columns(const fs::path& generation) {
  const std::string bytes = test::read_file(generation / kColumnsFile);
  std::vector<std::uint32_t> words((bytes.size() + 3) / 4);
  std::memcpy(words.data(), bytes.data(), bytes.size());
  const Columns columns(std::as_bytes(std::span(words)).first(bytes.size()));
  const Xapian::Database documents((generation / kDocumentsFolder).string());
  const Xapian::Database paragraphs((generation / kParagraphsFolder).string());
  const Cards cards(generation);
  std::vector<std::string> lines;
  for (auto at = documents.postlist_begin(""); at != documents.postlist_end(""); ++at) {
    std::string line = "document " + documents.get_document(*at).get_value(kSlotKey) + " " +
                       std::to_string(columns.rank_of(*at));
    for (const Field& field : fields()) {
      if (!field.facet) continue;
      const Column& column = columns.column(field);
      line += " " + values_of(column, column.of_document(*at));
    }
    lines.push_back(line);
  }
  for (auto at = paragraphs.postlist_begin(""); at != paragraphs.postlist_end(""); ++at) {
    std::string line = "paragraph " + cards.of(*at) + " of " +
                       documents.get_document(columns.document_of(*at)).get_value(kSlotKey) +
                       (columns.is_counted(*at) ? " counted" : "");
    const Column& states = columns.column(*find_field("state"));
    lines.push_back(line + values_of(states, states.of_paragraph(*at)));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

/// The paragraphs of every run, whatever their docids.
std::vector<std::string> dump_runs(const fs::path& generation) {
  const MappedFile file(generation / kRunsFile);
  const Runs runs(file.bytes());
  const Xapian::Database paragraphs((generation / kParagraphsFolder).string());
  EXPECT_EQ(runs.paragraphs_end(), paragraphs.get_lastdocid() + 1);
  const Cards cards(generation);
  std::vector<std::string> lines;
  for (Runs::Walk walk(runs); walk.next();) {
    std::vector<std::uint32_t> docids;
    runs.read(walk.list(), docids);
    std::vector<std::string> places;
    for (const std::uint32_t docid : docids)
      places.push_back(cards.of(docid) + " " + std::to_string(runs.length_of(docid)));
    std::sort(places.begin(), places.end());
    lines.push_back(std::to_string(walk.hash()) + ":");
    for (const std::string& place : places) lines.back() += " " + place;
  }
  return lines;
}

void flip_byte(const fs::path& path, std::streamoff place) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekg(place);
  const auto byte = static_cast<char>(file.get() ^ 0x10);
  file.seekp(place);
  file.put(byte);
}

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

class Index : public testing::Test {
 protected:
  Index() : archive_(Archive::open(folder_.path() / "archive", Archive::Mode::write)) {}

  void put(int number, const std::string& text) {
    archive_.put(sample(number, text), "bytes of " + std::to_string(number) + text);
    archive_.commit();
  }
  void put_many(int count) {
    for (int at = 1; at <= count; ++at)
      archive_.put(sample(at, "Sentence number " + std::to_string(at)),
                   "bytes " + std::to_string(at));
    archive_.commit();
  }
  IndexUpdate update(bool from_scratch = false) { return update_index(archive_, from_scratch, {}); }
  fs::path index() const { return archive_.dir() / kIndexFolder; }
  Generation current() const {
    const auto generation = current_generation(index());
    EXPECT_TRUE(generation.has_value());
    return generation.value_or(Generation{});
  }

  test::TemporaryFolder folder_;
  Archive archive_;
};

TEST_F(Index, OfAnEmptyArchiveIsEmptyAndWhole) {
  const IndexUpdate made = update();
  EXPECT_TRUE(made.rebuilt);
  EXPECT_EQ(made.documents, 0u);
  EXPECT_EQ(made.paragraphs, 0u);
  EXPECT_TRUE(is_sound(current()));
}

TEST_F(Index, IsMadeOnceAndLeftAloneWhileNothingChanges) {
  put_many(3);
  const IndexUpdate made = update();
  EXPECT_EQ(made.added, 3u);
  EXPECT_EQ(made.documents, 3u);
  EXPECT_EQ(made.paragraphs, 6u);
  const std::string name = current().name;
  EXPECT_EQ(name, "gen-000001");
  EXPECT_EQ(current().manifest.revision, archive_.revision());
  const IndexUpdate again = update();
  EXPECT_FALSE(again.rebuilt);
  EXPECT_EQ(again.added, 0u);
  EXPECT_EQ(again.documents, 3u);
  EXPECT_EQ(current().name, name);
}

TEST_F(Index, ChangedInPartEqualsOneMadeAnew) {
  put_many(12);
  update();
  put(4, "Other words stand here now.");
  put(13, "A new document.");
  const IndexUpdate changed = update();
  EXPECT_FALSE(changed.rebuilt);
  EXPECT_EQ(changed.added, 2u);
  EXPECT_TRUE(is_sound(current()));
  const std::vector<std::string> in_part = dump(current().path);
  EXPECT_EQ(in_part.size(), changed.documents + changed.paragraphs);
  const std::vector<std::string> columns_in_part = dump_columns(current().path);
  EXPECT_EQ(columns_in_part.size(), in_part.size());
  const std::vector<std::string> runs_in_part = dump_runs(current().path);
  EXPECT_GT(runs_in_part.size(), 10u);
  const IndexUpdate anew = update(true);
  EXPECT_TRUE(anew.rebuilt);
  EXPECT_EQ(dump(current().path), in_part);
  EXPECT_EQ(dump_columns(current().path), columns_in_part);
  EXPECT_EQ(dump_runs(current().path), runs_in_part);
}

TEST_F(Index, OfManyRunsEqualsOneOfOneRun) {
  put_many(250);
  EXPECT_EQ(update().documents, 250u);
  test::TemporaryFolder other, changed;
  build_index(archive_, {}, other.path(), worker_bounds({}), {});
  change_index(archive_, archive_.list(), {}, other.path(), changed.path(), worker_bounds({}), {});
  EXPECT_EQ(dump(current().path), dump(changed.path()));
  EXPECT_EQ(dump_runs(current().path), dump_runs(changed.path()));
}

TEST_F(Index, LosesDocumentsThatAreGone) {
  put_many(3);
  test::TemporaryFolder other, changed;
  const std::vector<ArchiveEntry> entries = archive_.list();
  build_index(archive_, entries, other.path(), worker_bounds({}), {});
  change_index(archive_, {}, {entries[1].key}, other.path(), changed.path(), worker_bounds({}), {});
  EXPECT_EQ(count_index(changed.path()).documents, 2u);
  EXPECT_EQ(count_index(changed.path()).paragraphs, 4u);
  EXPECT_FALSE(indexed_keys(changed.path()).contains(entries[1].key));
}

TEST_F(Index, ChangedAgainAndAgainEqualsOneMadeAnew) {
  put_many(12);
  Document without = sample(30, "");
  without.blocks.clear();
  archive_.put(without, "no paragraphs");
  archive_.commit();
  update();
  const auto remove = [&](std::size_t number) {
    archive_.remove(archive_.list().at(number), "not ours", "2031-01-02T03:04:05Z");
    archive_.commit();
    EXPECT_FALSE(update().rebuilt);
  };
  remove(11);  // the last that has paragraphs: their docids are given to nobody else
  remove(11);  // that without any
  put(13, "A new document.");
  EXPECT_FALSE(update().rebuilt);
  put(13, "The new document has other words.");
  put(1, "And so has the first.");
  EXPECT_FALSE(update().rebuilt);
  remove(0);
  const std::vector<std::string> documents = dump(current().path);
  const std::vector<std::string> columns = dump_columns(current().path);
  const std::vector<std::string> runs = dump_runs(current().path);
  update(true);
  EXPECT_EQ(dump(current().path), documents);
  EXPECT_EQ(dump_columns(current().path), columns);
  EXPECT_EQ(dump_runs(current().path), runs);
}

TEST_F(Index, HoldsNothingButWhatIsRead) {
  const std::vector<std::string> expected = {"cards.bin",          "columns.bin", "documents",
                                             kManifestFile.data(), "paragraphs",  "runs.bin",
                                             kStampsFile.data()};
  update();
  EXPECT_EQ(names_in(current().path), expected) << "of an empty archive";
  put_many(9);
  update();
  EXPECT_EQ(names_in(current().path), expected) << "made anew";
  put(10, "One more.");
  EXPECT_FALSE(update().rebuilt);
  EXPECT_EQ(names_in(current().path), expected) << "changed";
}

TEST_F(Index, LosesADocumentThatWasRemovedAndTakesItInAgain) {
  put_many(9);
  update();
  const ArchiveEntry entry = archive_.list().at(4);
  archive_.remove(entry, "not ours", "2031-01-02T03:04:05Z");
  archive_.commit();
  const IndexUpdate changed = update();
  EXPECT_FALSE(changed.rebuilt);
  EXPECT_EQ(changed.removed, 1u);
  EXPECT_EQ(changed.documents, 8u);
  EXPECT_EQ(current().manifest.revision, archive_.revision());
  put(5, "Back again.");
  EXPECT_EQ(update().documents, 9u);
  const std::vector<std::string> in_steps = dump(current().path);
  update(true);
  EXPECT_EQ(in_steps, dump(current().path));
}

TEST_F(Index, IsLeftAloneWhenAFurtherSourceComes) {
  put_many(3);
  update();
  Provenance provenance;
  provenance.source = "elsewhere.pdf";
  archive_.add_source(archive_.list().at(0), provenance, "other bytes");
  archive_.commit();
  update();
  EXPECT_EQ(current().name, "gen-000001");
}

TEST_F(Index, KeepsTheLastTwoGenerations) {
  put_many(2);
  for (int round = 0; round < 4; ++round) update(true);
  EXPECT_EQ(names_in(index()),
            (std::vector<std::string>{"current", "gen-000003", "gen-000004", "publications.tsv"}));
}

TEST_F(Index, SweepsWhatACrashLeft) {
  put_many(2);
  update();
  fs::create_directories(index() / "building" / "documents");
  fs::create_directories(index() / "gen-000009");
  std::ofstream(index() / "current.new") << "gen-0000";
  update(true);
  EXPECT_EQ(current().name, "gen-000010");
  EXPECT_EQ(names_in(index()),
            (std::vector<std::string>{"current", "gen-000001", "gen-000010", "publications.tsv"}));
}

TEST_F(Index, IsMadeAnewWhenItIsDamaged) {
  put_many(10);
  update();
  const fs::path first = current().path;
  fs::resize_file(first / "documents" / "postlist.glass", 100);
  EXPECT_FALSE(current_generation(index()).has_value());
  EXPECT_TRUE(update().rebuilt);
  EXPECT_TRUE(is_sound(current()));
  flip_byte(current().path / "documents" / "iamglass", 5);
  EXPECT_TRUE(update().rebuilt);
  flip_byte(current().path / kManifestFile, 30);
  EXPECT_TRUE(update().rebuilt);
  std::ofstream(index() / kCurrentFile) << "../../etc\n";
  EXPECT_TRUE(update().rebuilt);
  fs::remove(index() / kCurrentFile);
  EXPECT_TRUE(update().rebuilt);
  EXPECT_EQ(dump(current().path).size(), 30u);
}

TEST_F(Index, NeverCopiesASilentlyDamagedGeneration) {
  put_many(10);
  update();
  const fs::path data = current().path / kCardsFile;
  flip_byte(data, static_cast<std::streamoff>(fs::file_size(data) / 2));
  EXPECT_FALSE(current_generation(index()).has_value());
  put(11, "One more.");
  EXPECT_TRUE(update().rebuilt);
  EXPECT_TRUE(is_sound(current()));
}

TEST_F(Index, IsStampedWhenItIsPublished) {
  put_many(3);
  update();
  EXPECT_TRUE(has_stamps(current().path, current().manifest));
  put(4, "One more.");
  update();
  EXPECT_TRUE(has_stamps(current().path, current().manifest));
}

TEST_F(Index, ThatWasCopiedGetsItsStampsAgain) {
  put_many(3);
  update();
  const fs::path copy = folder_.path() / "copy";
  fs::copy(index(), copy, fs::copy_options::recursive);
  fs::remove_all(index());
  fs::rename(copy, index());
  EXPECT_FALSE(has_stamps(current().path, current().manifest));
  EXPECT_FALSE(update().rebuilt);
  EXPECT_TRUE(has_stamps(current().path, current().manifest));
  EXPECT_TRUE(is_sound(current()));
}

TEST_F(Index, OfANewerFormIsNotReplaced) {
  put_many(1);
  update();
  Manifest manifest = current().manifest;
  manifest.version = kIndexVersion + 1;
  std::ofstream(current().path / kManifestFile) << write_manifest(manifest);
  try {
    update();
    ADD_FAILURE() << "nothing was thrown";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::version);
  }
}

TEST_F(Index, OfAnOlderFormIsMadeAnew) {
  put_many(1);
  update();
  Manifest manifest = current().manifest;
  manifest.version = kIndexVersion - 1;
  std::ofstream(current().path / kManifestFile) << write_manifest(manifest);
  EXPECT_TRUE(update().rebuilt);
  EXPECT_EQ(current().manifest.version, kIndexVersion);
}

TEST_F(Index, LeavesTheOldGenerationWhenTheDiskFails) {
  put_many(2);
  update();
  const std::string name = current().name;
  put(3, "More.");
  fs::create_directories(index() / "gen-000009");  // a crash left it before it became current
  const auto failing = [](std::size_t, std::size_t) {
    throw Error(ErrorKind::archive, "disk full");
  };
  EXPECT_THROW(update_index(archive_, true, failing), Error);
  EXPECT_EQ(current().name, name);
  EXPECT_FALSE(fs::exists(index() / "building"));
  EXPECT_FALSE(fs::exists(index() / "gen-000009"));
  EXPECT_EQ(update().documents, 3u);
}

TEST_F(Index, TellsOfAFileThatCannotBeWritten) {
  put_many(3);
  test::TemporaryFolder before;
  build_index(archive_, archive_.list(), before.path(), worker_bounds({}), {});
  for (const std::string_view name : {kCardsFile, kRunsFile}) {
    test::TemporaryFolder anew, changed;
    fs::create_directories(anew.path() / name);
    EXPECT_THROW(build_index(archive_, archive_.list(), anew.path(), worker_bounds({}), {}), Error);
    fs::create_directories(changed.path() / name);
    EXPECT_THROW(change_index(archive_, archive_.list(), {}, before.path(), changed.path(),
                              worker_bounds({}), {}),
                 Error);
  }
}

TEST_F(Index, IsTheSameWithinAnyBounds) {
  put_many(120);
  test::TemporaryFolder whole, pieces;
  build_index(archive_, archive_.list(), whole.path(), worker_bounds({}), {});
  const WorkerBounds small{
      .workers = 3,
      .waiting = {.document_text_bytes = 200, .paragraph_text_bytes = 1, .sorted_bytes = 64}};
  build_index(archive_, archive_.list(), pieces.path(), small, {});
  EXPECT_EQ(dump(pieces.path()), dump(whole.path()));
  EXPECT_EQ(dump_runs(pieces.path()), dump_runs(whole.path()));
}

TEST_F(Index, IsChangedWithinItsBounds) {
  put_many(20);
  test::TemporaryFolder before, at_once, in_steps;
  const std::vector<ArchiveEntry> entries = archive_.list();
  build_index(archive_, entries, before.path(), worker_bounds({}), {});
  const auto change = [&](const fs::path& folder, const WorkerBounds& bounds) {
    change_index(archive_, {entries[2], entries[3], entries[4]}, {entries[5].key, entries[6].key},
                 before.path(), folder, bounds, {});
  };
  const WorkerBounds small{
      .changing = {.document_text_bytes = 1, .paragraph_text_bytes = 1, .sorted_bytes = 64}};
  change(at_once.path(), worker_bounds({}));
  change(in_steps.path(), small);
  EXPECT_EQ(dump(in_steps.path()), dump(at_once.path()));
  EXPECT_EQ(dump_runs(in_steps.path()), dump_runs(at_once.path()));
  for (const std::string_view name : {kDocumentsFolder, kParagraphsFolder}) {
    const auto revision = [&](const fs::path& folder) {
      return Xapian::Database((folder / name).string()).get_revision();
    };
    EXPECT_EQ(revision(at_once.path()), revision(before.path()) + 1) << name;
    EXPECT_GT(revision(in_steps.path()), revision(before.path()) + 7) << name;
  }
}

TEST_F(Index, TellsHowFarItIs) {
  put_many(5);
  std::size_t calls = 0, last = 0;
  update_index(archive_, false, [&](std::size_t done, std::size_t total) {
    ++calls;
    last = done;
    EXPECT_EQ(total, 5u);
  });
  EXPECT_EQ(calls, 5u);
  EXPECT_EQ(last, 5u);
}

}  // namespace
}  // namespace undex
