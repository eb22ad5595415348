#pragma once
// What each element of a page means for its text: a table. An element that is not in it changes
// nothing.
#include <string>
#include <string_view>

namespace undex {

struct HtmlElement {
  enum class Kind {
    plain,
    dropped,  ///< with all that is in it
    block,    ///< begins and ends a paragraph
    heading,  ///< value: its level, 0 is outermost
    list,     ///< value 1: ordered
    item,
    table,
    table_head,
    row,
    cell,          ///< value 1: of a head
    preformatted,  ///< lines as they are
    line_break,
    anchor,
    raised,
    bold,
    italic,
    centre,
    navigation,  ///< furniture of the site
  };
  std::string_view name;
  Kind kind = Kind::plain;
  int value = 0;
};

/// The row of this name, in small letters.
const HtmlElement& html_element(std::string_view name);

/// The value of a property in a style attribute, in small letters and without blanks; "" if none.
std::string style_value(std::string_view style, std::string_view property);

/// A-Z -> a-z, all else left.
std::string ascii_small(std::string_view text);

}  // namespace undex
