#pragma once
// What all answers of SRU have: the element with its namespace, the version, the request repeated,
// the diagnostics.
#include "searcher/serve/sru/asked.h"

namespace undex::serve::sru {

/// <zs:searchRetrieveResponse> open, with its version.
XmlBuilder begin_answer(const Asked& asked, std::string_view element);

/// <zs:record> of a schema. What can be packed is packed as asked for. `identifier` and `position`
/// may be empty and 0.
void add_record(XmlBuilder& xml, const Asked& asked, std::string_view schema,
                const std::string& element, const std::string& identifier = {},
                std::size_t position = 0);

/// <zs:echoedScanRequest>.
void add_echo(XmlBuilder& xml, const Asked& asked, std::string_view element);

HttpResponse end_answer(const Asked& asked, XmlBuilder& xml);

/// <zs:searchRetrieveResponse>: the records found, the next position, the facets.
HttpResponse search_retrieve(const Call& call, Asked& asked);

}  // namespace undex::serve::sru
