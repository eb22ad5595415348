#pragma once
// Addresses: taking apart what a request names, and writing links. RFC 3986; forms as HTML writes
// them (application/x-www-form-urlencoded).
#include <string>
#include <string_view>
#include <vector>

#include "searcher/serve/http.h"

namespace undex::serve {

/// "%2F" and its like become bytes; a mark without two digits stays as it is. With `plus` a "+" is
/// a blank, as in forms. Broken UTF-8 and NUL become U+FFFD.
std::string percent_decoded(std::string_view text, bool plus);

/// For a path: letters, digits and -._~/:@!$'()*,;= stay. "A/RES/1514 (XV)" ->
/// "A/RES/1514%20(XV)".
std::string path_encoded(std::string_view text);
/// For a name or value behind "?": letters, digits and -._~ stay.
std::string value_encoded(std::string_view text);

/// "q=help+desk&year=2003": decoded, in order; empty pieces are left out. At most 200, the rest is
/// left out.
std::vector<Parameter> parameters_of(std::string_view text);

/// "/search?q=help%20desk&page=2"; parameters without a value are left out.
std::string link_to(std::string_view path, const std::vector<Parameter>& parameters);

}  // namespace undex::serve
