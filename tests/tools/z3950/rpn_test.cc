// Questions in RPN as CQL: every attribute by its table, and what is refused. Queries are written
// in YAZ's notation of prefixes.
#include "tools/z3950/rpn.h"

#include <gtest/gtest.h>
#include <yaz/oid_db.h>
#include <yaz/pquery.h>

#include <memory>

#include "searcher/query/cql.h"
#include "tools/z3950/refusal.h"

namespace undex::z3950 {
namespace {

struct Free {
  void operator()(ODR memory) const { odr_destroy(memory); }
};
using Memory = std::unique_ptr<std::remove_pointer_t<ODR>, Free>;

Z_RPNQuery* parsed(const Memory& memory, const std::string& prefixes) {
  YAZ_PQF_Parser parser = yaz_pqf_create();
  Z_RPNQuery* query = yaz_pqf_parse(parser, memory.get(), prefixes.c_str());
  yaz_pqf_destroy(parser);
  return query;
}

std::string of_set(const std::string& name) {
  if (name != "known") throw Refusal(YAZ_BIB1_SPECIFIED_RESULT_SET_DOES_NOT_EXIST, name);
  return "desk or help";
}

/// The query in CQL, or "114 9999": number and details of the refusal.
std::string asked(const std::string& prefixes) {
  const Memory memory(odr_createmem(ODR_ENCODE));
  const Z_RPNQuery* query = parsed(memory, prefixes);
  if (query == nullptr) return "no query";
  try {
    return cql_of(*query, of_set);
  } catch (const Refusal& refusal) {
    return std::to_string(refusal.number) + (refusal.details.empty() ? "" : " " + refusal.details);
  }
}

struct Row {
  std::string prefixes;
  std::string cql;
};

TEST(Rpn, BecomesCql) {
  const std::vector<Row> rows = {
      {"desk", R"(cql.serverChoice = "desk")"},
      {R"("help desk")", R"(cql.serverChoice = "help desk")"},
      {"@attr 1=4 desk", R"(dc.title = "desk")"},
      {"@attr 1=undex.organ ECOSOC", R"(undex.organ = "ECOSOC")"},
      {"@attr 1=1003 a", R"(dc.creator = "a")"},
      {"@attr 1=2 a", R"(undex.entity = "a")"},
      {"@attr 1=12 E/2003/75", R"(undex.symbol = "E/2003/75")"},
      {"@attr 1=21 a", R"(dc.subject = "a")"},
      {"@attr 1=54 en", R"(dc.language = "en")"},
      {"@attr 1=58 Norway", R"(undex.state = "Norway")"},
      {"@attr 1=1031 a", R"(undex.kind = "a")"},
      {"@attr 1=1016 a", R"(cql.serverChoice = "a")"},
      {"@attr 1=31 @attr 2=1 2003", R"(dc.date < "2003")"},
      {"@attr 1=31 @attr 2=2 2003", R"(dc.date <= "2003")"},
      {"@attr 1=31 @attr 2=3 2003", R"(dc.date = "2003")"},
      {"@attr 1=31 @attr 2=4 2003", R"(dc.date >= "2003")"},
      {"@attr 1=31 @attr 2=5 2003", R"(dc.date > "2003")"},
      {"@attr 1=31 @attr 2=6 2003", R"(dc.date <> "2003")"},
      {"@attr 2=101 desks", R"(cql.serverChoice =/stem "desks")"},
      {"@attr 2=102 desk", R"(cql.serverChoice = "desk")"},
      {"@attr 1=4 @attr 2=103 desk", "cql.allRecords = 1"},
      {R"(@attr 4=1 "help desk")", R"(cql.serverChoice = "help desk")"},
      {R"(@attr 4=6 "help desk")", R"(cql.serverChoice all "help desk")"},
      {R"(@attr 2=3 @attr 4=6 "help desk")", R"(cql.serverChoice all "help desk")"},
      {R"(@attr 4=105 "help desk")", R"(cql.serverChoice all "help desk")"},
      {R"(@attr 4=108 "help desk")", R"(cql.serverChoice == "help desk")"},
      {"@attr 1=31 @attr 2=4 @attr 4=4 2003", R"(dc.date >= "2003")"},
      {"@attr 5=1 des", R"(cql.serverChoice = "des*")"},
      {"@attr 5=100 des", R"(cql.serverChoice = "des")"},
      {"@attr 3=3 @attr 6=1 a", R"(cql.serverChoice = "a")"},
      {"@attr bib-1 1=4 a", R"(dc.title = "a")"},
      {R"("a*b?c^d\"e")", R"(cql.serverChoice = "a\*b\?c\^d\"e")"},
      {"@and a b", R"(cql.serverChoice = "a" and cql.serverChoice = "b")"},
      {"@or a b", R"(cql.serverChoice = "a" or cql.serverChoice = "b")"},
      {"@not a b", R"(cql.serverChoice = "a" not cql.serverChoice = "b")"},
      {"@and @or a b c",
       R"(cql.serverChoice = "a" or cql.serverChoice = "b" and cql.serverChoice = "c")"},
      {"@and a @or b c",
       R"(cql.serverChoice = "a" and (cql.serverChoice = "b" or cql.serverChoice = "c"))"},
      {"@and @set known b", R"((desk or help) and cql.serverChoice = "b")"},
      {"@prox 0 3 1 2 k 2 a b",
       R"(cql.serverChoice = "a" prox/distance<=3/unit=word/ordered cql.serverChoice = "b")"},
      {"@prox 0 1 0 2 k 3 a b",
       R"(cql.serverChoice = "a" prox/distance<=1/unit=sentence cql.serverChoice = "b")"},
      {"@prox 0 1 0 1 k 4 a b",
       R"(cql.serverChoice = "a" prox/distance<1/unit=paragraph cql.serverChoice = "b")"},
      {"@term numeric 2003", R"(cql.serverChoice = "2003")"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(asked(row.prefixes), row.cql) << row.prefixes;
    EXPECT_NO_THROW(parse_cql(row.cql)) << row.cql;
  }
}

TEST(Rpn, IsRefusedByTheNumbersOfBib1) {
  const std::vector<Row> rows = {
      {"@attr 1=9999 a", "114 9999"},
      {"@attr 1=dc.nothing a", "114 dc.nothing"},
      {"@attr 2=104 a", "117 104"},
      {"@attr 2=nothing a", "246"},
      {"@attr 3=1 a", "119 1"},
      {"@attr 4=99 a", "118 99"},
      {"@attr 5=2 a", "120 2"},
      {"@attr 6=3 a", "122 3"},
      {"@attr 7=1 a", "113 7"},
      {"@attr gils 1=4 a", "121 1.2.840.10003.3.5"},
      {"@attrset gils @attr 1=4 a", "121 1.2.840.10003.3.5"},
      {"@set nothing", "30 nothing"},
      {"@prox 1 3 0 2 k 2 a b", "110"},
      {"@prox 0 3 0 2 p 2 a b", "132"},
      {"@prox 0 3 0 2 k 9 a b", "132 9"},
      {"@term null 0", "229"},
      {"\"\xff\"", "125"},
  };
  for (const Row& row : rows) EXPECT_EQ(asked(row.prefixes), row.cql) << row.prefixes;
}

TEST(Rpn, IsNoDeeperThanCql) {
  std::string deep = "a";
  for (int at = 0; at < 201; ++at) deep = "@and a " + deep;
  EXPECT_EQ(asked(deep), "6");
  std::string wide = "a";
  for (int at = 0; at < 100; ++at) wide = "@and " + wide + " a";
  EXPECT_NO_THROW(parse_cql(asked(wide)));
}

TEST(Rpn, TellsMistakesInCqlByTheNumbersOfBib1) {
  for (const auto& [sru, bib1] : std::vector<std::pair<int, int>>{
           {10, 108}, {16, 114}, {19, 117}, {36, 125}, {48, 3}, {7777, 1}})
    EXPECT_EQ(bib_1_number(sru), bib1) << sru;
}

}  // namespace
}  // namespace undex::z3950
