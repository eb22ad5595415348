#pragma once
// What the fields of an ODS record say of its document.
#include <map>
#include <string>

#include "indexer/convert/converted_text.h"

namespace undex {

/// By their names: symbols in DS1 to DS3, the title in Title, its date in PubDate. Throws
/// Error{check} for a record that says nothing.
ConvertedText document_of_ods(const std::map<std::string, std::string, std::less<>>& fields);

}  // namespace undex
