#pragma once
// What names and labels are compared by, whoever wrote them: folded, in one spelling, hyphens and
// other marks as blanks.
#include <cstddef>
#include <string>
#include <string_view>

namespace undex {

std::string label_key(std::string_view text);
/// Makes a key longer by a text that stands apart from what is before it, or (Chinese) does not.
void add_to_label_key(std::string& key, std::string_view text, bool apart);

/// Length of what parts the words of a key: an ASCII character that is no letter or digit, a
/// hyphen, a dash, an apostrophe, a middle dot; 0 at a letter and at the end.
std::size_t label_mark_at(std::string_view text, std::size_t at);

}  // namespace undex
