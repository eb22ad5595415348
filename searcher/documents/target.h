#pragma once
// A document of the archive by what a person or an address names it, and the place in it.
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/archive.h"
#include "corpus/locator.h"

namespace undex {

/// How a document held is read: its marks may be made anew where older rules made them.
using ReadDocument = std::function<Document(const ArchiveEntry&)>;

/// What is held under a name, and the place in it.
struct Target {
  std::vector<ArchiveEntry> entries;  ///< every language version and source held; empty: not held
  std::string name;                   ///< the part that names the document
  std::optional<Locator> place;
};

/// "A/58/568, para. 11", "E/2009/21#para_12", "E/2009/21:12", a key, a reference. Error{usage} when
/// the part after the name is no locator.
Target find_target(const Archive& archive, std::string_view typed);

/// The two parts of what is held under no name as a whole, where there is a mark between them.
/// Error{usage} as above.
struct NamedPlace {
  std::string name;
  Locator place;
};
std::optional<NamedPlace> name_and_place(std::string_view typed);

/// The place of the target, then those typed for a parameter. Error{usage} naming it ("--para") for
/// what is no locator.
std::vector<Locator> places_of(const Target& target, std::string_view parameter,
                               std::span<const std::string> typed);

/// The version in a language, of those held; without a language the English one, else the first.
/// Error{usage} when it is not held in the language. There must be one.
const ArchiveEntry& version_in(const std::vector<ArchiveEntry>& entries, std::string_view language);

/// What is held that cites the symbol, by the index, in the order of the archive.
std::vector<ArchiveEntry> citing_entries(const Archive& archive, const Symbol& symbol);

}  // namespace undex
