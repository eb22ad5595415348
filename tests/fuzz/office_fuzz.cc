// Bytes of any kind before LibreOffice is asked: what they are, whether a password shuts them,
// which numbers will be lost; whole, and as the inside of a compound file.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/convert/office/open_document.h"
#include "indexer/convert/office/rtf.h"
#include "indexer/convert/office/word.h"
#include "indexer/convert/office/word_perfect.h"

namespace {

void look_at(std::string_view bytes) {
  undex::recognises_doc(bytes);
  undex::recognises_works(bytes);
  undex::recognises_word_xml(bytes);
  undex::recognises_rtf(bytes);
  undex::recognises_open_text(bytes);
  undex::recognises_wpd(bytes);
  undex::is_encrypted_doc(bytes);
  undex::is_encrypted_odt(bytes);
  undex::is_encrypted_wpd(bytes);
  undex::count_autonum_doc(bytes);
  undex::count_autonum_rtf(bytes);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  look_at(bytes);
  look_at("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(bytes));
  look_at("PK\x03\x04" + std::string(bytes));
  look_at("\xFFWPC" + std::string(bytes));
  return 0;
}
