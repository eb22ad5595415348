#include "indexer/convert/marc/marc.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "indexer/convert/formats.h"
#include "tests/support.h"
#include "undex/error.h"

namespace undex::test {
namespace {

/// A field as it stands in ISO 2709, without its end: indicators and "\x1F" "aText".
struct Field {
  std::string tag;
  std::string data;
};

std::string digits(std::size_t number, std::size_t width) {
  std::string text = std::to_string(number);
  return std::string(width - std::min(width, text.size()), '0') + text;
}

/// A whole record; `coding` is leader/09.
std::string iso2709(const std::vector<Field>& fields, char coding = 'a') {
  std::string directory, data;
  for (const Field& field : fields) {
    directory += field.tag + digits(field.data.size() + 1, 4) + digits(data.size(), 5);
    data += field.data + "\x1E";
  }
  const std::size_t base = 24 + directory.size() + 1;
  return digits(base + data.size() + 1, 5) + "nam " + coding + "22" + digits(base, 5) + "   4500" +
         directory + "\x1E" + data + "\x1D";
}

std::string subfield(char code, const std::string& text) {
  return std::string("\x1F") + code + text;
}

const std::vector<Field> kLamps{{"001", "L-7"},
                                {"191", "  " + subfield('a', "E/2003/75")},
                                {"245", "10" + subfield('a', "Lamps on ferries :") +
                                            subfield('b', "report of the Secretary-General.")}};

std::string xml(const std::string& fields) {
  return "<record><leader>00000nam a2200000 a 4500</leader>" + fields + "</record>";
}
std::string field(const std::string& tag, const std::string& code, const std::string& text) {
  return "<datafield tag='" + tag + "' ind1=' ' ind2=' '><subfield code='" + code + "'>" + text +
         "</subfield></datafield>";
}

/// "item=normal;" for each value, then the paragraphs.
std::string read(const std::string& bytes) {
  const ConvertedText text = convert_marc(bytes, "a");
  std::string all;
  for (const std::string& part : text.stated->symbol.parts) all += part + ";";
  for (const MastheadEntry& entry : text.stated->masthead.entries) {
    if (entry.item == MastheadItem::record) continue;
    all += std::string(name_of(entry.item)) + "=" + entry.value.normal + ";";
  }
  for (const Block& block : text.stated->blocks) all += block.locator.text() + block.text + ";";
  return all;
}

std::string notices(const std::string& bytes) {
  std::string codes;
  const ConvertedText text = convert_marc(bytes, "a");
  for (const Notice& notice : text.stated->notices) codes += notice.code + " ";
  return codes;
}

TEST(Marc, ReadsTheFieldsOfTheLibrary) {
  const std::pair<std::string, const char*> cases[] = {
      {field("191", "a", "E/1999/41/REV.1") + field("191", "a", "E/ESCWA/20/9/REV.1"),
       "E/1999/41/Rev.1;E/ESCWA/20/9/Rev.1;"},
      {field("191", "a", "E/ESCWA/SD/2012/TECHNICAL PAPER.1"),
       "reference=E/ESCWA/SD/2012/TECHNICAL PAPER.1;"},
      {field("245", "a", "Lamps /") + field("269", "a", "19990531"),
       "title=Lamps;date=1999-05-31;"},
      {field("245", "a", "A") + field("260", "c", "28 May 2003.") + field("260", "a", "New York :"),
       "title=A;date=2003-05-28;place=New York;"},
      {field("245", "a", "A") + field("260", "c", "c1979."), "title=A;date=1979;"},
      {field("245", "a", "A") + field("269", "a", "2003-05"), "title=A;date=2003-05;"},
      {field("245", "a", "A") + field("269", "a", "20031305"), "title=A;"},
      {field("245", "a", "A") + field("246", "a", "B") + field("520", "a", "Of lamps."),
       "title=A;[1]Of lamps.;[2]B;"},
      {field("245", "a", "A") + field("650", "a", "LAMPS") + field("651", "a", "Ghana."),
       "title=A;subject=LAMPS;subject=Ghana;[1]LAMPS; Ghana;"},
      {field("710", "a", "UN. Secretary-General") + field("245", "a", "A"),
       "title=A;author=Secretary-General;"},
      {field("245", "a", "A") + field("041", "a", "arachieng"),
       "title=A;language=ar;language=zh;language=en;"},
      {field("245", "a", "A") + field("029", "b", "N0337527 E"), "title=A;job_number_language=E;"},
      {field("245", "a", "A") + field("091", "a", "LTD") + field("300", "a", "vii, 223 p."),
       "title=A;distribution=Limited;page_count=223;"},
      {field("245", "a", "A") + field("089", "b", "B01"), "title=A;document_type=resolution;"},
      {field("245", "a", "A") + field("991", "b", "7(d)"), "title=A;agenda_item=7(d);"},
      {field("245", "a", "A") + field("993", "a", "A/RES/57/295"), "title=A;[1]A/RES/57/295;"},
  };
  for (const auto& [fields, expected] : cases) EXPECT_EQ(read(xml(fields)), expected) << fields;
}

TEST(Marc, ReadsAllNotations) {
  const std::string expected =
      "E/2003/75;title=Lamps on ferries;document_type=report of the Secretary-General;";
  const std::string head = "<?xml version='1.0'?><marc:collection xmlns:marc='http://m'>";
  const std::string notations[] = {
      iso2709(kLamps),
      head +
          "<marc:record><marc:datafield tag='191'><marc:subfield code='a'>E/2003/75"
          "</marc:subfield></marc:datafield><marc:datafield tag='245'><marc:subfield code='a'>"
          "Lamps on ferries :</marc:subfield><marc:subfield code='b'>report of the "
          "Secretary-General.</marc:subfield></marc:datafield></marc:record></marc:collection>",
      "000__ 01061nam\n001__ L-7\n191__ $$aE/2003/75\n24510 $$aLamps on ferries :$$breport of "
      "the Secretary-General.\n",
      "=LDR  01061nam\r\n=001  L-7\r\n=191  \\\\$aE/2003/75\r\n=245  10$aLamps on ferries "
      ":$breport of the\r\nSecretary-General.\r\n",
  };
  for (const std::string& bytes : notations) {
    EXPECT_TRUE(recognises_marc(bytes)) << bytes;
    EXPECT_FALSE(recognises_marc_records(bytes)) << bytes;
    EXPECT_EQ(read(bytes), expected) << bytes;
  }
}

TEST(Marc, GivesEachRecordAsAMember) {
  const std::string one =
      xml("<controlfield tag='001'>L-7</controlfield>" + field("245", "a", "A"));
  const std::string two = xml(field("245", "a", "B"));
  const std::string lines = "001__ L-7\n191__ $$aE/1\n245__ $$aA\n";
  const std::string files[] = {
      "<!-- x --><c:collection xmlns:c='m'>" + one + two + one + "</c:collection>",
      "<OAI-PMH><ListRecords><record><header/><metadata>" + one + "</metadata></record>" +
          "<record><metadata>" + two + "</metadata></record><record><metadata>" + one +
          "</metadata></record></ListRecords></OAI-PMH>",
      iso2709(kLamps) + "\r\n" + iso2709({kLamps[1], kLamps[2]}) + "\n" + iso2709(kLamps),
      lines + "\n" + "191__ $$aE/2\n245__ $$aB\n" + "\n\n" + lines,
  };
  for (const std::string& file : files) {
    ASSERT_TRUE(recognises_marc_records(file)) << file;
    EXPECT_FALSE(recognises_marc(file)) << file;
    const Members members = unpack_marc(file, 0);
    EXPECT_EQ(members.next, 0U);
    ASSERT_EQ(members.list.size(), 3U) << file;
    EXPECT_EQ(members.list[0].name, "L-7");
    EXPECT_EQ(members.list[1].name, "record 2");
    EXPECT_EQ(members.list[2].name, "record 3");
    for (const Member& member : members.list) {
      EXPECT_TRUE(recognises_marc(member.bytes)) << member.bytes;
      EXPECT_NE(read(member.bytes).find("title="), std::string::npos) << member.bytes;
    }
    const Members rest = unpack_marc(file, 2);
    ASSERT_EQ(rest.list.size(), 1U);
    EXPECT_EQ(rest.list[0].name, "record 3");
  }
}

TEST(Marc, GoesOnWhereItStopped) {
  std::string file = "<collection>";
  for (int i = 0; i < 10'001; ++i) file += xml(field("245", "a", "A"));
  file += "</collection>";
  const Members first = unpack_marc(file, 0);
  EXPECT_EQ(first.list.size(), 10'000U);
  EXPECT_EQ(first.next, 10'000U);
  const Members last = unpack_marc(file, first.next);
  ASSERT_EQ(last.list.size(), 1U);
  EXPECT_EQ(last.list[0].name, "record 10001");
  EXPECT_EQ(last.next, 0U);
}

TEST(Marc, RefusesMoreRecordsThanAFileMayHave) {
  std::string file;
  for (int i = 0; i < 100'001; ++i) file += "=245  $aA\n\n";
  EXPECT_EQ(unpack_marc(file, 80'000).next, 90'000U);
  EXPECT_THROW(unpack_marc(file, 90'001), Error);
}

TEST(Marc, BelievesTheMarksBeforeTheNumbers) {
  const std::string good = iso2709(kLamps);
  EXPECT_EQ(notices(good), "");
  std::string longer = good;
  longer.replace(0, 5, "99999");
  EXPECT_EQ(read(longer), read(good));
  EXPECT_EQ(notices(longer), "record-length ");
  for (const char* entry : {"0019999900000", "0010004zzzzz", "001000000000", "001000399999"}) {
    std::string wrong = good;
    wrong.replace(24, 12, std::string(entry).substr(0, 12));
    EXPECT_EQ(read(wrong), read(good)) << entry;
    EXPECT_NE(notices(wrong).find("record-directory"), std::string::npos) << entry;
  }
  std::string base = good;
  base.replace(12, 5, "00000");
  EXPECT_EQ(read(base), read(good));
}

TEST(Marc, TellsWhatIsCutOffOrNoRecord) {
  const std::string good = iso2709(kLamps);
  const Members members = unpack_marc(good + "garbage\x1D" + good.substr(0, 60), 0);
  ASSERT_EQ(members.list.size(), 3U);
  EXPECT_EQ(members.list[0].reason, "");
  EXPECT_EQ(members.list[1].reason, "a record without a leader");
  EXPECT_NE(members.list[2].reason.find("cut off"), std::string::npos);
  for (const Member& member : members.list) EXPECT_EQ(member.reason.empty(), member.remedy.empty());
  const std::string refused[] = {
      good.substr(0, good.size() - 1),
      "<collection><record><datafield tag='245'/></record></collection>",
      "<collection><record><controlfield tag='001'>1</controlfield>",
      "<!DOCTYPE a [<!ENTITY b 'c'>]>" + xml(field("245", "a", "&b;")),
  };
  for (const std::string& bytes : refused) {
    ASSERT_NE(recognise(bytes, "a"), nullptr) << bytes;
    EXPECT_EQ(recognise(bytes, "a")->name, "marc") << bytes;
    EXPECT_THROW(convert_marc(bytes, "a"), Error) << bytes;
  }
  EXPECT_FALSE(recognises_marc("00100 lamps on 22 ferries in 45001 words \x1E"));
  EXPECT_FALSE(recognises_marc("<record><title>A</title></record>"));
  EXPECT_FALSE(recognises_marc("245 $a lamps\n246 $a ferries\n"));
  EXPECT_FALSE(recognises_marc(""));
}

TEST(Marc, ReadsLatinMarc8) {
  const auto title = [](const std::string& text, char coding = ' ') {
    return read(iso2709({{"245", "10" + subfield('a', text)}}, coding));
  };
  EXPECT_EQ(title("G\xE2"
                  "en\xE8"
                  "ez \xB1\xC1"),
            "title=Gén\u00EBz \u0142\u2113;");
  EXPECT_EQ(title("La\xF2\xE4mp"), "title=La\u1E43\u0303p;");
  EXPECT_EQ(title("H\x1B"
                  "b2\x1Bs"
                  "O"),
            "title=H2O;");
  EXPECT_EQ(title("\x1B(N\x41\x42\x1B(B lamps \x1B)Q\xC1\xC2\x1B)!E \xA2"),
            "title=\uFFFD lamps \uFFFD \u00D8;");
  EXPECT_EQ(title("G\u00E9n\u00E8ve"), "title=Gén\u00E8ve;");  // UTF-8 that says MARC-8
  EXPECT_EQ(title("G\u00E9n\u00E8ve", 'a'), "title=Gén\u00E8ve;");
  const auto codes = [](const std::string& text, char coding) {
    return notices(iso2709({{"245", "10" + subfield('a', text)}}, coding));
  };
  EXPECT_EQ(codes("G\xE2"
                  "en",
                  ' '),
            "");
  EXPECT_EQ(codes("\x1B(NAB lamps", ' '), "broken-characters ");
  EXPECT_EQ(codes("G\u00E9n", ' '), "charset-differs ");
  EXPECT_EQ(codes("G\xE2n lamps", 'a'), "broken-characters ");
}

TEST(Marc, OfALibraryIsReadWhole) {
  UNDEX_NEEDS_SHARED();
  const auto folder = shared_dir() / "corpus" / "real" / "library" / "marcxml-escwa";
  const Members members = unpack_marc(read_file(folder / "new.xml"), 0);
  EXPECT_EQ(members.list.size(), 1713U);
  std::size_t symbols = 0, titles = 0, dates = 0;
  for (const Member& member : members.list) {
    const ConvertedText text = convert_marc(member.bytes, member.name);
    const Masthead& masthead = text.stated->masthead;
    symbols += text.stated->symbol.parts.empty() ? 0U : 1U;
    titles += masthead.find(MastheadItem::title) ? 1U : 0U;
    dates += masthead.find(MastheadItem::date) ? 1U : 0U;
    EXPECT_TRUE(!text.stated->symbol.parts.empty() || masthead.find(MastheadItem::reference));
  }
  EXPECT_GE(symbols, 1594U);
  EXPECT_EQ(titles, 1711U);
  EXPECT_EQ(dates, 1713U);
  EXPECT_EQ(read(read_file(folder / "r.xml")), read(read_file(folder / "r.mrc")));
}

}  // namespace
}  // namespace undex::test
