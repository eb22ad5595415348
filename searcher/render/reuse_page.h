#pragma once
// Earlier and later lives of the paragraphs of a document.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/render/render.h"
#include "undex/reuse.h"

namespace undex {

struct ReusedParagraph {
  HeldText::Paragraph paragraph;
  ReuseResult lives;
};

struct ReusePage {
  HeldText document;                        ///< its paragraphs are those looked for
  std::vector<ReusedParagraph> paragraphs;  ///< those that share wording with another document
};

/// How the date of a life stands to that of the document: "earlier", "later", "same date" as far as
/// both are known, "undated".
std::string_view life_of(std::string_view date, std::string_view document_date);

/// Adds a paragraph of the page's document; one without lives is left out.
void add_lives(ReusePage& page, const HeldText::Paragraph& paragraph, ReuseResult lives);

/// text, json, tsv or csv. Error{version} for another format.
std::string render_reuse(const ReusePage& page, std::string_view format,
                         const RenderOptions& options);

}  // namespace undex
