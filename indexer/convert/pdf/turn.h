#pragma once
// Pages whose text runs up or down, as wide tables in upright pages do.
#include "indexer/convert/pdf/bbox.h"

namespace undex {

/// Turns such a page so that its text runs to the right; the few lines that stood upright (a page
/// number) are marked `aside`. Other pages stay as they are.
void turn_upright(PdfPage& page);

}  // namespace undex
