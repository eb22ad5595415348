#pragma once
// What the marks of a document bring to the index: the citations, names and figures of each
// paragraph by itself.
#include <xapian.h>

#include <string>
#include <vector>

#include "corpus/document.h"
#include "schemas/terms.h"

namespace undex {

/// References, figures and names of each block, in its order.
std::vector<Marks> marks_by_block(const Document& document);
/// What a note cites is cited where its marker stands: moves the references of numbered notes
/// there, as locator_of has it.
void cite_at_markers(const Document& document, std::vector<Marks>& blocks);
/// References of the title.
Marks title_marks(const Document& document);

/// The symbols that a text names: where they stand in it, in order, and their terms.
struct NamedSymbols {
  SymbolSpans spans;
  std::vector<std::string> terms;
};
/// Of a block with these marks, in its indexed_text(); of the title for no block.
NamedSymbols symbols_of(const Document& document, const Block* block, const Marks& marks);

/// Terms and slots of the fields that a paragraph has for itself.
void add_own_fields(const Document& document, const Marks& marks, Xapian::Document& out);
/// The least and the greatest of the figures.
void add_bounds(const Marks& marks, Xapian::Document& out);

}  // namespace undex
