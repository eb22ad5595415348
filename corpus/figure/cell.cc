#include "corpus/figure/cell.h"

#include "corpus/figure/number.h"

namespace undex {

std::optional<CellNumber> cell_number(std::string_view cell) {
  constexpr std::size_t kLongest = 40;
  if (cell.empty() || cell.size() > kLongest) return std::nullopt;
  const FigureText text(cell);
  std::size_t first = 0;
  while (first < text.size() && text.number(first).empty()) ++first;
  if (first > 3) return std::nullopt;
  const std::optional<Number> number = number_at(text, first);
  if (!number || !number->upper.empty() || number->compound) return std::nullopt;
  const bool brackets = text.sign(0) == '(' && text.sign(number->end) == ')';
  const bool minus = number->begin == 1 && text.is_dash(0);
  std::size_t after = number->end + (brackets ? 1 : 0);
  if (text.sign(after) == '*') ++after;
  if (number->begin != (brackets || minus ? 1U : 0U) || after != text.size()) return std::nullopt;
  const std::string_view digits = text.number(first);
  if (digits.size() > 1 && digits[0] == '0' && digits[1] != '.') return std::nullopt;
  return CellNumber{(brackets || minus ? "-" : "") + number->value, number->unit,
                    text.source_begin(number->begin), text.source_end(number->end - 1)};
}

}  // namespace undex
