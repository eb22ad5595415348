#pragma once
// The operators of the query language, one row each: the help of the program, `man 7 undex-query`
// and the help of the web page are made from this table and from schemas/fields.h, so none of them
// can say what the reader does not do.
#include <span>
#include <string_view>

namespace undex::query {

struct Operator {
  std::string_view group;     ///< heading it stands under; rows of a group stand together
  std::string_view spelling;  ///< "a NEAR/5 b"
  std::string_view meaning;   ///< one line
  std::string_view example;   ///< a query that the tests read
};
std::span<const Operator> operators();

}  // namespace undex::query
