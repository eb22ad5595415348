#pragma once
// Moments as they are written everywhere, on disk and on the wire: ISO 8601 in UTC, to the second.
#include <string>

namespace undex {

/// "2026-11-21T17:25:30Z" of seconds since 1970.
std::string utc_time(long long seconds);

/// The clock of this machine, in seconds since 1970 and as such a text.
long long seconds_now();
std::string utc_now();

}  // namespace undex
