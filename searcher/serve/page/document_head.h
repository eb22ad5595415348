#pragma once
// What programs and readers learn of a document before its text: citation <meta>, JSON-LD and the
// masthead.
#include <optional>
#include <string>
#include <vector>

#include "corpus/archive.h"
#include "searcher/render/record/record.h"
#include "searcher/serve/page/html.h"
#include "searcher/serve/page/texts.h"
#include "searcher/serve/routes.h"
#include "undex/search.h"

namespace undex::serve {

/// citation_* as reference managers read them, schema.org's Report as JSON-LD, language versions.
Html document_head(const Call& call, const Record& record,
                   const std::vector<ArchiveEntry>& entries);

/// <h1> and the particulars.
Html document_masthead(const Call& call, const Texts& texts, const Document& document,
                       const std::optional<Locator>& place);

/// Whole citation and permanent address of `path`, which are seen on paper alone.
Html printed_citation(const Call& call, const Texts& texts, const Record& record,
                      const std::string& path);

/// OpenURL ContextObject in a span (COinS), for lists.
Html coins(const Record& record);
/// The same of what a hit has.
Html coins(const Hit& hit);

}  // namespace undex::serve
