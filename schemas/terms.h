#pragma once
// The one place where words and field values become index terms: indexer and searcher both call it,
// so they agree. Symbols never reach the word rules: a symbol in a text is one term (prefix XSYM)
// beside the words of its parts.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schemas/fields.h"
#include "undex/symbol.h"

namespace undex {

/// A term at a place in a text. Terms of one position are variants: the word as written, its stem,
/// its concept.
struct TextTerm {
  enum class Kind {
    word,      ///< folded word as written: no prefix ("desk")
    stem,      ///< prefix "Z" and the language that it is a stem in ("Zen:desk")
    concept_,  ///< prefix "XC:" ("XC:service-desk"); at the position of its first word, span covers
               ///< all its words
    symbol,    ///< prefix "XSYM:" ("XSYM:A/RES/57/295")
    wording,  ///< ConceptVariant::wording of the variant by which a concept was found, at its place
  };
  std::string term;
  std::size_t position = 0;  ///< word position, from 1
  std::size_t width = 1;     ///< words covered, for concepts and symbols
  std::size_t begin = 0;     ///< UTF-8 bytes in the text
  std::size_t end = 0;
  Kind kind = Kind::word;
};

/// All terms of a text, ordered by position. Hyphenated words give their parts at following
/// positions and the joined form, with the width of the parts, at the first ("e-mail": e, mail,
/// email); so does "un.int" (un, int, un.int). Chinese is cut into the words of a dictionary.
/// Numbers lose their thousands marks ("1 067", "1,067" -> 1067; "1.067" in Spanish). Words over 64
/// bytes are cut. Stems are made by the stemmer of the language (one of language.h; others as
/// English), from one spelling (programme = program) and without regard to accents; numbers and
/// Chinese have none. An empty language is that of a query: of the language of its words nothing is
/// known, so there are the stems and the concepts of every language whose script is there, those of
/// the likeliest first. Thread-safe.
std::vector<TextTerm> text_terms(std::string_view text, std::string_view language = "en");

/// The same for a text in which it is known where symbols stand (bytes, in order): nothing is
/// looked for, and there are no terms of symbols.
using SymbolSpans = std::vector<std::pair<std::size_t, std::size_t>>;
std::vector<TextTerm> text_terms(std::string_view text, std::string_view language,
                                 const SymbolSpans& symbols);

/// The language by which a block of a document is read: the document's, unless the text itself says
/// otherwise. Never empty.
std::string_view block_language(std::string_view text, std::string_view document_language);

/// The terms of a document named in a text: its parts, and the whole that it is a part of, because
/// who looks for A/57/6 wants its section A/57/6(Sect.27D) too.
std::vector<std::string> symbol_terms(const Symbol& symbol);

/// The boolean term of a field value as a document holds it or as a user types it: prefix, ":", the
/// value in its one form (symbols in normal form, names of the authority file by id, languages by
/// code, the rest folded).
std::string field_term(const Field& field, std::string_view value);
/// The terms a document gets for a value: of the value, of its label where that differs, and of the
/// values that it belongs to (Field::parent). None for text fields, whose words go in with the
/// prefix instead (index_form.h).
std::vector<std::string> field_terms(const Field& field, const FieldValue& value);

/// A way to write a concept, found in texts of that language.
struct ConceptVariant {
  std::string_view text;  ///< as written: "Help Desk"
  std::string_view language;
  bool capitals = false;  ///< found in capitals only: another word is written the same
  /// Prefix "XV:", the concept, and the stems of the variant written together: one term for all
  /// variants that differ by endings, hyphens and blanks only ("XV:service-desk:helpdesk").
  std::string_view wording{};
};
/// A concept of corpus/data/concepts.tsv (Concept is one of a thesaurus, corpus/thesaurus.h), with
/// its names in other languages of concept_names.tsv.
struct KnownConcept {
  std::string_view id;                   ///< "service-desk"
  std::string_view label;                ///< "service desk"
  std::vector<ConceptVariant> variants;  ///< English ones first
};
std::optional<KnownConcept> find_concept(std::string_view id);
/// What the terms of all its wordings begin with.
inline std::string wording_prefix(std::string_view concept_id) {
  return "XV:" + std::string(concept_id) + ":";
}

/// Cuts a term that would be over Xapian's limit of 245 bytes: first part and a hash.
std::string bounded_term(std::string term);

}  // namespace undex
