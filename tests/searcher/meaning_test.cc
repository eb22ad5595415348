// What the words of a query are taken to mean.
#include "searcher/query/meaning.h"

#include <gtest/gtest.h>

namespace undex::query {
namespace {

struct Case {
  std::string query;
  std::string tree;
};

std::string meant(const std::string& query, const MeaningContext& context = {}) {
  return dump(with_meaning(parse_query(query), query, context));
}

class Means : public testing::TestWithParam<Case> {};

TEST_P(Means, ItsTree) { EXPECT_EQ(meant(GetParam().query), GetParam().tree); }

INSTANTIATE_TEST_SUITE_P(
    Concepts, Means,
    testing::Values(Case{"1 067", "(text \"1 067\")"}, Case{"ICT", "(concept ict)"},
                    Case{"help desk", "(concept service-desk)"},
                    Case{"\"help desk\"", "(concept service-desk)"},
                    Case{"=\"help desk\"", "(exact-phrase \"help desk\")"},
                    Case{"mission help desk calls",
                         "(and (text mission) (concept service-desk) (text calls))"},
                    Case{"help AND desk", "(and (text help) (text desk))"},
                    Case{"title:\"help desk\"", "(concept title service-desk)"}));

INSTANTIATE_TEST_SUITE_P(
    Questions, Means,
    testing::Values(
        Case{"one two three four five",
             "(and (text one) (text two) (text three) (text four) (text five))"},
        Case{"one two three four five six",
             "(some (text one) (text two) (text three) (text four) (text five) (text six))"},
        Case{"what is one of the two three four five",
             "(and (text what) (text is) (text one) (text of) (text the) (text two) (text three) "
             "(text four) (text five))"},
        Case{"what one two three ICT four five year:2003",
             "(and (some (text what) (text one) (text two) (text three) (concept ict) (text four) "
             "(text five)) (field year 2003))"},
        Case{"one two three four five \"six seven\"",
             "(and (text one) (text two) (text three) (text four) (text five) (phrase \"six "
             "seven\"))"},
        Case{"one two \"old men\" three four =five six seven -eight",
             "(and (some (text one) (text two) (text three) (text four) (text six) (text seven)) "
             "(phrase \"old men\") (exact five) (not (text eight)))"},
        Case{"one AND two three four five six seven",
             "(and (text one) (text two) (text three) (text four) (text five) (text six) (text "
             "seven))"},
        Case{"(one two three four five six) year:2003",
             "(and (some (text one) (text two) (text three) (text four) (text five) (text six)) "
             "(field year 2003))"},
        Case{"one two three four five six OR seven",
             "(or (and (text one) (text two) (text three) (text four) (text five) (text six)) "
             "(text seven))"},
        Case{"title:(one two three four five six)",
             "(and (text title one) (text title two) (text title three) (text title four) (text "
             "title five) (text title six))"}));

TEST(Question, IsWhatTheUserWantsItToBe) {
  EXPECT_EQ(meant("one two", {.match = Match::any}), "(some (text one) (text two))");
  EXPECT_EQ(meant("one", {.match = Match::any}), "(text one)");
  EXPECT_EQ(meant("one AND two", {.match = Match::any}), "(and (text one) (text two))");
  EXPECT_EQ(meant("one two three four five six", {.match = Match::all}),
            "(and (text one) (text two) (text three) (text four) (text five) (text six))");
}

TEST(Question, StandsWhereItsWordsDo) {
  const std::string query = "year:2003 one two three four five six";
  const Node tree = with_meaning(parse_query(query), query);
  const Node& question = std::get<AndNode>(tree.value).parts.at(1);
  EXPECT_EQ(query.substr(question.begin, question.end - question.begin),
            "one two three four five six");
}

}  // namespace
}  // namespace undex::query
