#pragma once
// Document <-> XML: Akoma Ntoso 3.0 as the UN profile (AKN4UN) uses it, narrowed by
// schemas/document.xsd.
#include <string>
#include <string_view>

#include "corpus/document.h"

namespace undex {

/// The document as one XML file, UTF-8. Lossless: read_document_xml gives an equal Document back.
std::string write_document_xml(const Document& document);

/// The same, read back before it is given: Error{check} when text, labels or marks would be lost.
std::string proved_document_xml(const Document& document);

/// Throws Error{check} naming `name` and the line when the bytes are not such a document; refuses
/// DOCTYPE, more than 10,000 attributes on an element, and nesting deeper than 256. Throws
/// Error{version} for a newer form.
Document read_document_xml(std::string_view xml, std::string_view name);

/// The number of the rules that made the marks of such a document, found without reading it: 0 when
/// it has none.
int marks_rules(std::string_view xml);

}  // namespace undex
