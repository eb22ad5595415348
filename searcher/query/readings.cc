#include "searcher/query/readings.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "corpus/ascii.h"
#include "searcher/query/wording.h"

namespace undex::query {
namespace {

constexpr std::size_t kMostDecimals = 3;  ///< 2002,2003 are two years

constexpr std::string_view kPunctuation = ".,;:!?";

/// Digits and one kind of mark between them.
struct MarkedNumber {
  std::string text;
  char mark = 0;
  std::size_t marks = 0;
  std::size_t last = 0;  ///< digits behind the last mark
  bool groups = false;   ///< of thousands
};

std::optional<MarkedNumber> marked_number(std::string_view text) {
  const std::size_t last = text.find_last_not_of(kPunctuation);
  text = text.substr(0, last == std::string_view::npos ? 0 : last + 1);
  const std::size_t first = text.find_first_of(".,");
  if (first == std::string_view::npos || first == 0) return std::nullopt;
  MarkedNumber number{.text = std::string(text), .mark = text[first]};
  number.groups = first <= 3 && text.front() != '0';
  for (std::size_t at = 0, digits = 0; at <= text.size(); ++at) {
    if (at < text.size() && is_digit(text[at])) {
      ++digits;
      continue;
    }
    if (digits == 0 || (at < text.size() && text[at] != number.mark)) return std::nullopt;
    if (number.marks > 0) number.groups = number.groups && digits == 3;
    if (at < text.size()) ++number.marks;
    number.last = std::exchange(digits, 0);
  }
  return number;
}

std::string without_marks(std::string text) {
  std::erase_if(text, [](char c) { return !is_digit(c); });
  return text;
}

/// What the number may be, in the words of the index, where a point begins the decimals.
std::vector<std::string> readings_of(const MarkedNumber& number, std::string_view language) {
  const bool with_comma = language == "fr" || language == "es" || language == "ru";
  const bool one_mark = number.marks == 1;
  std::string with_point = number.text;
  std::replace(with_point.begin(), with_point.end(), ',', '.');
  if (number.mark == ',') {
    const bool decimal = one_mark && (number.groups ? with_comma : number.last <= kMostDecimals);
    return decimal ? std::vector{number.text, with_point} : std::vector{number.text};
  }
  if (!number.groups || (language == "en" && one_mark)) return {number.text};
  const std::string thousands = without_marks(number.text);
  return language == "es" ? std::vector{thousands} : std::vector{number.text, thousands};
}

/// Puts the readings of numbers in the place of words.
class Reading {
 public:
  explicit Reading(std::string_view language) : language_(language) {}

  void read(Node& node) const {
    if (const Words* words = std::get_if<Words>(&node.value)) {
      if (std::optional<Node> read = number(node, *words)) node = std::move(*read);
      return;
    }
    std::visit([this](auto& value) { read_parts(value); }, node.value);
  }

 private:
  template <typename Value>
  void read_parts(Value& value) const {
    if constexpr (requires { value.parts; })
      for (Node& part : value.parts) read(part);
    else if constexpr (requires { value.part; })
      for (Node& part : value.part) read(part);
  }

  std::optional<Node> number(const Node& node, const Words& words) const {
    if (words.quoted || words.exact) return std::nullopt;
    const std::optional<MarkedNumber> number = marked_number(words.text);
    if (!number) return std::nullopt;
    const auto of = [&](std::string text) -> Node {
      return {.value = Words{.text = std::move(text), .field = words.field},
              .begin = node.begin,
              .end = node.end};
    };
    std::vector<std::string> readings = readings_of(*number, language_);
    if (readings.size() == 1) return of(std::move(readings.front()));
    OrNode any;
    for (std::string& text : readings) any.parts.push_back(of(std::move(text)));
    return Node{.value = std::move(any), .begin = node.begin, .end = node.end};
  }

  std::string_view language_;
};

}  // namespace

Node with_readings(Node tree) {
  Reading(language_of(tree)).read(tree);
  return tree;
}

}  // namespace undex::query
