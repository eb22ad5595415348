// What stands around a symbol, is left out of it or looks like one.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "undex/symbol.h"

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
    line += (line.empty() ? "" : "; ") + match.symbol.text() + match.reissue;
  }
  return line;
}

TEST(ParseSymbol, PutsAsideWhatTheSentenceAdds) {
  const std::vector<Row> rows{{"A/58/568.", "A/58/568"},
                              {"A/58/568;", "A/58/568"},
                              {"(A/58/568)", "A/58/568"},
                              {"(A/58/568).", "A/58/568"},
                              {"\"A/58/568.\"", "A/58/568"},
                              {"'A/58/568'", "A/58/568"},
                              {"<A/58/568>", "A/58/568"},
                              {"[A/58/568]", "A/58/568"},
                              {" \xC2\xAB"
                               "A/58/568\xC2\xBB ",
                               "A/58/568"},
                              {"\xE2\x80\x9C"
                               "a/58/568\xE2\x80\x9D",
                               "A/58/568"},
                              {"(A/80/6 (Sect. 29B))", "A/80/6(Sect.29B)"},
                              {"A/58/16 (Part .II)", "A/58/16(PartII)"},
                              {"A/RES/217(III)", "A/RES/217(III)"},
                              {"UN doc. A/58/568", "A/58/568"},
                              {"document E/2003/75", "E/2003/75"},
                              {"resolution A/RES/57/295", "A/RES/57/295"},
                              {"UNGA resolution 57/295", "A/RES/57/295"},
                              {"UNSC resolution 1325 (2000)", "S/RES/1325(2000)"},
                              {"https://undocs.org/A/58/568", "A/58/568"},
                              {"https://undocs.org/en/A/RES/57/295", "A/RES/57/295"},
                              {"docs.un.org/fr/A/C.1/80/L.20/Rev.1", "A/C.1/80/L.20/Rev.1"}};
  for (const Row& row : rows) EXPECT_EQ(parsed(row.input), row.dump) << row.input;
}

TEST(ParseSymbol, AddsThePointsAndStrokesThatWereLeftOut) {
  const std::vector<Row> rows{{"A/C1/80/L20/Rev1", "A/C.1/80/L.20/Rev.1"},
                              {"e/cn16/2024/2", "E/CN.16/2024/2"},
                              {"A/62/793/Corr1", "A/62/793/Corr.1"},
                              {"E\\2003\\75", "E/2003/75"},
                              {"a res 57 295", "A/RES/57/295"},
                              {"A/RES/217(III)A", "A/RES/217(III)[A]"},
                              {"A/RES/217 (III) A", "A/RES/217(III)[A]"},
                              {"A/RES/217 A (III)", "A/RES/217(III)[A]"},
                              {"A/RES/58/271 A-C", "A/RES/58/271A-C"},
                              {"A/RES/64/288 A and B", "A/RES/64/288A-B"}};
  for (const Row& row : rows) EXPECT_EQ(parsed(row.input), row.dump) << row.input;
}

TEST(ParseSymbol, RefusesHalfOfAWrapping) {
  for (const char* row : {"(A/58/568", "A/58/568)", "[A/58/568)", "\"A/58/568", ".", "()", "\"\"",
                          "(.)", "ARES57295", "A.58.568", "https://undocs.org/", "document ",
                          "http://example.org/A/58/568", "symbol 57/295", "A/58/568 B"}) {
    EXPECT_EQ(parsed(row), "nothing") << row;
  }
}

TEST(FindSymbols, ReadsTheLettersOfAPartWhereverTheyStand) {
  const std::vector<Row> rows{{"A/RES/68/247 A, para. 3", "A/RES/68/247A"},
                              {"A/RES/68/247 A new text", "A/RES/68/247"},
                              {"(A/RES/64/288 A and B)", "A/RES/64/288A-B"},
                              {"A/RES/217(III)A and others", "A/RES/217(III)[A]"},
                              {"A/RES/217 (III) A.", "A/RES/217(III)[A]"},
                              {"A/RES/217 (III) A declaration", "A/RES/217(III)"},
                              {"A/RES/58/271A and B", "A/RES/58/271A"}};
  for (const Row& row : rows) EXPECT_EQ(found(row.input), row.dump) << row.input;
}

TEST(FindSymbols, KeepsTheMarkOfAReissueApart) {
  const std::vector<Row> rows{{"A/76/L.75*", "A/76/L.75*"},
                              {"A/76/L.75** and A/76/L.76.", "A/76/L.75**; A/76/L.76"},
                              {"A/55/75-E/2000/55*, annex", "A/55/75-E/2000/55*"},
                              {"A/62/793* and Corr.1", "A/62/793*; A/62/793/Corr.1"}};
  for (const Row& row : rows) EXPECT_EQ(found(row.input), row.dump) << row.input;
}

