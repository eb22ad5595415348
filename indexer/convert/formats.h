#pragma once
// The table of input formats, and the one door into them. Format is decided by content; the name is
// only a hint.
#include <span>
#include <string>
#include <string_view>

#include "indexer/convert/converted_text.h"

namespace undex {

struct Format {
  std::string_view name;  ///< "docx"
  std::string_view media_type;
  std::string_view extensions;  ///< "docx docm": hints only
  std::string_view keeps;       ///< for people: "paragraph numbers, notes, tables, headers"
  bool (*recognises)(std::string_view bytes);  ///< by content
  ConvertedText (*convert)(std::string_view bytes, std::string_view name);
};
std::span<const Format> formats();

/// The format of these bytes; nullptr when none fits.
const Format* recognise(std::string_view bytes, std::string_view name);

/// Throws Error{check} whose message holds the reason and whose hint the remedy
/// ("password-protected", "no text: scanned pages"): the caller adds the path. Limits: 256 MiB in,
/// 256 MiB of text out, nesting 256.
ConvertedText convert(std::string_view bytes, std::string_view name);

}  // namespace undex
