#pragma once
// Numbers as lists print them: 4, iv, d, IV, D, г, 四.
#include <string>
#include <string_view>

namespace undex {

/// `format` is Word's name (w:numFmt): "decimal", "lowerRoman", ...; one that is not known is
/// printed in digits. "none" and "bullet" give "".
std::string format_number(int value, std::string_view format);

}  // namespace undex
