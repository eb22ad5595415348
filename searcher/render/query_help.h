#pragma once
// The query language on one page, for a terminal, for man and for a web page: made from the table
// of operators, the table of fields and the limits of the reader.
#include <string>

namespace undex {

std::string query_help_text();
std::string query_help_man();   ///< undex-query(7)
std::string query_help_html();  ///< a fragment: headings from <h2>, tables, no script and no style

}  // namespace undex
