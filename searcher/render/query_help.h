#pragma once
// The query language on one page, for a terminal, for man and for a web page: made from the table
// of operators, the table of fields and the limits of the reader.
#include <functional>
#include <string>
#include <string_view>

namespace undex {

/// Where an example is tried: "/search?q=training%20missions".
using AddressOfQuery = std::function<std::string(std::string_view query)>;

std::string query_help_text();
std::string query_help_man();  ///< undex-query(7)
/// A fragment: headings from <h2>, tables, no script and no style. Each example leads to what
/// `address` gives for it; it stands alone where there is none.
std::string query_help_html(const AddressOfQuery& address = {});

}  // namespace undex
