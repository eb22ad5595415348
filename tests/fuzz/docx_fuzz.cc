// Bytes of any kind as a Word document: as a package, and as the XML of its main part.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/convert/docx/docx.h"
#include "indexer/convert/docx/story.h"
#include "indexer/convert/docx/xml.h"
#include "undex/error.h"

namespace {

void read_package(std::string_view bytes) {
  try {
    if (undex::recognises_docx(bytes)) undex::convert_docx(bytes, "fuzz");
  } catch (const undex::Error&) {
    // A refusal is an answer.
  }
}

void read_part(std::string_view bytes) {
  try {
    undex::check_xml(bytes, "fuzz");
    undex::DocxContext context;
    undex::read_story(bytes, "fuzz", context, false);
    context.styles = undex::DocxStyles(undex::XmlTree(bytes, "fuzz").root());
    context.lists = undex::DocxLists(undex::XmlTree(bytes, "fuzz").root(), context.styles);
    undex::read_story(bytes, "fuzz", context, true);
  } catch (const undex::Error&) {
    // As above.
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  read_package(bytes);
  read_part(bytes);
  return 0;
}
