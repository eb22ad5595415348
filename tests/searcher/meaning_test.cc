// What the words of a query are taken to mean.
#include "searcher/query/meaning.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "searcher/query/names.h"

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
    testing::Values(
        Case{"1 067", "(text \"1 067\")"}, Case{"ICT", "(concept ict)"},
        Case{"help desk", "(concept service-desk initiative:help-desk)"},
        Case{"\"help desk\"", "(concept service-desk initiative:help-desk)"},
        Case{"=\"help desk\"", "(exact-phrase \"help desk\")"},
        Case{"mission help desk calls",
             "(and (name (and (text mission) (concept service-desk)) initiative:help-desk) "
             "(text calls))"},
        Case{"help AND desk", "(and (text help) (text desk))"},
        Case{"title:\"help desk\"", "(concept title service-desk)"}));

INSTANTIATE_TEST_SUITE_P(
    Languages, Means,
    testing::Values(Case{"TIC", "(concept ict)"}, Case{"\u0438\u043a\u0442", "(concept ict)"},
                    Case{"technologies de l'information et de la communication", "(concept ict)"},
                    Case{"TECNOLOGIAS DE LA INFORMACION Y LAS COMUNICACIONES", "(concept ict)"},
                    // Official Documents System, and the Goals.
                    Case{"ODS", "(concept ods initiative:ods)"},
                    Case{"los ODS", "(and (text los) (concept sdgs))"},
                    // No blanks in Chinese.
                    Case{"\u4fe1\u606f\u548c\u901a\u4fe1\u6280\u672f", "(concept ict)"},
                    Case{"\u4f7f\u7528\u4e92\u8054\u7f51",
                         "(and (text \u4f7f\u7528) (concept internet))"},
                    Case{"\"\u4f7f\u7528\u7f51\u7edc\"", "(phrase \u4f7f\u7528\u7f51\u7edc)"},
                    Case{"-\u4f7f\u7528\u7f51\u7edc help",
                         "(and (not (and (text \u4f7f\u7528) (text \u7f51\u7edc))) (text help))"}));

INSTANTIATE_TEST_SUITE_P(
    Names, Means,
    testing::Values(
        Case{"Norvège", "(name (text norvege) state:norway)"},
        Case{"norvège", "(name (text norvege) state:norway)"},
        Case{"挪威", "(name (text 挪威) state:norway)"},
        Case{"\"Norvège\"", "(name (phrase norvege) state:norway)"},
        Case{"=Norvège", "(exact norvege)"}, Case{"state:Norvège", "(field state Norvège)"},
        Case{"chad", "(text chad)"}, Case{"Chad", "(name (text chad) state:chad)"},
        Case{"того", "(text того)"}, Case{"who", "(text who)"},
        Case{"Gulf of Guinea", "(and (text gulf) (text of) (text guinea))"},
        Case{"title:Norway", "(text title norway)"},
        Case{"General Assembly", "(concept general-assembly)"},
        Case{"office of legal affairs reports",
             "(some (name (some (text office) (text of) (text legal) (text affairs)) entity:ola) "
             "(text reports))"},
        Case{"office AND of AND legal AND affairs",
             "(and (text office) (text of) (text legal) (text affairs))"},
        Case{"\"Bureau des affaires juridiques\"",
             "(name (phrase \"bureau des affaires juridiques\") entity:ola)"},
        Case{"法律事务厅", "(name (and (text 法律) (text 事务) (text 厅)) entity:ola)"},
        Case{"ITSD", "(concept itsd-oict entity:itsd entity:oict)"},
        Case{"World Food Program",
             "(name (and (text world) (text food) (text program)) entity:wfp)"}));

// Names in the forms that Russian and Arabic give them.
INSTANTIATE_TEST_SUITE_P(
    Grammar, Means,
    testing::Values(Case{"Норвегии", "(name (text норвегии) state:norway)"},
                    Case{"норвегией", "(name (text норвегиеи) state:norway)"},
                    Case{"\"Норвегию\"", "(name (phrase норвегию) state:norway)"},
                    Case{"=Норвегии", "(exact норвегии)"}, Case{"дано", "(text дано)"},
                    Case{"Дании", "(name (text дании) state:denmark)"}, Case{"дани", "(text дани)"},
                    Case{"Грузией", "(name (text грузиеи) state:georgia)"},
                    Case{"грузов", "(text грузов)"}, Case{"Кубы", "(name (text кубы) state:cuba)"},
                    Case{"кубы", "(text кубы)"},
                    Case{"Совета Безопасности", "(concept security-council)"},
                    Case{"Малые", "(text малые)"},
                    Case{"нигера", "(name (text нигера) state:niger)"},
                    Case{"Генеральной Ассамблеи", "(concept general-assembly)"},
                    Case{"والنرويج", "(name (text والنرويج) state:norway)"},
                    Case{"وكندا", "(name (text وكندا) state:canada)"}, Case{"وطن", "(text وطن)"},
                    Case{"норвежский", "(text норвежскии)"}));

