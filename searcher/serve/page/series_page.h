#pragma once
// Series of documents against the archive: what is held, what is due and is not.
#include <string>
#include <vector>

#include "searcher/serve/page/html.h"
#include "searcher/serve/page/texts.h"
#include "searcher/serve/routes.h"
#include "searcher/trace/series_page.h"

namespace undex::serve {

/// "/series": all of the register.
HttpResponse series_list_page(const Call& call);
/// "/series/NAME?show=missing": by id, name or a document of it, which lead to the id. `show` is
/// one of the counts that lead here: "known", "held", "not-held", "unknown", "missing" (the two
/// before).
HttpResponse one_series_page(const Call& call);

/// The register against what is held, a row a series, every number leading to its rows.
void add_series_table(Html& html, const Call& call, const Texts& texts,
                      const std::vector<SeriesPage>& pages);
std::vector<SeriesPage> all_series(const Call& call);

}  // namespace undex::serve
