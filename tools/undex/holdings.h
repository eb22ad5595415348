#pragma once
// Finding the archive, and a document in it by what the user typed.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/archive.h"
#include "corpus/locator.h"
#include "tools/undex/options.h"

namespace undex::tool {

/// --reason in one line; empty when it says nothing.
std::string stated_reason(const Arguments& arguments);

/// "A/58/568, para. 11", "E/2009/21#para_12", "E/2009/21:12": what is held under the name, and the
/// place in it.
struct Target {
  std::vector<ArchiveEntry> entries;  ///< every language version and source held; empty: not held
  std::string name;                   ///< the part that names the document
  std::optional<Locator> place;
};
/// Error{usage} when the part after the name is no locator.
Target find_target(const Archive& archive, std::string_view typed);

/// The name held that is nearest to this one; empty when none is near.
std::string nearest_held(const Archive& archive, std::string_view name);

/// The version to show of those held: the language asked for, else English, else the first; the
/// others are named on stderr. Error{usage} when it is not held in the language.
ArchiveEntry chosen_version(const std::vector<ArchiveEntry>& entries, const std::string& language);

/// The places of the target and of --para. Error{usage} when --para is no locator.
std::vector<Locator> places_of(const Arguments& arguments, const Target& target);

/// A document held, with its marks: those of the archive, or new ones where older rules made them.
Document read_understood(const Archive& archive, const ArchiveEntry& entry);

/// Adds to the document's notices what only other documents held can tell: paragraphs cited that
/// are not there, words quoted that differ.
void add_notices_of_held(const Archive& archive, Document& document);

/// What is held that cites the symbol, by the index, in the order of the archive.
std::vector<ArchiveEntry> citing_entries(const Archive& archive, const Symbol& symbol);

/// Says on stderr that the document is not held, which near one is, and `more`; the exit status.
int not_held(const Archive& archive, const std::string& name, const std::string& more = {});

}  // namespace undex::tool
