// What the query language reads, and what it refuses.
#include "searcher/query/query.h"

#include <gtest/gtest.h>

#include "undex/search.h"

namespace undex {
namespace {

struct Case {
  std::string query;
  std::string tree;
};

class Reads : public testing::TestWithParam<Case> {};

TEST_P(Reads, AsItsTree) { EXPECT_EQ(dump(read_query(GetParam().query)), GetParam().tree); }

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
        Case{"HIV/AIDS", "(text hiv/aids)"}, Case{"alpha - beta", "(and (text alpha) (text beta))"},
        Case{"what is alpha?", "(and (text what) (text is) (text alpha?))"},
        Case{"1 067", "(text \"1 067\")"}));

INSTANTIATE_TEST_SUITE_P(
    Concepts, Reads,
    testing::Values(Case{"ICT", "(concept ict)"}, Case{"help desk", "(concept service-desk)"},
                    Case{"\"help desk\"", "(concept service-desk)"},
                    Case{"=\"help desk\"", "(exact-phrase \"help desk\")"},
                    Case{"mission help desk calls",
                         "(and (text mission) (concept service-desk) (text calls))"},
                    Case{"help AND desk", "(and (text help) (text desk))"},
                    Case{"title:\"help desk\"", "(concept title service-desk)"}));

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
                    Case{"figure:1,067", "(field figure 1,067)"},
                    Case{"figure:1,300,000", "(field figure 1,300,000)"},
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
                    Case{"session:S-13", "(field session S-13)"},
                    Case{"-organ:ECOSOC desk", "(and (not (field organ ECOSOC)) (text desk))"}));

struct Wrong {
  std::string query;
  std::string message;  ///< part of what()
  std::size_t place;
};

class Refuses : public testing::TestWithParam<Wrong> {};

TEST_P(Refuses, WithThePlace) {
  try {
    const Node tree = read_query(GetParam().query);
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
        Wrong{"foo:bar", "unknown field 'foo'", 0}, Wrong{"A/58/*", "wildcard '*'", 5},
        Wrong{"train*", "wildcard '*'", 5}, Wrong{"*", "wildcard '*'", 0},
        Wrong{"organi?ation", "wildcard '?'", 6}, Wrong{"desk~2", "'~'", 4},
        Wrong{"resolution NEAR/5 57/295", "'NEAR'", 11}, Wrong{"a ADJ b", "'ADJ'", 2},
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

TEST(Query, ReadsAnythingWithoutHarm) {
  // Every two marks of the language beside each other, and hostile runs of each.
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
                                          "para."};
  for (const std::string& one : marks)
    for (const std::string& two : marks)
      for (const int times : {1, 300}) {
        std::string query;
        for (int i = 0; i < times; ++i) query += one + two;
        try {
          dump(read_query(query));
        } catch (const QueryError& fault) {
          EXPECT_LE(fault.offset, kMaxQueryBytes);
          fault.caret();
        }
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
