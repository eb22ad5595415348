#include "searcher/serve/access_log.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <string_view>

#include "corpus/text.h"

namespace undex::serve {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::size_t kLongest = 2048;

/// Between quotation marks, and what is not there as "-".
std::string quoted(std::string_view text) {
  if (text.empty()) return "\"-\"";
  std::string out = "\"";
  for (const char c : printable(text.substr(0, kLongest)))
    out += c == '"' ? std::string("\\\"") : std::string(1, c);
  return out + '"';
}

std::string time_of(std::time_t now) {
  namespace chrono = std::chrono;
  const chrono::sys_seconds time{chrono::seconds(now)};
  const auto day = chrono::floor<chrono::days>(time);
  const chrono::year_month_day date(day);
  const chrono::hh_mm_ss clock(time - day);
  char text[64];
  std::snprintf(
      text, sizeof text, "[%02u/%s/%04d:%02d:%02d:%02d +0000]", static_cast<unsigned>(date.day()),
      kMonths[static_cast<unsigned>(date.month()) - 1].data(), static_cast<int>(date.year()),
      static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
      static_cast<int>(clock.seconds().count()));
  return text;
}

}  // namespace

std::string access_line(const HttpRequest& request, const HttpResponse& response,
                        double milliseconds, std::time_t now) {
  char took[32];
  std::snprintf(took, sizeof took, "%.1f", milliseconds);
  return printable(request.client.empty() ? "-" : request.client) + " - - " + time_of(now) + ' ' +
         quoted(request.method + ' ' + request.target + " HTTP/1.1") + ' ' +
         std::to_string(response.status) + ' ' + std::to_string(response.body.size()) + ' ' +
         quoted(request.header("referer")) + ' ' + quoted(request.header("user-agent")) + ' ' +
         took;
}

}  // namespace undex::serve
