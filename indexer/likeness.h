#pragma once
// How alike the texts of two documents are, whatever format each was read from.
#include <cstddef>

#include "corpus/document.h"

namespace undex {

/// Texts of one symbol and language that are at least so alike are the same text. Measured on real
/// documents: resolutions from PDF and from their paragraphs as data 1.0; budget papers, mostly
/// tables, from .docx and .doc 1.0, from .html 0.99, from .pdf 0.96, from plain text 0.86 to 0.98,
/// two of a page or two from .pdf 0.71 and 0.83. Resolutions of two years on one subject and drafts
/// with their revised texts: 0.84 at most.
inline constexpr double kSameText = 0.9;

/// Runs of three words that both have, of all the runs of both: 0 for nothing in common, 1 for the
/// same. Compared are the numbered and preambular paragraphs, each with its number, for tables and
/// notes suffer in some formats; all words but notes where most numbers are not in both. Case, accents and
/// punctuation do not count. In time that grows as the texts do.
double likeness(const Document& a, const Document& b);

}  // namespace undex
