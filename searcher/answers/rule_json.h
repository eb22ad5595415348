#pragma once
// The rules of parameters as programs read them.
#include <nlohmann/json_fwd.hpp>
#include <span>

#include "searcher/answers/parameters.h"

namespace undex::answers {

/// [{"name": "limit", "takes": "number", "required": false, "default": "10", "most": 1000, ...}].
nlohmann::ordered_json rules_json(std::span<const Rule> rules);

}  // namespace undex::answers
