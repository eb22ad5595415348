#pragma once
// A draft given to a command: read in the cage as `undex index` would take it in, and never kept.
#include <string>

#include "corpus/document.h"
#include "tools/undex/options.h"

namespace undex::tool {

struct Draft {
  std::string name;  ///< of the file without its folder; of '-' what --name says
  std::string bytes;
  Document document;
};

/// `path` may be '-', standard input. Error{check} when it cannot be read, Error{usage} when it
/// holds several documents.
Draft read_draft(const Arguments& arguments, const std::string& path);

}  // namespace undex::tool
