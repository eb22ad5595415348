// What the line "understood:" says of every kind of part, with what it contributes.
#include <gtest/gtest.h>

#include "tests/searcher/sample_index.h"
#include "undex/search.h"

namespace undex {
namespace {

struct Case {
  std::string query;
  std::string understood;  ///< "text {wording count, ...}" of each
};

class UnderstoodParts : public testing::TestWithParam<Case> {
 protected:
  static std::string said(const Understood& one) {
    std::string out;
    for (const auto& [wording, count] : one.variants)
      out += (out.empty() ? " {" : ", ") + wording + " " + std::to_string(count);
    return one.text + (out.empty() ? "" : out + "}");
  }
};

TEST_P(UnderstoodParts, AreToldInWords) {
  std::string all;
  for (const Understood& one : Searcher::open(test::sample_archive())
                                   .search({.query = GetParam().query,
     .facets = {}}).understood)
    all += (all.empty() ? "" : "; ") + said(one);
  EXPECT_EQ(all, GetParam().understood);
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, UnderstoodParts,
    testing::Values(
        Case{"ring NEAR/3 desk",
             "word \"ring\" near word \"desk\", with at most 3 words between {together 1}; word "
             "\"ring\" {ring 1}; word \"desk\" {desk 5}"},
        Case{"ring ADJ/2 desk",
             "word \"ring\" before word \"desk\", with at most 2 words between {together 1}; word "
             "\"ring\" {ring 1}; word \"desk\" {desk 5}"},
        Case{"(ring OR took) NEAR/5 calls",
             "(word \"ring\" or word \"took\") near word \"calls\", with at most 5 words between "
             "{together 1}; word \"ring\" {ring 1}; word \"took\" {took 1}; word \"calls\" {calls "
             "1}"},
        Case{"title:(cooperation NEAR/3 field)",
             "word \"cooperation\" in the title near word \"field\" in the title, with at most 3 "
             "words between; word \"cooperation\" in the title; word \"field\" in the title"},
        Case{"para(ring answered)",
             "in one paragraph: word \"ring\" and word \"answered\" {together 1}; word \"ring\" "
             "{ring 1}; word \"answered\" {answered 2}"},
        Case{"like:E/2003/75",
             "what is like E/2003/75, by 12 of its words, concepts and citations"},
        Case{"like:E/2003/75#18(g)",
             "what is like E/2003/75, para. 18 (g), by 4 of its words, concepts and citations"},
        Case{"A/RES/57/*", "documents A/RES/57/* (0 held) and passages that cite one (1 symbol)"},
        Case{"A/58/*", "documents A/58/* (1 held) and passages that cite one (0 symbols)"},
        Case{"symbol:E/*", "documents E/* (2 held)"},
        Case{"cites:A/*", "passages that cite A/* (6 symbols)"},
        Case{"missio*", "words like \"missio*\" {missions 4, mission 2}"},
        Case{"missio* year:2022", "words like \"missio*\" {missions 1, mission 0}; year \"2022\""},
        Case{"~cals", "words within one letter of \"cals\" {calls 1}"},
        Case{"title:inform*", "words like \"inform*\" in the title: informatics, information"},
        Case{"mission -(ring calls)",
             "word \"mission\" {mission 6}; without word \"ring\" and word \"calls\""},
        Case{"mission -(ring OR calls)",
             "word \"mission\" {mission 6}; without word \"ring\"; without word \"calls\""},
        Case{"mission -(ring NEAR/2 desk)",
             "word \"mission\" {mission 6}; without word \"ring\" near word \"desk\", with at most "
             "2 words between"}));

}  // namespace
}  // namespace undex
