#include "searcher/serve/deliver.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

#include "corpus/ascii.h"
#include "corpus/hash.h"
#include "corpus/strings.h"
#include "corpus/text.h"
#include "searcher/serve/gzip.h"

namespace undex::serve {
namespace {

namespace chrono = std::chrono;

constexpr std::size_t kWorthGzip = 1024;
constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 7> kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool is_text(std::string_view media_type) {
  return media_type.starts_with("text/") || media_type.find("json") != std::string_view::npos ||
         media_type.find("xml") != std::string_view::npos ||
         media_type.find("javascript") != std::string_view::npos;
}

std::string_view without_weakness(std::string_view etag) {
  return etag.starts_with("W/") ? etag.substr(2) : etag;
}

/// "*" or one of them, weak ones too: If-None-Match compares weakly.
bool etag_matches(std::string_view list, std::string_view etag) {
  for (std::string_view one : split(list, ',')) {
    one = trimmed(one);
    if (one == "*") return true;
    if (without_weakness(one) == without_weakness(etag)) return true;
  }
  return false;
}

/// Strongly: a weak name matches none but "*".
bool is_state_named(std::string_view list, std::string_view etag) {
  for (std::string_view one : split(list, ',')) {
    one = trimmed(one);
    if (one == "*" || (one == etag && !etag.starts_with("W/"))) return true;
  }
  return false;
}

/// Whether the client wants it only as it was, and it is otherwise.
bool has_changed(const HttpRequest& request, const HttpResponse& response, std::string_view etag) {
  if (const std::string_view known = request.header("if-match"); !known.empty())
    return !is_state_named(known, etag);
  const auto since = read_http_date(request.header("if-unmodified-since"));
  return since && response.last_modified > *since;
}

bool is_unchanged(const HttpRequest& request, const HttpResponse& response, std::string_view etag) {
  if (const std::string_view known = request.header("if-none-match"); !known.empty())
    return etag_matches(known, etag);
  const auto since = read_http_date(request.header("if-modified-since"));
  return since && response.last_modified != 0 && response.last_modified <= *since;
}

/// Weak where the bytes may be sent as they are or made small: the words are the same.
std::string etag_of(const HttpResponse& response) {
  const std::string state =
      response.etag.empty() ? sha256_hex(response.body).substr(0, 32) : response.etag;
  return (response.ranges ? "\"" : "W/\"") + state + '"';
}

struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::optional<std::size_t> number_in(std::string_view text) {
  std::size_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size()) return {};
  return value;
}

/// One range of bytes; nothing for what is none or for several, which may be answered in whole. An
/// empty one cannot be satisfied.
std::optional<ByteRange> read_range(std::string_view text, std::size_t size) {
  constexpr std::string_view kUnit = "bytes=";
  if (to_lower(text.substr(0, kUnit.size())) != kUnit) return {};
  text.remove_prefix(kUnit.size());
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos || text.find(',') != std::string_view::npos) return {};
  const auto first = number_in(trimmed(text.substr(0, dash)));
  const auto last = number_in(trimmed(text.substr(dash + 1)));
  if (!first && !last) return {};
  if (!first) return ByteRange{size - std::min(size, *last), size};
  if (last && *last < *first) return {};
  if (*first >= size) return ByteRange{};
  return ByteRange{*first, last ? std::min(size, *last + 1) : size};
}

void cut_to_range(const HttpRequest& request, HttpResponse& response, std::string_view etag) {
  const std::string_view wanted = request.header("range");
  const std::string_view condition = request.header("if-range");
  if (wanted.empty() || (!condition.empty() && condition != etag)) return;
  const std::size_t size = response.body.size();
  const auto range = read_range(wanted, size);
  if (!range) return;
  if (range->begin >= range->end) {
    response.status = 416;
    response.body.clear();
    response.set("content-range", "bytes */" + std::to_string(size));
    return;
  }
  response.status = 206;
  response.set("content-range", "bytes " + std::to_string(range->begin) + "-" +
                                    std::to_string(range->end - 1) + "/" + std::to_string(size));
  response.body = response.body.substr(range->begin, range->end - range->begin);
}

void add_vary(HttpResponse& response, std::string_view name) {
  std::string names(response.header("vary"));
  names += (names.empty() ? "" : ", ") + std::string(name);
  response.set("vary", names);
}

void allow_origin(const HttpRequest& request, HttpResponse& response, const SiteOptions& options) {
  if (options.cors_origins.empty()) return;
  response.set("access-control-expose-headers", "etag, link, retry-after, undex-missing-archives");
  if (options.cors_origins.front() == "*") {
    response.set("access-control-allow-origin", "*");
    return;
  }
  add_vary(response, "origin");
  const std::string_view origin = request.header("origin");
  if (!origin.empty() &&
      std::ranges::find(options.cors_origins, origin) != options.cors_origins.end())
    response.set("access-control-allow-origin", origin);
}

