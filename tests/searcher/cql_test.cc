// CQL: what it reads, as the same trees as our own language, and what it refuses, by number.
#include "searcher/query/cql.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <ostream>

#include "searcher/query/cql/diagnostics.h"
#include "searcher/query/meaning.h"

namespace undex {
namespace {

struct Case {
  std::string query;
  std::string tree;
};
void PrintTo(const Case& one, std::ostream* out) { *out << one.query; }

class CqlReads : public testing::TestWithParam<Case> {};

TEST_P(CqlReads, AsItsTree) { EXPECT_EQ(dump(parse_cql(GetParam().query).tree), GetParam().tree); }

INSTANTIATE_TEST_SUITE_P(
    Terms, CqlReads,
    testing::Values(Case{"alpha\u00a0or\u3000beta", "(or (text alpha) (text beta))"},
                    Case{"", "(all)"}, Case{" \n", "(all)"}, Case{"Delegates", "(text delegates)"},
                    Case{"\"delegates\"", "(text delegates)"},
                    Case{"\"help desk\"", "(phrase \"help desk\")"},
                    Case{"\"the \\\"desk\\\"\"", "(phrase \"the \\\"desk\\\"\")"},
                    Case{"e-mail", "(text e-mail)"}, Case{"HIV/AIDS", "(text hiv/aids)"},
                    Case{"\"and\"", "(text and)"}, Case{"title = and", "(text title and)"},
                    Case{"alpha\\*beta", "(text alpha*beta)"}, Case{"cql.allRecords = 1", "(all)"},
                    Case{"CQL.ALLRECORDS=\"\"", "(all)"},
                    Case{"cql.serverChoice = alpha", "(text alpha)"},
                    Case{"cql.anywhere=alpha", "(text alpha)"},
                    Case{"serverChoice scr alpha", "(text alpha)"}));

INSTANTIATE_TEST_SUITE_P(
    Booleans, CqlReads,
    testing::Values(
        Case{"alpha and beta", "(and (text alpha) (text beta))"},
        Case{"alpha AND beta And gamma", "(and (text alpha) (text beta) (text gamma))"},
        Case{"alpha or beta and gamma", "(and (or (text alpha) (text beta)) (text gamma))"},
        Case{"alpha or (beta and gamma)", "(or (text alpha) (and (text beta) (text gamma)))"},
        Case{"alpha not beta", "(and (text alpha) (not (text beta)))"},
        Case{"alpha not beta not gamma", "(and (text alpha) (not (text beta)) (not (text gamma)))"},
        Case{"alpha\nand\tbeta", "(and (text alpha) (text beta))"},
        Case{"((alpha))", "(text alpha)"},
        Case{"alpha and(beta)", "(and (text alpha) (text beta))"},
        Case{"(alpha)or(beta)", "(or (text alpha) (text beta))"}));

INSTANTIATE_TEST_SUITE_P(
    Relations, CqlReads,
    testing::Values(
        Case{"dc.title = alpha", "(text title alpha)"},
        Case{"title=\"alpha beta\"", "(phrase title \"alpha beta\")"},
        Case{"dc.title adj \"alpha beta\"", "(phrase title \"alpha beta\")"},
        Case{"dc.title any \"alpha beta\"", "(or (text title alpha) (text title beta))"},
        Case{"dc.title cql.all \"alpha beta\"", "(and (text title alpha) (text title beta))"},
        Case{"dc.title == alpha", "(exact title alpha)"},
        Case{"dc.title exact \"alpha beta\"", "(exact-phrase title \"alpha beta\")"},
        Case{"dc.title =/string \"alpha beta\"", "(exact-phrase title \"alpha beta\")"},
        Case{"dc.title <> alpha", "(not (text title alpha))"},
        Case{"cql.anywhere all \"alpha beta\"", "(and (text alpha) (text beta))"},
        Case{"cql.anywhere =/fuzzy goverment", "(fuzzy goverment)"},
        Case{"title any/fuzzy/relevant \"alfa beta\"",
             "(or (fuzzy title alfa) (fuzzy title beta))"},
        Case{"cql.anywhere adj/stem \"alpha betas\"", "(adj 0 (text alpha) (text betas))"},
        Case{"cql.anywhere = / stem / ignoreCase alphas", "(text alphas)"},
        Case{"cql.anywhere adj/fuzzy \"alfa betta\"", "(adj 0 (fuzzy alfa) (fuzzy betta))"},
        Case{"e-govern*", "(wildcard egovern*)"}, Case{"informati*", "(wildcard informati*)"},
        Case{"wom?n", "(wildcard wom?n)"},
        Case{"title = informati*", "(wildcard title informati*)"},
        Case{"\"informati* technology\"", "(adj 0 (wildcard informati*) (text technology))"},
        Case{"cql.anywhere =/unmasked what?", "(text what?)"}));

INSTANTIATE_TEST_SUITE_P(
    Values, CqlReads,
    testing::Values(
        Case{"dc.date = 2003", "(field date 2003)"},
        Case{"undex.organ = \"General Assembly\"", "(field organ \"General Assembly\")"},
        Case{"organ any \"ECOSOC UNITAR\"", "(or (field organ ECOSOC) (field organ UNITAR))"},
        Case{"organ <> ECOSOC", "(not (field organ ECOSOC))"},
        Case{"organ = \"^General Assembly^\"", "(field organ \"General Assembly\")"},
        Case{"year within \"2002 2009\"", "(range year 2002 2009)"},
        Case{"year >= 2002", "(range year 2002 *)"}, Case{"year<=2009", "(range year * 2009)"},
        Case{"year > 2002", "(range year >2002 *)"},
        Case{"dc.date < 2003-05", "(range date * <2003-05)"},
        Case{"dc.date within/isoDate \"2003-05 2003-06\"", "(range date 2003-05 2003-06)"},
        Case{"undex.session within \"57 60\"", "(range session 57 60)"},
        Case{"undex.figure > 1,067", "(range figure >1067 *)"},
        Case{"year = 2003 and organ = ECOSOC", "(and (field year 2003) (field organ ECOSOC))"}));

INSTANTIATE_TEST_SUITE_P(
    Symbols, CqlReads,
    testing::Values(Case{"A/58/568", "(symbol A/58/568)"},
                    Case{"\"a/58/568\"", "(symbol A/58/568)"},
                    Case{"\"resolution 57/295\"", "(symbol A/RES/57/295)"},
                    Case{"A/58/568#18(g)", "(symbol A/58/568 \"18 (g)\")"},
                    Case{"\"A/58/568, para. 11\"", "(symbol A/58/568 11)"},
                    Case{"S/RES/1723(2006)", "(symbol \"S/RES/1723(2006)\")"},
                    Case{"(S/RES/1723(2006))", "(symbol \"S/RES/1723(2006)\")"},
                    Case{"(A/58/568)", "(symbol A/58/568)"},
                    Case{"A/58/568 and A/55/75-E/2000/55",
                         "(and (symbol A/58/568) (symbol A/55/75-E/2000/55))"},
                    Case{"undex.symbol = A/RES/57/295", "(field symbol A/RES/57/295)"},
                    Case{"cites=A/RES/57/295", "(field cites A/RES/57/295)"},
                    Case{"cites any \"A/RES/57/295 A/58/568\"",
                         "(or (field cites A/RES/57/295) (field cites A/58/568))"},
                    Case{"dc.identifier = \"E/2003/75\"", "(field symbol E/2003/75)"},
                    Case{"A/58/*", "(series A/58/)"},
                    Case{"symbol = a/58/*", "(series symbol A/58/)"},
                    Case{"cites = \"A/RES/57/*\"", "(series cites A/RES/57/)"},
                    Case{"title any/stem A/58", "(text title a/58)"}));

INSTANTIATE_TEST_SUITE_P(
    Proximity, CqlReads,
    testing::Values(Case{"alpha prox beta", "(near 0 (text alpha) (text beta))"},
                    Case{"alpha prox/unit=word/distance<5/ordered beta",
                         "(adj 3 (text alpha) (text beta))"},
                    Case{"alpha prox/distance<=5 beta", "(near 4 (text alpha) (text beta))"},
                    Case{"alpha PROX / Distance <= 5 / cql.unit = \"word\" beta",
                         "(near 4 (text alpha) (text beta))"},
                    Case{"alpha prox/distance<=5 beta prox/distance<=5 gamma",
                         "(near 4 (text alpha) (text beta) (text gamma))"},
                    Case{"alpha prox/unit=sentence \"beta gamma\"",
                         "(near sentence 0 (text alpha) (phrase \"beta gamma\"))"},
                    Case{"alpha prox/unit=sentence/distance<=2 beta",
                         "(near sentence 2 (text alpha) (text beta))"},
                    Case{"alpha prox/unit=paragraph beta", "(para (and (text alpha) (text beta)))"},
                    Case{"alpha prox/unit=paragraph/distance=0 (beta or A/58/568)",
                         "(para (and (text alpha) (or (text beta) (symbol A/58/568))))"},
                    Case{"(alpha or beta*) prox gamma",
                         "(near 0 (or (text alpha) (wildcard beta*)) (text gamma))"}));

INSTANTIATE_TEST_SUITE_P(
    Prefixes, CqlReads,
    testing::Values(
        Case{"> dc = \"info:srw/cql-context-set/1/dc-v1.1\" dc.title = alpha",
             "(text title alpha)"},
        Case{">x=\"http://purl.org/dc/elements/1.1/\" x.creator = alpha", "(field author alpha)"},
        Case{"> \"info:srw/cql-context-set/1/dc-v1.1\" creator = alpha", "(field author alpha)"},
        Case{"alpha and (> x = \"info:srw/cql-context-set/1/dc-v1.1\" x.title = beta)",
             "(and (text alpha) (text title beta))"},
        Case{"> c = \"info:srw/cql-context-set/1/cql-v1.2\" title c.any/c.stem \"alpha beta\"",
             "(or (text title alpha) (text title beta))"}));

TEST(Cql, HasTheMeaningOfOurOwnLanguage) {
  const std::vector<Case> cases = {
      {"ICT", "(concept ict)"},
      {"\"help desk\"", "(concept service-desk initiative:help-desk)"},
      {"cql.anywhere = ICT and mission", "(and (concept ict) (text mission))"},
      {"cql.anywhere all \"help desk\"", "(concept service-desk initiative:help-desk)"},
      {"cql.anywhere == ICT", "(exact ict)"},
      {"help and desk", "(and (text help) (text desk))"},
  };
  for (const Case& one : cases)
    EXPECT_EQ(dump(query::with_meaning(parse_cql(one.query).tree, one.query)), one.tree)
        << one.query;
}

TEST(Cql, KeepsThePlacesOfWords) {
  const std::string query = "dc.title = x and cql.anywhere all \"alpha  beta\"";
  const Node tree = parse_cql(query).tree;
  const AndNode& chain = std::get<AndNode>(tree.value);
  EXPECT_EQ(tree.begin, 11u);
  EXPECT_EQ(tree.end, query.size());
  const AndNode& words = std::get<AndNode>(chain.parts.back().value);
  EXPECT_EQ(query.substr(words.parts.back().begin, 4), "beta");
  EXPECT_EQ(words.parts.back().end, query.size() - 1);
}

struct Sorted {
  std::string query;
  Order order;
};

TEST(Cql, SortsByDateAndSymbol) {
  const std::vector<Sorted> cases = {
      {"alpha sortBy dc.date", Order::oldest},
      {"alpha SORTBY date/ascending", Order::oldest},
      {"alpha sortby dc.date/sort.descending", Order::newest},
      {"dc.title any alpha sortBy undex.symbol/ignoreCase", Order::symbol},
      {"> s = \"info:srw/cql-context-set/1/sort-v1.0\" alpha sortBy year/s.descending",
       Order::newest},
  };
  for (const Sorted& one : cases) {
    const CqlQuery read = parse_cql(one.query);
    ASSERT_EQ(read.sort_by.size(), 1u) << one.query;
    EXPECT_EQ(read.sort_by.front().order, one.order) << one.query;
  }
  EXPECT_TRUE(parse_cql("alpha").sort_by.empty());
}

struct Wrong {
  std::string query;
  int number;
  std::string details;
  std::size_t place;
};
void PrintTo(const Wrong& one, std::ostream* out) { *out << one.query; }

class CqlRefuses : public testing::TestWithParam<Wrong> {};

TEST_P(CqlRefuses, WithItsDiagnostic) {
  try {
    const CqlQuery read = parse_cql(GetParam().query);
    FAIL() << "taken as " << dump(read.tree);
  } catch (const CqlError& fault) {
    EXPECT_EQ(fault.number, GetParam().number) << fault.what();
    EXPECT_EQ(fault.details, GetParam().details) << fault.what();
    EXPECT_EQ(fault.offset, GetParam().place) << fault.what();
    EXPECT_FALSE(cql::diagnostic_text(fault.number).empty());
    EXPECT_FALSE(fault.hint.empty());
  }
}

INSTANTIATE_TEST_SUITE_P(
    Syntax, CqlRefuses,
    testing::Values(Wrong{"alpha beta", 10, "a term is missing behind 'beta'", 6},
                    Wrong{"alpha and", 10, "a term is missing here", 9},
                    Wrong{"and", 10, "a term is missing here", 0},
                    Wrong{"alpha and or beta", 10, "a term is missing here", 10},
                    Wrong{"not beta", 10, "a term is missing here", 0},
                    Wrong{"title =", 10, "a term is missing behind '='", 6},
                    Wrong{"()", 10, "a term is missing here", 1},
                    Wrong{"title any/=2 alpha", 10, "a '/' without a modifier", 9},
                    Wrong{"title any/stem= alpha", 10, "a term is missing behind 'any'", 6},
                    Wrong{"alpha \"beta\"", 10, "'beta' is not expected here", 6},
                    Wrong{"alpha sortBy", 10, "sortBy without an index", 6},
                    Wrong{"> dc alpha", 15, "dc", 2},
                    Wrong{"> = \"x\" alpha", 10, "a prefix has no context set", 0},
                    Wrong{"al\xffpha", 10, "not valid UTF-8", 2},
                    Wrong{"alpha and (beta", 13, "10", 10}, Wrong{"alpha)", 13, "5", 5},
                    Wrong{"\xC3\xA9 and (beta", 13, "6", 7}, Wrong{"title = \"alpha", 14, "8", 8},
                    Wrong{"\"alpha\\\"", 14, "0", 0}));

INSTANTIATE_TEST_SUITE_P(
    Names, CqlRefuses,
    testing::Values(
        Wrong{"x.title = alpha", 15, "x", 0},
        Wrong{"> x = \"info:nothing\" alpha", 15, "info:nothing", 6},
        Wrong{"> x = \"http://purl.org/dc/terms/\" > x = "
              "\"info:srw/cql-context-set/1/bib-v1\" alpha",
              45, "x", 34},
        Wrong{"(> x = \"http://purl.org/dc/terms/\" x.title = a) and x.title = b", 15, "x", 52},
        Wrong{"dc.colour = red", 16, "dc.colour", 0}, Wrong{"titel = alpha", 16, "titel", 0},
        Wrong{"A/58/568 = alpha", 16, "A/58/568", 0}, Wrong{"alpha beta gamma", 19, "beta", 6},
        Wrong{"title encloses alpha", 19, "encloses", 6},
        Wrong{"title >< alpha", 10, "a term is missing behind '>'", 6},
        Wrong{"title any/phonetic alpha", 20, "phonetic", 10},
        Wrong{"title any/stem=2 alpha", 20, "stem", 10},
        Wrong{"title =/respectCase alpha", 20, "respectCase", 8},
        Wrong{"title =/masked/unmasked alpha", 21, "masked/unmasked", 8},
        Wrong{"title ==/stem alpha", 21, "stem", 9},
        Wrong{"cql.resultSetId = 12", 50, "cql.resultSetId", 0}));

INSTANTIATE_TEST_SUITE_P(
    Terms, CqlRefuses,
    testing::Values(
        Wrong{"title < alpha", 22, "< title", 6}, Wrong{"organ > alpha", 22, "> organ", 6},
        Wrong{"title within \"a b\"", 22, "within title", 6},
        Wrong{"organ adj ECOSOC", 22, "adj organ", 6},
        Wrong{"cql.anywhere =/fuzzy un-int", 24, "un-int", 21},
        Wrong{"cql.anywhere =/fuzzy un", 29, "3", 21},
        Wrong{"title =/fuzzy \"alpha beta\"", 33, "alpha beta", 14},
        Wrong{"alp.ha*", 28, "alp.ha*", 0}, Wrong{"HIV/AI*", 28, "HIV/AI*", 0},
        Wrong{"A/58/568*", 28, "A/58/568*", 0}, Wrong{"organ =/fuzzy ECOSOC", 24, "= ECOSOC", 14},
        Wrong{"alp\\ha", 26, "h", 3}, Wrong{"\"\"", 27, "", 0}, Wrong{"title = \" \"", 27, "", 8},
        Wrong{"\",\"", 27, "", 0}, Wrong{"organ = ECO*", 28, "ECO*", 8}, Wrong{"*", 29, "3", 0},
        Wrong{"al*", 29, "3", 0}, Wrong{"title = \"^alpha beta\"", 31, "^", 9},
        Wrong{"organ = ^ECOSOC", 31, "^", 8}, Wrong{"al^pha", 32, "^", 2},
        Wrong{"title = \"alph* beta\"", 33, "alph* beta", 8}, Wrong{"year = 20033", 36, "20033", 7},
        Wrong{"dc.date = someday", 36, "someday", 10}, Wrong{"year within 2003", 36, "2003", 12},
        Wrong{"year within \"2009 2003\"", 36, "2009..2003", 12},
        Wrong{"symbol = alpha", 36, "alpha", 9}, Wrong{"alph*\\*", 49, "alph**", 0}));

INSTANTIATE_TEST_SUITE_P(
    Operators, CqlRefuses,
    testing::Values(Wrong{"alpha prox organ=ECOSOC", 39, "prox", 17},
                    Wrong{"alpha prox (beta and gamma)", 39, "prox", 11},
                    Wrong{"title=alpha prox beta", 39, "prox", 6},
                    Wrong{"alpha prox/distance>2 beta", 40, ">", 19},
                    Wrong{"alpha prox/distance=3 beta", 41, "3", 20},
                    Wrong{"alpha prox/distance=0 beta", 41, "0", 20},
                    Wrong{"alpha prox/distance<0 beta", 41, "0", 20},
                    Wrong{"alpha prox/distance<=x beta", 41, "x", 21},
                    Wrong{"alpha prox/distance beta", 41, "", 11},
                    Wrong{"alpha prox/unit=paragraph/distance<=1 beta", 41, "1", 36},
                    Wrong{"alpha prox/unit=element beta", 42, "element", 11},
                    Wrong{"alpha prox/unit=paragraph/ordered beta", 43, "ordered", 26},
                    Wrong{"alpha prox/near beta", 46, "near", 11},
                    Wrong{"alpha and/x=1 beta", 46, "x", 10},
                    Wrong{"alpha sortBy dc.title", 80, "dc.title", 13},
                    Wrong{"alpha sortBy dc.date/locale=fr", 80, "locale", 21},
                    Wrong{"alpha sortBy dc.colour", 16, "dc.colour", 13},
                    Wrong{"alpha sortBy dc.date undex.symbol", 84, "1", 21},
                    Wrong{"alpha sortBy undex.symbol/descending", 90, "descending", 13},
                    Wrong{"alpha sortBy dc.date/respectCase", 91, "respectCase", 21},
                    Wrong{"alpha sortBy dc.date/missingOmit", 92, "missingOmit", 21}));

std::string repeated(const std::string& part, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

int number_of(const std::string& query) {
  try {
    parse_cql(query);
  } catch (const CqlError& fault) {
    return fault.number;
  }
  return 0;
}

TEST(Cql, HasLimits) {
  EXPECT_EQ(number_of("alpha" + repeated(" and b", 600)), 0);
  EXPECT_EQ(number_of(repeated("(", 64) + "a" + repeated(")", 64)), 0);
  EXPECT_EQ(number_of(repeated("a", 4097)), 12);
  EXPECT_EQ(number_of(repeated("(", 65) + "a" + repeated(")", 65)), 13);
  EXPECT_EQ(number_of(repeated("(", 4000)), 13);
  EXPECT_EQ(number_of("\"" + repeated("a ", 65) + "\""), 23);
  EXPECT_EQ(number_of("a" + repeated(" and b or c", 100)), 38);
  EXPECT_EQ(number_of("title any \"" + repeated("a ", 1100) + "\""), 38);
}

TEST(Cql, HasEveryFieldAndNamesEveryIndexOnce) {
  const std::vector<CqlIndex>& indexes = cql_indexes();
  for (const Field& field : fields())
    EXPECT_TRUE(std::any_of(indexes.begin(), indexes.end(), [&](const CqlIndex& one) {
      return one.set == "undex" && one.name == field.name;
    })) << field.name;
  for (const CqlIndex& one : indexes) {
    EXPECT_TRUE(one.field.empty() || find_field(one.field)) << one.name;
    EXPECT_EQ(std::count_if(indexes.begin(), indexes.end(),
                            [&](const CqlIndex& other) {
                              return one.set == other.set && one.name == other.name;
                            }),
              1)
        << one.set << "." << one.name;
  }
}

TEST(Cql, HasEveryIndexInItsPage) {
  std::ifstream file(std::string(UNDEX_SOURCE_DIR) + "/docs/cql.md");
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  for (const CqlIndex& one : cql_indexes())
    if (one.set != "undex") {
      const std::string name = "`" + std::string(one.set) + "." + std::string(one.name) + "`";
      EXPECT_NE(page.find(name), std::string::npos) << name;
    }
}

}  // namespace
}  // namespace undex
