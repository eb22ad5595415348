#pragma once
// Catalogue records: MARCXML, ISO 2709, and the lines that catalogues print ("245__ $$a", "=245
// 00$a").
#include <cstddef>
#include <string_view>

#include "indexer/convert/formats.h"

namespace undex {

/// A file of several records.
bool recognises_marc_records(std::string_view bytes);
/// One a member, called by its control number where that is plain and its own, else "record 12".
Members unpack_marc(std::string_view bytes, std::size_t from);

/// One record.
bool recognises_marc(std::string_view bytes);
/// As a document that is a record (MastheadItem::record). Throws Error{check}.
ConvertedText convert_marc(std::string_view bytes, std::string_view name);

}  // namespace undex
