#pragma once
// Manual pages: text for troff, and the parts that all pages have.
#include <string>
#include <string_view>

namespace undex::rendering {

/// Text for troff: a backslash and a leading dot or quote would be commands.
std::string roff(std::string_view text);
/// Title and NAME of a page.
std::string roff_header(std::string_view name, int section, std::string_view summary);
/// A section whose lines stay as they are.
std::string roff_verbatim(std::string_view heading, std::string_view text);
/// A term and what it means, on lines of their own.
std::string roff_row(std::string_view term, std::string_view meaning);

}  // namespace undex::rendering
