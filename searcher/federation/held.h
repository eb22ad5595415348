#pragma once
// What an archive of this machine tells of its documents to those who ask several.
#include <string>
#include <string_view>
#include <vector>

#include "corpus/archive.h"
#include "searcher/federation/member.h"

namespace undex::federation {

/// As Archive::find.
std::vector<ListedText> held_under(const Archive& archive, std::string_view name);
/// Error{usage} when nothing has this key any more.
std::string held_bytes(const Archive& archive, std::string_view key, Kept kept);

/// Error{usage} for more than kMostNames.
std::vector<std::string> held_of(const Archive& archive, const std::vector<std::string>& names);
/// As ArchiveShelves::citing. Error{usage} for more than kMostCiting.
std::vector<CitingText> held_citing(const Archive& archive, const Symbol& cited);

}  // namespace undex::federation
