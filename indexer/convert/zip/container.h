#pragma once
// A zip archive of files that are sources of their own.
#include <cstddef>
#include <string_view>

#include "indexer/convert/formats.h"

namespace undex {

/// A zip archive, but no package of one document: neither an Office nor an OpenDocument file nor a
/// book.
bool recognises_zip(std::string_view bytes);

/// Its files in natural order of their names; two of one name are told apart by a number. Links and
/// hidden files are passed over; what cannot be unpacked has its reason. Throws Error{check} when
/// it is damaged, empty, has more than 10,000 entries or unpacks to more than 100 times its size.
Members unpack_zip(std::string_view bytes, std::size_t from);

}  // namespace undex
