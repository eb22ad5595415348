#pragma once
// What a format states itself: values of the masthead, or the document as a whole (our own XML, a
// catalogue record).
#include "corpus/document.h"
#include "indexer/convert/converted_text.h"

namespace undex::structure {

/// text.stated, with the notices of the converter; of a record, with what its symbols say and the
/// language of its title where it states none.
Document take_stated(const ConvertedText& text);

/// Values that the format names take the place of those read from lines.
void take_named(const Masthead& named, Document& document);

}  // namespace undex::structure
