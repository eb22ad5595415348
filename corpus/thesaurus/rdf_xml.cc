// SKOS as RDF/XML.
#include <libxml/tree.h>

#include <optional>

#include "corpus/thesaurus/forms.h"
#include "corpus/xml/parse.h"
#include "undex/error.h"

namespace undex {
namespace {

constexpr std::string_view kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
constexpr std::string_view kXml = "http://www.w3.org/XML/1998/namespace";
constexpr int kDeepest = 32;

std::size_t line_of(const xmlNode* node) { return static_cast<std::size_t>(xmlGetLineNo(node)); }

std::string text_in(const xmlNode* node) {
  std::string text;
  for (const xmlNode* one = node->children; one; one = one->next)
    if ((one->type == XML_TEXT_NODE || one->type == XML_CDATA_SECTION_NODE) && one->content)
      text += reinterpret_cast<const char*>(one->content);
  return text;
}

/// The address the node is about, as far as ids need it; empty for a blank node.
std::string address_of(const xmlNode* node) {
  for (const char* name : {"about", "ID", "nodeID"})
    if (const auto value = attribute(node, name, kRdf)) return *value;
  return {};
}

std::string language_at(const xmlNode* node) {
  for (const xmlNode* one = node; one && one->type == XML_ELEMENT_NODE; one = one->parent)
    if (const auto tag = attribute(one, "lang", kXml)) return language_of(*tag);
  return {};
}

class RdfReader {
 public:
  RdfReader(std::string_view name, ThesaurusBuilder& builder) : name_(name), builder_(builder) {}

  void read_node(const xmlNode* node, int depth) {
    if (depth > kDeepest) refuse_thesaurus(name_, line_of(node), "it is nested too deep");
    const std::string id = local_name(address_of(node));
    const std::string type(name_of(node));
    if (!(type == "Description" && namespace_of(node) == kRdf)) add(node, id, "type", "", type);
    for (const xmlNode* property : elements(node)) read_property(property, id, depth);
  }

 private:
  void add(const xmlNode* node, const std::string& id, std::string_view predicate,
           const std::string& language, const std::string& value) {
    builder_.add({id, std::string(predicate), language, value}, line_of(node));
  }

  void read_property(const xmlNode* property, const std::string& id, int depth) {
    const std::string address =
        std::string(namespace_of(property)) + std::string(name_of(property));
    const std::string_view predicate = predicate_of(address);
    if (const auto resource = attribute(property, "resource", kRdf))
      return add(property, id, predicate, "", local_name(*resource));
    const auto nested = elements(property);
    for (const xmlNode* node : nested) {
      add(property, id, predicate, "", local_name(address_of(node)));
      read_node(node, depth + 1);
    }
    if (nested.empty()) add(property, id, predicate, language_at(property), text_in(property));
  }

  std::string_view name_;
  ThesaurusBuilder& builder_;
};

XmlTree parse(std::string_view bytes, std::string_view name) {
  try {
    return parse_xml(bytes, name);
  } catch (const Error& error) {  // The same fault, and advice that fits a thesaurus.
    throw Error(error.kind, error.what(), "write it as Turtle, or as RDF/XML without a DOCTYPE");
  }
}

}  // namespace

void read_rdf_xml(std::string_view bytes, std::string_view name, ThesaurusBuilder& builder) {
  const XmlTree tree = parse(bytes, name);
  const xmlNode* root = xmlDocGetRootElement(tree.get());
  if (!root || name_of(root) != "RDF" || namespace_of(root) != kRdf)
    refuse_thesaurus(name, root ? line_of(root) : 1, "its root is not rdf:RDF");
  RdfReader reader(name, builder);
  for (const xmlNode* node : elements(root)) reader.read_node(node, 0);
}

}  // namespace undex
