#pragma once
// Times that a sentence gives to figures it sends the reader to: "Calls taken in 2008 are listed in
// the annex".
#include <vector>

#include "corpus/document.h"

namespace undex {

struct ToldPeriod {
  Locator place;  ///< of an annex, a table or a section of the same document
  Period period;
};

/// In the order of the text. Linear in the citations; these are marked before.
std::vector<ToldPeriod> told_periods(const Document& document);

}  // namespace undex
