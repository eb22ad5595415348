#pragma once
// A line a request, in the combined form that log readers know, with the milliseconds it took.
#include <ctime>
#include <string>

#include "searcher/serve/http.h"

namespace undex::serve {

/// 192.0.2.7 - - [21/Nov/2026:17:20:00 +0000] "GET /search?q=desk HTTP/1.1" 200 5120 "-" "curl/7"
/// 12.3. What a terminal would obey is written out; no value can break out of its quotation marks.
std::string access_line(const HttpRequest& request, const HttpResponse& response,
                        double milliseconds, std::time_t now);

}  // namespace undex::serve
