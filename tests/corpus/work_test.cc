#include "corpus/work.h"

#include <gtest/gtest.h>

#include <string>

namespace undex {
namespace {

TEST(Work, KnowsWhatASymbolBelongsTo) {
  struct Row {
    std::string symbol, work, relation;
  };
  const Row table[] = {
      {"A/58/568", "A/58/568", ""},
      {"A/58/568/Corr.1", "A/58/568", "corrigendum, corrects A/58/568"},
      {"A/58/568/Add.1/Corr.2", "A/58/568", "corrigendum, corrects A/58/568/Add.1"},
      {"A/C.1/80/L.20/Rev.1", "A/C.1/80/L.20", "revision, revises A/C.1/80/L.20"},
      {"A/80/6(Sect.24)/Corr.1", "A/80/6(Sect.24)", "corrigendum, corrects A/80/6(Sect.24)"},
      {"A/55/75/Add.1-E/2000/55/Add.1", "A/55/75-E/2000/55", "addendum, adds to A/55/75-E/2000/55"},
      {"E/2003/75", "E/2003/75", ""},
  };
  for (const Row& row : table) {
    const Symbol symbol = symbol_from_normal_form(row.symbol);
    EXPECT_EQ(work_of(symbol).text(), row.work);
    const auto relation = work_relation(symbol);
    EXPECT_EQ(relation ? std::string(relation->name) + ", " + std::string(relation->inverse) + " " +
                             relation->to.text()
                       : "",
              row.relation)
        << row.symbol;
  }
}

}  // namespace
}  // namespace undex
