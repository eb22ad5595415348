#pragma once
// The readers of the forms of a thesaurus; each adds what it reads to the builder and throws
// Error{check} with the line otherwise.
#include <string_view>

#include "corpus/thesaurus/statements.h"

namespace undex {

/// Turtle: prefixes, base, lists by ";" and ",", blank nodes, collections, strings of all four
/// quotes with escapes, language tags, data types, numbers, comments.
void read_turtle(std::string_view bytes, std::string_view name, ThesaurusBuilder& builder);

/// RDF/XML: described nodes by rdf:about or rdf:ID, of any type; nested ones too.
void read_rdf_xml(std::string_view bytes, std::string_view name, ThesaurusBuilder& builder);

/// A table "id, predicate, language, value" parted by tabs, without head line. Alternative labels
/// may stand in one cell, parted by commas without a blank.
void read_statement_table(std::string_view bytes, std::string_view name, ThesaurusBuilder& builder);

/// Our own: the same, after a head line; a cell holds one label.
inline constexpr std::string_view kThesaurusHead = "#undex-thesaurus\t";
inline constexpr int kThesaurusForm = 1;
void read_own_thesaurus(std::string_view bytes, std::string_view name, ThesaurusBuilder& builder);

}  // namespace undex
