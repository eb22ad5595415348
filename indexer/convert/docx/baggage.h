#pragma once
// What a Word file carries beside its text and a reader should know before passing it on: macros,
// links to files and addresses elsewhere, files within the file.
#include <compare>
#include <string>
#include <vector>

#include "corpus/document.h"
#include "indexer/convert/docx/package.h"

namespace undex {

/// Something outside the file that a word processor would fetch.
struct DocxLink {
  std::string kind;  ///< "template", "picture"
  std::string target;
  auto operator<=>(const DocxLink&) const = default;
};

/// Notices `macros`, `external-link` and `embedded-file`. Plain hyperlinks are none of these.
/// `links` are those that fields of the text make.
std::vector<Notice> baggage_of(DocxPackage& package, std::vector<DocxLink> links);

}  // namespace undex
