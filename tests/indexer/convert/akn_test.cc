#include "indexer/convert/akn/akn.h"

#include <gtest/gtest.h>

#include <string>

#include "indexer/convert/formats.h"
#include "tests/indexer/convert/dump.h"
#include "undex/error.h"

namespace undex::test {
namespace {

/// A document of another maker around this body.
std::string akn(const std::string& inside) {
  return "<?xml version='1.0'?>\n<akomaNtoso xmlns='http://www.akomantoso.org/2.0'><doc>" + inside +
         "</doc></akomaNtoso>";
}

std::string read(const std::string& inside) { return dump(convert_akn(akn(inside), "a.xml")); }

struct Case {
  const char* inside;
  const char* expected;
};

TEST(Akn, ReadsNumbersHeadingsAndPoints) {
  const Case cases[] = {
      {"<mainBody><section><num>II.</num><heading>Lamps</heading><paragraph><num>18.</num>"
       "<content><p>Oil  is\n scarce.</p></content></paragraph></section></mainBody>",
       "heading/0 [II.] Lamps\n[18.] Oil is scarce.\n"},
      {"<mainBody><paragraph><num>1.</num><intro><p>Lamps:</p></intro><point><num>(a)</num>"
       "<content><p>oil;</p></content></point><point><num>(b)</num><content><p>gas.</p>"
       "</content></point><wrapUp><p>and so on</p></wrapUp></paragraph></mainBody>",
       "[1.] Lamps:\n[(a)] oil;\n[(b)] gas.\nand so on\n"},
      {"<body><article><num>Article 3</num><heading>Light</heading><paragraph><num>1</num>"
       "<content><p>One.</p></content></paragraph></article></body>",
       "heading/0 [Article 3] Light\n[1] One.\n"},
      {"<mainBody><section><num>A.</num><paragraph><content><p>One.</p></content></paragraph>"
       "</section></mainBody>",
       "heading/0 A.\nOne.\n"},
      {"<mainBody><paragraph><num>7.</num><heading>Ferries</heading><content><p>They run.</p>"
       "</content></paragraph></mainBody>",
       "heading/0 Ferries\n[7.] They run.\n"},
      {"<mainBody><blockList><listIntroduction>Lamps:</listIntroduction><item><num>(i)</num>"
       "<p>oil</p></item></blockList></mainBody>",
       "Lamps:\n[(i)] oil\n"},
      {"<mainBody><container name='x'><p>One <b>la</b>mp<eol/>two</p></container></mainBody>",
       "One lamp\\ntwo\n"},
      {"<mainBody><p><b>All</b> <i>words</i></p></mainBody>", "All words\n"},
      {"<mainBody><unheard>Of this</unheard><odd><p>and this</p></odd></mainBody>",
       "Of this\nand this\n"},
      {"<meta><p>no</p></meta><mainBody><toc><tocItem>no</tocItem></toc><p>yes</p></mainBody>",
       "yes\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(read(c.inside), c.expected) << c.inside;
}

TEST(Akn, TakesNotesOutOfTheText) {
  const Case cases[] = {
      {"<mainBody><p>Oil<authorialNote marker='12'><p>See A/1.</p></authorialNote> burns.</p>"
       "</mainBody>",
       "Oil{12} burns.\nfootnote [12] See A/1.\n"},
      {"<mainBody><p>Oil<authorialNote>See A/1.</authorialNote></p><p>gas<authorialNote>two"
       "</authorialNote></p></mainBody>",
       "Oil{1}\nfootnote [1] See A/1.\ngas{2}\nfootnote [2] two\n"},
      {"<mainBody><p>Oil<noteRef href='#n' marker='*'/></p><hcontainer name='footnote'>"
       "<num>*</num><content><p>See A/1.</p></content></hcontainer></mainBody>",
       "Oil{*}\nfootnote [*] See A/1.\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(read(c.inside), c.expected) << c.inside;
}

TEST(Akn, ReadsTablesByRow) {
  EXPECT_EQ(read("<mainBody><tblock><table><caption>Table 1</caption><tr><th><p>Year</p></th>"
                 "<th><p>Lamps</p></th></tr><tr><td><p>2003</p></td><td><p>1</p><p>067</p></td>"
                 "</tr></table></tblock></mainBody>"),
            "Table 1\nrow! Year | Lamps\nrow 2003 | 1\\n067\n");
}

/// "item=normal" for each value that the document names.
std::string named(const std::string& inside) {
  std::string values;
  const ConvertedText text = convert_akn(akn(inside), "a.xml");
  for (const MastheadEntry& entry : text.named.entries)
    values += std::string(name_of(entry.item)) + "=" + entry.value.normal + ";";
  return values;
}

TEST(Akn, NamesSymbolDateAndTitle) {
  const std::string meta =
      "<meta><identification><FRBRWork><FRBRalias name='symbol' value='A/68/65'/>"
      "<FRBRalias name='symbol' value='E/2013/11'/><FRBRdate date='2013-03-04'/>"
      "<FRBRnumber value='x' showAs='A/68/65'/></FRBRWork><FRBRExpression>"
      "<FRBRlanguage language='eng'/></FRBRExpression></identification></meta>";
  const Case cases[] = {
      {"<p>a</p>", "symbol=A/68/65;symbol=E/2013/11;date=2013-03-04;"},
      {"<preface><p><docNumber>E/2003/75</docNumber> of <docDate date='2003-05-28'>28 May"
       "</docDate></p><p><docTitle>On  lamps</docTitle></p></preface>",
       "symbol=E/2003/75;date=2003-05-28;title=On lamps;"},
      {"<preface><p><docNumber>Bill 12</docNumber></p></preface>",
       "symbol=A/68/65;symbol=E/2013/11;date=2013-03-04;"},
  };
  for (const Case& c : cases) EXPECT_EQ(named(meta + c.inside), c.expected) << c.inside;
  EXPECT_EQ(named("<meta><FRBRWork><FRBRnumber showAs='ODA/2023-00042'/><FRBRdate "
                  "date='0001-01-01'/></FRBRWork></meta><p>a</p>"),
            "");
  EXPECT_EQ(convert_akn(akn(meta + "<p>a</p>"), "a").language, "en");
}

TEST(Akn, IsToldByItsRoot) {
  EXPECT_TRUE(recognises_akn(akn("<p>a</p>")));
  EXPECT_TRUE(recognises_akn("\xEF\xBB\xBF<!-- x --><an:akomaNtoso xmlns:an='a'/>"));
  EXPECT_FALSE(recognises_akn("<doc>akomaNtoso</doc>"));
  EXPECT_FALSE(recognises_akn("akomaNtoso"));
  ASSERT_NE(recognise(akn("<p>a</p>"), "a.xml"), nullptr);
  EXPECT_EQ(recognise(akn("<p>a</p>"), "a.xml")->name, "akn");
}

std::string fault_of(const std::string& bytes) {
  try {
    convert(bytes, "a.xml");
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::check);
    EXPECT_FALSE(error.hint.empty());
    return error.what();
  }
  return "none";
}

TEST(Akn, RefusesWhatWouldHarm) {
  std::string nested, attributes;
  for (int i = 0; i < 300; ++i) nested = "<container>" + nested + "</container>";
  for (int i = 0; i < 200'000; ++i) attributes += " a" + std::to_string(i) + "=''";
  const std::pair<std::string, const char*> cases[] = {
      {"<!DOCTYPE akomaNtoso [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><akomaNtoso>&b;</akomaNtoso>",
       "'a.xml' line 1: a DOCTYPE is not accepted"},
      {akn(nested), "nested deeper than 256"},
      {akn("<p" + attributes + ">x</p>"), "more than 10,000 attributes"},
      {akn("<p>x"), "'a.xml' line 2: "},
      {akn("<p>&unknown;</p>"), "Entity 'unknown' not defined"},
      {akn("<mainBody/>"), "no text"},
  };
  for (const auto& [bytes, fault] : cases)
    EXPECT_NE(fault_of(bytes).find(fault), std::string::npos) << fault_of(bytes);
}

}  // namespace
}  // namespace undex::test
