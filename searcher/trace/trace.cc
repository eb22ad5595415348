#include "undex/trace.h"

#include <utility>

#include "searcher/search/holdings.h"
#include "searcher/search/index.h"
#include "searcher/trace/parts.h"
#include "searcher/trace/spoken.h"
#include "searcher/trace/subject.h"

namespace undex {
namespace {

std::vector<Filter> filters_of(const TraceRequest& request) {
  std::vector<Filter> filters = request.filters;
  const auto year = [](int number) { return number == 0 ? "" : std::to_string(number); };
  if (request.from_year != 0 || request.to_year != 0)
    filters.push_back({"year", {year(request.from_year) + ".." + year(request.to_year)}});
  return filters;
}

void note_what_is_not_read(const tracing::Subject& subject, const search::Holdings& held,
                           Trace& trace) {
  if (!held.records.empty())
    trace.notes.push_back(std::to_string(held.records.size()) +
                          " more held as catalogue records only, without a text to look through");
  std::size_t foreign = 0;
  for (const search::HeldWork& work : held.works) foreign += work.language == "en" ? 0 : 1;
  if (!subject.names.empty() && foreign > 0)
    trace.notes.push_back("names are read in English texts only: " + std::to_string(foreign) +
                          " of the documents held are in other languages");
}

}  // namespace

Trace trace(const std::filesystem::path& dir, const TraceRequest& request) {
  const tracing::Subject subject = tracing::subject_of(request.subject);
  const search::Index index = search::open_index(dir);
  const Archive archive = Archive::open(dir, Archive::Mode::read);
  return search::guarded(index.generation, [&] {
    const std::vector<Filter> filters = filters_of(request);
    const search::Holdings held =
        search::holdings(index, filters, request.by_session ? "session" : "year");
    tracing::Spoken spoken = tracing::spoken_of(subject, filters, index, archive);
    tracing::Rows rows = tracing::rows_of(request, held, spoken, archive);
    Trace out;
    out.subject = request.subject;
    out.kind = subject.kind;
    out.id = subject.id;
    out.title = subject.title;
    out.query = subject.query;
    out.names = tracing::names_of(spoken);
    out.changes = tracing::changes_of(subject.names, archive);
    out.bodies = tracing::bodies_of(subject, spoken, archive);
    out.mandates = tracing::mandates_of(spoken, rows.labels, archive);
    out.statuses = tracing::statuses_of(subject, spoken);
    out.company = tracing::company_of(subject, spoken);
    tracing::add_figures(subject, spoken, out);
    out.years = std::move(rows.years);
    out.held = held.works.size();
    for (const search::HeldWork& work : held.works) out.words += work.words;
    out.documents = spoken.documents.size();
    out.paragraphs = spoken.paragraphs();
    out.mentions = spoken.mentions();
    out.understood = std::move(spoken.understood);
    out.notes = std::move(spoken.notes);
    note_what_is_not_read(subject, held, out);
    return out;
  });
}

}  // namespace undex
