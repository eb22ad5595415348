#include "schemas/headings.h"

#include <gtest/gtest.h>

#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "corpus/thesaurus.h"
#include "schemas/headings_writer.h"
#include "schemas/label_key.h"
#include "tests/schemas/aligned.h"
#include "tests/support.h"
#include "undex/error.h"

namespace undex {
namespace {

using test::Aligned;

const std::string kSource(64, 'a');

Thesaurus lamps() {
  return read_thesaurus(
      "L1\tprefLabel\ten\tLAMPS\n"
      "L1\tprefLabel\tfr\tLAMPES\n"
      "L1\tprefLabel\tde\tLAMPEN\n"
      "L1\tprefLabel\tru\tЛАМПЫ\n"
      "L1\taltLabel\ten\tLANTERNS\n"
      "L1\taltLabel\ten\tGAS-LAMPS\n"
      "L2\tprefLabel\ten\tGAS LAMPS\n"
      "L2\tprefLabel\tfr\tLAMPES À GAZ\n"
      "L2\taltLabel\tfr\tLANTERNS\n"
      "L3\tprefLabel\ten\tWICKS (CANDLES)\n"
      "L3\tprefLabel\tfr\tMÈCHES\n"
      "L4\ttype\t\tDomain\n"
      "L4\tprefLabel\ten\tLIGHT\n"
      "L5\tprefLabel\ten\t" +
          std::string(kMostLabelBytes + 1, 'x') + "\n",
      "lamps.tsv");
}

std::string dump(const HeadingTable& table, std::string_view typed) {
  const std::string key = label_key(typed);
  std::string out;
  for (std::size_t at = table.first_from(key); at < table.entries(); ++at) {
    const HeadingEntry entry = table.entry(at);
    if (entry.key != key) break;
    out += (out.empty() ? "" : "; ") + std::string(table.id(entry.heading)) + " " +
           std::to_string(entry.preferred) + "/" + std::to_string(entry.alternative);
    const auto [first, end] = table.labels_of(entry.heading);
    for (std::uint32_t label = first; label < end; ++label)
      out += " " + std::string(table.label(label).language) + ":" +
             std::string(table.label(label).text);
  }
  return out;
}

TEST(Headings, GiveBackWhatWasWritten) {
  const Aligned file(write_headings(lamps(), kSource));
  const HeadingTable table(file.bytes());
  EXPECT_EQ(table.source(), kSource);
  EXPECT_EQ(table.entries(), 10u);
  EXPECT_EQ(dump(table, "lamps"), "L1 1/0 en:LAMPS fr:LAMPES ru:ЛАМПЫ :LAMPEN");
  EXPECT_EQ(dump(table, "Лампы"), "L1 8/0 en:LAMPS fr:LAMPES ru:ЛАМПЫ :LAMPEN");
  EXPECT_EQ(dump(table, "gas lamps"),
            "L1 0/1 en:LAMPS fr:LAMPES ru:ЛАМПЫ :LAMPEN; L2 1/0 en:GAS LAMPS fr:LAMPES À GAZ");
  EXPECT_EQ(dump(table, "lanterns"),
            "L1 0/1 en:LAMPS fr:LAMPES ru:ЛАМПЫ :LAMPEN; L2 0/2 en:GAS LAMPS fr:LAMPES À GAZ");
  EXPECT_EQ(dump(table, "meches"), "L3 2/0 en:WICKS (CANDLES) fr:MÈCHES");
}

TEST(Headings, AreNotWhatGroupsThemNorWhatNobodyTypes) {
  const Aligned file(write_headings(lamps(), kSource));
  const HeadingTable table(file.bytes());
  for (const std::string typed :
       {"light", "wicks candles", "wicks", "lamp", "", "zz", std::string(600, 'x').c_str()})
    EXPECT_EQ(dump(table, typed), "") << typed;
}

TEST(Headings, OfNoThesaurusAreNone) {
  EXPECT_EQ(HeadingTable().entries(), 0u);
  EXPECT_EQ(HeadingTable().first_from("x"), 0u);
  const Aligned file(write_headings({}, kSource));
  EXPECT_EQ(HeadingTable(file.bytes()).entries(), 0u);
}

TEST(Headings, KnowTheThesaurusByTheHeadOfTheFile) {
  const std::string bytes = write_headings(lamps(), kSource);
  EXPECT_EQ(headings_source(bytes.substr(0, kHeadingsHeadBytes)), kSource);
  EXPECT_EQ(headings_source(bytes.substr(0, kHeadingsHeadBytes - 1)), "");
  EXPECT_EQ(headings_source(std::string(kHeadingsHeadBytes, 'x')), "");
}

TEST(Headings, RefuseWhatTheyAreNot) {
  const std::string whole = write_headings(lamps(), kSource);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const Aligned file(whole.substr(0, size));
    EXPECT_THROW(HeadingTable(file.bytes()), Error) << size;
  }
  const Aligned longer(whole + "x");
  EXPECT_THROW(HeadingTable(longer.bytes()), Error);
  std::string newer = whole;
  newer[kHeadingsMagic.size()] = 2;
  const Aligned other(newer);
  try {
    HeadingTable table(other.bytes());
    FAIL();
  } catch (const Error& fault) {
    EXPECT_EQ(fault.kind, ErrorKind::archive);
    EXPECT_NE(std::string(fault.what()).find(kHeadingsFile), std::string::npos) << fault.what();
    EXPECT_NE(fault.hint.find("undex rebuild"), std::string::npos) << fault.hint;
  }
}

TEST(Headings, NeverLeaveTheBytesWhateverTheyHold) {
  const std::string whole = write_headings(lamps(), kSource);
  std::mt19937 random(7);
  for (int round = 0; round < 4000; ++round) {
    std::string bytes = whole;
    for (int change = 0; change < 3; ++change)
      bytes[kHeadingsHeadBytes + random() % (bytes.size() - kHeadingsHeadBytes - 8)] =
          static_cast<char>(random());
    const Aligned file(bytes);
    try {
      const HeadingTable table(file.bytes());
      for (const std::string_view typed : {"lamps", "gas lamps", "x"}) (void)dump(table, typed);
      for (std::size_t at = 0; at < table.entries(); ++at) (void)dump(table, table.entry(at).key);
    } catch (const Error& fault) {
      EXPECT_EQ(fault.kind, ErrorKind::archive);
    }
  }
}

TEST(Headings, OfTheLibraryAreFoundInSixLanguages) {
  UNDEX_NEEDS_SHARED();
  const std::string name = "corpus/real/library/thesaurus/unbis-thesaurus.tsv";
  const Aligned file(
      write_headings(read_thesaurus(test::read_file(test::shared_dir() / name), name), kSource));
  const HeadingTable table(file.bytes());
  const auto ids = [&](std::string_view typed) {
    const std::string key = label_key(typed);
    std::string out;
    for (std::size_t at = table.first_from(key); at < table.entries() && table.entry(at).key == key;
         ++at)
      out += std::string(table.id(table.entry(at).heading)) + " ";
    return out;
  };
  for (const std::string_view typed :
       {"right to food", "derecho a la alimentación", "Право на питание", "DROIT A L’ALIMENTATION"})
    EXPECT_EQ(ids(typed), "T0006810 ") << typed;
  for (const std::string_view typed : {"intelligence artificielle", "人工智能", "الذكاء الاصطناعي"})
    EXPECT_EQ(ids(typed), "T0007236 ") << typed;
}

}  // namespace
}  // namespace undex
