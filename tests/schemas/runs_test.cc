#include "schemas/runs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "schemas/run_words.h"
#include "schemas/runs_writer.h"
#include "undex/error.h"

namespace undex {
namespace {

/// Bytes where mapped ones would lie.
class Aligned {
 public:
  explicit Aligned(const std::string& bytes) : words_((bytes.size() + 7) / 8), size_(bytes.size()) {
    if (!bytes.empty()) std::memcpy(words_.data(), bytes.data(), bytes.size());
  }
  std::span<const std::byte> bytes() const {
    return {reinterpret_cast<const std::byte*>(words_.data()), size_};
  }

 private:
  std::vector<std::uint64_t> words_;
  std::size_t size_;
};

using Table = std::map<std::uint32_t, std::vector<std::uint32_t>>;

std::string written(const Table& table, const std::vector<std::uint32_t>& lengths) {
  std::ostringstream out;
  RunsWriter writer(out, table.size());
  for (const auto& [hash, docids] : table) writer.add(hash, docids);
  writer.finish(lengths);
  return out.str();
}

/// Many hashes at both ends and between, lists of one and of all.
Table sample() {
  Table table = {{0, {1}}, {1, {1, 2, 300}}, {0xffffffff, {300}}};
  std::mt19937 random(7);
  for (int i = 0; i < 1000; ++i) {
    std::vector<std::uint32_t>& docids = table[static_cast<std::uint32_t>(random())];
    docids = {static_cast<std::uint32_t>(1 + random() % 200)};
    docids.push_back(docids.front() + 1 + static_cast<std::uint32_t>(random() % 99));
  }
  return table;
}

std::vector<std::uint32_t> sample_lengths() {
  std::vector<std::uint32_t> lengths(301, 9);
  lengths[0] = 0;
  return lengths;
}

std::vector<std::uint32_t> read(const Runs& runs, std::uint32_t hash) {
  std::vector<std::uint32_t> docids;
  runs.read(runs.find(hash), docids);
  return docids;
}

/// All that a file says, read in every way.
Table dump(const Runs& runs) {
  Table table;
  for (Runs::Walk walk(runs); walk.next();) {
    std::vector<std::uint32_t> docids;
    runs.read(walk.list(), docids);
    table[walk.hash()] = docids;
    read(runs, walk.hash());
  }
  return table;
}

TEST(Runs, GiveBackWhatWasWritten) {
  const Table table = sample();
  const Aligned file(written(table, sample_lengths()));
  const Runs runs(file.bytes());
  EXPECT_EQ(runs.paragraphs_end(), 301u);
  EXPECT_EQ(runs.length_of(300), 9u);
  EXPECT_EQ(runs.length_of(0), 0u);
  EXPECT_EQ(runs.length_of(9999), 0u);
  for (const auto& [hash, docids] : table) {
    EXPECT_EQ(runs.find(hash).count, docids.size());
    EXPECT_EQ(read(runs, hash), docids) << hash;
  }
  EXPECT_EQ(runs.find(2).count, 0u);
  EXPECT_EQ(dump(runs), table);
}

// What a file says of its size makes the table of the next one: it must not grow by itself.
TEST(Runs, SayAboutHowManyEntriesTheyHave) {
  const Table table = sample();
  std::size_t size = table.size();
  for (int update = 0; update < 20; ++update) {
    std::ostringstream out;
    RunsWriter writer(out, size);
    for (const auto& [hash, docids] : table) writer.add(hash, docids);
    writer.finish(sample_lengths());
    const Aligned bytes(out.str());
    size = Runs(bytes.bytes()).size();
    EXPECT_GT(size, table.size() / 2);
    EXPECT_LT(size, table.size() * 2);
  }
}

TEST(Runs, OfNothingAreNone) {
  const Aligned file(written({}, {0}));
  const Runs runs(file.bytes());
  EXPECT_EQ(runs.paragraphs_end(), 1u);
  EXPECT_EQ(runs.find(0).count, 0u);
  EXPECT_TRUE(dump(runs).empty());
  EXPECT_EQ(Runs().find(7).count, 0u);
  EXPECT_TRUE(dump(Runs()).empty());
}

TEST(Runs, RefuseWhatIsNoFileOfRuns) {
  const std::string whole = written(sample(), sample_lengths());
  const std::vector<std::string> bad = {
      "",
      "undexrun",
      whole.substr(0, whole.size() - 1),
      whole.substr(1),
      whole + "x",
      "undexcls" + whole.substr(8),
      whole.substr(0, 8) + '\2' + whole.substr(9),     // another form
      whole.substr(0, 12) + '\31' + whole.substr(13),  // more bits than a directory may have
      whole.substr(0, 12) + '\2' + whole.substr(13),   // fewer than this one has
  };
  for (const std::string& bytes : bad) {
    const Aligned file(bytes);
    EXPECT_THROW(Runs(file.bytes()), Error) << bytes.size();
  }
}

TEST(Runs, OfDamagedBytesAreReadWithinThemOrRefused) {
  const std::string whole = written(sample(), sample_lengths());
  std::mt19937 random(11);
  std::size_t refused = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string bytes = whole;
    for (int i = 0; i < 3; ++i) bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
    const Aligned file(bytes);
    try {
      const Runs runs(file.bytes());
      for (const auto& [hash, docids] : dump(runs))
        for (const std::uint32_t docid : docids) EXPECT_LT(docid, runs.paragraphs_end());
    } catch (const Error& error) {
      EXPECT_EQ(error.kind, ErrorKind::archive);
      ++refused;
    }
  }
  EXPECT_GT(refused, 100u);
}

TEST(Runs, ALengthOfZeroUnderARunIsRefused) {
  const Aligned file(written({{5, {1}}}, {0, 0}));
  const Runs runs(file.bytes());
  std::vector<std::uint32_t> docids;
  EXPECT_THROW(runs.read(runs.find(5), docids), Error);
}

std::string joined(std::string_view text, std::string_view language = "en") {
  std::string out;
  for (const RunWord& word : run_words(text, language)) out += (out.empty() ? "" : " ") + word.word;
  return out;
}

TEST(RunWords, AreTheSameWhateverTheWriting) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"The Programme, of the CENTRE", "the program of the center"},
      {"1 067 units; 1,067 units", "1067 units 1067 units"},
      {"the caf\u00e9's co-operation", "the cafe co operation"},
      {"U.N. organisations", "un organizations"},
      {"", ""},
      {" ... ", ""},
  };
  for (const auto& [text, words] : rows) EXPECT_EQ(joined(text), words) << text;
  EXPECT_EQ(joined("Les programmes de l\u2019\u00c9tat", "fr"), "les programmes de etat");
  EXPECT_GT(run_words("\u4fe1\u606f\u548c\u901a\u4fe1\u6280\u672f", "zh").size(), 2u);
}

