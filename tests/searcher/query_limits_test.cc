// A query has limits, and whatever is typed is read or refused with its place.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "searcher/query/query.h"
#include "tests/searcher/query_tree.h"
#include "undex/search.h"

namespace undex {
namespace {

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

}  // namespace
}  // namespace undex
