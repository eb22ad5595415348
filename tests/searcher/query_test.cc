// What the query language reads, and what it refuses; what words are taken to mean is another
// matter (meaning_test.cc).
#include "searcher/query/query.h"

#include <gtest/gtest.h>

#include "tests/searcher/query_tree.h"
#include "undex/search.h"

namespace undex {
namespace {

struct Case {
  std::string query;
  std::string tree;
};

class Reads : public testing::TestWithParam<Case> {};

TEST_P(Reads, AsItsTree) { EXPECT_EQ(dump(parse_query(GetParam().query)), GetParam().tree); }

INSTANTIATE_TEST_SUITE_P(
    Words, Reads,
    testing::Values(
        Case{"", "(all)"}, Case{"  \t ", "(all)"}, Case{"Delegates", "(text delegates)"},
        Case{"Delegates year:2002..2009", "(and (text delegates) (range year 2002 2009))"},
        Case{"a b c", "(and (text a) (text b) (text c))"},
        Case{"alpha AND beta", "(and (text alpha) (text beta))"},
        Case{"alpha OR beta gamma", "(or (text alpha) (and (text beta) (text gamma)))"},
        Case{"(alpha OR beta) gamma", "(and (or (text alpha) (text beta)) (text gamma))"},
        Case{"alpha NOT beta", "(and (text alpha) (not (text beta)))"},
        Case{"alpha AND NOT beta", "(and (text alpha) (not (text beta)))"},
        Case{"alpha -beta", "(and (text alpha) (not (text beta)))"},
        Case{"-beta", "(not (text beta))"},
        Case{"-(alpha beta)", "(not (and (text alpha) (text beta)))"},
        Case{"-\"alpha beta\"", "(not (phrase \"alpha beta\"))"},
        Case{"alpha and beta", "(and (text alpha) (text and) (text beta))"},
        Case{"\"alpha beta\"", "(phrase \"alpha beta\")"}, Case{"=alpha", "(exact alpha)"},
        Case{"=\"alpha beta\"", "(exact-phrase \"alpha beta\")"}, Case{"\"AND\"", "(phrase and)"},
        Case{"HIV/AIDS", "(text hiv/aids)"},
        Case{"alpha ... beta", "(and (text alpha) (text beta))"},
        Case{"alpha - beta", "(and (text alpha) (text beta))"},
        Case{"alpha + beta", "(and (text alpha) (text beta))"},
        Case{"alpha\u00a0OR\u3000beta", "(or (text alpha) (text beta))"},
        Case{"\u2003alpha\u00a0", "(text alpha)"}, Case{"1\u00a0067", "(text \"1 067\")"},
        Case{"\u201calpha\u201dOR\u00abbeta\u00bb", "(or (phrase alpha) (phrase beta))"},
        Case{"what is alpha?", "(and (text what) (text is) (text alpha?))"}));

INSTANTIATE_TEST_SUITE_P(
    Symbols, Reads,
    testing::Values(
        Case{"E/2003/75", "(symbol E/2003/75)"}, Case{"e/2003/75", "(symbol E/2003/75)"},
        Case{"E 2003 75", "(symbol E/2003/75)"}, Case{"A/RES/57/295", "(symbol A/RES/57/295)"},
        Case{"resolution 57/295", "(symbol A/RES/57/295)"},
        Case{"A/55/75-E/2000/55", "(symbol A/55/75-E/2000/55)"},
        Case{"A/58/568, para. 11", "(symbol A/58/568 11)"},
        Case{"A/58/568#18", "(symbol A/58/568 18)"},
        Case{"A/58/568#18(g)", "(symbol A/58/568 \"18 (g)\")"},
        Case{"E/2009/21:12", "(symbol E/2009/21 12)"},
        Case{"(A/55/75-E/2000/55, para. 24 (e))", "(symbol A/55/75-E/2000/55 \"24 (e)\")"},
        Case{"A/58/568, para. 11 AND desk", "(and (symbol A/58/568 11) (text desk))"},
        Case{"A/58/568, desk", "(and (symbol A/58/568) (text desk))"},
        Case{"training E/2003/75 OR A/58/568",
             "(or (and (text training) (symbol E/2003/75)) (symbol A/58/568))"},
        Case{"-A/58/568 desk", "(and (not (symbol A/58/568)) (text desk))"},
        Case{"paragraph 18 (g) of E/2003/75", "(symbol E/2003/75 \"18 (g)\")"},
        Case{"Para. 46 of the annex to A/78/265, desk",
             "(and (symbol A/78/265 \"annex, 46\") (text desk))"},
        Case{"para. 4 of resolution 57/295", "(symbol A/RES/57/295 4)"},
        Case{"paragraph of A/58/568", "(and (text paragraph) (text of) (symbol A/58/568))"},
        Case{"resolution\u00a057/295", "(symbol A/RES/57/295)"},
        Case{"A/58/568,\u00a0para.\u00a011", "(symbol A/58/568 11)"},
        Case{"S/RES/1723(2006)", "(symbol \"S/RES/1723(2006)\")"}));

INSTANTIATE_TEST_SUITE_P(
    Fields, Reads,
    testing::Values(Case{"year:2003", "(field year 2003)"}, Case{"YEAR:2003", "(field year 2003)"},
                    Case{"year:2002..", "(range year 2002 *)"},
                    Case{"year:..2009", "(range year * 2009)"},
                    Case{"date:2003-05..", "(range date 2003-05 *)"},
                    Case{"date:2003..2003-05", "(range date 2003 2003-05)"},
                    Case{"date:2003-05..2003", "(range date 2003-05 2003)"},
                    Case{"organ:\"General Assembly\"", "(field organ \"General Assembly\")"},
                    Case{"organ:ECOSOC,\"General Assembly\"",
                         "(or (field organ ECOSOC) (field organ \"General Assembly\"))"},
                    Case{"year:2003,2009", "(or (field year 2003) (field year 2009))"},
                    Case{"figure:1,067", "(field figure 1067)"},
                    Case{"figure:1,300,000", "(field figure 1300000)"},
                    Case{"figure:4,1067", "(or (field figure 4) (field figure 1067))"},
                    Case{"figure:1067,200", "(or (field figure 1067) (field figure 200))"},
                    Case{"year:(2003 OR 2009)", "(or (field year 2003) (field year 2009))"},
                    Case{"title:Progress", "(text title progress)"},
                    Case{"title:(alpha beta)", "(and (text title alpha) (text title beta))"},
                    Case{"title:\"alpha beta\"", "(phrase title \"alpha beta\")"},
                    Case{"title:=alpha", "(exact title alpha)"},
                    Case{"symbol:e/2003/75", "(field symbol E/2003/75)"},
                    Case{"symbol:E/2003/75,A/58/568",
                         "(or (field symbol E/2003/75) (field symbol A/58/568))"},
                    Case{"cites:\"resolution 57/295\"", "(field cites A/RES/57/295)"},
                    Case{"session:57..60", "(range session 57 60)"},
                    Case{"session:S-13,LIV", "(or (field session S-13) (field session LIV))"},
                    Case{"-organ:ECOSOC desk", "(and (not (field organ ECOSOC)) (text desk))"}));

INSTANTIATE_TEST_SUITE_P(
    Wildcards, Reads,
    testing::Values(Case{"informati*", "(wildcard informati*)"}, Case{"Wom?n", "(wildcard wom?n)"},
                    Case{"train*ing*", "(wildcard train*ing*)"},
                    Case{"e-govern*", "(wildcard egovern*)"},
                    Case{"\u0438\u043d\u0444\u043e\u0440\u043c*",
                         "(wildcard \u0438\u043d\u0444\u043e\u0440\u043c*)"},
                    Case{"informati*, then", "(and (wildcard informati*) (text then))"},
                    Case{"title:informati*", "(wildcard title informati*)"},
                    Case{"title:(informati* OR net?ork)",
                         "(or (wildcard title informati*) (wildcard title net?ork))"},
                    Case{"\"train*\"", "(phrase train*)"},
                    Case{"what now?", "(and (text what) (text now?))"},
                    Case{"~goverment", "(fuzzy goverment)"},
                    Case{"-~goverment desk", "(and (not (fuzzy goverment)) (text desk))"},
                    Case{"title:~informatis", "(fuzzy title informatis)"}));

INSTANTIATE_TEST_SUITE_P(
    Distances, Reads,
    testing::Values(
        Case{"a NEAR/5 b", "(near 5 (text a) (text b))"},
        Case{"a NEAR b", "(near 10 (text a) (text b))"},
        Case{"a ADJ b", "(adj 0 (text a) (text b))"},
        Case{"a ADJ/2 b ADJ/2 c", "(adj 2 (text a) (text b) (text c))"},
        Case{"a b NEAR/3 c d", "(and (text a) (near 3 (text b) (text c)) (text d))"},
        Case{"a NEAR/3 b OR c", "(or (near 3 (text a) (text b)) (text c))"},
        Case{"-a NEAR/3 b", "(not (near 3 (text a) (text b)))"},
        Case{"\"help desk\" NEAR/5 (calls OR =call OR tick* OR ~calsl)",
             "(near 5 (phrase \"help desk\") (or (text calls) (exact call) (wildcard tick*) "
             "(fuzzy calsl)))"},
        Case{"resolution NEAR/5 57/295", "(near 5 (text resolution) (text 57/295))"},
        Case{"title:(a NEAR/2 b)", "(near 2 (text title a) (text title b))"},
        Case{"\"NEAR\" near adj", "(and (phrase near) (text near) (text adj))"}));

INSTANTIATE_TEST_SUITE_P(
    Paragraphs, Reads,
    testing::Values(
        Case{"para(a b)", "(para (and (text a) (text b)))"},
        Case{"PARA(a OR b) c", "(and (para (or (text a) (text b))) (text c))"},
        Case{"para(a state:NOR -b)", "(para (and (text a) (field state NOR) (not (text b))))"},
        Case{"-para(a b)", "(not (para (and (text a) (text b))))"},
        Case{"para(a b) para(c d)",
             "(and (para (and (text a) (text b))) (para (and (text c) (text d))))"},
        Case{"para a", "(and (text para) (text a))"},
        Case{"like:E/2003/75#18(g)", "(like E/2003/75 \"18 (g)\")"},
        Case{"like:e/2003/75", "(like E/2003/75)"},
        Case{"like:ODA/2023-00042#[2]", "(like ODA/2023-00042 [2])"},
        Case{"LIKE:\"E/2003/75, para. 18 (g)\"", "(like E/2003/75 \"18 (g)\")"},
        Case{"like:A/58/568, organ:ECOSOC", "(and (like A/58/568) (field organ ECOSOC))"}));

INSTANTIATE_TEST_SUITE_P(
    Series, Reads,
    testing::Values(
        Case{"A/58/*", "(series A/58/)"}, Case{"a/58/*, desk", "(and (series A/58/) (text desk))"},
        Case{"A/RES/*", "(series A/RES/)"}, Case{"e/cn16/*", "(series E/CN.16/)"},
        Case{"-A/58/*", "(not (series A/58/))"}, Case{"symbol:A/58/*", "(series symbol A/58/)"},
        Case{"cites:A/RES/57/*,A/58/568", "(or (series cites A/RES/57/) (field cites A/58/568))"},
        Case{"cites:(A/58/568 OR E/CN.16/*)",
             "(or (field cites A/58/568) (series cites E/CN.16/))"}));

INSTANTIATE_TEST_SUITE_P(
    Comparisons, Reads,
    testing::Values(
        Case{"figure>1000", "(range figure >1000 *)"},
        Case{"figure>=1,000", "(range figure 1000 *)"},
        Case{"figure<\"2.5 million\"", "(range figure * <2500000)"},
        Case{"figure:\"1 067\"", "(field figure 1067)"}, Case{"figure:twelve", "(field figure 12)"},
        Case{"figure:-5..2", "(range figure -5 2)"},
        Case{"figure:-10..-2.5", "(range figure -10 -2.5)"},
        Case{"figure:1,000..2,000", "(range figure 1000 2000)"},
        Case{"year<2005", "(range year * <2005)"}, Case{"year<=2005", "(range year * 2005)"},
        Case{"year:>2003", "(range year >2003 *)"}, Case{"session>=57", "(range session 57 *)"},
        Case{"date<2003-05", "(range date * <2003-05)"},
        Case{"date>=\"28 May 2003\"", "(range date 2003-05-28 *)"}));

INSTANTIATE_TEST_SUITE_P(
    Quotes, Reads,
    testing::Values(Case{"\u201chelp desk\u201d calls",
                         "(and (phrase \"help desk\") (text calls))"},
                    Case{"\u00abhelp desk\u00bb", "(phrase \"help desk\")"},
                    Case{"=\u201ehelp desk\u201c", "(exact-phrase \"help desk\")"},
                    Case{"title:\u201chelp desk\u201d", "(phrase title \"help desk\")"}));

INSTANTIATE_TEST_SUITE_P(
    KnownValues, Reads,
    testing::Values(
        Case{"status:Official", "(field status Official)"},
        Case{"collection:rapports", "(field collection reports)"},
        Case{"organ:\"assembl\u00e9e g\u00e9n\u00e9rale\"", "(field organ \"General Assembly\")"},
        Case{"organ:ECOSOC,nobody", "(or (field organ ECOSOC) (field organ nobody))"},
        Case{"kind:\u51b3\u8bae", "(field kind resolution)"},
        Case{"region:\u0410\u0444\u0440\u0438\u043a\u0430", "(field region Africa)"},
        Case{"language:fran\u00e7ais", "(field language French)"},
        Case{"language:pt", "(field language pt)"},
        Case{"submitter:Tchad", "(field submitter Tchad)"},
        Case{"state:NOR,Norv\u00e8ge", "(or (field state NOR) (field state Norv\u00e8ge))"}));

struct Wrong {
  std::string query;
  std::string message;  ///< part of what()
  std::size_t place;
};

class Refuses : public testing::TestWithParam<Wrong> {};

TEST_P(Refuses, WithThePlace) {
  try {
    const Node tree = parse_query(GetParam().query);
    FAIL() << "taken as " << dump(tree);
  } catch (const QueryError& fault) {
    EXPECT_NE(std::string(fault.what()).find(GetParam().message), std::string::npos)
        << fault.what();
    EXPECT_EQ(fault.offset, GetParam().place) << fault.what();
    EXPECT_EQ(fault.kind, ErrorKind::usage);
    EXPECT_FALSE(fault.hint.empty());
  }
}

INSTANTIATE_TEST_SUITE_P(
    Wrong, Refuses,
    testing::Values(
        Wrong{"symbl:E/2003/75", "unknown field 'symbl'; did you mean 'symbol'", 0},
        Wrong{"desk organisation:x", "unknown field 'organisation'; did you mean 'organ'", 5},
        Wrong{"foo:bar", "unknown field 'foo'", 0},
        Wrong{"(help desk", "parenthesis is not closed", 0}, Wrong{"help desk)", "never opened", 9},
        Wrong{"))", "nothing to search for", 0}, Wrong{"()", "nothing in the parentheses", 0},
        Wrong{"a (", "parenthesis", 2}, Wrong{"\"help desk", "quote is not closed", 0},
        Wrong{"=\"help", "quote is not closed", 1}, Wrong{"\"\"", "no word", 0},
        Wrong{"AND a", "'AND' has nothing before", 0}, Wrong{"a AND", "'AND' has nothing after", 2},
        Wrong{"a AND OR b", "'AND' has nothing after", 2},
        Wrong{"OR a", "'OR' has nothing before", 0}, Wrong{"a OR", "'OR' has nothing after", 2},
        Wrong{"a OR OR b", "'OR' has nothing after", 2},
        Wrong{"a NOT", "'NOT' has nothing after", 2},
        Wrong{"(a AND)", "'AND' has nothing after", 3}, Wrong{"-", "nothing to search for", 0},
        Wrong{"&", "nothing to search for", 0},
        Wrong{"year:20033", "year: '20033' is not a year", 5},
        Wrong{"year:20x2..2009", "'20x2' is not a year", 5},
        Wrong{"year:2009..2002", "runs backwards", 5}, Wrong{"year:..", "neither a beginning", 5},
        Wrong{"year:", "has no value", 5}, Wrong{"year: 2003", "has no value", 5},
        Wrong{"year:2002-2009", "is not a year", 5}, Wrong{"date:yesterday", "is not a date", 5},
        Wrong{"session:many", "is not a number", 8}, Wrong{"organ:a..b", "takes no range", 6},
        Wrong{"symbol:nothing", "is not a document symbol", 7},
        Wrong{"title:(organ:x)", "a field inside", 7}, Wrong{"title:\"\"", "has no value", 6},
        Wrong{"A/58/568#somewhere", "is no place", 9}));

INSTANTIATE_TEST_SUITE_P(
    Words, Refuses,
    testing::Values(
        Wrong{"in*", "at least three letters", 2}, Wrong{"*", "at least three letters", 0},
        Wrong{"*ization", "at least three letters", 0}, Wrong{"w?men", "at least three letters", 1},
        Wrong{"=train*", "'=' and '*' do not go together", 6},
        Wrong{"~train*", "'~' and '*' do not go together", 6},
        Wrong{"inform'a*", "one word of letters and digits", 8}, Wrong{"desk~2", "'~'", 4},
        Wrong{"~go", "at least three letters", 0}, Wrong{"~\"a b\"", "before one word", 0},
        Wrong{"~e-mail", "before one word", 0}, Wrong{"~ desk", "no word behind it", 0},
        Wrong{"= desk", "no word behind it", 0}, Wrong{"a XOR b", "'XOR' is not offered", 2},
        Wrong{"a^2", "'^' is not offered", 1}, Wrong{"a || b", "'|' is not offered", 2},
        Wrong{"a !b", "'!' is not offered", 2}, Wrong{"a && b", "'&&' is not offered", 2},
        Wrong{"a +b", "'+' is not offered", 2}, Wrong{"a w/5 b", "'w/5' is not offered", 2},
        Wrong{"a Within/5 b", "'within/5' is not offered", 2},
        Wrong{"a PRE/5 b", "'pre/5' is not offered", 2},
        Wrong{"\"a b\"~100", "stands before its word", 5},
        Wrong{"\u201ca b\u201d~100", "stands before its word", 9},
        Wrong{"(a b)~desk", "stands before its word", 5},
        Wrong{"\u201chelp", "quote is not closed", 0}));

INSTANTIATE_TEST_SUITE_P(
    Distances, Refuses,
    testing::Values(Wrong{"NEAR b", "'NEAR' has nothing before", 0},
                    Wrong{"a NEAR", "has nothing after", 2},
                    Wrong{"a ADJ/3 OR b", "'ADJ' has nothing after", 2},
                    Wrong{"a AND NEAR b", "'AND' has nothing after", 2},
                    Wrong{"a NEAR/0 b", "a number from 1 to 50", 7},
                    Wrong{"a NEAR/51 b", "a number from 1 to 50", 7},
                    Wrong{"a ADJ/x b", "a number from 1 to 50", 6},
                    Wrong{"a NEAR/ b", "a number from 1 to 50", 7},
                    Wrong{"a NEAR 5 b", "stands right behind 'NEAR'", 7},
                    Wrong{"a NEAR /5 b", "stands right behind 'NEAR'", 7},
                    Wrong{"a near/5 b", "operators are in capitals", 2},
                    Wrong{"a NEAR/5 b NEAR/6 c", "one operator and one distance", 11},
                    Wrong{"a NEAR/5 b ADJ/5 c", "one operator and one distance", 11},
                    Wrong{"a NEAR -b", "cannot be left out", 7},
                    Wrong{"a NEAR NOT b", "cannot be left out", 7},
                    Wrong{"a NEAR (b c)", "only words and phrases", 7},
                    Wrong{"a NEAR (b OR (c d))", "only words and phrases", 13},
                    Wrong{"a NEAR/5 A/58/568", "only words and phrases", 9},
                    Wrong{"a NEAR year:2003", "only words and phrases", 7},
                    Wrong{"para(a) NEAR b", "only words and phrases", 0},
                    Wrong{"para()", "nothing in the parentheses", 4},
                    Wrong{"para(a", "parenthesis is not closed", 4},
                    Wrong{"para(a para(b))", "inside another 'para'", 7},
                    Wrong{"title:(para(a))", "'para' inside the parentheses of field 'title'", 7}));

INSTANTIATE_TEST_SUITE_P(
    Values, Refuses,
    testing::Values(
        Wrong{"figure > 3", "'>' compares a field with a value", 7},
        Wrong{"figure> 3", "has no value here", 7}, Wrong{"foo>3", "unknown field 'foo'", 0},
        Wrong{"figure>many", "'many' is not a number", 7},
        Wrong{"figure:2000..1000", "runs backwards", 7},
        Wrong{"figure:-2..-3", "runs backwards", 7},
        Wrong{"figure:\"50 per cent\"", "is not a number", 8},
        Wrong{"figure>2.5 million", "a number with a blank goes in quotes", 7},
        Wrong{"figure:1 067", "a number with a blank goes in quotes", 7},
        Wrong{"figure>1000,2000", "takes one value", 11}, Wrong{"organ>a", "takes no range", 6},
        Wrong{"title>a", "takes no '>'", 5}, Wrong{"year=2003", "tied by ':'", 4},
        Wrong{"year :2003", "has no field before it", 5},
        Wrong{"year:2002..20x9", "'20x9' is not a year", 11},
        Wrong{"year:200*", "takes no wildcard", 8}, Wrong{"organ:Gen*", "takes no wildcard", 9},
        Wrong{"organ:~ECOSOC", "takes no '~'", 6}, Wrong{"organ:=ECOSOC", "takes no '='", 6},
        Wrong{"year:2003, 2009", "no value right behind this comma", 9},
        Wrong{"year:2003,", "no value right behind this comma", 9},
        Wrong{"cites:A/58/568, desk", "no value right behind this comma", 14},
        Wrong{"year:2003,,2004", "no value right behind this comma", 9},
        Wrong{"organ:(General Assembly)", "two values stand side by side", 15},
        Wrong{"item:7(d)", "a value does not end here", 6},
        Wrong{"like:", "no symbol behind it", 5}, Wrong{"like:desk", "is not a document symbol", 5},
        Wrong{"like:A/58/*", "is not a document symbol", 5},
        Wrong{"year!=2003", "'!=' is not offered", 4},
        Wrong{"like:E/2003/75#nowhere", "is no place", 15},
        Wrong{"A/58*", "'*' stands behind a symbol", 4},
        Wrong{"A/58/568*, desk", "'*' stands behind a symbol", 8},
        Wrong{"symbol:A/58/568*", "'*' stands behind a symbol", 15},
        Wrong{"A/5*/1", "no series of document symbols", 3},
        Wrong{"A/C.1/80/L.*", "no series of document symbols", 11},
        Wrong{"A/55/75-E/2000/*", "no series of document symbols", 15},
        Wrong{"cites:XYZ/*", "no series of document symbols", 10},
        Wrong{"symbol:E/2003/75#18", "behind a symbol alone", 7},
        Wrong{"figure:one hundred", "a number with a blank goes in quotes", 7},
        Wrong{"status:offical", "no value 'offical'; did you mean 'official'?", 7},
        Wrong{"collection:report,lettres", "no value 'report'; did you mean 'reports'?", 11},
        Wrong{"region:Atlantis", "region: there is no value 'Atlantis'", 7},
        Wrong{"activity:trainings", "did you mean 'training'?", 9},
        Wrong{"language:frensh", "did you mean 'fr'?", 9},
        Wrong{"state:Norwai", "did you mean 'Norway", 6},
        Wrong{"-state:\"Ruritania\"", "state: there is no value 'Ruritania'", 8},
        Wrong{"symbol:\"A/5*/1\"", "no series of document symbols", 11}));

// What other programs take for something else and answer in silence.
INSTANTIATE_TEST_SUITE_P(
    SilentlyWrongElsewhere, Reads,
    testing::Values(Case{"symbol:E/2003/75", "(field symbol E/2003/75)"},
                    Case{"A/58/*", "(series A/58/)"},
                    Case{"resolution NEAR/5 57/295", "(near 5 (text resolution) (text 57/295))"},
                    Case{"resolution 57/295 of", "(and (symbol A/RES/57/295) (text of))"},
                    Case{"\"resolution 57/295 of\"", "(phrase \"resolution 57/295 of\")"},
                    Case{"A/RES/57/295", "(symbol A/RES/57/295)"},
                    Case{"symbol:\"A/58/*\"", "(series symbol A/58/)"},
                    Case{"date:2003..2009", "(range date 2003 2009)"}));

INSTANTIATE_TEST_SUITE_P(SilentlyWrongElsewhere, Refuses,
                         testing::Values(Wrong{"symbl:E/2003/75", "did you mean 'symbol'", 0},
                                         Wrong{"foo:bar", "unknown field 'foo'", 0},
                                         Wrong{"(help desk", "not closed", 0},
                                         Wrong{"date:2003/2009", "'2003/2009' is not a date", 5},
                                         Wrong{"2002..2009 desk", "a range has no field before it",
                                               0},
                                         Wrong{"desk --internet", "'--' is not offered", 5},
                                         Wrong{"desk \u2013internet", "a dash is no hyphen", 5},
                                         Wrong{"a Near/5 b", "operators are in capitals", 2},
                                         Wrong{"lang:en", "did you mean 'language'", 0},
                                         Wrong{"site:un.org", "unknown field 'site'", 0}));

struct Advised {
  std::string query;
  std::string advice;
};

class Advises : public testing::TestWithParam<Advised> {};

TEST_P(Advises, WhatToWrite) {
  try {
    parse_query(GetParam().query);
    FAIL() << "taken";
  } catch (const QueryError& fault) {
    EXPECT_EQ(fault.hint, GetParam().advice);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Ranges, Advises,
    testing::Values(Advised{"year:2002-2009", "write the range as 2002..2009"},
                    Advised{"year:2002\u20132009", "write the range as 2002..2009"},
                    Advised{"year:2002...2009", "write the range as 2002..2009"},
                    Advised{"date:2003-05-2003-06", "write the range as 2003-05..2003-06"},
                    Advised{"session:57-60", "write the range as 57..60"},
                    Advised{"date:2003/2009", "write the range as 2003..2009"},
                    Advised{"year=2003", "write year:2003"}));

TEST(Query, HasLimits) {
  const auto refused = [](const std::string& query, const std::string& message) {
    try {
      read_query(query);
      ADD_FAILURE() << "taken: " << message;
    } catch (const QueryError& fault) {
      EXPECT_NE(std::string(fault.what()).find(message), std::string::npos) << fault.what();
      EXPECT_FALSE(fault.caret().empty());
    }
  };
  refused(std::string(4097, 'a'), "longer than 4,096 bytes");
  refused(std::string(65, '(') + "a" + std::string(65, ')'), "nested more than 64");
  refused(std::string(2000, '('), "nested more than 64");
  std::string nots;
  for (int i = 0; i < 1000; ++i) nots += "NOT ";
  refused(nots + "a", "nested more than 64");
  std::string many;
  for (int i = 0; i < 1025; ++i) many += "a ";
  refused(many, "more than 1,024 terms");
  refused("desk \xff", "not valid UTF-8");
  std::string phrase = "\"";
  for (int i = 0; i < 65; ++i) phrase += "a ";
  refused(phrase + "\"", "a phrase has more than 64 words");
  EXPECT_EQ(dump(read_query(std::string(64, '(') + "alpha" + std::string(64, ')'))),
            "(text alpha)");
}

/// The query as its leaves cover it: "a|b".
std::string covered(const Node& node, const std::string& query) {
  const std::vector<Node>* parts = parts_under(node);
  if (!parts) return query.substr(node.begin, node.end - node.begin);
  std::string out;
  for (const Node& part : *parts) out += (out.empty() ? "" : "|") + covered(part, query);
  return out;
}

TEST(Query, KnowsWhereEachPartStands) {
  const std::vector<Case> cases = {
      {"alpha =beta  ~gamma", "alpha|=beta|~gamma"},
      {"\u00e9t\u00e9 \"a b\" \u201cc\u201d", "\u00e9t\u00e9|\"a b\"|\u201cc\u201d"},
      {"-alpha NOT (beta OR net*)", "alpha|beta|net*"},
      {"a NEAR/5 \"b c\" d", "a|\"b c\"|d"},
      {"para(a b) like:E/2003/75#18(g), c like:A/58/568, d",
       "a|b|like:E/2003/75#18(g)|c|like:A/58/568|d"},
      {"A/58/568, para. 11 A/58/* E/2003/75, d", "A/58/568, para. 11|A/58/*|E/2003/75|d"},
      {"figure>=1,000 year:2003..2005", "figure>=1,000|year:2003..2005"},
      {"organ:\"General Assembly\",ECOSOC", "\"General Assembly\"|ECOSOC"},
      {"title:(a b)", "a|b"}};
  for (const Case& row : cases) EXPECT_EQ(covered(parse_query(row.query), row.query), row.tree);
}

TEST(Query, KnowsWhetherAndIsTyped) {
  for (const std::string query : {"a AND b", "a b AND c", "(a AND b)"})
    EXPECT_TRUE(std::get<AndNode>(parse_query(query).value).spelled) << query;
  for (const std::string query : {"a b", "a \"AND\" b", "(a AND b) c"})
    EXPECT_FALSE(std::get<AndNode>(parse_query(query).value).spelled) << query;
}

/// Reads, or refuses with a place in the query.
void expect_no_harm(const std::string& query) {
  try {
    const Node tree = parse_query(query);
    EXPECT_EQ(fault_in(tree, query.size()), "") << query.substr(0, 80);
    dump(tree);
  } catch (const QueryError& fault) {
    EXPECT_LE(fault.offset, query.size()) << query.substr(0, 80);
    EXPECT_FALSE(fault.caret().empty());
  }
}

TEST(Query, ReadsEveryTwoMarksBesideEachOther) {
  const std::vector<std::string> marks = {"(",
                                          ")",
                                          "\"",
                                          "=",
                                          "-",
                                          ":",
                                          "#",
                                          ",",
                                          "..",
                                          "AND ",
                                          "OR ",
                                          "NOT ",
                                          "E/2003/75",
                                          "year:",
                                          "a",
                                          " ",
                                          "\u00a0",
                                          "\u202e",
                                          std::string(1, '\0'),
                                          "\u00e9",
                                          "57/295",
                                          "para.",
                                          "para(",
                                          "like:",
                                          "abc*",
                                          "~",
                                          "NEAR/5 ",
                                          "figure>",
                                          "A/58/*",
                                          "\u201c",
                                          "1,067"};
  for (const std::string& one : marks)
    for (const std::string& two : marks)
      for (const int times : {1, 100}) {
        std::string query;
        for (int i = 0; i < times; ++i) query += one + two;
        expect_no_harm(query);
      }
}

TEST(Query, ReadsFourKilobytesOfAnything) {
  const std::vector<std::string> units = {"(",
                                          ")",
                                          "\"",
                                          "a ",
                                          "a/",
                                          "A/",
                                          "A/1 ",
                                          "A/1",
                                          "A-",
                                          "A/1-",
                                          "A/55/75-",
                                          "A/58/568, ",
                                          "E 2003 75 ",
                                          "resolution ",
                                          "57/295 ",
                                          "GA res 57/295, para. ",
                                          ", para. 1",
                                          "para. ",
                                          "#1",
                                          "para(",
                                          "like:",
                                          "like:A/1 ",
                                          "a*",
                                          "abc* ",
                                          "abc*",
                                          "*",
                                          "?a",
                                          "~abc ",
                                          "~",
                                          "=",
                                          "==a ",
                                          "NEAR ",
                                          "a NEAR/5 ",
                                          "a ADJ ",
                                          "NOT ",
                                          "-",
                                          "(a OR ",
                                          "a AND ",
                                          "-(",
                                          "NOT (",
                                          "year:",
                                          "year:2003,",
                                          "year:2003..2004 ",
                                          "year:(",
                                          "figure:1,",
                                          "figure:1,067,",
                                          "figure>1 ",
                                          "figure:twelve ",
                                          "2.5 million ",
                                          "1,067",
                                          "1 067 ",
                                          "date:2003-",
                                          "date:2003-05-28.. ",
                                          "session:S-",
                                          "state:Norway,",
                                          "state:x",
                                          "organ:a,",
                                          "collection:\u0434\u043e ",
                                          "A/58/* ",
                                          "symbol:A/58/*,",
                                          "cites:A/1,",
                                          "\u201c",
                                          "\u00ab\u00bb",
                                          "\u0430",
                                          "\u4e2d",
                                          "\u00a0",
                                          "\u202e",
                                          "A\u200b/",
                                          "e-mail ",
                                          "...",
                                          "2002\u2013",
                                          "<",
                                          "x>1 ",
                                          "^",
                                          "|"};
  for (const std::string& unit : units) {
    std::string query;
    while (query.size() + unit.size() <= kMaxQueryBytes) query += unit;
    expect_no_harm(query);
  }
}

TEST(QueryError, PointsAtThePlaceByWhatIsSeen) {
  const auto caret = [](const std::string& query) -> std::string {
    try {
      read_query(query);
    } catch (const QueryError& fault) {
      return fault.caret();
    }
    return {};
  };
  EXPECT_EQ(caret("desk symbl:x"), "  desk symbl:x\n       ^");
  // A letter of two bytes is one column.
  EXPECT_EQ(caret("\u00e9t\u00e9 symbl:x"), "  \u00e9t\u00e9 symbl:x\n      ^");
  // Nothing in the query reaches the terminal as it is.
  EXPECT_EQ(caret("\x1b[1m symbl:x").find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace undex
