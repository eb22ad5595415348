#pragma once
// Names that the writer and the reader of document XML share. They are part of the form on disk.
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace undex {

inline constexpr std::string_view kAknNamespace =
    "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
/// Data of ours; the number is that of the form. A change of form is a new number.
inline constexpr std::string_view kDataNamespaceStem = "urn:undex:document:";
inline constexpr std::string_view kDataNamespace = "urn:undex:document:2";
inline constexpr int kDocumentForm = 2;  ///< form 1 had no marks

/// Names of Locator::Place, in the order of the enumeration.
inline constexpr std::array<std::string_view, 7> kPlaceNames = {
    "whole", "paragraph", "preambular", "unnumbered", "section", "table", "footnote"};

/// What kind of Akoma Ntoso document it is.
struct AknKind {
  std::string_view word;     ///< in the document type, lower case
  std::string_view element;  ///< "statement", "doc", "debateReport"
  std::string_view name;     ///< its name attribute
  std::string_view subtype;
};
const AknKind& akn_kind(const Document& document);

/// Lists as one attribute: words joined by blanks; blanks, '%' and control characters as %XX, an
/// empty word as "%".
std::string join_words(const std::vector<std::string>& words);
std::vector<std::string> split_words(std::string_view joined);
/// Bytes of a path, which need not be UTF-8: controls, '%' and broken UTF-8 as %XX.
std::string escape_path(std::string_view bytes);
std::string unescape_path(std::string_view text);

}  // namespace undex
