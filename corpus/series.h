#pragma once
// The register of series: reports and resolutions that come again and again, from
// corpus/data/series.tsv (which is due when) and corpus/data/series_members.tsv (which are known).
// Only what a source proves stands there.
#include <string>
#include <string_view>
#include <vector>

#include "corpus/locator.h"
#include "corpus/session.h"
#include "undex/symbol.h"

namespace undex {

struct SeriesMember {
  int year = 0;             ///< it is due in, or came in
  Symbol symbol{};          ///< empty: its symbol is not known
  std::string date{};       ///< ISO 8601 as far as known, or empty
  Symbol answers{};         ///< the resolution that asked for it, or empty
  Locator answers_place{};  ///< the paragraph of it that asks; Place::whole: not known
  std::string evidence{};   ///< document and paragraph that names it, or the source of the fact;
                            ///< empty: due by the rhythm of the series alone
};

struct Series {
  std::string id;                  ///< stable and short: "ecosoc-informatics-reports"
  std::string name;                ///< shown
  std::vector<std::string> names;  ///< others by which it is asked for
  std::string kind;                ///< "report of the Secretary-General", "resolution"
  std::string organ;               ///< it goes to, or that adopts it
  std::string beside;  ///< id of the series that mandates it, or that it mandates; or empty
  int every = 0;       ///< years from one to the next; 0: no rhythm is known
  int from_year = 0;   ///< the first in which it is known to be due by this rhythm
  int to_year = 0;     ///< the last; 0: it is not known to have ended
  /// What is due in a year is due at the session of this body with this number more than the year:
  /// -1945 of the General Assembly. A document of two organs has two; empty: not known.
  std::vector<Session> sessions;
  std::string evidence;
  std::vector<SeriesMember> members;  ///< by year, then by date, then by symbol
};

/// In the order of the table. Thread-safe, as everything here.
const std::vector<Series>& series_register();
/// By id or one of its names, whatever case; nullptr if there is none.
const Series* find_series(std::string_view name);
/// The series that the document belongs to; nullptr for none. A joint symbol belongs by any part,
/// and an addendum or corrigendum belongs to none.
const Series* series_of(const Symbol& symbol);
/// What is expected in from..to: the members of these years, those of unknown symbol too, and by
/// the rhythm one for each due year that no member has. By year.
std::vector<SeriesMember> due(const Series& series, int from, int to);
/// At which sessions it was due, or came: by its symbol, else by the rule of the series; empty: not
/// known.
std::vector<Session> sessions_of(const Series& series, const SeriesMember& member);
/// The first year by the rhythm after the last one with a member of known symbol; 0 where no rhythm
/// is known, or where the series had ended by then.
int next_due(const Series& series);

}  // namespace undex
