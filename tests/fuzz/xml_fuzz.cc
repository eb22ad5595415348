// Any bytes as a document of the archive: read or refused, and what is read is written and read
// back unchanged.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "corpus/archive/journal.h"
#include "corpus/xml.h"
#include "undex/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    const undex::Document document = undex::read_document_xml(bytes, "fuzz");
    const std::string xml = undex::write_document_xml(document);
    if (!(undex::read_document_xml(xml, "fuzz") == document)) std::abort();
  } catch (const undex::Error&) {
  }
  try {
    undex::read_journal(bytes, "fuzz");
  } catch (const undex::Error&) {
  }
  undex::read_journal_end(bytes);
  return 0;
}
