#include "indexer/convert/office/open_document.h"

#include <cstddef>

namespace undex {
namespace {

constexpr std::string_view kLocal = "PK\x03\x04";
constexpr std::size_t kLocalSize = 30;

std::size_t number(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]) | static_cast<unsigned char>(bytes[at + 1]) << 8U;
}

/// By the rules of the format the first member of the archive is called "mimetype", not compressed.
bool has_type(std::string_view bytes, std::string_view type) {
  if (!bytes.starts_with(kLocal) || bytes.size() <= kLocalSize) return false;
  const std::string_view member = bytes.substr(kLocalSize, 200);
  return member.starts_with("mimetype") && member.find(type) != std::string_view::npos;
}

}  // namespace

bool recognises_odt(std::string_view bytes) {
  return has_type(bytes, "application/vnd.oasis.opendocument.text");
}

bool recognises_flat_odt(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 8192);
  return head.find("<?xml") < 8 && head.find("<office:document") != std::string_view::npos &&
         head.find("application/vnd.oasis.opendocument.text") != std::string_view::npos;
}

bool recognises_sxw(std::string_view bytes) {
  return has_type(bytes, "application/vnd.sun.xml.writer");
}

bool recognises_open_text(std::string_view bytes) {
  return recognises_odt(bytes) || recognises_flat_odt(bytes) || recognises_sxw(bytes);
}

bool is_encrypted_odt(std::string_view bytes) {
  constexpr std::string_view kName = "content.xml";
  for (std::size_t at = bytes.find(kLocal); at != std::string_view::npos;
       at = bytes.find(kLocal, at + kLocal.size())) {
    if (bytes.size() - at <= kLocalSize + kName.size()) return false;
    if (number(bytes, at + 26) != kName.size() || bytes.substr(at + kLocalSize, 11) != kName)
      continue;
    const bool compressed = number(bytes, at + 8) != 0;
    const std::size_t content = at + kLocalSize + kName.size() + number(bytes, at + 28);
    return !compressed && content < bytes.size() && bytes[content] != '<' &&
           bytes[content] != '\xEF';
  }
  return false;
}

}  // namespace undex
