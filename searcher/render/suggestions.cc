#include "searcher/render/suggestions.h"

#include <nlohmann/json.hpp>

#include "schemas/version.h"
#include "searcher/render/json_text.h"

namespace undex {

std::string render_suggestions(const std::string& typed, const std::vector<Suggestion>& found) {
  using Json = nlohmann::ordered_json;
  Json rows = Json::array();
  for (const Suggestion& one : found)
    rows.push_back({{"field", one.field},
                    {"value", one.value},
                    {"label", one.label},
                    {"documents", one.documents}});
  return rendering::json_text(
      Json{{"format_version", kOutputVersion}, {"typed", typed}, {"suggestions", std::move(rows)}});
}

}  // namespace undex
