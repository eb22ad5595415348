#include "indexer/convert/text/text.h"

#include <utility>

#include "indexer/convert/text/encoding.h"
#include "indexer/convert/text/lines.h"
#include "undex/error.h"

namespace undex {

bool recognises_text(std::string_view bytes) { return decode_head(bytes).has_value(); }

ConvertedText convert_text(std::string_view bytes, std::string_view) {
  std::optional<DecodedText> decoded = decode_text(bytes);
  if (!decoded)
    throw Error(ErrorKind::check, "not a format undex reads", "save it as plain text in UTF-8");
  ConvertedText converted;
  converted.notices = std::move(decoded->notices);
  for (const TextLine& line : split_lines(decoded->text)) {
    ConvertedBlock block = block_of(line);
    if (!block.text.empty()) converted.blocks.push_back(std::move(block));
  }
  return converted;
}

}  // namespace undex
