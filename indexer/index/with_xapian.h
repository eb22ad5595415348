#pragma once
// Calls into Xapian by which an index is written; its exceptions become ours here and nowhere else.
#include <xapian.h>

#include <filesystem>
#include <string>

#include "undex/error.h"

namespace undex {

/// What `call` returns; Error{archive} naming the folder when the engine fails.
template <typename Call>
auto with_xapian(const std::filesystem::path& folder, const Call& call) {
  try {
    return call();
  } catch (const Xapian::Error& error) {
    throw Error(ErrorKind::archive,
                "cannot write the index in '" + folder.string() + "': " + error.get_msg() +
                    (error.get_error_string() ? std::string(": ") + error.get_error_string() : ""),
                "see that the disk has room and may be written, then run the command again");
  }
}

}  // namespace undex
