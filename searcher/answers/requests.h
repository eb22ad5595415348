#pragma once
// From parameters to the requests of the public headers, and what the words of options mean.
#include <optional>
#include <string_view>

#include "searcher/answers/parameters.h"
#include "undex/search.h"
#include "undex/trace.h"

namespace undex::answers {

/// Of a question with the rules of "search", of "facets".
Request search_request(const Parameters& parameters);
Request facet_request(const Parameters& parameters);
TraceRequest trace_request(const Parameters& parameters);

/// The word must be one of the choices of its rule.
Order order_named(std::string_view word);
Match match_named(std::string_view word);
Unit unit_named(std::string_view word);
Group group_named(std::string_view word);

/// "organ:ECOSOC,ODA"; a comma in a value stands in quotes: agenda:"Information, and
/// communication". Nothing when there is no colon.
std::optional<Filter> read_filter(std::string_view text);

/// "2002..2009", "2002..", "2009" as the years of the request. Error{usage} naming `parameter`.
void read_years(std::string_view parameter, std::string_view typed, TraceRequest& request);

}  // namespace undex::answers
