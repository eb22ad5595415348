#pragma once
// The parts of the page of a trace.
#include "searcher/serve/page/html.h"
#include "searcher/serve/page/texts.h"
#include "searcher/serve/routes.h"
#include "undex/trace.h"

namespace undex::serve {

/// What all of them are given.
struct TraceView {
  const Call& call;
  const Texts& texts;
  const Trace& trace;
  const TraceRequest& request;
};

/// Bars of mentions in 10,000 words, and the table of what was held, due and mentioned.
void add_trace_years(Html& html, const TraceView& view);
/// A sentence of each paragraph that mentions it, by year.
void add_trace_quotes(Html& html, const TraceView& view);
/// Names and how they changed, who runs it, mandates, status, what stands beside it.
void add_trace_names(Html& html, const TraceView& view);
/// Quantities, and which of them may be compared.
void add_trace_figures(Html& html, const TraceView& view);

/// "E/2003/75, para. 5", with what is to be known of it.
void add_trace_place(Html& html, const TraceView& view, const TracePlace& place);
/// The search that finds the same, in one year or in all ("").
std::string trace_search(const TraceView& view, std::string_view years);

}  // namespace undex::serve
