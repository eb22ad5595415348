#include "searcher/serve/access_log.h"

#include <cstdio>
#include <string_view>

#include "corpus/text.h"
#include "searcher/serve/deliver.h"

namespace undex::serve {
namespace {

constexpr std::size_t kLongest = 2048;

/// Between quotation marks, and what is not there as "-". A "\" of the client is doubled, or it
/// would undo that of ours before a mark.
std::string in_quotes(std::string_view text) {
  if (text.empty()) return "\"-\"";
  std::string marked;
  for (const char c : text.substr(0, kLongest)) {
    if (c == '"' || c == '\\') marked += '\\';
    marked += c;
  }
  return '"' + printable(marked) + '"';
}

/// "[21/Nov/2026:17:20:00 +0000]" of "Sat, 21 Nov 2026 17:20:00 GMT".
std::string time_of(std::time_t now) {
  const std::string date = http_date(now);
  return '[' + date.substr(5, 2) + '/' + date.substr(8, 3) + '/' + date.substr(12, 4) + ':' +
         date.substr(17, 8) + " +0000]";
}

}  // namespace

std::string access_line(const HttpRequest& request, const HttpResponse& response,
                        double milliseconds, std::time_t now) {
  char took[32];
  std::snprintf(took, sizeof took, "%.1f", milliseconds);
  return printable(request.client.empty() ? "-" : request.client) + " - - " + time_of(now) + ' ' +
         in_quotes(request.method + ' ' + request.target + " HTTP/1.1") + ' ' +
         std::to_string(response.status) + ' ' + std::to_string(response.body.size()) + ' ' +
         in_quotes(request.header("referer")) + ' ' + in_quotes(request.header("user-agent")) +
         ' ' + took;
}

}  // namespace undex::serve
