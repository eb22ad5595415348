#pragma once
// Documents by their names, wherever they are held: in the archive that is served, else in another
// of several. The one place where a request finds and reads what it names.
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "searcher/documents/shelves.h"
#include "searcher/serve/routes.h"

namespace undex::serve {

struct Held {
  std::vector<ArchiveEntry> entries{};            ///< none: no archive that answers holds it
  std::map<std::string, ListedText> elsewhere{};  ///< of those of other archives, by their keys

  /// The name of the archive that holds it; empty for the one that is served.
  std::string archive_of(const ArchiveEntry& entry) const;
};

/// Every text held under a name. Other archives are asked where this one has none, or none in the
/// language; a language that is empty is any. Held by none where the name cannot be read.
Held held_under(const Call& call, std::string_view name, std::string_view language = {});
/// Every text held under the name of a hit, its own among them.
Held held_of(const Call& call, const Hit& hit);

/// Of an entry of `held`. Error{archive} when it cannot be had from the archive that holds it.
std::string xml_of(const Call& call, const Held& held, const ArchiveEntry& entry);
std::string original_of(const Call& call, const Held& held, const ArchiveEntry& entry);
Document document_of(const Call& call, const Held& held, const ArchiveEntry& entry);

/// Where what is told of a document and of those around it is read: this archive, or all that are
/// searched as one. What is asked of all takes their deadline at most; Search::hear() wants to know
/// who has answered.
std::unique_ptr<const Shelves> shelves_of(const Call& call);

/// Where another archive shows it: an address, or empty for a folder of this machine.
std::string address_elsewhere(const Site& site, const std::string& archive, std::string_view path);

}  // namespace undex::serve
