#pragma once
// Names of countries as ICU knows them. What they are may change with its version, so nothing that
// is kept on disk may lean on them.
#include <string>
#include <string_view>

namespace undex {

/// The short name of a country by its ISO 3166 alpha-2 code, in a language by its ISO 639-1 code:
/// "NO", "fr" -> "Norvège". The code itself when ICU knows no name. Thread-safe.
std::string region_name(std::string_view alpha2, std::string_view language);

}  // namespace undex
