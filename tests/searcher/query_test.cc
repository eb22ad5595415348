// What the query language reads; what it refuses is told by query_refusals_test.cc, and what words
// are taken to mean by meaning_test.cc.
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

// What only looks as if a blank had cut it.
INSTANTIATE_TEST_SUITE_P(
    Blanks, Reads,
    testing::Values(
        Case{"organ:ECOSOC desk", "(and (field organ ECOSOC) (text desk))"},
        Case{"organ:General AND Assembly", "(and (field organ General) (text assembly))"},
        Case{"organ:General \"Assembly\"", "(and (field organ General) (phrase assembly))"},
        Case{"year:2002.. desk", "(and (range year 2002 *) (text desk))"},
        Case{"year:2002.. AND 2009", "(and (range year 2002 *) (text 2009))"},
        Case{"year:2002 -internet", "(and (field year 2002) (not (text internet)))"},
        Case{"paragraph (a b)", "(and (text paragraph) (and (text a) (text b)))"},
        Case{"\"para\" (a b)", "(and (phrase para) (and (text a) (text b)))"},
        Case{"symbol:ODA/2023-00042", "(field symbol ODA/2023-00042)"}));

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

}  // namespace
}  // namespace undex
