#include "searcher/serve/metrics.h"

#include <algorithm>
#include <cstdio>

namespace undex::serve {
namespace {

void add_head(std::string& out, std::string_view name, std::string_view kind,
              std::string_view help) {
  out += "# HELP undex_" + std::string(name) + ' ' + std::string(help) + "\n# TYPE undex_" +
         std::string(name) + ' ' + std::string(kind) + '\n';
}

std::string decimal(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%g", value);
  return text;
}

void add_number(std::string& out, std::string_view name, std::string_view kind,
                std::string_view help, std::uint64_t value) {
  add_head(out, name, kind, help);
  out += "undex_" + std::string(name) + ' ' + std::to_string(value) + '\n';
}

void add_listener(std::string& out, const ListenerCounts& counts) {
  const struct {
    std::string_view name, kind, help;
    std::uint64_t value;
  } rows[] = {
      {"connections_accepted_total", "counter", "Connections taken.", counts.accepted},
      {"connections_refused_total", "counter", "Connections over a cap.", counts.refused},
      {"connections_dropped_total", "counter", "Connections that were too slow.", counts.dropped},
      {"requests_read_total", "counter", "Requests read whole.", counts.requests},
      {"requests_failed_total", "counter", "Requests that a fault left unanswered.", counts.failed},
      {"requests_malformed_total", "counter", "Requests refused unread.", counts.malformed},
      {"requests_busy_total", "counter", "Requests refused for being too many.", counts.busy},
      {"requests_abandoned_total", "counter", "Requests whose client went away.", counts.gone},
      {"connections_open", "gauge", "Connections now.", counts.open},
      {"requests_waiting", "gauge", "Requests that wait for a worker.", counts.waiting},
  };
  for (const auto& row : rows) add_number(out, row.name, row.kind, row.help, row.value);
}

}  // namespace

Metrics::Metrics(std::vector<std::string_view> routes)
    : routes_(std::move(routes)), rows_(routes_.size()) {}

void Metrics::count(std::size_t route, int status, std::size_t bytes, double seconds) {
  Row& row = rows_[std::min(route, rows_.size() - 1)];
  const auto hundreds = static_cast<std::size_t>(std::clamp(status / 100, 1, 5));
  const auto bucket = std::ranges::lower_bound(kSecondsBounds, seconds) - kSecondsBounds.begin();
  row.by_status[hundreds].fetch_add(1, std::memory_order_relaxed);
  row.by_seconds[static_cast<std::size_t>(bucket)].fetch_add(1, std::memory_order_relaxed);
  row.bytes.fetch_add(bytes, std::memory_order_relaxed);
  row.microseconds.fetch_add(static_cast<std::uint64_t>(seconds * 1e6), std::memory_order_relaxed);
}

std::string Metrics::text() const {
  std::string out;
  const auto label = [&](std::size_t i) { return "{route=\"" + std::string(routes_[i]) + '"'; };
  add_head(out, "requests_total", "counter", "Requests answered.");
  for (std::size_t i = 0; i < rows_.size(); ++i)
    for (std::size_t hundreds = 1; hundreds <= 5; ++hundreds)
      if (const std::uint64_t count = rows_[i].by_status[hundreds])
        out += "undex_requests_total" + label(i) + ",status=\"" + std::to_string(hundreds) +
               "xx\"} " + std::to_string(count) + '\n';
  add_head(out, "answer_bytes_total", "counter", "Bytes of bodies sent.");
  for (std::size_t i = 0; i < rows_.size(); ++i)
    out += "undex_answer_bytes_total" + label(i) + "} " + std::to_string(rows_[i].bytes) + '\n';
  add_head(out, "answer_seconds", "histogram", "Time from request to answer.");
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    std::uint64_t total = 0;
    for (std::size_t bucket = 0; bucket <= kSecondsBounds.size(); ++bucket) {
      total += rows_[i].by_seconds[bucket];
      const std::string bound =
          bucket < kSecondsBounds.size() ? decimal(kSecondsBounds[bucket]) : "+Inf";
      out += "undex_answer_seconds_bucket" + label(i) + ",le=\"" + bound + "\"} " +
             std::to_string(total) + '\n';
    }
    out += "undex_answer_seconds_sum" + label(i) + "} " +
           decimal(static_cast<double>(rows_[i].microseconds) / 1e6) + '\n';
    out += "undex_answer_seconds_count" + label(i) + "} " + std::to_string(total) + '\n';
  }
  if (listener_) add_listener(out, listener_());
  if (archives_) {
    const Archives archives = archives_();
    add_number(out, "archives", "gauge", "Archives searched as one.", archives.listed);
    add_number(out, "archives_answering", "gauge", "Those that answer now.", archives.answering);
  }
  return out;
}

}  // namespace undex::serve
