#pragma once
// The parts of a trace, each made from the paragraphs that speak of its subject.
#include <string>
#include <vector>

#include "corpus/archive.h"
#include "searcher/search/holdings.h"
#include "searcher/trace/spoken.h"
#include "searcher/trace/subject.h"
#include "undex/trace.h"

namespace undex::tracing {

std::vector<TraceName> names_of(const Spoken& spoken);
std::vector<TraceChange> changes_of(const std::vector<const Name*>& names, const Archive& archive);
std::vector<TraceBody> bodies_of(const Subject& subject, const Spoken& spoken,
                                 const Archive& archive);
std::vector<TraceStatus> statuses_of(const Subject& subject, const Spoken& spoken);
std::vector<TraceCompany> company_of(const Subject& subject, const Spoken& spoken);

/// The rows of a trace, one a year or session, with the lines that can be quoted.
struct Rows {
  std::vector<TraceYear> years;
  /// Of each document spoken of: labels of its rows.
  std::vector<std::vector<std::string>> labels;
};
Rows rows_of(const TraceRequest& request, const search::Holdings& held, const Spoken& spoken,
             const Archive& archive);

/// With the labels of the rows in which the documents that say so stand.
std::vector<TraceMandate> mandates_of(const Spoken& spoken,
                                      const std::vector<std::vector<std::string>>& labels,
                                      const Archive& archive);

/// Figures that speak of the subject: fills Trace::figures and Trace::figure_changes.
void add_figures(const Subject& subject, const Spoken& spoken, Trace& trace);

}  // namespace undex::tracing
