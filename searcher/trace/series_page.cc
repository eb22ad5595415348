#include "searcher/trace/series_page.h"

#include <algorithm>
#include <string>

#include "corpus/strings.h"
#include "corpus/text.h"

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

const Series* series_named(std::string_view name) {
  if (const Series* series = find_series(name)) return series;
  const std::optional<Symbol> symbol = parse_symbol(name);
  return symbol ? series_of(*symbol) : nullptr;
}

const Series* nearest_series(std::string_view name) {
  std::vector<std::string> folded;
  for (const Series& series : series_register()) {
    folded.push_back(fold(series.id));
    folded.push_back(fold(series.name));
    for (const std::string& other : series.names) folded.push_back(fold(other));
  }
  const std::string near =
      nearest_name(fold(name), std::vector<std::string_view>(folded.begin(), folded.end()));
  return near.empty() ? nullptr : find_series(near);
}

}  // namespace undex
