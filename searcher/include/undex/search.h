#pragma once
// The C++ interface of undex: open an archive, ask, get results. Standard types only; the program
// itself uses nothing else to search. One Searcher serves one thread at a time; open as many as you
// like. Strings are UTF-8, offsets are bytes, begin included, end excluded. Every function throws
// undex::Error (undex/error.h) when it cannot answer; nothing found is an empty list, never an
// error.
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "undex/error.h"
#include "undex/export.h"

namespace undex {

enum class Order { relevance, newest, oldest, symbol };
enum class Syntax { undex, cql };  ///< docs/query.md, docs/cql.md
enum class FacetOrder { count, name };
enum class Unit { document, paragraph };
enum class Group { none, work, series };  ///< work: language versions and sources of one symbol
/// What bare words ask for that stand side by side. automatic: all of them, but any of them where
/// they are as many as in a question (docs/query.md says how many).
enum class Match { automatic, all, any };

/// Only what has one of these values, as if `field:value,value` were typed behind the query.
struct Filter {
  std::string field;
  std::vector<std::string> values;
};

struct Request {
  std::string query;  ///< empty means every document
  Syntax syntax = Syntax::undex;
  Match match = Match::automatic;
  std::vector<Filter> filters{};
  std::vector<std::string>
      facets;  ///< field names to count, each once; Error{usage} for an unknown one or no facet
  Unit unit = Unit::document;     ///< what is listed: documents with their passages, or paragraphs
  Group group = Group::none;      ///< one hit a work or a series, the best; the rest in Hit::others
  std::size_t limit = 10;         ///< hits to return
  std::size_t offset = 0;         ///< hits to pass over
  std::string cursor{};           ///< Result::next of the page before; Error{usage} if it is none
  std::size_t passages = 3;       ///< paragraphs to show of each document
  std::size_t facet_values = 20;  ///< values to return of each facet, 0 for all
  std::string facet_matching{};   ///< only values that hold this, by label or value, in any case
  /// A facet counts what letting go of its own conditions would find, for a reader who changes
  /// them; with this only what was found.
  bool facets_of_found = false;
  FacetOrder facet_order = FacetOrder::count;  ///< of the values of each facet, but for years
  bool decades = false;                        ///< years are counted by decade
  std::string language = "en";                 ///< of labels
  bool explain = false;                        ///< fill Result::explanation
  /// Relevance where neither this nor the query (`sortBy`) says otherwise.
  std::optional<Order> order{};
};

struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A place that answers, with the words that do: a paragraph, note or table, a heading, the words
/// of a masthead. Of a document asked for by its symbol alone: its summary or first paragraph.
struct Passage {
  std::string locator;        ///< "18 (g)": see docs/locators.md
  std::string pinpoint;       ///< "para. 18 (g)"
  std::string text;           ///< the whole paragraph
  std::vector<Span> matches;  ///< in text
  std::string snippet;        ///< the match in context, a sentence or two, "..." where cut
  std::vector<Span> snippet_matches;
  bool paragraph = true;  ///< counted as one; headings and words of the masthead are not
};

/// Another document of the same group.
struct Version {
  std::string key;
  std::string name;
  std::string title;
  std::string date;
  std::string language;
  std::string archive{};  ///< name of the one that holds it, where several were asked
};

struct Hit {
  std::string key;   ///< name in the archive
  std::string name;  ///< symbol, or reference of a paper without one
  std::string title;
  std::string type;
  std::string date;          ///< ISO 8601 as far as known
  std::string date_printed;  ///< as the document prints it
  std::string date_flag;     ///< why the date is doubtful; empty if it is not
  std::string organ;
  std::string session;
  std::string agenda_item;
  std::string language;
  bool abridged = false;  ///< a record in undex's own words, not the official text
  bool record = false;    ///< a catalogue record: no text is held
  double weight = 0;
  std::size_t paragraphs = 0;  ///< paragraphs of it that match: headings and mastheads not counted
  bool across = false;         ///< no single paragraph holds all the words
  std::vector<Passage> passages;
  /// Other documents that match, of the same work or series, by symbol; at most 20.
  std::vector<Version> others{};
  std::size_t others_count = 0;  ///< all of them
  std::string archive{};         ///< name of the one that holds it, where several were asked
};

struct FacetCount {
  std::string value;
  std::string label;
  bool doubtful = false;
  std::size_t documents = 0;
  std::size_t paragraphs = 0;
  std::string parent{};   ///< value that this one belongs to: the organ of a body; empty for none
  bool selected = false;  ///< the query asks for it
  std::size_t held = 0;   ///< documents that have it, whatever is asked; not of decades
};

/// Counted over everything that matches, but for the conditions of the query on this very field:
/// the other values say what choosing them would add.
struct Facet {
  std::string field;
  std::string label;
  std::size_t distinct = 0;  ///< number of values in all
  /// Years in order, with those between the first and the last that have no match; others by number
  /// of documents, cut to Request::facet_values, a value before those that belong to it.
  std::vector<FacetCount> values;
  std::size_t matching = 0;  ///< number of values that hold Request::facet_matching
};

/// One thing the query was taken to mean, with what it contributes.
struct Understood {
  std::string text;  ///< in words: `concept service-desk`
  std::vector<std::pair<std::string, std::size_t>>
      variants;  ///< wording and number of paragraphs that hold it
};

/// Another question that finds something: offered, never asked instead.
struct Offer {
  std::string text;               ///< "goverment" may be "government"; without year:1999
  std::string query;              ///< to ask it
  std::vector<Filter> filters{};  ///< and with these of the request
  std::size_t documents = 0;
  std::size_t paragraphs = 0;
};

/// How the query was taken, to the engine's own words. Filled when asked for.
struct Explanation {
  std::vector<std::string> concepts;  ///< ids
  std::vector<std::string> headings;  ///< ids in the thesaurus
  std::vector<std::string> terms;  ///< of the index, with the number of paragraphs: "Zen:desk 12"
  std::string documents;           ///< the engine's query for ranking
  std::string paragraphs;          ///< and for finding
};

/// What one of several archives (undex/federation.h) has to say.
struct ArchiveAnswer {
  std::string name;
  bool answered = false;
  std::size_t documents = 0;  ///< of it that match
  std::size_t paragraphs = 0;
  std::string why_not{};    ///< "no answer within 2000 ms"
  double milliseconds = 0;  ///< until it had said all, or was given up
};

struct Result {
  std::string query;  ///< as typed
  std::vector<Understood> understood;
  std::string tree;            ///< the query as read: (and (concept ict) (range year 2002 2009))
  std::size_t documents = 0;   ///< documents that match, exact
  std::size_t paragraphs = 0;  ///< paragraphs that match, exact
  std::size_t groups = 0;      ///< works or series that match, exact; 0 when nothing is grouped
  Unit unit = Unit::document;  ///< of the hits, as asked for
  Group group = Group::none;
  Order order = Order::relevance;  ///< in which the hits stand
  std::vector<Hit> hits;
  /// Cursor of the following page, empty on the last. In the order of dates or symbols it goes on
  /// behind the last hit shown, whatever came into the archive meanwhile; in that of relevance, and
  /// where hits are grouped, it belongs to this state of the index and is refused by another.
  std::string next{};
  std::vector<Facet> facets;
  std::vector<Offer>
      offers{};  ///< nearest terms, names and symbols; the query less what found nothing
  Explanation explanation{};
  std::vector<std::string>
      notes;  ///< what the user should know: "A/RES/57/295 is not held; 6 paragraphs cite it"
  std::vector<ArchiveAnswer> archives{};  ///< in the order of their list; of one archive none
  std::string generation{};  ///< names the state of those that answered; of one archive empty

