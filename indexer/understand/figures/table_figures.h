#pragma once
// Figures of a table, cell by cell: the heads of row and column say what is counted.
#include <vector>

#include "corpus/document.h"
#include "indexer/understand/figures/told_periods.h"
#include "indexer/understand/steps.h"

namespace undex {

/// Figures of the table in the block, row by row; nothing when the block is no table. Total rows
/// say so in their measure, and their unit names the rows they add up. What the table says of its
/// time goes before what `told` says of it.
std::vector<FigureMark> figures_of_table(const Document& document, int block,
                                         const std::vector<ToldPeriod>& told,
                                         RefusedMarks* refused);

}  // namespace undex
