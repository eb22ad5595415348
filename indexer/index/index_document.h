#pragma once
// A document as the index sees it: one Xapian document for itself and one for each of its blocks.
#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "corpus/document.h"
#include "schemas/index_form.h"

namespace undex {

struct IndexParagraph {
  Xapian::Document document;  ///< without data
  ParagraphCard card;
  bool counts = false;  ///< as a paragraph (kParagraphTerm)
};

struct IndexDocument {
  Xapian::Document document;
  std::vector<IndexParagraph> paragraphs;
  std::string language;
};

/// As schemas/index_form.h describes it. Thread-safe.
IndexDocument index_document(const Document& document, const std::string& key);

/// Of all its paragraphs.
std::size_t text_bytes(const IndexDocument& document);

/// What is searched of a block: its text, or the cells of its table; empty for furniture.
std::string indexed_text(const Document& document, const Block& block);

}  // namespace undex
