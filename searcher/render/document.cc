#include "searcher/render/document.h"

#include "corpus/text.h"
#include "corpus/xml.h"
#include "searcher/render/renderers.h"

namespace undex {

std::string render_document(const Document& document, std::string_view format,
                            const std::vector<Locator>& only, const RenderOptions& options) {
  if (format == "text") return rendering::document_text(document, only, options);
  if (format == "json") return rendering::document_json(document, only, options);
  if (format != "xml")
    throw Error(ErrorKind::version, "format '" + printable(format) + "' is not offered",
                "choose one of text, json, xml");
  if (!only.empty())
    throw Error(ErrorKind::usage, "a part of a document cannot be shown as xml",
                "leave out --para, or choose text or json");
  return write_document_xml(document);
}

}  // namespace undex
