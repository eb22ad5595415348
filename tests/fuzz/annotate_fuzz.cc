// Bytes of any kind as a Word document that gets comments, and as its main part: the copy is one
// that can be read, with the same characters.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "indexer/convert/docx/annotate.h"
#include "indexer/convert/docx/docx.h"
#include "indexer/convert/docx/package.h"
#include "indexer/convert/docx/xml.h"
#include "indexer/convert/zip/rewrite.h"
#include "undex/error.h"

namespace {

constexpr std::string_view kTypes =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override "
    "PartName=\"/word/document.xml\" ContentType=\"application/"
    "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";

/// All characters of the main part, whatever a reader shows of them.
std::string characters_of(std::string_view bytes) {
  undex::DocxPackage package(bytes);
  const std::string part = package.main_part();
  const std::string xml = package.read(part).value_or("");
  undex::XmlStream stream(xml, part);
  std::string all;
  while (stream.next()) {
    if (stream.kind() == undex::XmlStream::Kind::text) all += stream.text();
  }
  return all;
}

void annotate(std::string_view bytes) {
  try {
    const undex::ConvertedText text = undex::convert_docx(bytes, "fuzz");
    undex::DocxComments comments{.author = "undex", .date = "", .texts = {}, .list = {}};
    for (const undex::ConvertedBlock& block : text.blocks) {
      const std::size_t size = block.text.size();
      comments.list.push_back({comments.texts.size(), size / 3, size / 2, block.text});
      comments.texts.push_back(block.text);
    }
    const std::string copy = undex::annotate_docx(bytes, comments).bytes;
    if (characters_of(copy) != characters_of(bytes)) std::abort();
    undex::convert_docx(copy, "fuzz");
  } catch (const undex::Error&) {
    // A refusal is an answer.
  }
}

std::string package_of(std::string_view xml) {
  static const std::string empty("PK\x05\x06" + std::string(18, '\0'));
  return undex::rewrite_zip(
      empty,
      {{"[Content_Types].xml", std::string(kTypes)}, {"word/document.xml", std::string(xml)}}, "");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (undex::recognises_docx(bytes)) annotate(bytes);
  annotate(package_of(bytes));
  return 0;
}
