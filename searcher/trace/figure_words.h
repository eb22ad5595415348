#pragma once
// Figures in words, as people read them in a list.
#include <string>

#include "corpus/figure.h"
#include "corpus/figure/compare.h"

namespace undex {

std::string day_in_words(const std::string& iso);     ///< "28 May 2003"; what is no date as it is
std::string value_in_words(const Figure& figure);     ///< "approximately 985", "10 to 15"
std::string quantity_in_words(const Figure& figure);  ///< "approximately 985 e-mail accounts"
std::string period_in_words(const Period& period);    ///< "June 2002 to May 2003"

/// "-193 (-19.6 %)", "no change"; empty where no difference may be drawn.
std::string change_in_words(const Figure& from, const Figure& to, Comparability verdict);

}  // namespace undex
