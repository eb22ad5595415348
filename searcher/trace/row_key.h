#pragma once
// What a row of a trace is of: a year, or a session of a body.
#include <string>
#include <vector>

#include "corpus/series.h"
#include "corpus/session.h"
#include "searcher/search/holdings.h"

namespace undex::tracing {

/// Years and the sessions of a body by number, a doubtful one behind it, what has none behind all.
struct RowKey {
  bool none = false;
  Session session{};  ///< a year is a number of no body
  bool doubtful = false;
  auto operator<=>(const RowKey&) const = default;
};

/// "2003", "2023?", "no date".
std::string year_label_of(const RowKey& key);
/// "A/58", "E/2003", "no session".
std::string session_label_of(const RowKey& key);

/// Of the years that were counted of a work.
std::vector<RowKey> years_of(const search::HeldWork& work);
/// Of the sessions that were counted of a work of this name, else of those that its symbol tells.
std::vector<RowKey> sessions_of(const search::HeldWork& work, const std::string& name);

/// The rows of a document that was due.
std::vector<RowKey> year_rows_of(const SeriesMember& member);
std::vector<RowKey> session_rows_of(const Series& series, const SeriesMember& member);

/// The last year that a row may be of; 0 where it tells none.
int last_year_of(const RowKey& key);

}  // namespace undex::tracing
