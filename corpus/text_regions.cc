#include "corpus/text_regions.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace undex {

std::string region_name(std::string_view alpha2, std::string_view language) {
  icu::UnicodeString name;
  icu::Locale("", std::string(alpha2).c_str())
      .getDisplayCountry(icu::Locale(std::string(language).c_str()), name);
  std::string text;
  name.toUTF8String(text);
  return text;
}

}  // namespace undex
