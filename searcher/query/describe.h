#pragma once
// An engine query in words of the index, for people who ask how their question was taken.
#include <xapian.h>

#include <string>

namespace undex::query {

/// (Zen:desk SYNONYM Zfr:desk) AND FILTER XYEAR:2003. Lists of docids are "<12 places>", bounds of
/// slots are named after the field.
std::string description_of(const Xapian::Query& query);

}  // namespace undex::query
