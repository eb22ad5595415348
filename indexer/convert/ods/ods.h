#pragma once
// Field dumps of the Official Document System: records of lines "Name:  value", as its Lotus Domino
// database exports them.
#include <cstddef>
#include <string_view>

#include "indexer/convert/formats.h"

namespace undex {

/// A dump of several records.
bool recognises_ods_records(std::string_view bytes);
/// One a member: "record 12".
Members unpack_ods(std::string_view bytes, std::size_t from);

/// One record.
bool recognises_ods(std::string_view bytes);
/// As a document that is a record (MastheadItem::record). Throws Error{check}.
ConvertedText convert_ods(std::string_view bytes, std::string_view name);

}  // namespace undex
