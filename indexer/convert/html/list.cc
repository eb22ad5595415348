#include "indexer/convert/html/list.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

#include "indexer/convert/docx/number_format.h"
#include "indexer/convert/html/elements.h"

namespace undex {
namespace {

struct Type {
  std::string_view name;  ///< of the attribute type, or of the style
  std::string_view format;
};
constexpr std::array<Type, 16> kTypes{{{"1", "decimal"},
                                       {"a", "lowerLetter"},
                                       {"A", "upperLetter"},
                                       {"i", "lowerRoman"},
                                       {"I", "upperRoman"},
                                       {"decimal", "decimal"},
                                       {"decimal-leading-zero", "decimalZero"},
                                       {"lower-alpha", "lowerLetter"},
                                       {"lower-latin", "lowerLetter"},
                                       {"upper-alpha", "upperLetter"},
                                       {"upper-latin", "upperLetter"},
                                       {"lower-roman", "lowerRoman"},
                                       {"upper-roman", "upperRoman"},
                                       {"arabic-indic", "hindiNumbers"},
                                       {"cjk-decimal", "chineseCounting"},
                                       {"none", "none"}}};

std::optional<int> number_of(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || value > 1'000'000 || value < -1'000'000) return std::nullopt;
  return value;
}

std::string_view format_of(std::string_view type) {
  const auto* row = std::find_if(kTypes.begin(), kTypes.end(),
                                 [&](const Type& known) { return known.name == type; });
  return row == kTypes.end() ? std::string_view() : row->format;
}

/// The first word of a style that names a way to number.
std::string_view format_in_style(const std::string& style) {
  for (const char* property : {"list-style-type", "list-style"}) {
    const std::string value = style_value(style, property);
    for (std::size_t at = 0; at < value.size();) {
      const std::size_t end = std::min(value.find_first_of(" !", at), value.size());
      const std::string_view word = std::string_view(value).substr(at, end - at);
      if (word.size() > 1 && !format_of(word).empty()) return format_of(word);
      at = end + 1;
    }
  }
  return {};
}

}  // namespace

HtmlList::HtmlList(bool ordered, const std::string& type, const std::string& start, bool reversed,
                   const std::string& style)
    : format_(ordered ? "decimal" : "bullet") {
  if (const std::string_view said = format_of(type); ordered && !said.empty()) format_ = said;
  if (const std::string_view said = format_in_style(style); !said.empty()) format_ = said;
  number_ = number_of(start).value_or(1);
  step_ = reversed ? -1 : 1;
  // A list that counts down from its number of items: what its items show is not known yet.
  if (reversed && !number_of(start)) format_ = "bullet";
}

std::string HtmlList::next(const std::string& value) {
  if (const std::optional<int> said = number_of(value)) number_ = *said;
  const int number = number_;
  number_ += step_;
  if (format_ == "bullet") return "-";
  const std::string printed = format_number(number, format_);
  return printed.empty() ? "" : printed + ".";
}

}  // namespace undex