/// Who may show the page in a frame: no one, unless it is one made to be embedded.
void keep_safe(const HttpRequest& request, HttpResponse& response, const SiteOptions& options) {
  std::string ancestors = "'none'";
  if (request.parameter("embed") == "1" && !options.frame_ancestors.empty()) {
    ancestors.clear();
    for (const std::string& one : options.frame_ancestors)
      ancestors += (ancestors.empty() ? "" : " ") + one;
  }
  response.set("content-security-policy",
               "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
               "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors " +
                   ancestors);
  response.set("x-content-type-options", "nosniff");
  response.set("referrer-policy", "strict-origin-when-cross-origin");
  response.set("permissions-policy",
               "interest-cohort=(), camera=(), geolocation=(), microphone=()");
  if (response.header("cross-origin-resource-policy").empty())
    response.set("cross-origin-resource-policy",
                 options.cors_origins.empty() ? "same-origin" : "cross-origin");
}

/// Whether it is sent small to those who take it so.
bool may_be_small(const HttpResponse& response) {
  return !response.ranges && is_text(response.media_type) && response.body.size() >= kWorthGzip;
}

/// What it says instead of itself: that the client has it, or that it is not what he wants.
void leave_out(HttpResponse& response, int status) {
  response.status = status;
  response.body.clear();
  response.media_type.clear();
}

/// RFC 9110, 13.2.2: in this order.
void meet_conditions(const HttpRequest& request, HttpResponse& response) {
  if (response.header("cache-control") == "no-store") return;
  const std::string etag = etag_of(response);
  response.set("etag", etag);
  if (response.last_modified != 0) response.set("last-modified", http_date(response.last_modified));
  if (response.header("cache-control").empty()) response.set("cache-control", "no-cache");
  if (response.ranges) response.set("accept-ranges", "bytes");
  if (has_changed(request, response, etag)) return leave_out(response, 412);
  if (is_unchanged(request, response, etag)) return leave_out(response, 304);
  if (response.ranges && request.method == "GET") cut_to_range(request, response, etag);
}

}  // namespace

bool names_token(std::string_view list, std::string_view token) {
  for (const std::string_view one : split(list, ',')) {
    const std::size_t mark = std::min(one.find(';'), one.size());
    if (to_lower(trimmed(one.substr(0, mark))) != token) continue;
    const std::string_view weight = trimmed(one.substr(std::min(mark + 1, one.size())));
    return !(weight.starts_with("q=0") &&
             weight.find_first_of("123456789") == std::string_view::npos);
  }
  return false;
}

std::string http_date(long long seconds) {
  const chrono::sys_seconds time{chrono::seconds(seconds)};
  const auto day = chrono::floor<chrono::days>(time);
  const chrono::year_month_day date(day);
  const chrono::hh_mm_ss clock(time - day);
  char text[64];
  std::snprintf(text, sizeof text, "%s, %02u %s %04d %02d:%02d:%02d GMT",
                kDays[chrono::weekday(day).c_encoding()].data(), static_cast<unsigned>(date.day()),
                kMonths[static_cast<unsigned>(date.month()) - 1].data(),
                static_cast<int>(date.year()), static_cast<int>(clock.hours().count()),
                static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return text;
}

std::optional<long long> read_http_date(std::string_view text) {
  // "Sat, 21 Nov 2026 17:20:00 GMT"
  if (text.size() != 29 || text.substr(3, 2) != ", " || text.substr(25) != " GMT") return {};
  const auto month = std::ranges::find(kMonths, text.substr(8, 3));
  const auto number = [&](std::size_t at, std::size_t width) {
    return number_in(text.substr(at, width));
  };
  const auto day = number(5, 2), year = number(12, 4), hour = number(17, 2), minute = number(20, 2),
             second = number(23, 2);
  if (month == kMonths.end() || !day || !year || !hour || !minute || !second) return {};
  const chrono::year_month_day date(
      chrono::year(static_cast<int>(*year)),
      chrono::month(static_cast<unsigned>(month - kMonths.begin()) + 1),
      chrono::day(static_cast<unsigned>(*day)));
  if (!date.ok() || *hour > 23 || *minute > 59 || *second > 60) return {};
  const long long days = chrono::sys_days(date).time_since_epoch().count();
  return days * 86'400 + static_cast<long long>(*hour * 3600 + *minute * 60 + *second);
}

HttpResponse deliver(const HttpRequest& request, HttpResponse response,
                     const SiteOptions& options) {
  keep_safe(request, response, options);
  allow_origin(request, response, options);
  const bool small = may_be_small(response);
  if (small) add_vary(response, "accept-encoding");  // of a 304 too: what is kept varies
  if (response.status == 200 && (request.method == "GET" || request.method == "HEAD"))
    meet_conditions(request, response);
  if (small && !response.body.empty() && names_token(request.header("accept-encoding"), "gzip")) {
    response.body = gzipped(response.body);
    response.set("content-encoding", "gzip");
  }
  if (request.method == "HEAD" && response.status != 304)
    response.set("content-length", std::to_string(response.body.size()));
  if (request.method == "HEAD") response.body.clear();
  return response;
}

}  // namespace undex::serve
