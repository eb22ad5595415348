#pragma once
// Small programs that take the words out of a Word file and lose its paragraph numbers: for
// machines without LibreOffice.
#include <string>
#include <string_view>

namespace undex {

struct PlainWords {
  std::string text;     ///< UTF-8, a blank line between paragraphs; empty when there is none
  std::string program;  ///< which took it out
};

/// antiword, which keeps notes and tables and prints no field codes; where it fails, catdoc.
PlainWords plain_words_of_doc(std::string_view bytes);
/// catdoc.
PlainWords plain_words_of_rtf(std::string_view bytes);

}  // namespace undex
