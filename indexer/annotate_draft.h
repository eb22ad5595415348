#pragma once
// Comments in a copy of a draft, made in a cage: the draft is nobody's trusted file.
#include <string_view>

#include "indexer/convert/docx/annotate.h"

namespace undex {

/// annotate_docx() in a child process. Throws Error{check} as it does, and as Cage::call does.
/// Forks.
AnnotatedDocx annotate_draft(std::string_view bytes, const DocxComments& comments);

}  // namespace undex
