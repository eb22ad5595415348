#include "searcher/serve/health.h"

#include <nlohmann/json.hpp>

#include "searcher/render/json_text.h"

namespace undex::serve {

HttpResponse health(const Call& call) {
  const Status status = call.view.searcher.status();
  const nlohmann::ordered_json body = {{"status", "ok"},
                                       {"documents", status.documents},
                                       {"paragraphs", status.paragraphs},
                                       {"index", call.view.state}};
  HttpResponse response{.media_type = "application/json", .body = rendering::json_line(body)};
  response.set("cache-control", "no-store");
  return response;
}

}  // namespace undex::serve
