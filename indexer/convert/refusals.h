#pragma once
// Files that are known and not read: each is refused with its name and a remedy, never indexed as
// garbage.
#include <string_view>

#include "undex/error.h"

namespace undex {

struct Refusal {
  std::string_view reason;
  std::string_view remedy;
  bool (*matches)(std::string_view bytes);
};

/// The first row that fits, nullptr when the bytes may be read.
const Refusal* refusal_of(std::string_view bytes);

/// For bytes of no known format.
Error unknown_format();

}  // namespace undex
