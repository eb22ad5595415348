#pragma once
// Earlier and later wording of the paragraphs of a document, or of one place.
#include <optional>

#include "corpus/archive.h"
#include "corpus/document.h"
#include "searcher/serve/page/html.h"
#include "searcher/serve/page/texts.h"
#include "searcher/serve/routes.h"

namespace undex::serve {

Html reuse_part(const Call& call, const Texts& texts, const ArchiveEntry& entry,
                const Document& document, const std::optional<Locator>& place);

}  // namespace undex::serve
