#pragma once
// Marks in document XML: one element a mark in our own data, which alone are read back. Elements in
// the text (inline.h) are made from them for other programs.
#include "corpus/document.h"
#include "corpus/xml/builder.h"

namespace undex {

/// u:marks; nothing for a document that was never understood.
void write_marks(XmlBuilder& xml, const Document& document);

}  // namespace undex
