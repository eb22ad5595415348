#pragma once
// Akoma Ntoso of any version and profile, and our own XML back in.
#include <string_view>

#include "indexer/convert/converted_text.h"

namespace undex {

/// Its root is akomaNtoso.
bool recognises_akn(std::string_view bytes);

/// What undex wrote is stated as a whole, as it was written; of other makers' come headings,
/// numbers, points, notes, tables and the lines of the preface. Throws Error{check}.
ConvertedText convert_akn(std::string_view bytes, std::string_view name);

}  // namespace undex
