#pragma once
// How each field is read from a document: what the rows of fields.cc point to. Values in order of
// the document, none twice, none empty.
#include <optional>
#include <vector>

#include "schemas/fields.h"

namespace undex {

std::vector<FieldValue> symbols_of(const Document& document);
std::vector<FieldValue> titles_of(const Document& document);
std::vector<FieldValue> years_of(const Document& document);
std::vector<FieldValue> dates_of(const Document& document);
std::vector<FieldValue> organs_of(const Document& document);
std::vector<FieldValue> bodies_of(const Document& document);
std::vector<FieldValue> kinds_of(const Document& document);
std::vector<FieldValue> sessions_of(const Document& document);
std::vector<FieldValue> agenda_titles_of(const Document& document);
std::vector<FieldValue> agenda_items_of(const Document& document);
std::vector<FieldValue> languages_of(const Document& document);
std::vector<FieldValue> series_of(const Document& document);
std::vector<FieldValue> distributions_of(const Document& document);
std::vector<FieldValue> authors_of(const Document& document);
std::vector<FieldValue> formats_of(const Document& document);
std::vector<FieldValue> sources_of(const Document& document);
std::vector<FieldValue> subjects_of(const Document& document);
std::vector<FieldValue> statuses_of(const Document& document);

/// The body whose symbols begin like those of this one: E/ of E/CN.16/, A/HRC/ of A/HRC/WG.6/.
std::optional<FieldValue> parent_body_of(const FieldValue& body);

// Of a submission; every document is of a collection.
std::vector<FieldValue> collections_of(const Document& document);
std::vector<FieldValue> submitters_of(const Document& document);
std::vector<FieldValue> calls_of(const Document& document);

// From marks: of some of them (a paragraph's), and of the whole document.
std::vector<FieldValue> cited_in(const Document& document, const Marks& marks);
std::vector<FieldValue> cited_of(const Document& document);
std::vector<FieldValue> initiatives_in(const Document& document, const Marks& marks);
std::vector<FieldValue> initiatives_of(const Document& document);
std::vector<FieldValue> entities_in(const Document& document, const Marks& marks);
std::vector<FieldValue> entities_of(const Document& document);
std::vector<FieldValue> states_in(const Document& document, const Marks& marks);
std::vector<FieldValue> states_of(const Document& document);
std::vector<FieldValue> regions_in(const Document& document, const Marks& marks);
std::vector<FieldValue> regions_of(const Document& document);
std::vector<FieldValue> activities_in(const Document& document, const Marks& marks);
std::vector<FieldValue> activities_of(const Document& document);
std::vector<FieldValue> figures_in(const Document& document, const Marks& marks);
std::vector<FieldValue> figures_of(const Document& document);

/// Whether the reference names another document, by symbol, in words or by what leans on it
/// ("that resolution").
bool is_citation(const Document& document, const Reference& reference);
/// Whether it cites the document of this symbol, or a part of it: A/57/6(Sect.27D) for A/57/6.
bool cites_symbol(const Reference& reference, const Symbol& cited);

/// "English" for "en"; empty for a code without a name here.
std::string_view language_name(std::string_view code);
/// "en" for "English", "en", "eng"; empty for none of the languages known here.
std::string_view language_code(std::string_view name);

}  // namespace undex
