#pragma once
// Bytes of a web page -> UTF-8: by mark, by what the page declares, else by what the bytes are.
#include <string>
#include <string_view>

#include "indexer/convert/text/encoding.h"

namespace undex {

/// The label a page declares near its beginning, in lower case: in a <meta> or in an XML
/// declaration; "" when it declares none.
std::string declared_charset(std::string_view bytes);

/// A byte order mark or UTF-16 goes before what is declared, and so does valid UTF-8 with other
/// than ASCII in it. A label that is not known is stated and read past. NUL bytes are dropped.
DecodedText decode_html(std::string_view bytes);

/// References such as &#150; mean Windows-1252 by custom: U+0080 to U+009F -> the character meant.
std::string without_c1(std::string_view text);

}  // namespace undex
