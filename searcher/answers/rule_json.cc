#include "searcher/answers/rule_json.h"

#include <nlohmann/json.hpp>

#include "corpus/strings.h"

namespace undex::answers {
namespace {

using Json = nlohmann::ordered_json;

std::string_view name_of(Rule::Takes takes) {
  switch (takes) {
    case Rule::Takes::text:
      return "text";
    case Rule::Takes::number:
      return "number";
    case Rule::Takes::flag:
      return "flag";
    case Rule::Takes::texts:
      return "texts";
    case Rule::Takes::filters:
      return "filters";
  }
  return {};
}

Json rule_json(const Rule& rule) {
  Json out = {{"name", rule.name}, {"takes", name_of(rule.takes)}, {"required", rule.required}};
  if (!rule.fallback.empty()) out["default"] = rule.fallback;
  if (!rule.choices.empty()) out["choices"] = split(rule.choices, ' ');
  if (rule.takes == Rule::Takes::number) out["least"] = rule.least;
  if (rule.most > 0) out["most"] = rule.most;
  out["help"] = rule.help;
  return out;
}

}  // namespace

nlohmann::ordered_json rules_json(std::span<const Rule> rules) {
  Json rows = Json::array();
  for (const Rule& rule : rules) rows.push_back(rule_json(rule));
  return rows;
}

}  // namespace undex::answers
