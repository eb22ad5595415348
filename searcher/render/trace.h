#pragma once
// A trace for people and programs.
#include <cstddef>
#include <string>
#include <string_view>

#include "searcher/render/render.h"
#include "undex/trace.h"

namespace undex {

struct TraceOptions {
  std::size_t lines = 3;            ///< to quote of each year, as text; 0 for all
  std::string_view what = "years";  ///< csv: "years", "names", "figures", "comparisons", "company",
                                    ///< "places"
};

/// text, json, csv or svg: bars and a table, for eyes and screen readers, every number leading to
/// the paragraphs it counts. Error{version} for another format.
std::string render_trace(const Trace& trace, std::string_view format, const RenderOptions& options,
                         const TraceOptions& trace_options);

/// What a row says of itself: "mentioned", "not mentioned", "not held".
std::string_view state_of(const TraceYear& year);
/// Of a document that was due: "mentions", "silent", "record", "not held", "symbol not known".
std::string_view name_of(TraceExpected::State state);

namespace rendering {
/// Documents due that are in this state, parted by `between`; the series where no symbol is known.
std::string expected_list(const TraceYear& year, TraceExpected::State state,
                          std::string_view between);
/// All but those that mention it: "; due and not held: A/58/1; due, symbol not known: ...".
std::string expected_said(const TraceYear& year);
std::string trace_text(const Trace& trace, const RenderOptions& options, std::size_t lines);
std::string trace_json(const Trace& trace);
std::string trace_svg(const Trace& trace);
std::string trace_csv(const Trace& trace, std::string_view what);
}  // namespace rendering

}  // namespace undex
