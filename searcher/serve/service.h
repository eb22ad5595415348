#pragma once
// The whole service behind the listener: routes, delivery, counts and the access log.
#include <functional>
#include <string>

#include "searcher/serve/http.h"
#include "searcher/serve/metrics.h"
#include "searcher/serve/site.h"

namespace undex::serve {

class Service {
 public:
  /// Takes each line of the access log; empty: none is made. Called by several threads.
  using Log = std::function<void(const std::string& line)>;

  /// Errors as Site.
  Service(SiteOptions options, Log log);

  /// Thread-safe.
  HttpResponse answer(const HttpRequest& request);
  Metrics& metrics() { return metrics_; }

 private:
  Site site_;
  Metrics metrics_;
  Log log_;
};

}  // namespace undex::serve
