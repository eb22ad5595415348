#include "corpus/text_charset.h"

#include <unicode/ucnv.h>

#include <cstdint>
#include <memory>

#include "undex/error.h"

namespace undex {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// Bytes 80 to 9F without a character are no controls that someone meant.
std::string without_controls(std::string_view text, std::size_t& broken) {
  std::string out;
  out.reserve(text.size());
  broken = 0;
  while (!text.empty()) {
    const bool control = text.size() > 1 && text[0] == '\xC2' && text[1] < '\xA0';
    const bool replaced = control || text.starts_with(kReplacement);
    if (replaced) ++broken;
    const std::size_t size = control ? 2 : replaced ? kReplacement.size() : 1;
    out += replaced ? kReplacement : text.substr(0, size);
    text.remove_prefix(size);
  }
  return out;
}

}  // namespace

std::string text_in_charset(const char* charset, std::string_view bytes, std::size_t& broken) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(charset, &status),
                                                                     &ucnv_close);
  if (U_FAILURE(status))
    throw Error(ErrorKind::archive, "ICU cannot read " + std::string(charset),
                "the installed ICU library is damaged or incomplete");
  const auto size = static_cast<std::int32_t>(bytes.size());
  const std::int32_t needed =
      ucnv_toAlgorithmic(UCNV_UTF8, converter.get(), nullptr, 0, bytes.data(), size, &status);
  std::string text(static_cast<std::size_t>(needed), '\0');
  status = U_ZERO_ERROR;
  ucnv_toAlgorithmic(UCNV_UTF8, converter.get(), text.data(), needed, bytes.data(), size, &status);
  return without_controls(text, broken);
}

}  // namespace undex
