#pragma once
// Results and documents as text for a terminal, JSON, JSON lines, tab-separated and comma-separated
// values. One table of formats (renderers.cc). Output is inert: control characters of a text never
// reach a terminal, no value can break out of its field.
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "corpus/locator.h"
#include "undex/search.h"

namespace undex {

struct RenderOptions {
  bool color = false;              ///< bold matches
  std::size_t width = 100;         ///< columns of the terminal; 0: lines are not broken
  Order order = Order::relevance;  ///< named in the text form
};

/// Names of the formats, in the order of the help.
std::vector<std::string_view> render_formats();

/// Ends with a line break unless empty. Error{version} for a format that is not offered.
std::string render(const Result& result, std::string_view format, const RenderOptions& options);
std::string render(const Facet& facet, std::string_view format, const RenderOptions& options);
std::string render(const std::vector<FieldInfo>& fields, std::string_view format,
                   const RenderOptions& options);
std::string render(const Status& status, std::string_view format, const RenderOptions& options);

/// A document, or the places `only` names: text, json or xml (the archive's own form). Empty when
/// the document has none of the places.
std::string render_document(const Document& document, std::string_view format,
                            const std::vector<Locator>& only, const RenderOptions& options);

/// One line a masthead entry: {"document","field","value","printed","flag"}.
std::string render_masthead_jsonl(const Document& document);
/// One line a block with text: {"document","locator","kind","number","text"}; number is that of a
/// numbered paragraph.
std::string render_paragraphs_jsonl(const Document& document);

/// What a script, a permalink or `undex show` names a place by: "E/2003/75#18(g)",
/// "A/58/568#summary".
std::string place_name(std::string_view document, std::string_view locator);

}  // namespace undex