  /// An archive has not answered: counts are too low, and hits may be missing.
  bool partial() const;
};

struct FieldInfo {
  std::string name, label, kind, example, help;
  bool facet = false;
};

struct Status {
  std::size_t documents = 0, paragraphs = 0;
  std::size_t records = 0;  ///< documents of which only a catalogue record is held
  int index_version = 0;
  std::size_t archive_revision = 0;  ///< revision the index was made from
  std::string generation;
};

/// A mistake in a query: Error{usage} with the place. what() is in words; caret() prints the query
/// and a mark under it.
struct UNDEX_API QueryError : Error {
  QueryError(const std::string& message, std::string advice, std::string query, std::size_t place)
      : Error(ErrorKind::usage, message, std::move(advice)),
        query_text(std::move(query)),
        offset(place) {}
  std::string query_text;
  std::size_t offset;  ///< UTF-8 byte offset of the fault
  std::string caret() const;
};

struct SuggestRequest;
struct Suggestion;
struct Statistics;
struct Shared;
struct PartAnswer;
struct TermRequest;
struct TermList;

class UNDEX_API Searcher {
 public:
  /// Opens the current index of an archive. Error{archive} when there is none or it is damaged,
  /// Error{version} when newer.
  static Searcher open(const std::filesystem::path& archive);
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

  Result search(const Request& request) const;
  /// Counts of one field over the documents a query matches (all for an empty query).
  Facet facet(std::string_view field, std::string_view query = {}, std::size_t values = 0) const;
  /// What begins with the words typed (undex/suggest.h), nearest first; nothing for nothing typed.
  std::vector<Suggestion> suggest(const SuggestRequest& request) const;
  /// Words or values in their order (undex/term_list.h). Error{usage} for a field whose terms are
  /// not listed.
  TermList terms(const TermRequest& request) const;
  Status status() const;

  // As one part of several archives that are searched as one: undex/part.h.
  // `elsewhere`: of works() those that other archives tell of, in order; this one leaves them out.
  /// Of what is held here; of the terms that others know too, where these are given.
  Statistics statistics(const Request& request, const Statistics* known = nullptr,
                        const std::vector<std::uint64_t>& elsewhere = {}) const;
  /// Weights of the best paragraphs, best first; none where the question ranks by none.
  std::vector<double> evidence(const Request& request, const Statistics& all,
                               const std::vector<std::uint64_t>& elsewhere = {}) const;
  PartAnswer part(const Request& request, const Shared& shared) const;
  /// A number for every document held, by its name and language, in order, each once.
  std::vector<std::uint64_t> works() const;

  static std::vector<FieldInfo> fields();
  /// Checks every file of the index against its manifest and the engine's own check; faults in
  /// words, empty if sound.
  std::vector<std::string> verify() const;

 private:
  struct State;
  explicit Searcher(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace undex
