#include "undex/symbol.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace undex {
namespace {

struct Row {
  std::string input;
  std::string dump;
};

std::string parsed(const std::string& text) {
  const auto symbol = parse_symbol(text);
  return symbol ? symbol->text() : "nothing";
}

std::string found(const std::string& text) {
  std::string line;
  for (const SymbolMatch& match : find_symbols(text)) {
    if (!line.empty()) line += "; ";
    line += match.symbol.text() + " <" + text.substr(match.begin, match.end - match.begin) + ">";
  }
  return line;
}

TEST(ParseSymbol, ReadsWhatPeopleType) {
  const std::vector<Row> rows{
      {"E/2003/75", "E/2003/75"},
      {"  e/2003/75 ", "E/2003/75"},
      {"E 2003 75", "E/2003/75"},
      {"A_58_568", "A/58/568"},
      {"a res 57 295", "A/RES/57/295"},
      {"A c 2 59 l 3 rev 1", "A/C.2/59/L.3/Rev.1"},
      {"E CN 16 2024 2", "E/CN.16/2024/2"},
      {"A/C.2/ 62 / INF/1", "A/C.2/62/INF/1"},
      {"\xD0\x90/58/568", "A/58/568"},                       // Cyrillic A
      {"A/\xCE\x91\xD0\xA1.105/720", "A/AC.105/720"},        // Greek A, Cyrillic S
      {"\xEF\xBC\xA1\xEF\xBC\x8F\x35\x38/568", "A/58/568"},  // full-width A and stroke
      {"A/55/75\xE2\x80\x93"
       "E/2000/55",
       "A/55/75-E/2000/55"},  // en dash
      {"A/55/75 - E/2000/55", "A/55/75-E/2000/55"},
      {"S/RES/1723\xC2\xA0(2006)", "S/RES/1723(2006)"},
      {"s/res/1723 (2006)", "S/RES/1723(2006)"},
      {"E/RES/1733 (LIV)", "E/RES/1733(LIV)"},
      {"A/RES/3411 A and B (XXX)", "A/RES/3411(XXX)[A-B]"},
      {"A/RES/3411(XXX)[A-B]", "A/RES/3411(XXX)[A-B]"},
      {"A/RES/58/271A-C", "A/RES/58/271A-C"},
      {"a/62/793/add.1/corr.2", "A/62/793/Add.1/Corr.2"},
      {"A/76/L.75*", "A/76/L.75"},
      {"A/Res/57/295", "A/RES/57/295"},
      {"UNEP/EA.4/RES.1", "UNEP/EA.4/Res.1"},
      {"e/cn.4/sub.2/2003/12", "E/CN.4/Sub.2/2003/12"},
      {"ICCD/COP(8)/16/Add.1", "ICCD/COP(8)/16/Add.1"},
      {"TD(XII)/BP/1", "TD(XII)/BP/1"},
      {"IDB.29/6", "IDB.29/6"},
      {"CEDAW/C/2009/II/3", "CEDAW/C/2009/II/3"},
      {"A/HRC/22/G/10", "A/HRC/22/G/10"},
      {"A/S-10/2", "A/S-10/2"},
      {"a/80/6 (sect. 29)", "A/80/6(Sect.29)"},
      {"A/80/6 (Income sect. 1)", "A/80/6(IncomeSect.1)"},
      {"A/80/6 (Sect. 24)/Corr.1", "A/80/6(Sect.24)/Corr.1"},
      {"A/CONF.151/26 (Vol. I)", "A/CONF.151/26(Vol.I)"},
      {"S/PV.4072 (Resumption 1)", "S/PV.4072(Resumption1)"},
      {"resolution 57/295", "A/RES/57/295"},
      {"general assembly resolution 57/295", "A/RES/57/295"},
      {"Economic and Social Council resolution 2002/35", "E/RES/2002/35"},
      {"Security Council resolution 1723 (2006)", "S/RES/1723(2006)"},
      {"resolution 217 A (III)", "A/RES/217(III)[A]"}};
  for (const Row& row : rows) EXPECT_EQ(parsed(row.input), row.dump) << row.input;
}

TEST(ParseSymbol, RefusesWhatIsNotOneSymbol) {
  const std::vector<std::string> rows{"",
                                      " ",
                                      "A",
                                      "A/",
                                      "/",
                                      "A/B/C",
                                      "A/RES",
                                      "E/CN.16",
                                      "A/C.2/",
                                      "HIV/AIDS",
                                      "9/11",
                                      "20/20",
                                      "57/295",
                                      "1990/1991",
                                      "and/or",
                                      "G-7/8",
                                      "km/h",
                                      "ODA/2023-00042",
                                      "A/2023-00042",
                                      "A/58/568, para. 11",
                                      "A/62/793 and Corr.1",
                                      "A/58/568 B/59/1",
                                      "WSIS-03/GENEVA/DOC/4",
                                      "03-37527 (E)",
                                      "www.un.org/A/58/568",
                                      "a 2003 report",
                                      "E 2003",
                                      "the resolution",
                                      "A/58/568.pdf",
                                      "A/58/568@un.org",
                                      "A/58/568-",
                                      "A/12345678901/1",
                                      "resolution 9/11"};
  for (const std::string& row : rows) EXPECT_EQ(parsed(row), "nothing") << row;
}

TEST(FindSymbols, ReadsPrintedSymbolsAndTheirTails) {
  const std::vector<Row> rows{
      {"see A/62/793 and Corr.1.", "A/62/793 <A/62/793>; A/62/793/Corr.1 <Corr.1>"},
      {"A/62/793 and add.1", "A/62/793 <A/62/793>; A/62/793/Add.1 <add.1>"},
      {"(A/62/L.30, Add.1 and Corr.1)",
       "A/62/L.30 <A/62/L.30>; A/62/L.30/Add.1 <Add.1>; A/62/L.30/Corr.1 <Corr.1>"},
      {"A/62/1 and Add.1-3",
       "A/62/1 <A/62/1>; A/62/1/Add.1 <Add.1-3>; A/62/1/Add.2 <Add.1-3>; "
       "A/62/1/Add.3 <Add.1-3>"},
      {"A/62/1/Add.1 and 2.", "A/62/1/Add.1 <A/62/1/Add.1>; A/62/1/Add.2 <2>"},
      {"A/62/L.30/Rev.1 and Rev.1/Add.1",
       "A/62/L.30/Rev.1 <A/62/L.30/Rev.1>; A/62/L.30/Rev.1/Add.1 <Rev.1/Add.1>"},
      {"A/C.2/66/SR.2-3", "A/C.2/66/SR.2 <A/C.2/66/SR.2-3>; A/C.2/66/SR.3 <A/C.2/66/SR.2-3>"},
      {"(A/C.2/66/SR.24, 34 and 40)",
       "A/C.2/66/SR.24 <A/C.2/66/SR.24>; A/C.2/66/SR.34 <34>; A/C.2/66/SR.40 <40>"},
      {"A/C.1/62/L.1, L.2 and L.3/Rev.1",
       "A/C.1/62/L.1 <A/C.1/62/L.1>; A/C.1/62/L.2 <L.2>; A/C.1/62/L.3/Rev.1 <L.3/Rev.1>"},
      {"A/62/L.5 and 34 other States", "A/62/L.5 <A/62/L.5>"},
      {"A/59/63-E/2004/55 and Corr.1",
       "A/59/63-E/2004/55 <A/59/63-E/2004/55>; "
       "A/59/63/Corr.1-E/2004/55/Corr.1 <Corr.1>"},
      {"A/58/1 - A/58/30", "A/58/1 <A/58/1>; A/58/30 <A/58/30>"},
      {"E/2003/75Distr.: General", "E/2003/75 <E/2003/75>"},
      {"A/58/568.12 The next", "A/58/568 <A/58/568>"},
      {"documents E/1810 and E/1810/Corr.1.", "E/1810 <E/1810>; E/1810/Corr.1 <E/1810/Corr.1>"},
      {"\xE2\x80\x9C"
       "A/58/568\xE2\x80\x9D",
       "A/58/568 <A/58/568>"},
      {"\xE6\x96\x87\xE4\xBB\xB6"
       "A/58/568\xE5\x8F\xB7",
       "A/58/568 <A/58/568>"}};
  for (const Row& row : rows) EXPECT_EQ(found(row.input), row.dump) << row.input;
}

TEST(FindSymbols, FindsNothingWhereNoSymbolIs) {
  const std::vector<std::string> rows{
      "HIV/AIDS, 9/11, 20/20, G-7/8, 1990/1991 and and/or",
      "ODA/2023-00042/ ICT-Mapping Exercise",
      "This text contains A/B/C and 12345",
      "consultative/coordination",
      "WSIS-03/GENEVA/DOC/4",
      "www.un.org/A/58/568, https://undocs.org/A/58/568",
      "S/he said 120 km/h, 24/7, w/o",
      "influenza A/H1N1",
      "on A/4 paper",
      "S/N 12345",
      "28/5/2003",
      "03-37527 (E)    130603",
      "from 9.30 a.m. to 5.30 p.m. on 30 June-25 July 2003 and 2010-2011",
      "E/CN.16 and A/C.2",
      "symbol=A/58/568",
      "A/58/568@un.org",
      "a/58/568",
      "\xC3\xA9"
      "A/58/568",
      "A/58/568/pdf",
      "T/F, E/E, N/A 2000/2001",
      "A/2023-00042"};
  for (const std::string& row : rows) EXPECT_EQ(found(row), "") << row;
}

TEST(Symbol, OrdersNumbersByValueAndADocumentBeforeItsAddenda) {
  const std::vector<std::string> rows{
      "A/9/1",    "A/58/5",   "A/58/5/Add.1", "A/58/5/Add.2", "A/58/5/Add.10", "A/58/56",
      "A/58/568", "A/78/265", "A/RES/57/3",   "A/RES/57/295", "E/2003/75"};
  for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
    EXPECT_LT(symbol_from_normal_form(rows[i]), symbol_from_normal_form(rows[i + 1])) << rows[i];
    EXPECT_EQ(symbol_from_normal_form(rows[i]), symbol_from_normal_form(rows[i]));
  }
  EXPECT_LT(Symbol{}, symbol_from_normal_form("A/9/1"));
  EXPECT_TRUE(symbol_from_normal_form("A/01/1") != symbol_from_normal_form("A/1/1"));
  EXPECT_TRUE((symbol_from_normal_form("A/01/1") <=> symbol_from_normal_form("A/1/1")) != 0);
}

