#include "indexer/convert/docx/chunk.h"

#include <string>
#include <utility>

#include "corpus/text.h"
#include "indexer/convert/docx/docx.h"
#include "indexer/convert/docx/xml.h"
#include "indexer/convert/formats.h"
#include "undex/error.h"

namespace undex {

std::optional<std::vector<ConvertedBlock>> read_chunk(std::string_view bytes, int depth) {
  try {
    if (recognises_docx(bytes)) {
      if (depth >= kMostNested) return std::nullopt;
      return convert_docx_within(bytes, depth + 1).blocks;
    }
    const Format* format = recognise(bytes, "");
    if (!format || !format->read || format->prepare) return std::nullopt;
    return format->read(bytes, "").blocks;
  } catch (const Error&) {
    return std::nullopt;  // the document around it says that it was not read
  }
}

std::vector<ConvertedBlock> read_diagram(std::string_view xml, std::string_view part) {
  std::vector<ConvertedBlock> blocks;
  XmlStream stream(xml, part);
  std::string words;
  bool in_text = false;
  const auto end_shape = [&] {
    std::string text = collapse_spaces(normal_text(std::exchange(words, {})));
    if (text.empty()) return;
    ConvertedBlock block;
    block.text = std::move(text);
    block.complete = true;
    blocks.push_back(std::move(block));
  };
  while (stream.next()) {
    const bool element = stream.kind() == XmlStream::Kind::element;
    if (stream.kind() == XmlStream::Kind::text) {
      if (in_text) words += stream.text();
      continue;
    }
    if (stream.name() == "t") in_text = element && !stream.is_empty();
    if (stream.name() == "p" && !element) words += ' ';
    if (stream.name() == "pt" && !element) end_shape();
  }
  end_shape();
  return blocks;
}

}  // namespace undex
