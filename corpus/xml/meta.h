#pragma once
// The meta part of document XML: names of work, language version and file as Akoma Ntoso wants
// them, and our own data.
#include <span>
#include <string>
#include <string_view>

#include "corpus/document.h"
#include "corpus/xml/builder.h"
#include "corpus/xml/inline.h"

namespace undex {

/// Address of the work in the form of the UN profile:
/// /akn/un/doc/paper/un-ecosoc/2003-05-28/E-2003-75.
std::string work_iri(const Document& document);

/// meta of the whole document: identification, the references block with the organ and `ontology`,
/// symbol, provenance, notices and marks.
void write_meta(XmlBuilder& xml, const Document& document, std::span<const OntologyEntry> ontology);
/// meta of an annex: identification only.
void write_annex_meta(XmlBuilder& xml, const Document& document, std::size_t annex);
/// Attributes part, place, number, points of our namespace.
void write_locator(XmlBuilder& xml, const Locator& locator, std::string_view prefix);
/// Whether the text is a day that exists, as xsd:date wants it.
bool is_full_date(std::string_view text);

}  // namespace undex
