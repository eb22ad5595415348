#pragma once
// The day that a draft without a date is taken to be of.
#include <string>
#include <string_view>

#include "corpus/date.h"

namespace undex {

/// The date stated, else today in UTC. Error{usage} that begins with `option` for what is no date.
Date stated_or_today(std::string_view option, const std::string& stated);

}  // namespace undex
