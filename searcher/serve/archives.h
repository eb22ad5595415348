#pragma once
// How several archives that are asked as one are now: for people, programs and operators.
#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "undex/federation.h"

namespace undex::serve {

/// All that answer together.
struct ArchivesTogether {
  std::size_t answering = 0;
  std::size_t documents = 0, paragraphs = 0, records = 0;
};
ArchivesTogether together(const std::vector<ListedState>& states);

/// "http://10.0.0.2:8080", or empty: where a folder of this machine lies is the operator's to know.
std::string public_place(const ListedState& state);

/// [{"name": "geneva", "place": "", "answers": true, "why_not": "", "milliseconds": 3, ...}]
nlohmann::ordered_json states_json(const std::vector<ListedState>& states);

}  // namespace undex::serve
