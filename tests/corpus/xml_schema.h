#pragma once
// The schemas that document XML must obey, and small documents to try them on.
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "corpus/document.h"

namespace undex::test {

/// One of the two schemas a document must obey.
class Schema {
 public:
  explicit Schema(const std::filesystem::path& path)
      : parser_(xmlSchemaNewParserCtxt(path.c_str()), xmlSchemaFreeParserCtxt),
        schema_(xmlSchemaParse(parser_.get()), xmlSchemaFree) {}

  /// What is wrong with the file; empty if nothing.
  std::string faults(const std::string& xml) const {
    if (!schema_) return "the schema itself cannot be read";
    std::string found;
    const std::unique_ptr<xmlDoc, void (*)(xmlDoc*)> doc(
        xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr, XML_PARSE_NONET),
        xmlFreeDoc);
    if (!doc) return "it is not well formed";
    const std::unique_ptr<xmlSchemaValidCtxt, void (*)(xmlSchemaValidCtxt*)> context(
        xmlSchemaNewValidCtxt(schema_.get()), xmlSchemaFreeValidCtxt);
    xmlSchemaSetValidStructuredErrors(
        context.get(),
        [](void* text, xmlErrorPtr fault) {
          *static_cast<std::string*>(text) +=
              "line " + std::to_string(fault->line) + ": " + fault->message;
        },
        &found);
    if (xmlSchemaValidateDoc(context.get(), doc.get()) != 0 && found.empty()) found = "not valid";
    return found;
  }

 private:
  std::unique_ptr<xmlSchemaParserCtxt, void (*)(xmlSchemaParserCtxt*)> parser_;
  std::unique_ptr<xmlSchema, void (*)(xmlSchema*)> schema_;
};

inline Document of_blocks(std::vector<Block> blocks) {
  Document document;
  document.symbol.parts = {"E/2003/75"};
  document.blocks = std::move(blocks);
  document.provenance.source = "in.txt";
  return document;
}

inline Block block(BlockKind kind, std::string label, std::string text, int level = 0) {
  Block made;
  made.kind = kind;
  made.label = std::move(label);
  made.text = std::move(text);
  made.level = level;
  if (kind == BlockKind::subparagraph) made.locator.points = {made.label};
  return made;
}

}  // namespace undex::test
