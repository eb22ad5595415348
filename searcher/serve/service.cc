#include "searcher/serve/service.h"

#include <chrono>
#include <utility>

#include "searcher/serve/access_log.h"
#include "searcher/serve/archives.h"
#include "searcher/serve/deliver.h"
#include "searcher/serve/routes.h"

namespace undex::serve {
namespace {

std::vector<std::string_view> paths() {
  std::vector<std::string_view> all;
  for (const Route& route : routes()) all.push_back(route.path);
  all.emplace_back("other");
  return all;
}

}  // namespace

Service::Service(SiteOptions options, Log log)
    : site_(std::move(options)), metrics_(paths()), log_(std::move(log)) {
  if (const Federation* all = site_.federation())
    metrics_.watch_archives([all] {
      const std::vector<ListedState> states = all->states();
      return Metrics::Archives{states.size(), together(states).answering};
    });
}

HttpResponse Service::answer(const HttpRequest& request) {
  using Clock = std::chrono::steady_clock;
  const Clock::time_point begin = Clock::now();
  const bool reads = request.method == "GET" || request.method == "HEAD";
  HttpResponse response =
      reads && request.path == "/metrics"
          ? HttpResponse{.media_type = "text/plain; version=0.0.4; charset=utf-8",
                         .body = metrics_.text()}
          : serve::answer(site_, request);
  response = deliver(request, std::move(response), site_.options());
  const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
  metrics_.count(route_index(request.path), response.status, response.body.size(), seconds);
  if (log_) log_(access_line(request, response, seconds * 1e3, std::time(nullptr)));
  return response;
}

}  // namespace undex::serve
