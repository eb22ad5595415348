#pragma once
// Marks of every kind as one list, each with what it says in words: for `show` and `explain`.
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace undex::rendering {

struct ShownMark {
  MarkSpan span;
  std::string_view kind;  ///< "citation", "figure", "name", "status", "date", "quote", "definition"
  std::string says;       ///< "A/RES/57/295, para. 4"; "985 accounts, as at 2003-05-01"
  std::string rule;       ///< which rule or row of which table found it
};

/// All marks of a document, by block and place in it.
std::vector<ShownMark> shown_marks(const Document& document);

/// The marks of one block in such a list.
std::vector<ShownMark> marks_of_block(const std::vector<ShownMark>& all, int block);

/// The words in colour where a mark lies, word by word, so that lines may be broken anywhere:
/// citations underlined, figures and names coloured. `begin` is where the text begins in its block.
std::string with_marks(std::string_view text, std::size_t begin,
                       const std::vector<ShownMark>& marks);

}  // namespace undex::rendering
