#pragma once
// The character sets of ISO 2709 records: UTF-8, or MARC-8 of which the Latin part is read.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace undex {

class Marc8 {
 public:
  /// `utf8`: the leader says so. A record that says otherwise and is UTF-8 is read as that.
  Marc8(std::string_view record, bool utf8);
  /// UTF-8, NFC. Signs of other scripts than Latin become U+FFFD, one for each run of them.
  std::string operator()(std::string_view field) const;
  void add_notices(std::vector<Notice>& notices) const;

 private:
  bool utf8_;
  bool says_otherwise_ = false;
  mutable std::size_t lost_ = 0;
};

}  // namespace undex
