#pragma once
// Ordinal numbers in English words: sessions are counted so.
#include <optional>
#include <string_view>

namespace undex {

/// "fifty-eighth" 58, "first" 1, "78th" 78; either case; up to 99 in words and 999 in digits.
std::optional<int> ordinal_value(std::string_view word);

}  // namespace undex