TEST(RunWords, SayWhereTheyStand) {
  const std::string text = "Two \u00abold\u00bb boats";
  std::string out;
  for (const RunWord& word : run_words(text, "en"))
    out += text.substr(word.begin, word.end - word.begin) + "|";
  EXPECT_EQ(out, "Two|old|boats|");
}

TEST(TextRuns, AreOfThreeWordsAndOfFewerTheWhole) {
  const std::vector<std::pair<std::string, std::size_t>> rows = {
      {"", 0},
      {"one", 1},
      {"one two", 1},
      {"one two three", 1},
      {"one two three four", 2},
      {"a b a b a b", 2},
  };
  for (const auto& [text, hashes] : rows)
    EXPECT_EQ(text_runs(text, "en").hashes.size(), hashes) << text;
  EXPECT_EQ(text_runs("The old programme", "en").hashes,
            text_runs("the OLD, program", "en").hashes);
  EXPECT_NE(text_runs("old the programme", "en").hashes,
            text_runs("the old programme", "en").hashes);
  EXPECT_NE(text_runs("the old", "en").hashes, text_runs("old the", "en").hashes);
  // What is on the disk of others hangs on this value.
  EXPECT_EQ(text_runs("the help desk", "en").hashes.front(), 3501744578u);
}

TEST(TextRuns, OfALongTextAreThoseOfItsPieces) {
  std::string text;
  for (int i = 0; i < 40000; ++i) text += "word" + std::to_string(i) + " ";
  const TextRuns runs = text_runs(text, "en");
  EXPECT_EQ(runs.words, 40000u);
  EXPECT_GT(runs.hashes.size(), 39900u);
  EXPECT_TRUE(std::is_sorted(runs.hashes.begin(), runs.hashes.end()));
}

}  // namespace
}  // namespace undex
