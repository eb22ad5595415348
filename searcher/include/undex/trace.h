#pragma once
// What became of an initiative, a body or any question over the years: names, bodies, mandates,
// figures, and how often it is spoken of, with what was held and what was due beside it. Standard
// types only, as in undex/search.h; strings are UTF-8. Counts are exact; nothing is smoothed.
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "undex/export.h"
#include "undex/search.h"

namespace undex {

struct TraceRequest {
  std::string subject;  ///< a name in any language and variant, or a query
  std::vector<Filter> filters{};
  int from_year = 0, to_year = 0;  ///< 0: as far as the archive reaches
  bool by_session = false;         ///< rows are sessions, not years
};

/// Where it is said: what `undex show` takes and what a drafter cites.
struct TracePlace {
  std::string key;        ///< of the document in the archive
  std::string name;       ///< its symbol or reference
  std::string locator;    ///< "18 (g)"
  std::string pinpoint;   ///< "para. 18 (g)"
  std::string date;       ///< of the document, ISO 8601 as far as known
  std::string date_flag;  ///< why the date is doubtful; empty if it is not
  std::string caution;    ///< "abridged record", "submission"; empty for an official text
};

/// A name as documents write it: every form that holds the same spelling of the authority file
/// ("Help Desk", "Help Desk services").
struct TraceName {
  std::string id;    ///< of the authority file; empty for a concept or a query
  std::string name;  ///< as printed, in its most frequent form
  struct Form {
    std::string words;  ///< as printed: "Help Desk services", "the Division"
    std::size_t mentions = 0;
  };
  std::vector<Form> forms;  ///< most frequent first
  std::size_t mentions = 0, paragraphs = 0;
  TracePlace first, last;
  std::string evidence;  ///< of the authority file: "E/2003/75, para. 18 (g)"; or empty
};

/// A document says that a name followed another (corpus/authority.h, NameChange).
struct TraceChange {
  std::string from, to, kind, when, document, paragraph;
  bool held = false;  ///< the document that says so
};

/// A body that runs it, or that it is part of: its unit in the authority file and what that became.
struct TraceBody {
  std::string id, name;
  int from_year = 0, to_year = 0;  ///< of its mentions beside it; 0: it is not named beside it
  TracePlace evidence;             ///< the first of them
  std::string authority;           ///< evidence of the authority file that it is so
  std::vector<TraceChange> changes;
};

/// A resolution or decision that a paragraph which speaks of it names as mandate, or that asked for
/// the documents in which it is spoken of.
struct TraceMandate {
  std::string symbol;
  bool of_documents = false;  ///< it asked for these
  bool held = false;
  std::vector<std::string> years;  ///< of the documents that say so: "2003", "2022?"
  std::vector<TracePlace> places;
};

struct TraceStatus {
  std::string status;
  TracePlace place;
  std::string words;
};

/// A body or initiative in the same paragraphs.
struct TraceCompany {
  std::string id, name, kind;
  std::size_t paragraphs = 0, documents = 0;
};

struct TraceFigure {
  std::string value, upper, unit, qualifier, measure, period, period_printed, printed;
  std::string quantity;  ///< in words: "approximately 985 e-mail accounts"
  std::string when;      ///< in words: "June 2002 to May 2003"
  TracePlace place;
};
struct TraceFigureChange {
  std::size_t from = 0, to = 0;  ///< in Trace::figures
  std::string verdict;  ///< "comparable", "comparable with care", "partly comparable", "not
                        ///< comparable"
  std::string reason;
  std::string change;  ///< "-193 (-19.6 %)"; empty where nothing may be compared
};

/// What a paragraph says: the sentence in which it is first spoken of.
struct TraceQuote {
  TracePlace place;
  std::string text;
  std::vector<Span> matches;
};

/// A document that a series was to bring in the year. One that is held and that the filters leave
/// out is not expected.
struct TraceExpected {
  enum class State {
    mentions,  ///< held, and speaks of it
    silent,    ///< held, and does not
    record,    ///< held as a catalogue record, without a text
    not_held,
    unknown  ///< not even its symbol is known
  };
  std::string series;  ///< id
  std::string symbol;  ///< empty: not known
  State state = State::unknown;
};

struct TraceYear {
  std::string label;     ///< "2003", "2023?" where the date is doubtful, "no date"; of a session
                         ///< "A/58", "E/2003", "no session"
  std::size_t held = 0;  ///< documents in the archive, language versions counted once
  std::vector<TraceExpected> expected{};  ///< of the series in which it is spoken of
  std::size_t documents = 0, paragraphs = 0, mentions = 0;
  std::size_t words = 0;  ///< of the documents held: the denominator
  double per_10000 = 0;   ///< mentions in 10,000 words; 0 where nothing is held
  /// A line of every paragraph that mentions it, by document, in the order of the text.
  std::vector<TraceQuote> quotes{};

  bool silent() const { return held > 0 && paragraphs == 0; }  ///< held and not mentioned
};

struct Trace {
  std::string subject;  ///< as asked for
  std::string kind;     ///< "initiative", "office", "state", ...; "concept"; "query"
  std::string id;       ///< of the authority file or of the concept; empty for a query
  std::string title;    ///< what it was taken for: "Help Desk -> Service Desk"
  std::string query;    ///< that finds the same paragraphs in `undex search`
  std::vector<Understood> understood;
  std::vector<TraceName> names;  ///< by first mention
  std::vector<TraceChange> changes;
  std::vector<TraceBody> bodies;
  std::vector<TraceMandate> mandates;  ///< by the first document that names them
  std::vector<TraceStatus> statuses;   ///< by date
  std::vector<TraceCompany> company;   ///< most paragraphs first
  std::vector<TraceFigure> figures;    ///< by date
  std::vector<TraceFigureChange> figure_changes;
  /// Every year between the first and the last that is held or asked for. A document of doubtful
  /// date stands in each year that it may be of, so rows may add up to more than the whole.
  std::vector<TraceYear> years;
  std::size_t held = 0, words = 0;  ///< documents of all the years and their words
  std::size_t documents = 0, paragraphs = 0, mentions = 0;
  std::vector<std::string> notes;
};

/// A trace without paragraphs has documents == 0 and the years held. Errors as Searcher::search,
/// Error{usage} for an empty subject. Thread-safe.
UNDEX_API Trace trace(const std::filesystem::path& archive, const TraceRequest& request);

}  // namespace undex
