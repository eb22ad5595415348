#pragma once
// A series against the archive: which members are held, which are known and not held, and of which
// not even the symbol is known.
#include <optional>
#include <string_view>
#include <vector>

#include "corpus/archive.h"
#include "corpus/series.h"
#include "searcher/trace/holding.h"

namespace undex {

struct SeriesRow {
  SeriesMember member;
  std::optional<Holding> held;

  bool is_known() const { return !member.symbol.parts.empty(); }
  bool by_rhythm() const { return member.evidence.empty(); }
};

struct SeriesPage {
  const Series* series = nullptr;  ///< of the register
  /// Due or known, by year, as far as a member is known or the rhythm is known to go on.
  std::vector<SeriesRow> rows;
  std::size_t known = 0;  ///< rows with a symbol
  std::size_t held = 0;   ///< of these
  int next_due = 0;       ///< as next_due()
};

SeriesPage series_page(const Series& series, const Archive& archive);

/// By a name as find_series() takes it, or by a document of it; nullptr if there is none.
const Series* series_named(std::string_view name);
/// The one with a name nearest to this; nullptr if none is near.
const Series* nearest_series(std::string_view name);

}  // namespace undex