TEST(Symbol, SplitsAJointNormalFormAndOnlyThat) {
  const auto parts = [](std::string_view text) {
    return symbol_from_normal_form(text).parts.size();
  };
  EXPECT_EQ(parts("A/55/75-E/2000/55"), 2U);
  EXPECT_EQ(parts("DP/FPA/2004/3-E/ICEF/2004/4"), 2U);
  EXPECT_EQ(parts("A/RES/S-13/2"), 1U);
  EXPECT_EQ(parts("A/RES/ES-10/20"), 1U);
  EXPECT_EQ(parts("E/RES/1954(LIX)[A-D]"), 1U);
  EXPECT_EQ(parts("A/RES/58/271A-C"), 1U);
  EXPECT_EQ(parts("E/RES/1915(ORG-75)"), 1U);
  EXPECT_EQ(parts("ICC-ASP/4/32"), 1U);
  EXPECT_EQ(parts(""), 0U);
  EXPECT_TRUE(
      symbol_from_normal_form("A/55/75").names(symbol_from_normal_form("A/55/75-E/2000/55")));
  EXPECT_FALSE(
      symbol_from_normal_form("A/55/7").names(symbol_from_normal_form("A/55/75-E/2000/55")));
}

TEST(Symbol, GivesEachSymbolAFileNameOfItsOwn) {
  EXPECT_EQ(file_name_of(symbol_from_normal_form("A/55/75-E/2000/55")), "A_55_75-E_2000_55");
  std::set<std::string> names;
  const std::vector<std::string> rows{"A/1",
                                      "A_1",
                                      "A/-28",
                                      "A(",
                                      "A/(",
                                      "A_-28",
                                      "A//1",
                                      "A/_1",
                                      "E/RES/1733(LIV)",
                                      "E/RES/1733[LIV]",
                                      ".A/1",
                                      "../A",
                                      "A\xC3\xA9"};
  for (const std::string& row : rows) {
    const std::string name = file_name_of(Symbol{{row}});
    EXPECT_TRUE(names.insert(name).second) << row;
    EXPECT_TRUE(std::ranges::all_of(name, [](char c) {
      return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
             c == '.' || c == '-' || c == '_';
    })) << name;
    EXPECT_NE(name.front(), '.');
  }
}

