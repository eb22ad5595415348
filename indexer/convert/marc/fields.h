#pragma once
// What the fields of a record say of its document.
#include "indexer/convert/converted_text.h"
#include "indexer/convert/marc/record.h"

namespace undex {

/// By MARC 21 as the Dag Hammarskjöld Library uses it: symbols in 191, dates in 269. Throws
/// Error{check} for a record that says nothing.
ConvertedText document_of_marc(const MarcRecord& record);

}  // namespace undex
