#pragma once
// The text of a document as HTML: headings, numbered paragraphs with their addresses, notes,
// tables; what it cites, counts and names is marked and leads on.
#include <map>
#include <string>
#include <vector>

#include "corpus/document.h"
#include "searcher/render/citation_page.h"
#include "searcher/serve/page/html.h"
#include "searcher/serve/page/texts.h"
#include "searcher/serve/routes.h"

namespace undex::serve {

/// How many places of other documents pin a place of this one, by its anchor.
using CitedPlaces = std::map<std::string, std::size_t>;
CitedPlaces cited_places(const CitationPage& page);

struct TextOptions {
  std::vector<Locator> only{};  ///< places to show; none: the whole document
  CitedPlaces cited{};
};

/// Blocks from the first to the last; `name` is that of the document's address.
Html document_text(const Call& call, const Texts& texts, const Document& document,
                   const TextOptions& options);
/// Links to its headings; empty where there are fewer than three.
Html table_of_contents(const Texts& texts, const Document& document);

}  // namespace undex::serve
