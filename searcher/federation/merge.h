#pragma once
// What several archives answer, put together as the answer of one. Pure.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "undex/part.h"

namespace undex::federation {

/// The name of the facet and the filter that tell archives apart.
inline constexpr std::string_view kArchiveField = "archive";

struct Part {
  std::string archive;
  bool chosen = true;    ///< its hits are wanted, not its counts alone
  std::size_t held = 0;  ///< documents
  PartAnswer answer{};
};

struct Merged {
  Result result;                        ///< without cursor and archives
  bool more = false;                    ///< others follow its hits
  std::string last{};                   ///< sort key of the last hit
  std::vector<std::uint64_t> groups{};  ///< of its hits, where they are grouped
};

/// Parts in the order of the list, at least one. Each was asked for the hits from
/// the first to one behind the page; `request` is what was asked of all.
/// Offers have the counts of one archive, not of all.
Merged merge(const Request& request, std::vector<Part> parts);

/// Who else belongs to the groups of the hits, as parts in the order of the list told of
/// Merged::groups.
void merge_others(std::vector<Part> parts, Merged& merged);

/// Facets of one field, each with every value that is held.
Facet merge_facets(const Request& request, std::vector<Facet> facets);

}  // namespace undex::federation
