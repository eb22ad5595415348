#pragma once
// Filters beside the hits: check boxes with counts, years as bars, what is chosen as links that
// take it away.
#include "searcher/serve/page/asked.h"
#include "searcher/serve/page/html.h"
#include "searcher/serve/page/texts.h"

namespace undex::serve {

/// Fields offered as filters, in this order.
std::vector<std::string> filter_fields(const Call& call);

/// A form of its own: names and values of check boxes are those of the address.
Html filter_form(const Call& call, const Texts& texts, const Asked& asked, const Result& result);
/// What is chosen; empty for nothing.
Html chosen_filters(const Call& call, const Texts& texts, const Asked& asked, const Result& result);
/// Bars that are links, with the table of the same numbers beside; empty without years.
Html year_bars(const Call& call, const Texts& texts, const Asked& asked, const Facet& years);

}  // namespace undex::serve
