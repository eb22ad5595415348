#include "searcher/serve/health.h"

#include <nlohmann/json.hpp>

#include "searcher/render/json_text.h"
#include "searcher/serve/archives.h"

namespace undex::serve {
namespace {

nlohmann::ordered_json health_of_all(const Call& call) {
  const std::vector<ListedState> states = call.search.states();
  const ArchivesTogether all = together(states);
  nlohmann::ordered_json missing = nlohmann::ordered_json::array();
  for (const auto& [name, why_not] : call.search.missing()) missing.push_back(name);
  return {{"status", missing.empty() ? "ok" : "partial"},
          {"documents", all.documents},
          {"paragraphs", all.paragraphs},
          {"index", call.view.state},
          {"archives", states.size()},
          {"answering", all.answering},
          {"missing", std::move(missing)}};
}

nlohmann::ordered_json health_of_one(const Call& call) {
  const Status status = call.view.searcher.status();
  return {{"status", "ok"},
          {"documents", status.documents},
          {"paragraphs", status.paragraphs},
          {"index", call.view.state}};
}

}  // namespace

HttpResponse health(const Call& call) {
  const nlohmann::ordered_json body =
      call.search.is_of_several() ? health_of_all(call) : health_of_one(call);
  HttpResponse response{.media_type = "application/json", .body = rendering::json_line(body)};
  response.set("cache-control", "no-store");
  return response;
}

}  // namespace undex::serve
