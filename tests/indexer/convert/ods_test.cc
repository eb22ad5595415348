#include "indexer/convert/ods/ods.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "indexer/convert/formats.h"
#include "tests/support.h"
#include "undex/error.h"

namespace undex::test {
namespace {

/// A record with these lines among those that every record has.
std::string record(const std::string& lines) {
  return "CDS1:  X\r\n" + lines +
         "SAVEOPTIONS:  1\r\nShow:  1\r\nDocLock:  0\r\nALLDS:  E/1\r\nA:  Z\r\nS:  X\r\n"
         "UnbisTitle:  \r\nDocRel:  1\r\n\r\n";
}

std::string read(const std::string& lines) {
  const ConvertedText text = convert_ods(record(lines), "a");
  std::string all;
  for (const std::string& part : text.stated->symbol.parts) all += part + ";";
  for (const MastheadEntry& entry : text.stated->masthead.entries) {
    if (entry.item == MastheadItem::record) continue;
    all += std::string(name_of(entry.item)) + "=" + entry.value.normal + ";";
  }
  for (const Block& block : text.stated->blocks) all += block.locator.text() + block.text + ";";
  for (const Notice& notice : text.notices) all += notice.code + ";";
  return all;
}

TEST(Ods, ReadsTheFieldsOfARecord) {
  const std::pair<const char*, const char*> cases[] = {
      {"DS1:  E/1981/55\r\nDS2:  E/ECWA/134\r\nTitle:  LAMPS\r\n",
       "E/1981/55;E/ECWA/134;title=LAMPS;"},
      {"DS1:  ODD PAPER 7\r\nTitle:  LAMPS\r\n", "reference=ODD PAPER 7;title=LAMPS;"},
      {"DS1:  E/1\r\nTitle:  \r\nTitleF:  LAMPES\r\nTitleS:  FAROLES\r\n",
       "E/1;title=LAMPES;[1]FAROLES;"},
      {"DS1:  E/1\r\nTitle:  LAMPS\r\n  AND OIL\r\n", "E/1;title=LAMPS AND OIL;"},
      {"DS1:  E/1\r\nPubDate:  31/01/1984 12:00:00 AM\r\n", "E/1;date=1984-01-31;"},
      {"DS1:  E/1\r\nPubDate:  07/05/1981\r\n", "E/1;date=1981-05-07;"},
      {"DS1:  E/1\r\nPubDate:  07/05/1981\r\nRelDateE:  11/28/2005\r\n", "E/1;date=1981-07-05;"},
      {"DS1:  E/1\r\nPubDate:  41/01/1984\r\n", "E/1;"},
      {"DS1:  E/1\r\nPubDate:  1/2/3/4\r\n", "E/1;"},
      {"DS1:  E/1\r\nJNA:  I8403611\r\nJNE:  I8403612\r\n",
       "E/1;language=en;job_number=I8403612;job_number_language=E;language=ar;"
       "job_number=I8403611;job_number_language=A;"},
      {"DS1:  E/1\r\nDisp_Distribution:  LTD\r\nSession1:  8\r\nAgitem1:  6\r\n",
       "E/1;distribution=Limited;session_number=8;agenda_item=6;"},
      {"DS1:  E/1\r\nSubject:  T0001527,T0004255\r\n", "E/1;subject=T0001527;subject=T0004255;"},
  };
  for (const auto& [lines, expected] : cases) EXPECT_EQ(read(lines), expected) << lines;
  EXPECT_EQ(read(std::string("DS1:  E/1\r\nTitle:  LA\0MPS\r\n", 27)),
            "E/1;title=LAMPS;nul-bytes;");
  EXPECT_THROW(convert_ods(record("DS1:  \r\n"), "a"), Error);
}

TEST(Ods, GivesEachRecordAsAMember) {
  const std::string one = record("DS1:  E/1\r\nTitle:  A\r\n");
  const std::string file = "\xEF\xBB\xBF" + one + "\f\r\n" + one + "\f\r\n" + one + "\f\r\n";
  ASSERT_TRUE(recognises_ods_records(file));
  EXPECT_FALSE(recognises_ods(file));
  EXPECT_EQ(recognise(file, "dump.txt")->name, "ods-dump");
  const Members members = unpack_ods(file, 0);
  ASSERT_EQ(members.list.size(), 3U);
  EXPECT_EQ(members.next, 0U);
  EXPECT_EQ(members.list[2].name, "record 3");
  for (const Member& member : members.list) EXPECT_TRUE(recognises_ods(member.bytes));
  EXPECT_EQ(unpack_ods(file, 2).list.size(), 1U);
  EXPECT_EQ(unpack_ods(file, 2).list.front().name, "record 3");
}

TEST(Ods, IsToldByItsFields) {
  EXPECT_FALSE(recognises_ods("Name:  value\nDS1:  E/1\n"));
  EXPECT_FALSE(recognises_ods("DS1: see below\f\n"));
  EXPECT_FALSE(recognises_ods(""));
  EXPECT_FALSE(recognises_ods_records("\f\f\f"));
}

TEST(Ods, OfTheLibraryIsReadWhole) {
  UNDEX_NEEDS_SHARED();
  const Members members = unpack_ods(
      read_file(shared_dir() / "corpus" / "real" / "library" / "ods-domino-dump" / "EECWAST.txt"),
      0);
  EXPECT_EQ(members.list.size(), 1739U);
  std::size_t symbols = 0, titles = 0, dates = 0;
  for (const Member& member : members.list) {
    const ConvertedText text = convert_ods(member.bytes, member.name);
    symbols += text.stated->symbol.parts.empty() ? 0U : 1U;
    titles += text.stated->masthead.find(MastheadItem::title) ? 1U : 0U;
    dates += text.stated->masthead.find(MastheadItem::date) ? 1U : 0U;
  }
  EXPECT_GE(symbols, 1658U);
  EXPECT_EQ(titles, 1739U);
  EXPECT_EQ(dates, 1738U);
}

}  // namespace
}  // namespace undex::test
