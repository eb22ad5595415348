#pragma once
// How alike the texts of two documents are, whatever format each was read from.
#include <cstddef>
#include <vector>

#include "corpus/document.h"

namespace undex {

/// Texts of one symbol and language that are at least so alike are the same text. Measured on real
/// documents: resolutions from PDF and from their paragraphs as data 1.0; budget papers, mostly
/// tables, from .docx and .doc 1.0, from .html 0.99, from .pdf 0.96, from plain text 0.86 to 0.98,
/// two of a page or two from .pdf 0.71 and 0.83. Resolutions of two years on one subject and drafts
/// with their revised texts: 0.84 at most.
inline constexpr double kSameText = 0.9;

/// Hashes of the runs of three words of a text, in order.
struct TextRuns {
  std::vector<std::size_t> numbers;   ///< of the numbered and preambular paragraphs
  std::vector<std::size_t> numbered;  ///< the runs in them, each with the number of its paragraph
  std::vector<std::size_t> all;       ///< in all words but notes
  std::size_t size() const { return numbers.size() + numbered.size() + all.size(); }
};

/// Case, accents and punctuation do not count. In time that grows as the text does.
TextRuns runs_of(const Document& document);

/// The runs that both have, of all the runs of both: 0 for nothing in common, 1 for the same.
/// Compared are the numbered and preambular paragraphs, each with its number, for tables and notes
/// suffer in some formats; all words but notes where most numbers are not in both.
double likeness(const TextRuns& a, const TextRuns& b);

}  // namespace undex
