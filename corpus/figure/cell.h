#pragma once
// A cell of a table that is a number: "1 067", "(2 783.2)", "12.5%", "$300".
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace undex {

struct CellNumber {
  std::string value;      ///< a plain decimal number, below zero in brackets too
  std::string unit;       ///< "per cent", "dollars", or empty
  std::size_t begin = 0;  ///< UTF-8 bytes
  std::size_t end = 0;
};

/// Nothing for a cell that holds anything else. Thread-safe.
std::optional<CellNumber> cell_number(std::string_view cell);

}  // namespace undex
