#pragma once
// When changes of the archive came to be served: <archive>/index/publications.tsv, beside the
// generations of the index (index_form.h), one line for each that brought changes. A harvester asks
// for what is new since a moment, and what it could not see then must bear a later time.
//
// First line "undex-publications\t1", then "<revision>\t<time>" a publication, both rising: the
// changes of the archive up to this revision and above that of the line before were served from
// this time on, and not before. The time is ISO 8601 in UTC; empty, in the first line, for what was
// published before this file was kept: there the times of the journal hold.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace undex {

inline constexpr std::string_view kPublicationsFile = "publications.tsv";

struct Publication {
  std::size_t revision = 0;  ///< of the archive
  std::string time;
  bool operator==(const Publication&) const = default;
};

std::string write_publications(const std::vector<Publication>& publications);
/// Error{archive} when it is damaged, Error{version} when newer.
std::vector<Publication> read_publications(std::string_view text);

}  // namespace undex
