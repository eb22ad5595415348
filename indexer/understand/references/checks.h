#pragma once
// Checks of citations: is what is cited older, is there such a paragraph, are the words its words?
// What they find is a notice whose code begins with "cites-"; a document is never changed.
#include <functional>
#include <vector>

#include "corpus/document.h"

namespace undex {

/// The document held under that symbol, as the archive reads it, or nullptr.
using FindHeld = std::function<const Document*(const Symbol&)>;

/// `cites-younger`: the date printed with a citation, or the year or session that the symbol cited
/// states, lies behind the document's own date. Needs the marks. Thread-safe.
std::vector<Notice> check_ages(const Document& document);

/// `cites-beyond`: a pinpoint behind the last paragraph of the document held. `cites-misquoted`: a
/// quotation whose words are not those of the document held, with the place where they differ.
/// Abridged records and other languages are passed over. Calls `held` once a citation.
std::vector<Notice> check_against_held(const Document& document, const FindHeld& held);

}  // namespace undex
