#pragma once
// Times as OAI-PMH writes them: a day ("2026-11-21") or a second of UTC ("2026-11-21T17:25:30Z").
// Of one length they order as bytes do.
#include <string>
#include <string_view>

namespace undex::serve::oai {

/// One of the two forms, of a day that there is.
bool is_datestamp(std::string_view text);
/// Whether it names a day and no second.
bool is_day(std::string_view datestamp);

/// Its first and its last second.
std::string first_second(std::string_view datestamp);
std::string last_second(std::string_view datestamp);

/// A time of the archive in seconds: of a day its first, of none the first of 1970.
std::string in_seconds(std::string_view time);

}  // namespace undex::serve::oai
