#include "indexer/convert/xml/language_codes.h"

#include <algorithm>
#include <array>

#include "corpus/text.h"

namespace undex {
namespace {

struct Language {
  std::string_view two;
  std::string_view library;  ///< ISO 639-2/B: catalogues
  std::string_view terms;    ///< ISO 639-2/T, 639-3: Akoma Ntoso
};
constexpr std::array<Language, 10> kLanguages{{{"ar", "ara", "arb"},
                                               {"zh", "chi", "zho"},
                                               {"zh", "cmn", "cmn"},
                                               {"en", "eng", "eng"},
                                               {"fr", "fre", "fra"},
                                               {"ru", "rus", "rus"},
                                               {"es", "spa", "spa"},
                                               {"de", "ger", "deu"},
                                               {"it", "ita", "ita"},
                                               {"pt", "por", "por"}}};

}  // namespace

std::string two_letter_language(std::string_view code) {
  const std::string small =
      to_lower(code.substr(0, std::min(code.find_first_of("-_@"), code.size())));
  for (const Language& language : kLanguages) {
    if (small == language.two || small == language.library || small == language.terms)
      return std::string(language.two);
  }
  return {};
}

}  // namespace undex
