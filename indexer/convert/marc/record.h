#pragma once
// One record of MARC 21, whatever notation it was read from.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/document.h"

namespace undex {

struct MarcField {
  std::string tag;    ///< "245"
  std::string value;  ///< of a control field (001 to 009)
  std::vector<std::pair<char, std::string>> subfields;
};

struct MarcRecord {
  std::vector<MarcField> fields;  ///< UTF-8
  std::vector<Notice> notices;    ///< what was guessed, repaired or lost
};

}  // namespace undex
