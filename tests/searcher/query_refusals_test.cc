// What the query language refuses, with the place of the mistake and what to write instead.
#include <gtest/gtest.h>

#include <string>

#include "searcher/query/query.h"
#include "undex/search.h"

namespace undex {
namespace {

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
        Wrong{"organ:(General Assembly)", "'General Assembly' has a blank", 7},
        Wrong{"organ:(ECOSOC nobody)", "two values stand side by side", 14},
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

// A blank would cut them in two.
INSTANTIATE_TEST_SUITE_P(
    Blanks, Refuses,
    testing::Values(Wrong{"organ:General Assembly", "organ: 'General Assembly' has a blank", 6},
                    Wrong{"desk organ:Economic and Social Council desk",
                          "'Economic and Social Council' has a blank", 11},
                    Wrong{"organ:ECOSOC,General Assembly", "'General Assembly' has a blank", 13},
                    Wrong{"organ:Assembl\u00e9e g\u00e9n\u00e9rale", "has a blank", 6},
                    Wrong{"state:United States", "'United States' has a blank", 6},
                    Wrong{"-state:Viet Nam", "'Viet Nam' has a blank", 7},
                    Wrong{"para (a b)", "a blank stands between 'para'", 5},
                    Wrong{"desk Para  (a)", "a blank stands between 'para'", 11},
                    Wrong{"a NEAR / 5 b", "stands right behind 'NEAR'", 7},
                    Wrong{"a ADJ/ 5 b", "stands right behind 'ADJ'", 7},
                    Wrong{"a NEAR/ b", "a number from 1 to 50", 7},
                    Wrong{"year:2002 .. 2009", "a range is written without blanks", 5},
                    Wrong{"year:2002.. 2009", "a range is written without blanks", 5},
                    Wrong{"desk session:57 ..60", "a range is written without blanks", 13},
                    Wrong{"year:2002 - 2009", "a range is written without blanks", 5},
                    Wrong{"date:2003-05 \u2013 2003-06", "a range is written without blanks", 5},
                    Wrong{"figure:1,000 .. 2,000", "a range is written without blanks", 7}));

INSTANTIATE_TEST_SUITE_P(
    SymbolsWithoutBeginning, Refuses,
    testing::Values(Wrong{"cites:57/295", "'57/295' is not a document symbol", 6},
                    Wrong{"cites:A/58/568,57/295", "'57/295' is not a document symbol", 15},
                    Wrong{"symbol:2002/35", "'2002/35' is not a document symbol", 7},
                    Wrong{"like:57/295", "'57/295' is not a document symbol", 5}));

// What other programs take for something else and answer in silence.
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

INSTANTIATE_TEST_SUITE_P(
    Blanks, Advises,
    testing::Values(
        Advised{"organ:General Assembly desk",
                "write organ:\"General Assembly\", or AND before a word of its own"},
        Advised{"year:2002 .. 2009", "write year:2002..2009, or AND before a word of its own"},
        Advised{"a NEAR / 5 b", "write NEAR/5, or the number in quotes to search for it"},
        Advised{"cites:57/295", "write the whole symbol, as in cites:A/RES/57/295"},
        Advised{"cites:2002/35", "write the whole symbol, as in cites:E/RES/2002/35"}));

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
