#include "corpus/natural_order.h"

#include <cstddef>

#include "corpus/ascii.h"

namespace undex {
namespace {

/// The run of digits at the front without leading zeros; `text` loses the run.
std::string_view take_number(std::string_view& text) {
  std::size_t end = 0;
  while (end < text.size() && is_digit(text[end])) ++end;
  std::string_view digits = text.substr(0, end);
  text.remove_prefix(end);
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  return digits;
}

}  // namespace

std::strong_ordering natural_compare(std::string_view left, std::string_view right) {
  const std::size_t left_size = left.size();
  const std::size_t right_size = right.size();
  while (!left.empty() && !right.empty()) {
    if (is_digit(left.front()) && is_digit(right.front())) {
      const std::string_view a = take_number(left);
      const std::string_view b = take_number(right);
      if (const auto by_length = a.size() <=> b.size(); by_length != 0) return by_length;
      if (const auto by_value = a.compare(b) <=> 0; by_value != 0) return by_value;
      continue;
    }
    const auto by_char =
        static_cast<unsigned char>(left.front()) <=> static_cast<unsigned char>(right.front());
    if (by_char != 0) return by_char;
    left.remove_prefix(1);
    right.remove_prefix(1);
  }
  if (const auto by_rest = left.size() <=> right.size(); by_rest != 0) return by_rest;
  return left_size <=> right_size;
}

}  // namespace undex