std::string described(const std::string& part) {
  const SymbolDetails d = describe_symbol(part);
  std::string line = d.organ + " | " + d.body + " " + d.body_name + " | " + d.series + " | " +
                     d.kind + " | " + d.session + " | " + (d.year ? std::to_string(*d.year) : "") +
                     " | " + d.base + " |";
  for (const std::string& modifier : d.modifiers) line += " " + modifier;
  for (const std::string& qualifier : d.qualifiers) line += " (" + qualifier + ")";
  return line;
}

TEST(DescribeSymbol, TellsBodySeriesKindSessionAndYear) {
  const std::string ga = "General Assembly | ";
  const std::string es = "Economic and Social Council | ";
  const std::vector<Row> rows{
      {"A/58/568", ga + "A/ General Assembly | A | document | 58 |  | A/58/568 |"},
      {"A/RES/57/295", ga + "A/ General Assembly | A/RES | resolution | 57 |  | A/RES/57/295 |"},
      {"A/RES/S-13/2", ga + "A/ General Assembly | A/RES | resolution | S-13 |  | A/RES/S-13/2 |"},
      {"A/62/793/Add.1/Corr.2",
       ga + "A/ General Assembly | A | document | 62 |  | A/62/793 | Add.1 Corr.2"},
      {"A/C.1/78/L.60/Rev.1", ga + "A/C.1/ First Committee | A/C.1/L | draft resolution | 78 |  | "
                                   "A/C.1/78/L.60 | Rev.1"},
      {"A/C.2/66/SR.24",
       ga + "A/C.2/ Second Committee | A/C.2/SR | meeting record | 66 |  | A/C.2/66/SR.24 |"},
      {"A/CONF.199/20", ga +
                            "A/CONF.199/ United Nations conference | A/CONF.199 | document |  |  | "
                            "A/CONF.199/20 |"},
      {"A/AC.300/2", ga + "A/AC.300/  | A/AC.300 | document |  |  | A/AC.300/2 |"},
      {"A/HRC/RES/20/8",
       ga + "A/HRC/ Human Rights Council | A/HRC/RES | resolution | 20 |  | A/HRC/RES/20/8 |"},
      {"A/80/6(Sect.29)/Corr.1",
       ga + "A/ General Assembly | A | document | 80 |  | A/80/6(Sect.29) | Corr.1 (Sect.29)"},
      {"E/2003/75", es + "E/ Economic and Social Council | E | document |  | 2003 | E/2003/75 |"},
      {"E/RES/1733(LIV)",
       es + "E/ Economic and Social Council | E/RES | resolution | LIV |  | E/RES/1733(LIV) |"},
      {"E/CN.16/2024/2", es + "E/CN.16/ Commission on Science and Technology for Development | "
                              "E/CN.16 | document |  | 2024 | E/CN.16/2024/2 |"},
      {"S/RES/1723(2006)",
       "Security Council | S/ Security Council | S/RES | resolution |  | 2006 | "
       "S/RES/1723(2006) |"},
      {"S/PRST/2004/27",
       "Security Council | S/ Security Council | S/PRST | presidential statement |"
       "  | 2004 | S/PRST/2004/27 |"},
      {"ST/SGB/2003/5",
       "Secretariat | ST/SGB/ Secretary-General | ST/SGB | administrative issuance "
       "|  | 2003 | ST/SGB/2003/5 |"},
      {"CRC/C/GC/25",
       "Convention on the Rights of the Child | CRC/C/ Committee on the Rights of the "
       "Child | CRC/C/GC | general comment |  |  | CRC/C/GC/25 |"},
      {"JIU/REP/2008/5",
       "Joint Inspection Unit | JIU/ Joint Inspection Unit | JIU/REP | report of "
       "the Joint Inspection Unit |  | 2008 | JIU/REP/2008/5 |"},
      {"T/3200", "Trusteeship Council | T/ Trusteeship Council | T | document |  |  | T/3200 |"},
      {"", " | /  |  | document |  |  |  |"}};
  for (const Row& row : rows) EXPECT_EQ(described(row.input), row.dump) << row.input;
}

