#pragma once
// Natural order of names: numbers by value, Roman numerals as text. One rule for symbols, locators
// and sort keys.
#include <compare>
#include <string_view>

namespace undex {

/// "A/9/1" < "A/58/568"; "2" < "10"; equal numbers written differently are told apart at last by
/// length.
std::strong_ordering natural_compare(std::string_view left, std::string_view right);

}  // namespace undex
