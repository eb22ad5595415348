#include "corpus/citation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support.h"

namespace undex {
namespace {

std::string dumped(const std::string& text, const std::string& organ = {}) {
  std::string line;
  for (const Citation& citation : find_citations(text, organ)) {
    if (!line.empty()) line += "; ";
    line += dump(citation);
  }
  return line;
}

struct Row {
  std::string text;
  std::string dump;
};

struct OrganRow {
  std::string organ;
  std::string text;
  std::string dump;
};

TEST(FindCitations, ReadsPinpointsBeforeAndAfterTheDocument) {
  const std::vector<Row> rows{
      {"(A/55/75-E/2000/55, para. 24 (e))", "[A/55/75 = E/2000/55] para 24 e"},
      {"A/58/568, para.\xC2\xA0"
       "16",
       "[A/58/568] para 16"},
      {"resolution 57/295, para. 3", "[A/RES/57/295] para 3"},
      {"resolution 57/295 of 20 December 2002, annex", "[A/RES/57/295] annex"},
      {"paragraph 4 of General Assembly resolution 57/295", "[A/RES/57/295] para 4"},
      {"paragraphs 15 and 16 of resolution 57/295", "[A/RES/57/295] para 15, para 16"},
      {"By paragraph 46 of the Annex contained in A/78/265", "[A/78/265] annex para 46"},
      {"A/78/265, annex, para. 46", "[A/78/265] annex para 46"},
      {"A/78/265, annex II, sect. B", "[A/78/265] annex II sect B"},
      {"the annex to resolution 46/182", "[A/RES/46/182] annex"},
      {"annex II to resolution 58/269", "[A/RES/58/269] annex II"},
      {"section II of its resolution 60/283", "[A/RES/60/283] sect II"},
      {"section II, paragraph 5, of its resolution 61/244", "[A/RES/61/244] sect II, para 5"},
      {"E/2009/31, chap. I.A, draft resolution I", "[E/2009/31] sect I.A"},
      {"A/62/5, chap. V, sect. B", "[A/62/5] sect V.B"},
      {"A/58/568, paras. 5\xE2\x80\x93"
       "7",
       "[A/58/568] para 5, para 6, para 7"},
      {"A/58/568, paras. 5, 9 (a) and (c)", "[A/58/568] para 5, para 9 a, para 9 c"},
      {"A/58/568, para. 16 (a)-(c)", "[A/58/568] para 16 a, para 16 b, para 16 c"},
      {"A/58/568, paras. 5-900", "[A/58/568] para 5, para 900"},
      {"A/58/568, para. 12 bis", "[A/58/568] para 12 bis"},
      {"preambular paragraph 3 of resolution 70/1", "[A/RES/70/1] pp 3"},
      {"A/58/568, table 2", "[A/58/568] table 2"},
      {"Resolution 2200 A (XXI). annex", "[A/RES/2200(XXI)[A]] annex"},
      {"Sixth Session, Supplement No. 17 (A/56/17), paras. 3 and 4", "[A/56/17] para 3, para 4"},
      {"(A/56/17 and Corr.1), annex II, sect. B", "[A/56/17] annex II sect B; [A/56/17/Corr.1]"},
      {"(A/31/3), chap. III, sect. H, and chap. VII, sect. C", "[A/31/3] sect III.H, sect VII.C"},
      {"(A/31/3), chap. III, and chapter IV of resolution 57/295",
       "[A/31/3] sect III; [A/RES/57/295] sect IV"},
      {"(see A/31/3), para. 3", "[A/31/3]"},
      {"(A/73/12 (Part I) and A/73/12 (Part II)), part II",
       "[A/73/12(PartI)]; [A/73/12(PartII)] sect II"},
      {"A/62/793 and Corr.1, chap. II", "[A/62/793] sect II; [A/62/793/Corr.1]"},
      {"A/62/793 and Add.1-3, para. 4",
       "[A/62/793] para 4; [A/62/793/Add.1]; [A/62/793/Add.2]; [A/62/793/Add.3]"},
      {"A/C.2/66/SR.24 and 34, para. 4", "[A/C.2/66/SR.24]; [A/C.2/66/SR.34] para 4"},
      {"(A/62/793 and A/62/793/Corr.1), para. 4", "[A/62/793] para 4; [A/62/793/Corr.1]"},
      {"A/62/793 and A/62/800, para. 4", "[A/62/793]; [A/62/800] para 4"},
      {"(A/31/3), paragraph 5 of resolution 57/295", "[A/31/3]; [A/RES/57/295] para 5"},
      {"Resolutions 52/214, sect. C, para. 3; 55/222, sect. III; 57/283 B, sect. II, and 58/250",
       "[A/RES/52/214] sect C, para 3; [A/RES/55/222] sect III; [A/RES/57/283B] sect II; "
       "[A/RES/58/250]"},
      {"resolutions 59/39, para. 9, and 65/21, para. 18; and 66/3",
       "[A/RES/59/39] para 9; [A/RES/65/21] para 18; [A/RES/66/3]"},
      {"paragraph 10 of the report of the Secretary-General (A/58/568)", "[A/58/568] para 10"},
      {"resolution 57/295 of 20 December 2002, in particular paragraph 9 thereof",
       "[A/RES/57/295] para 9"},
      {"resolution 57/295 and in particular its paragraphs 2 and 3",
       "[A/RES/57/295] para 2, para 3"},
      {"resolution 57/295, especially section VII thereof", "[A/RES/57/295] sect VII"},
      {"resolution 57/295, including paragraph 5 above", "[A/RES/57/295]"},
      {"resolution 57/295, including paragraph 5 of the Charter", "[A/RES/57/295]"},
      {"resolution 57/295, in particular paragraph 5 of resolution 58/1",
       "[A/RES/57/295]; [A/RES/58/1] para 5"},
      {"OP 1 of resolution 75/240", "[A/RES/75/240] para 1"},
      {"A/RES/75/240, OP1, and A/RES/76/19, PP 3", "[A/RES/75/240] para 1; [A/RES/76/19] pp 3"},
      {"A/58/568, pp. 3-5", "[A/58/568]"},
      {"resolution 57/295, section II of its resolution 60/283",
       "[A/RES/57/295]; [A/RES/60/283] sect II"},
      {"paragraph 7 of resolution 1897 (2009), paragraph 9 \nof resolution 2020 (2011)",
       "[S/RES/1897(2009)] para 7; [S/RES/2020(2011)] para 9"},
      {"A/58/568. Paragraph 3 speaks of others", "[A/58/568]"},
      {"paragraph 3 above and resolution 70/1", "[A/RES/70/1]"},
      {"A/63/648/Add.3, draft res. III", "[A/63/648/Add.3]"},
      {"A/58/568, para. 57/295", "[A/58/568]"}};
  for (const Row& row : rows) EXPECT_EQ(dumped(row.text), row.dump) << row.text;
}

TEST(FindCitations, FindsTheBodyOfAResolutionInWords) {
  const std::string ga = "General Assembly";
  const std::string es = "Economic and Social Council";
  const std::string hrc = "Human Rights Council";
  const std::vector<OrganRow> rows{
      {"", "its resolution 2002/35 of 26 July 2002", "[E/RES/2002/35]"},
      {es, "Council resolution 2002/35", "[E/RES/2002/35]"},
      {"", "resolution 2002/35 of the Economic and Social Council", "[E/RES/2002/35]"},
      {"", "Commission on Human Rights resolution 2005/69", "[E/CN.4/RES/2005/69]"},
      {es, "Assembly resolution 57/295", "[A/RES/57/295]"},
      {hrc, "its resolution 20/8", "[A/HRC/RES/20/8]"},
      {hrc, "General Assembly resolutions 48/141 and 60/251", "[A/RES/48/141]; [A/RES/60/251]"},
      {ga, "Human Rights Council resolution 44/12", "[A/HRC/RES/44/12]"},
      {ga, "Council resolutions 20/8 of 5 July 2012, 26/13 of 26 June 2014 and 32/13",
       "[A/HRC/RES/20/8]; [A/HRC/RES/26/13]; [A/HRC/RES/32/13]"},
      {ga, "the texts of the Human Rights Council, such as resolution 51/10 of 6 October 2022",
       "[A/HRC/RES/51/10]"},
      {ga, "the Human Rights Council and resolution 51/10 of 8 November 1996", "[A/RES/51/10]"},
      {ga, "By its resolution 39/2 on other matters, the Human Rights Council asked",
       "[A/HRC/RES/39/2]"},
      {"", "In its resolution 39/2, the Human Rights Council asked", "[A/HRC/RES/39/2]"},
      {"", "resolution 60/251 of 15 March 2006, which set up the Human Rights Council",
       "[A/RES/60/251]"},
      {es, "In its resolution 2023/3 of 7 June 2023, the Statistical Commission was asked",
       "[E/RES/2023/3]"},
      {"", "General Assembly and Economic and Social Council resolutions 60/1 and 2006/46",
       "[A/RES/60/1]; [E/RES/2006/46]"},
      {"", "resolution 1723 (2006) of the Security Council", "[S/RES/1723(2006)]"},
      {ga, "Council resolution 1373(2001)", "[S/RES/1373(2001)]"},
      {"", "resolution 1733 (LIV)", "[E/RES/1733(LIV)]"},
      {"", "resolution 2297 (XXII)", "[A/RES/2297(XXII)]"},
      {"", "Economic and Social Council resolution 26 (IV)", "[E/RES/26(IV)]"},
      {"", "resolutions 217 A (III) and 2200 A (XXI), annex",
       "[A/RES/217(III)[A]]; [A/RES/2200(XXI)[A]] annex"},
      {"", "resolution S-25/2 and resolution ES-10/20", "[A/RES/S-25/2]; [A/RES/ES-10/20]"},
      {hrc, "resolution S-9/1", "[A/HRC/RES/S-9/1]"},
      {"", "its decision 2006/252 and Assembly decision 77/512",
       "[E/DEC/2006/252]; [A/DEC/77/512]"},
      {"", "UNEA resolution 5/8", "[UNEP/EA.5/Res.8]"},
      {"", "its resolutions 68/248 A and C", "[A/RES/68/248A]; [A/RES/68/248C]"},
      {"", "resolutions 33/115 A, B and D and 34/181",
       "[A/RES/33/115A]; [A/RES/33/115B]; [A/RES/33/115D]; [A/RES/34/181]"},
      {ga, "Industrial Development Board resolution 1 (I)", ""},
      {"", "resolution 11 (c) of the statute", ""},  // A/80/6 (Sect. 31): a point, no session
      {ga, "Commission on Human Rights resolution 35 (XXXVII)", ""},
      {es, "In its decision 2006/101, the Commission reaffirmed its theme", ""},
      {es, "As endorsed by the Council in its resolution 1995/55, the Commission was called upon",
       "[E/RES/1995/55]"},
      {es, "In its decision 2006/252, the Council reaffirmed its theme", "[E/DEC/2006/252]"},
      {ga, "The Sixth United Nations Congress on Crime, in its resolution 46/3, held so", ""},
      {ga, "resolution 134/80", ""},
      {"United Nations Human Settlements Programme", "Governing Council resolution 20/8", ""},
      {ga, "Executive Board decision 2015/12 and Advisory Committee decision 9/1", ""},
      {"United Nations Environment Assembly", "the Parties to the treaty and its decision 14/5",
       ""},
      {ga, "the Commission on Crime in Council decision 1995/201", "[E/DEC/1995/201]"},
      {ga,
       "the adoption of resolution 2000/22 of 18 August 2000, on talks, by the Subcommission on "
       "the Promotion and Protection of Human Rights",
       ""},
      {ga, "resolution 5/8 of 2 March 2022 on nature, adopted by the Environment Assembly",
       "[UNEP/EA.5/Res.8]"},
      {"", "relevant General Assembly resolutions on reform, including 78/205;", "[A/RES/78/205]"},
      {hrc,
       "texts of the General Assembly, including resolutions 75/175 and 77/223, by the "
       "Commission on Human Rights",
       "[A/RES/75/175]; [A/RES/77/223]"},
      {"", "r\xC3\xA9solution 57/295; la resoluci\xC3\xB3n 58/1", "[A/RES/57/295]; [A/RES/58/1]"},
      {"",
       "resolutions 70/1 of 25 September 2015, entitled \xE2\x80\x9CSome title\xE2\x80\x9D, and "
       "70/125 of 16 December 2015",
       "[A/RES/70/1]; [A/RES/70/125]"},
      {"", "Resolutions 56/183, 57/238 and 59/220.",
       "[A/RES/56/183]; [A/RES/57/238]; [A/RES/59/220]"},
      {ga,
       "resolutions 60/50, 61/60 and 62/70, of 8 December 2005, 6 December 2006 and 5 December "
       "2007 respectively",
       "[A/RES/60/50]; [A/RES/61/60]; [A/RES/62/70]"},
      {ga, "its resolutions 60/50 and 61/60 of 8 December 2005 and 6 December 2006",
       "[A/RES/60/50]; [A/RES/61/60]"},
      {ga, "Resolutions 64/1 to 64/5, and decisions 64/501\u201364/503.",
       "[A/RES/64/1]; [A/RES/64/5]; [A/DEC/64/501]; [A/DEC/64/503]"},
      {ga, "resolutions 64/10-64/12; resolution 64/10-12; resolution 2004-05/12",
       "[A/RES/64/10]; [A/RES/64/12]"},
      {"", "the statement (PRST/2006/28) and PRST/43/1", "[S/PRST/2006/28]"},
      {"", "resolution 57/295 (A/RES/57/295)", "[A/RES/57/295]; [A/RES/57/295]"}};
  for (const OrganRow& row : rows) EXPECT_EQ(dumped(row.text, row.organ), row.dump) << row.text;
}

TEST(FindCitations, CitesNothingWhereNothingTellsTheDocument) {
  const std::vector<std::string> rows{
      "HIV/AIDS, 9/11, 20/20, G-7/8, 1990/1991, 24/7 and and/or",
      "resolution 1990/1991",
      "a screen resolution of 1024/768",
      "resolution 1024/768",
      "resolution 20/8",  // below the sessions of the Assembly that count so
      "Commission on Narcotic Drugs resolution 51/12",
      "Governing Council of the United Nations Environment Programme decision 25/4",
      "Conference resolution 5/4 and Board decision 2015/12",
      "decision 27/2",
      "decision 2006/12",
      "the resolution of 5 May 2003, 12/10/2003",
      "paragraphs 15 and 16 above",
      "ODA/2023-00042",
      "resolution",
      "resolution 57/",
      "resolution 057/295"};
  for (const std::string& row : rows) EXPECT_EQ(dumped(row), "") << row;
}

TEST(FindCitations, CutsTheVeryWordsWhateverSignsTheyAreWrittenWith) {
  const std::string nbsp = "\xC2\xA0";
  const std::string shy = "\xC2\xAD";
  const std::string dash = "\xE2\x80\x93";
  struct Cut {
    std::string before, words, after, dump;
  };
  const std::vector<Cut> rows{
      // letters of two, three and four bytes before it
      {"R\xC3\xA9union \xE6\x96\x87\xE4\xBB\xB6 \xF0\x9F\x93\x84 (", "A/58/568", ")", "[A/58/568]"},
      {"\xD0\x94\xD0\xBE\xD0\xBA. ", "resolution" + nbsp + "57/295", ".", "[A/RES/57/295]"},
      {"see" + nbsp, "A/55/75" + dash + "E/2000/55",
       "," + nbsp + "para." + nbsp + "24" + nbsp + "(e)", "[A/55/75 = E/2000/55] para 24 e"},
      // soft hyphens inside the words and the number
      {"the ", "General Assem" + shy + "bly resolu" + shy + "tion 57/" + shy + "295", " of",
       "[A/RES/57/295]"},
      {"(", "A/58/" + shy + "568", shy + ")", "[A/58/568]"},
      {"paras. 3" + dash + "5 of ", "its" + nbsp + "resolution" + nbsp + "57/295", "",
       "[A/RES/57/295] para 3, para 4, para 5"},
      {"\xE2\x80\x9C", "Council" + nbsp + "resolution 1373" + nbsp + "(2001)", "\xE2\x80\x9D",
       "[S/RES/1373(2001)]"},
      {"A/62/793 and ", "Corr." + nbsp + "1", "", "[A/62/793/Corr.1]"},
      {"\xEF\xBB\xBF", "A/58/568", "", "[A/58/568]"},
      // a look-alike letter: Cyrillic A, and a full-width stroke
      {"\xD0\xB4\xD0\xBE\xD0\xBA. ",
       "\xD0\x90\xEF\xBC\x8F"
       "58/568",
       "", "[A/58/568]"}};
  for (const Cut& row : rows) {
    const std::string text = row.before + row.words + row.after;
    const std::vector<Citation> citations = find_citations(text);
    ASSERT_FALSE(citations.empty()) << text;
    const Citation& last = citations.back();
    EXPECT_EQ(text.substr(last.begin, last.end - last.begin), row.words) << text;
    EXPECT_EQ(dump(last), row.dump) << text;
  }
}

TEST(FindCitations, GivesOffsetsInBytesOfTheSource) {
  const std::string text =
      "\xE2\x80\x9CIts\xC2\xA0resolution\xC2\xA0"
      "57/295\xE2\x80\x9D, A/68/65\xE2\x80\x93"
      "E/2013/11";
  const std::vector<Citation> citations = find_citations(text);
  ASSERT_EQ(citations.size(), 2U);
  const auto words = [&](const Citation& c) { return text.substr(c.begin, c.end - c.begin); };
  EXPECT_EQ(words(citations[0]),
            "Its\xC2\xA0resolution\xC2\xA0"
            "57/295");
  EXPECT_EQ(words(citations[1]),
            "A/68/65\xE2\x80\x93"
            "E/2013/11");
}

TEST(FindCitations, NamesASupplementWhereItsNumberTellsTheSymbol) {
  const std::string ga = "Official Records of the General Assembly, ";
  const std::string es = "Official Records of the Economic and Social Council, ";
  const std::vector<Row> rows{
      {ga + "Sixty-fourth Session, Supplement No. 3", "[A/64/3]"},
      {ga + "Fortieth session, Supplement No. 12, para. 4", "[A/40/12] para 4"},
      {ga + "Sixty-fourth Session, Supplement No. 3 (A/64/3/Rev.1)", "[A/64/3/Rev.1]"},
      {ga + "Fifty-ninth Session, Supplement No. 53 and corrigendum (A/59/53 and Corr.1)",
       "[A/59/53]; [A/59/53/Corr.1]"},
      {es + "2009, Supplement No. 1", "[E/2009/99]"},
      {es + "2009, Supplement No. 11, chap. I", "[E/2009/31] sect I"},
      {es + "2009, Supplement No. 11; see also E/2009/50", "[E/2009/31]; [E/2009/50]"},
      // counted otherwise, or not known to be counted so
      {ga + "Twenty-fourth Session, Supplement No. 3", ""},
      {ga + "Tenth Special Session, Supplement No. 4", ""},
      {ga + "Seventy-first Session, Supplement No. 53A", ""},
      {ga + "Umpteenth Session, Supplement No. 4", ""},
      {es + "1985, Supplement No. 2", ""},
      {es + "1997, Supplement No. 1", ""},
      {es + "2009, Supplement No. 90", ""},
      {"Official Records of the Security Council, 2009, Supplement No. 1", ""},
      {"the Yearbook, 2009, Supplement No. 1", ""}};
  for (const Row& row : rows) EXPECT_EQ(dumped(row.text), row.dump) << row.text;
}

TEST(FindCitations, SaysWhichRuleFoundIt) {
  const std::vector<Row> rows{
      {"Official Records of the General Assembly, Sixtieth Session, Supplement No. 3",
       "supplement"},
      {"A/62/793 and Corr.1", "symbol; tail of a symbol"},
      {"A/C.2/66/SR.24, 34 and 40", "symbol; tail of a symbol; tail of a symbol"},
      {"its resolution 57/295 and decision 77/512", "resolution in words; decision in words"},
      {"resolution 57/295 (A/RES/57/295)", "resolution in words; symbol"}};
  for (const Row& row : rows) {
    std::string rules;
    for (const Citation& citation : find_citations(row.text))
      rules.append(rules.empty() ? "" : "; ").append(citation.rule);
    EXPECT_EQ(rules, row.dump) << row.text;
  }
}

TEST(FindCitations, SaysWhatItRefusedAndWhy) {
  const std::vector<Row> rows{
      {"03-37527 (E)    130603", "03-37527: a job number"},
      {"Ref.: ODA/2023-00042/Mapping", "ODA/2023-00042/Mapping: a reference of another office"},
      {"on 12/10/2003, in 1990/1991 and 2002/03",
       "12/10/2003: a date; 1990/1991: a span of years; 2002/03: a span of years"},
      {"HIV/AIDS and/or 24/7",
       "HIV/AIDS: words with a stroke; 24/7: no word says of what this is the number"},
      {"see https://example.org/A/58/568.", "https://example.org/A/58/568: an address"},
      {"document E/CN.16 and paper A/B/C",
       "E/CN.16: begins like a symbol and is none; A/B/C: words with a stroke"},
      {"Commission on Narcotic Drugs resolution 51/12",
       "Commission on Narcotic Drugs resolution 51/12: the body named has no rule for a symbol"},
      {"decision 27/2", "decision 27/2: no body is named and the shape tells none"},
      {"Commission on the Status of Women resolution 49/7 and resolution 57/295, A/58/568",
       "Commission on the Status of Women resolution 49/7: the body named has no rule for a "
       "symbol"},
      {"A/58/568 and resolution 57/295", ""}};
  for (const Row& row : rows) {
    std::vector<RefusedCitation> refused;
    const std::vector<Citation> citations = find_citations(row.text, {}, &refused);
    std::string line;
    for (const RefusedCitation& one : refused) {
      line += (line.empty() ? "" : "; ") + row.text.substr(one.begin, one.end - one.begin) + ": ";
      line += one.reason;
    }
    EXPECT_EQ(line, row.dump);
    EXPECT_EQ(citations, find_citations(row.text));
  }
}

TEST(CitationNote, IsTheTextNoteOfTheEditorialManual) {
  const Symbol symbol{{"A/58/568"}};
  EXPECT_EQ(
      citation_note(
          symbol,
          Locator{.part = {}, .place = Locator::Place::paragraph, .number = "24", .points = {"e"}}),
      "(A/58/568, para. 24 (e))");
  EXPECT_EQ(citation_note(symbol, Locator{}), "(A/58/568)");
}

// The gold names the whole budget for a fascicle, "A/57/6 (Sect. 27D)", and keeps the asterisk of a
// reissue, "A/76/L.75*".
std::string gold_form(const Citation& citation) {
  const bool fascicle = !describe_symbol(citation.cited.parts.front()).qualifiers.empty();
  const Symbol cited = fascicle ? whole_symbol(citation.cited) : citation.cited;
  std::string line = cited.text() + citation.reissue;
  std::string_view mark = "|";
  for (const Locator& locator : citation.pinpoints) {
    line.append(mark).append(locator.citation());
    mark = " and ";
  }
  return line;
}

TEST(FindCitations, ReadsEveryCaseOfTheGoldTable) {
  UNDEX_NEEDS_SHARED();
  std::istringstream table(test::read_file(test::shared_dir() / "gold" / "citation_cases.tsv"));
  std::string line;
  std::getline(table, line);
  std::size_t rows = 0;
  while (std::getline(table, line)) {
    const std::size_t tab = line.find('\t');
    const std::string input = line.substr(0, tab);
    const std::string expected = line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1);
    std::string actual;
    for (const Citation& citation : find_citations(input)) {
      actual += (actual.empty() ? "" : ";") + gold_form(citation);
    }
    EXPECT_EQ(actual, expected) << input;
    ++rows;
  }
  EXPECT_EQ(rows, 64U);
}

TEST(FindCitations, ReadsMegabytesOfHostileText) {
  for (const std::string& piece :
       {std::string("A/A/A/"), std::string("1 067 067 "), std::string("resolution "),
        std::string("resolution 70/1 "), std::string("70/1, "), std::string("General Assembly "),
        std::string("paragraph 1 of "), std::string("para. 1, annex, "), std::string("A/70/1, "),
        std::string("its Council resolutions 1 (2001), "), std::string("(a) (b) and "),
        std::string("paragraphs 1 to 50, "), std::string("chap. I, and chap. II, "),
        std::string("Supplement No. 1 "), std::string("Official Records of the General Assembly, "),
        std::string("adoption of resolution 1/1 by the "), std::string("(A/70/1), annex, ")}) {
    std::string text = "resolutions 70/1, ";
    while (text.size() < 1'000'000) text += piece;
    std::vector<RefusedCitation> refused;
    const std::vector<Citation> citations = find_citations(text, "General Assembly", &refused);
    ASSERT_FALSE(citations.empty()) << piece;
    EXPECT_EQ(citations.front().cited.text(), "A/RES/70/1") << piece;
    std::size_t before = 0;
    for (const Citation& citation : citations) {
      ASSERT_GE(citation.begin, before) << piece;
      ASSERT_LT(citation.begin, citation.end) << piece;
      before = citation.begin;
    }
    for (const RefusedCitation& one : refused) ASSERT_LE(one.end, text.size()) << piece;
  }
}

}  // namespace
}  // namespace undex
