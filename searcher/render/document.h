#pragma once
// A document as text, JSON or XML, and as the lines that other programs read.
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "corpus/locator.h"
#include "searcher/render/render.h"

namespace undex {

/// A document, or the places `only` names: text, json or xml (the archive's own form). Empty when
/// the document has none of the places.
std::string render_document(const Document& document, std::string_view format,
                            const std::vector<Locator>& only, const RenderOptions& options);

/// One line a masthead entry: {"document","field","value","printed","flag"}.
std::string render_masthead_jsonl(const Document& document);
/// One line a block with text: {"document","locator","kind","number","text"}; number is that of a
/// numbered paragraph.
std::string render_paragraphs_jsonl(const Document& document);
/// One line a mark, in the order of the text; keys in render/marks.cc, among them "document",
/// "locator" and "as_printed".
std::string render_citations_jsonl(const Document& document);
std::string render_figures_jsonl(const Document& document);
std::string render_mentions_jsonl(const Document& document);

}  // namespace undex
