#pragma once
// The lines of a masthead that name the meeting: session, its place and dates, agenda item.
#include <string_view>

#include "corpus/document.h"
#include "indexer/structure/masthead_lines.h"

namespace undex::structure {

/// "Fifty-eighth session", "Substantive session of 2003", "2021 session", "Tenth emergency special
/// session"
bool read_session(std::string_view line, Document& document, MastheadLine& result);
/// "Geneva, 30 June-25 July 2003", "19 June-14 July 2023"
bool read_place_and_dates(std::string_view line, Document& document, MastheadLine& result);
/// "Item 7 (d) of the provisional agenda", "Agenda items 46 and 120", a title behind it too
bool read_item(std::string_view line, Document& document, MastheadLine& result);

}  // namespace undex::structure
