// Bytes of any kind as a Word document that gets comments, and as its main part: the copy is one
// that can be read, with the same text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "indexer/convert/docx/annotate.h"
#include "indexer/convert/docx/docx.h"
#include "indexer/convert/zip/rewrite.h"
#include "undex/error.h"

namespace {

constexpr std::string_view kTypes =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override "
    "PartName=\"/word/document.xml\" ContentType=\"application/"
    "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";

std::string texts_of(const undex::ConvertedText& text) {
  std::string all;
  for (const undex::ConvertedBlock& block : text.blocks) all += block.text + "\n";
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
    if (texts_of(undex::convert_docx(copy, "fuzz")) != texts_of(text)) std::abort();
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
