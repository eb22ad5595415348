#pragma once
// What was extracted from a document, one row a finding, as JSON lines, tab-separated or
// comma-separated values. Kinds and columns are the table in export.cc: the keys of the JSON form
// and the columns of the others are the same. The first is "place", what `undex show` takes.
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace undex {

/// "masthead", "paragraphs", "citations", ...: in the order of the help.
std::vector<std::string_view> export_kinds();

/// The rows of one document; empty if it has none. `form` is jsonl, tsv or csv; Error{version} for
/// another, Error{usage} for an unknown kind.
std::string render_export(const Document& document, std::string_view kind, std::string_view form);

/// The line that stands once before all documents: the names of the columns for csv, else empty.
std::string render_export_header(std::string_view kind, std::string_view form);

}  // namespace undex
