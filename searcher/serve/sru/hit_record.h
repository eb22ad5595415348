#pragma once
// What was found, as a record in XML (schemas/hit.xsd): which document, and the paragraphs that
// answer with their pinpoints and permalinks.
#include <string>

#include "searcher/serve/held.h"
#include "undex/search.h"

namespace undex::serve::sru {

std::string hit_record(const Call& call, const Hit& hit, const Held& held,
                       const ArchiveEntry& entry);

}  // namespace undex::serve::sru
