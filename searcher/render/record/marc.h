#pragma once
// A record as fields of MARC 21 in the way of the Dag Hammarskjöld Library (docs/export.md), and
// the two notations they are written in.
#include <string>
#include <utility>
#include <vector>

#include "searcher/render/record/record.h"

namespace undex::rendering {

struct MarcField {
  std::string tag;  ///< "245"
  char indicators[2] = {' ', ' '};
  std::string value{};  ///< of a control field, 001 to 009
  std::vector<std::pair<char, std::string>> subfields{};
};

/// By tag. No value is longer, and no tag comes more often, than ISO 2709 can hold.
std::vector<MarcField> marc_fields(const Record& record);

/// The leader with its two lengths; zeros where a notation has none.
std::string marc_leader(std::size_t record_size, std::size_t data_begin);

}  // namespace undex::rendering
