#pragma once
// Addresses of documents: "A/58/568", "A/58/568/para/16 (g)", "A/58/568/cite". A symbol may stand
// in any form; a document has one address, to which the others lead.
#include <optional>
#include <string>
#include <string_view>

#include "corpus/locator.h"
#include "searcher/documents/target.h"
#include "searcher/serve/routes.h"

namespace undex::serve {

/// What is shown of a document.
enum class Tab { text, cite, citations, reuse, original, xml, feed };

struct DocumentAddress {
  std::string name;              ///< as it stands in the address
  std::optional<Locator> place;  ///< behind "/para/"
  bool bad_place = false;        ///< what stands there is no place
  Tab tab = Tab::text;
};

DocumentAddress read_document_address(std::string_view rest);

/// "" of the text, "cite", "citations", ...
std::string_view name_of(Tab tab);

/// "/A/58/568/cite": the one address of this document, place and tab.
std::string canonical_path(std::string_view name, const std::optional<Locator>& place, Tab tab);

}  // namespace undex::serve
