#pragma once
// Schemas of ours in RELAX NG, written from the published rules (schemas/*.rng).
#include <libxml/parser.h>
#include <libxml/relaxng.h>

#include <memory>
#include <string>

#include "tests/support.h"

namespace undex::serve::test {

/// What is wrong with the file by the schema of this name; empty if nothing.
inline std::string faults_by(const std::string& schema, const std::string& xml) {
  const std::string path =
      undex::test::source_path("tests/searcher/serve/schemas/" + schema + ".rng").string();
  const std::unique_ptr<xmlRelaxNGParserCtxt, void (*)(xmlRelaxNGParserCtxt*)> parser(
      xmlRelaxNGNewParserCtxt(path.c_str()), xmlRelaxNGFreeParserCtxt);
  const std::unique_ptr<xmlRelaxNG, void (*)(xmlRelaxNG*)> rules(xmlRelaxNGParse(parser.get()),
                                                                 xmlRelaxNGFree);
  if (!rules) return "the schema itself cannot be read";
  const std::unique_ptr<xmlDoc, void (*)(xmlDoc*)> doc(
      xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr, XML_PARSE_NONET),
      xmlFreeDoc);
  if (!doc) return "it is not well formed";
  std::string found;
  const std::unique_ptr<xmlRelaxNGValidCtxt, void (*)(xmlRelaxNGValidCtxt*)> context(
      xmlRelaxNGNewValidCtxt(rules.get()), xmlRelaxNGFreeValidCtxt);
  xmlRelaxNGSetValidStructuredErrors(
      context.get(),
      [](void* text, xmlErrorPtr fault) {
        *static_cast<std::string*>(text) +=
            "line " + std::to_string(fault->line) + ": " + fault->message;
      },
      &found);
  if (xmlRelaxNGValidateDoc(context.get(), doc.get()) != 0 && found.empty()) found = "not valid";
  return found;
}

}  // namespace undex::serve::test
