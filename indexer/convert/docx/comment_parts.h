#pragma once
// The comments of a Word document as its package keeps them: a part of their own, its content type,
// and its relationship to the text.
#include <libxml/tree.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "indexer/convert/docx/package.h"

namespace undex {

struct WrittenComment {
  std::string id;
  std::string says;  ///< lines parted by '\n'
};

/// The first number that no comment of the file bears, in its part of comments or in the text.
std::uint64_t next_comment_id(DocxPackage& package, const std::string& main, xmlNode* document);

/// New bytes of the parts that hold the comments and those that were there, by their names. Throws
/// Error{check} when one of them is damaged.
std::map<std::string, std::string> parts_with_comments(DocxPackage& package,
                                                       const std::string& main, xmlNode* document,
                                                       const std::string& author,
                                                       const std::string& date,
                                                       const std::vector<WrittenComment>& comments);

}  // namespace undex
