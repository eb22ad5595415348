#pragma once
// The comments of a Word document as its package keeps them: a part of their own, its content type,
// and its relationship to the text.
#include <libxml/tree.h>

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "indexer/convert/docx/package.h"

namespace undex {

struct WrittenComment {
  std::string id;
  std::string says;  ///< lines parted by '\n'
};

/// Numbers that no comment of the file bears, in its part of comments or in the text: behind the
/// highest, as far as Word counts.
std::vector<std::string> free_comment_ids(DocxPackage& package, const std::string& main,
                                          xmlNode* document, std::size_t count);

/// New bytes of the parts that hold the comments and those that were there, by their names. Throws
/// Error{check} when one of them is damaged.
std::map<std::string, std::string> parts_with_comments(DocxPackage& package,
                                                       const std::string& main, xmlNode* document,
                                                       const std::string& author,
                                                       const std::string& date,
                                                       const std::vector<WrittenComment>& comments);

}  // namespace undex
