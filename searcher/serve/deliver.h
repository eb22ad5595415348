#pragma once
// What every answer gets on its way out: a name of its state and conditional requests (RFC 9110,
// 13), parts (14), fewer bytes, the headers that keep a browser safe. Pure: no socket, no clock.
#include <string>
#include <string_view>

#include "searcher/serve/http.h"
#include "searcher/serve/site.h"

namespace undex::serve {

/// Handlers say what they say; this says it as HTTP wants it: ETag, Last-Modified, 304 and 412 of
/// what may be kept, 206 and 416 where HttpResponse::ranges, gzip where the client takes it and it
/// is worth it, CORS as configured, no body for HEAD, and Content-Security-Policy, nosniff,
/// Referrer-Policy and their like.
HttpResponse deliver(const HttpRequest& request, HttpResponse response, const SiteOptions& options);

/// "Sat, 21 Nov 2026 17:20:00 GMT".
std::string http_date(long long seconds);
/// Nothing for what is no date of that form.
std::optional<long long> read_http_date(std::string_view text);

/// Whether a list such as Accept-Encoding or If-None-Match names the value: "gzip;q=0" does not.
bool names_token(std::string_view list, std::string_view token);

}  // namespace undex::serve
