#pragma once
// From parameters to the requests of the public headers, and what the words of options mean.
#include <optional>
#include <string_view>

#include "searcher/answers/parameters.h"
#include "undex/search.h"
#include "undex/trace.h"

namespace undex::answers {

/// Of a question with the rules of "search", of "facets", or of the command with the same options.
/// What is asked for ("query", "field", "subject") is empty where it is not given.
Request search_request(const Given& given);
Request facet_request(const Given& given);
TraceRequest trace_request(const Given& given);

/// The word must be one of the choices of its rule.
Order order_named(std::string_view word);

/// "organ:ECOSOC,ODA"; a comma in a value stands in quotes: agenda:"Information, and
/// communication". Nothing when there is no colon.
std::optional<Filter> read_filter(std::string_view text);

/// "2002..2009", "2002..", "2009" as the years of the request. Error{usage} for what is none.
void read_years(std::string_view typed, TraceRequest& request);

}  // namespace undex::answers
