#pragma once
// One spelling for words that British and American texts write differently, before stemming.
#include <string>
#include <string_view>

namespace undex {

/// The folded word in the one spelling that is stemmed: programme -> program, organisation ->
/// organization, labour -> labor, analyze -> analyse. A word of one spelling comes back as it is.
std::string one_spelling(std::string_view folded);

}  // namespace undex
