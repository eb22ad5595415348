#pragma once
// Arabic and Hebrew pages: the boxes hold their letters as they stand on the paper, from left to
// right.
#include "indexer/convert/pdf/bbox.h"

namespace undex {

/// Puts the letters of each word in the order they are read, and mirrors a page most of whose
/// letters are Arabic or Hebrew, so that it is read from left to right like any other. True when
/// there was anything to put in order.
bool read_right_to_left(PdfPage& page);

}  // namespace undex
