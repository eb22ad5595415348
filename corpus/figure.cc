#include "corpus/figure.h"

#include <array>

namespace undex {

std::string_view name_of(Qualifier qualifier) {
  static constexpr std::array<std::string_view, 8> kNames = {
      "exact", "approximately", "estimated", "over", "at least", "nearly", "under", "at most"};
  return kNames.at(static_cast<std::size_t>(qualifier));
}

std::string_view name_of(Period::Kind kind) {
  static constexpr std::array<std::string_view, 4> kNames = {"unstated", "date", "span",
                                                             "relative"};
  return kNames.at(static_cast<std::size_t>(kind));
}

}  // namespace undex
