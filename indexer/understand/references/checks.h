#pragma once
// Checks of citations: is what is cited older? What they find is a notice whose code begins with
// "cites-"; a document is never changed.
#include <vector>

#include "corpus/document.h"

namespace undex {

/// `cites-younger`: the date printed with a citation, or the year or session that the symbol cited
/// states, lies behind the document's own date. Needs the marks. Thread-safe.
std::vector<Notice> check_ages(const Document& document);

}  // namespace undex
