#pragma once
// What the elements of Akoma Ntoso mean for a text: a table. An element that is not in it is a
// paragraph where it has text of its own, else it holds others.
#include <string_view>

namespace undex {

struct AknElement {
  enum class Kind {
    other,
    dropped,  ///< with all that is in it
    number,
    heading,
    section,  ///< its number belongs to its heading
    block,    ///< a paragraph, whatever stands in it
    note,     ///< stands where its mark belongs
    note_mark,
    line_break,
    table,
    running,  ///< stands in running text, and never is a paragraph
  };
  std::string_view name;
  Kind kind = Kind::other;
};

/// `own_name`: its name attribute, which tells what an hcontainer, a container or a tblock is.
AknElement::Kind akn_element(std::string_view element, std::string_view own_name);

}  // namespace undex
