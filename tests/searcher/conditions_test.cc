// Conditions of a query taken out for facets, and put in by filters.
#include "searcher/query/conditions.h"

#include <gtest/gtest.h>

namespace undex::query {
namespace {

std::string without(const std::string& query, const std::string& field) {
  return dump(without_conditions_on(parse_query(query), *find_field(field)));
}

TEST(Conditions, AreTakenOutWhateverWayTheyAreTyped) {
  struct Row {
    const char* query;
    const char* field;
    const char* left;
  };
  constexpr Row kRows[] = {
      {"desk organ:ECOSOC", "organ", "(text desk)"},
      {"desk organ:ECOSOC,UNITAR year:2003", "organ", "(and (text desk) (field year 2003))"},
      {"desk (organ:ECOSOC OR organ:UNITAR)", "organ", "(text desk)"},
      {"organ:ECOSOC", "organ", "(all)"},
      {"organ:ECOSOC -organ:UNITAR", "organ", "(all)"},
      {"desk -organ:UNITAR", "organ", "(text desk)"},
      {"year:2002..2009 desk", "year", "(text desk)"},
      {"(desk year:2003) (mission year:2004)", "year", "(and (text desk) (text mission))"},
      // What is not asked of all answers stays.
      {"desk OR organ:ECOSOC", "organ", "(or (text desk) (field organ ECOSOC))"},
      {"desk year:2003", "organ", "(and (text desk) (field year 2003))"},
      {"desk date:2003-05", "year", "(and (text desk) (field date 2003-05))"},
      {"desk", "year", "(text desk)"},
      {"", "year", "(all)"},
  };
  for (const Row& row : kRows) EXPECT_EQ(without(row.query, row.field), row.left) << row.query;
}

std::string filtered(const std::string& query, const std::vector<Filter>& filters) {
  return dump(with_filters(parse_query(query), filters));
}

TEST(Conditions, AreAddedByFilters) {
  EXPECT_EQ(filtered("desk", {}), "(text desk)");
  EXPECT_EQ(filtered("desk", {{"year", {"2003"}}}), "(and (text desk) (field year 2003))");
  EXPECT_EQ(filtered("", {{"year", {"2003"}}}), "(field year 2003)");
  EXPECT_EQ(filtered("a b", {{"year", {"2002..2004"}}, {"organ", {"ECOSOC", "General Assembly"}}}),
            "(and (text a) (text b) (range year 2002 2004) (or (field organ ECOSOC) (field organ "
            "\"General Assembly\")))");
  EXPECT_EQ(filtered("a OR b", {{"year", {"2003"}}}),
            "(and (or (text a) (text b)) (field year 2003))");
  EXPECT_EQ(filtered("-a", {{"organ", {"a..b"}}}), "(and (not (text a)) (field organ a..b))");
}

TEST(Conditions, OfUnknownFieldsAndValuesAreRefused) {
  EXPECT_THROW(filtered("a", {{"organisation", {"x"}}}), QueryError);
  EXPECT_THROW(filtered("a", {{"year", {"20033"}}}), QueryError);
  EXPECT_THROW(filtered("a", {{"year", {}}}), Error);
}

}  // namespace
}  // namespace undex::query
