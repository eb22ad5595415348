#pragma once
// What the index knows of documents by their keys in the archive.
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/expand.h"
#include "searcher/query/plan.h"

namespace undex::search {

/// Archive keys of the documents that have any of the values.
std::set<std::string> keys_with(std::string_view field, const std::vector<std::string>& values,
                                const query::PlanContext& databases);

/// Of these keys those of which only a catalogue record is held.
std::set<std::string> records_among(const std::vector<std::string>& keys,
                                    const query::PlanContext& databases);

/// How many cite a symbol, in all archives where others told.
struct Citing {
  std::uint64_t documents = 0;
  std::uint64_t paragraphs = 0;
};
Citing count_citing(const Symbol& cited, const query::Expansion& expansion);

}  // namespace undex::search