INSTANTIATE_TEST_SUITE_P(
    Distances, Means,
    testing::Values(Case{"ICT NEAR/3 missions", "(near 3 (concept ict) (text missions))"},
                    Case{"\"General Assembly\" ADJ/2 ICT",
                         "(adj 2 (concept general-assembly) (concept ict))"},
                    Case{"Norvège NEAR (\"help desk\" OR train*)",
                         "(near 10 (name (phrase norvege) state:norway) (or (concept service-desk "
                         "initiative:help-desk) (wildcard train*)))"},
                    Case{"=ICT NEAR/3 =Norway", "(near 3 (exact ict) (exact norway))"},
                    Case{"chad NEAR/3 who", "(near 3 (text chad) (text who))"}));

INSTANTIATE_TEST_SUITE_P(
    Numbers, Means,
    testing::Values(
        Case{"22,5", "(or (text 22,5) (text 22.5))"}, Case{"22.5", "(text 22.5)"},
        Case{"1.067", "(or (text 1.067) (text 1067))"}, Case{"1,067", "(text 1,067)"},
        Case{"0,125.", "(or (text 0,125) (text 0.125))"},
        Case{"1.234.567", "(or (text 1.234.567) (text 1234567))"},
        Case{"2002,2003", "(text 2002,2003)"}, Case{"1,5,9", "(text 1,5,9)"},
        Case{"1.067mm", "(text 1.067mm)"}, Case{"2.1.067b", "(text 2.1.067b)"},
        Case{"1.067!", "(or (text 1.067) (text 1067))"}, Case{"22.5.", "(text 22.5)"},
        Case{"\"22,5\"", "(phrase 22,5)"}, Case{"=1.067", "(exact 1.067)"},
        Case{"the cost was 1.067 or more",
             "(and (text the) (text cost) (text was) (text 1.067) (text or) (text more))"},
        Case{"las misiones con 1.067", "(and (text las) (text misiones) (text con) (text 1067))"},
        Case{"les missions avec 1,067",
             "(and (text les) (text missions) (text avec) (or (text 1,067) (text 1.067)))"},
        Case{"22,5 NEAR/3 dollars", "(near 3 (or (text 22,5) (text 22.5)) (text dollars))"},
        Case{"-22,5 ICT", "(and (not (or (text 22,5) (text 22.5))) (concept ict))"}));

INSTANTIATE_TEST_SUITE_P(
    Questions, Means,
    testing::Values(
        Case{"one two three", "(and (text one) (text two) (text three))"},
        Case{"one two three four", "(some (text one) (text two) (text three) (text four))"},
        Case{"what is one of the two three",
             "(and (text what) (text is) (text one) (text of) (text the) (text two) (text three))"},
        Case{"what one two ICT three year:2003",
             "(and (some (text what) (text one) (text two) (concept ict) (text three)) (field year "
             "2003))"},
        Case{"one two three \"six seven\"",
             "(and (text one) (text two) (text three) (phrase \"six seven\"))"},
        Case{"one two \"old men\" three four =five -six",
             "(and (some (text one) (text two) (text three) (text four)) (phrase \"old men\") "
             "(exact five) (not (text six)))"},
        Case{"one AND two three four five",
             "(and (text one) (text two) (text three) (text four) (text five))"},
        Case{"(one two three four) year:2003",
             "(and (some (text one) (text two) (text three) (text four)) (field year 2003))"},
        Case{"one two three four OR five",
             "(or (and (text one) (text two) (text three) (text four)) (text five))"},
        Case{"title:(one two three four)",
             "(and (text title one) (text title two) (text title three) (text title four))"}));

TEST(Question, CountsTheWordsOfANameButIsNoNameAlone) {
  const std::string name =
      "(name (and (text office) (text of) (text legal) (text affairs)) entity:ola)";
  EXPECT_EQ(meant("office of legal affairs"), name);
  EXPECT_EQ(meant("staff of the office of legal affairs"),
            "(some (text staff) (text of) (text the) (name (some (text office) (text of) (text "
            "legal) (text affairs)) entity:ola))");
}

TEST(Question, IsWhatTheUserWantsItToBe) {
  EXPECT_EQ(meant("one two", {.match = Match::any}), "(some (text one) (text two))");
  EXPECT_EQ(meant("one", {.match = Match::any}), "(text one)");
  EXPECT_EQ(meant("\u201chelp desk\u201d one two", {.match = Match::any}),
            "(and (concept service-desk initiative:help-desk) (some (text one) (text two)))");
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

// They come from the build: no language is cut into words for them.
TEST(ForeignNames, AreFoundByWhatTheirWordsAreIndexedBy) {
  const auto wanted = [](std::string_view text) {
    return wording_of(Words{.text = std::string(text), .quoted = true});
  };
  const Wording state = foreign_names({{find_field("state"), "norway"}});
  EXPECT_TRUE(state.phrases.empty());
  for (const std::string_view text : {"Norvège", "Noruega", "Норвегия", "挪威", "النرويج"})
    EXPECT_EQ(std::ranges::count(state.terms, wanted(text).terms.at(0)), 1) << text;
  const Wording body = foreign_names({{find_field("entity"), "unctad"}});
  for (const std::string_view text :
       {"Conférence des Nations Unies sur le commerce et le développement", "联合国贸易和发展会议"})
    EXPECT_EQ(std::ranges::count(body.phrases, wanted(text).phrases.at(0)), 1) << text;
}

}  // namespace
}  // namespace undex::query
