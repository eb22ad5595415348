#pragma once
// What a reader of a PDF's text should know: pages without any, and letters that the fonts do not
// tell.
#include <vector>

#include "corpus/document.h"
#include "indexer/convert/pdf/bbox.h"

namespace undex {

/// Notices `pages-without-text` and `garbled-text`. Throws Error{check} when there is no text at
/// all, or hardly a letter that can be read.
std::vector<Notice> doubts_about(const std::vector<PdfPage>& pages);

}  // namespace undex
