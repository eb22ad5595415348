#pragma once
// A series against the archive: which members are held, which are known and not held, and of which
// not even the symbol is known.
#include <optional>
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

}  // namespace undex
