#pragma once
// Citations against the documents held that they cite: is there such a paragraph, are the words its
// words? What is found is a notice whose code begins with "cites-"; a document is never changed.
#include <functional>
#include <vector>

#include "corpus/document.h"

namespace undex {

/// The document held under that symbol, as the archive reads it, or nullptr.
using FindHeld = std::function<const Document*(const Symbol&)>;

/// `cites-beyond`: a pinpoint behind the last paragraph of the document held. `cites-misquoted`: a
/// quotation whose words are not those of the document held, with the place where they differ.
/// Abridged records and other languages are passed over. Needs the marks. What `find`
/// returns must last until the end.
std::vector<Notice> check_against_held(const Document& document, const FindHeld& find);

}  // namespace undex
