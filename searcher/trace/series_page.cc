#include "searcher/trace/series_page.h"

#include <algorithm>

namespace undex {

SeriesPage series_page(const Series& series, const Archive& archive) {
  SeriesPage page{.series = &series, .rows = {}, .next_due = next_due(series)};
  if (series.members.empty()) return page;
  const int first = series.members.front().year;
  const int last = std::max(series.members.back().year, series.to_year);
  const int begin = series.every > 0 ? std::min(first, series.from_year) : first;
  for (SeriesMember& member : due(series, begin, last)) {
    SeriesRow row{.member = std::move(member), .held = {}};
    row.held = holding_of(archive, row.member.symbol);
    page.known += row.is_known();
    page.held += row.held.has_value();
    page.rows.push_back(std::move(row));
  }
  return page;
}

}  // namespace undex