TEST(WholeSymbol, NamesTheDocumentThatAPartBelongsTo) {
  const std::vector<Row> rows{{"A/57/6(Sect.27D)", "A/57/6"},
                              {"A/80/6(Sect.24)/Corr.1", "A/80/6"},
                              {"A/62/793/Corr.1(PartI)", "A/62/793/Corr.1"},
                              {"A/54/5(Vol.I)", "A/54/5"},
                              {"E/RES/1733(LIV)", "E/RES/1733(LIV)"},
                              {"A/RES/46/36L", "A/RES/46/36"},
                              {"A/RES/58/271A-C", "A/RES/58/271"},
                              {"A/RES/58/271A/Corr.1", "A/RES/58/271"},
                              {"A/RES/58/271/Corr.1", "A/RES/58/271/Corr.1"},
                              {"A/RES/S-24/2A", "A/RES/S-24/2"},
                              {"A/RES/3411(XXX)[A-B]", "A/RES/3411(XXX)"},
                              {"A/RES/217A(III)", "A/RES/217(III)"},
                              {"A/DEC/61/503A", "A/DEC/61/503"},
                              {"UNEP/EA.4/Res.1", "UNEP/EA.4/Res.1"},
                              {"A/C.5/58/L.1A", "A/C.5/58/L.1A"},
                              {"ICCD/COP(8)/16/Add.1", "ICCD/COP(8)/16/Add.1"},
                              {"TD(XII)/BP/1", "TD(XII)/BP/1"},
                              {"S/RES/1723(2006)", "S/RES/1723(2006)"},
                              {"A/55/75-E/2000/55", "A/55/75-E/2000/55"},
                              {"", ""}};
  for (const Row& row : rows) {
    EXPECT_EQ(whole_symbol(symbol_from_normal_form(row.input)).text(), row.dump) << row.input;
  }
}

TEST(FindSymbols, FindsNothingInEverydayStrokes) {
  const std::vector<std::string> rows{
      // addresses and files
      "https://undocs.org/en/A/58/568", "https://documents.example/doc/UNDOC/GEN/N03/375/27/PDF",
      "http://www.example.org/ga/view_doc.asp?symbol=A/RES/70/1&Lang=E",
      "ods.example.org/Get?Open&DS=A/58/568&Lang=E", "file:///home/user/A/58/568",
      "C:\\docs\\A\\58\\568", "/var/lib/A/58/568/x", "./A/58/568.txt", "A_58_568.pdf",
      "A-58-568.docx", "mail A/58/568@example.org", "~/A/58/568",
      // dates, fractions, times
      "05/06/2003", "2003/05/28", "28/05/03", "31/12/2003 and 1/1/2004", "2002/2003 and 2003/04",
      "1/2, 3/4 and 5/8", "24/7, 365/24/7", "9/11, 7/7 and 3/11", "page 3/12", "GMT/UTC 14/15",
      // informatics
      "TCP/IP, I/O, A/B testing, A/D converter, S/N, E/S", "UN/CEFACT, UN/EDIFACT, OS/2, PL/I",
      "S/MIME, IPX/SPX, CD/DVD, R/W", "ISO/IEC 27001:2013, ISO/IEC 8859/1",
      "ISO/IEC JTC 1/SC 27/WG 1", "ITU-T X.509/2019", "IEEE 802.11a/b/g/n",
      "10.0.0.0/8 and 192.168.0.0/16", "2001:db8::/32", "HTML/4.01 and HTTP/1.1",
      "SOAP/1.2 XML/1.0 A/1.1", "km/h, kg/m3, S/m", "24/12 V A/C 110/220", "A/V equipment 12/24",
      "Q&A/2003/12, R&D/2003/4",
      // words of three languages
      "and/or, his/her, S/he, s/he/they", "et/ou, il/elle, du/de la", "A/ou B, E/ou F", "y/o, A/o",
      "\xD0\xB8/\xD0\xB8\xD0\xBB\xD0\xB8", "S/G, U/S/G, A/S/G", "c/o S/Korea 2003/4", "N/A/2003",
      // telephones, job numbers, sales numbers, books
      "(212) 963 1234/5678", "+1 212/963-1234", "Room S-2925/A", "GE.13-12345",
      "GE.03-14456 (E) 280703", "N0337527 E", "*0337527*", "V.03-85123", "Sales No. E.03.II.D.1",
      "Sales No. E/F.98.XIII.2", "ISBN 92-1-100900-1/ISSN 0251-1234", "doi:10.1000/182/A/58",
      "JEL: F13/O33", "Vol. 12/3, No. 4/5",
      // grades, formats, other people's numbers
      "P-4/5 and G-5/6, D-1/D-2, P/3", "A/3, A/4 and E/5", "influenza A/H5N1, A/Vietnam/1203/2004",
      "A/California/7/2009", "vitamin A/D3 2000/400", "Directive 95/46/EC", "2002/58/EC",
      "OJ L 201/37", "C/2003/75", "B/E/2003/75x", "3A/58/568", "A/58/568foo", "A//58//568",
      // symbols that are none yet, or only the beginning of one
      "E/2004/__", "E/2003/...", "E/2003/\xE2\x80\xA6", "A/C.2/58/L.__", "E/CN.16", "A/RES", "E/WG",
      "A/INF", "S/PV", "A/58/", "E/2003-2004"};
  for (const std::string& row : rows) EXPECT_EQ(found(row), "") << row;
}

}  // namespace
}  // namespace undex