TEST(DescribeSymbol, KnowsTheMainCommitteesAndTheWorkingGroupsOnIct) {
  const std::vector<Row> rows{{"A/C.3/79/L.5", "Third Committee"},
                              {"A/C.4/79/1", "Fourth Committee"},
                              {"A/C.5/79/1", "Fifth Committee"},
                              {"A/C.6/79/1", "Sixth Committee"}};
  for (const Row& row : rows) EXPECT_EQ(describe_symbol(row.input).body_name, row.dump);
  for (const char* symbol : {"A/AC.290/2021/CRP.2", "A/AC.291/22", "A/AC.292/2024/2"}) {
    EXPECT_FALSE(describe_symbol(symbol).body_name.empty()) << symbol;
  }
  EXPECT_EQ(describe_symbol("A/AC.292/2024/2").year, 2024);
}

// A hostile paragraph must cost time in proportion to its length; ctest's own limit is the judge.
TEST(FindSymbols, ReadsMegabytesOfStrokesAndDigits) {
  for (const std::string& piece :
       {std::string("A/A/"), std::string("1 067 "), std::string("A/1/"), std::string("A/C.1/1, "),
        std::string("A/1/L.1-9"), std::string("A/62/L.5 and 6, 7 "), std::string("((((")}) {
    std::string text;
    while (text.size() < 2'000'000) text += piece;
    EXPECT_LE(find_symbols(text).size(), text.size());
    EXPECT_EQ(parse_symbol(text), std::nullopt);
  }
}

}  // namespace
}  // namespace undex
