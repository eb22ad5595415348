#include "corpus/xml/parse.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include <algorithm>

#include "corpus/xml/tags.h"
#include "undex/error.h"

namespace undex {
namespace {

constexpr std::size_t kMostBytes = std::size_t{256} << 20;
constexpr std::size_t kMostAttributes = 10'000;
constexpr std::size_t kMostDepth = 256;

struct ContextFree {
  void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};

struct Refuser {
  std::string_view name;
  std::string_view remedy;
  [[noreturn]] void operator()(long long line, const std::string& fault) const {
    const std::string place = line > 0 ? " line " + std::to_string(line) : std::string();
    throw Error(ErrorKind::check, "'" + std::string(name) + "'" + place + ": " + fault,
                std::string(remedy));
  }
};

long long line_at(std::string_view bytes, std::size_t at) {
  return 1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n');
}

/// Looks for what must not reach the parser: libxml2 spends minutes on one element with 200,000
/// attributes. Sound because the parser is told that the bytes are UTF-8.
void inspect(std::string_view bytes, const Refuser& refuse) {
  if (bytes.size() > kMostBytes) refuse(0, "it is larger than 256 MiB");
  std::size_t depth = 0;
  for (XmlTags tags(bytes); tags.next();) {
    const XmlTag& tag = tags.tag();
    if (tag.kind == XmlTag::Kind::open && ++depth > kMostDepth)
      refuse(line_at(bytes, tag.begin), "elements are nested deeper than 256");
    if (tag.kind == XmlTag::Kind::close && depth > 0) --depth;
    if (tag.kind == XmlTag::Kind::declaration)
      refuse(line_at(bytes, tag.begin), "a DOCTYPE is not accepted");
    if (tag.attributes > kMostAttributes)
      refuse(line_at(bytes, tag.begin), "an element has more than 10,000 attributes");
  }
}

std::string one_line(const char* text) {
  std::string out = text ? text : "it is not well formed";
  while (!out.empty() && (out.back() == '\n' || out.back() == ' ')) out.pop_back();
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

}  // namespace

XmlTree parse_xml(std::string_view bytes, std::string_view name, std::string_view remedy) {
  static const bool ready = (xmlInitParser(), true);
  (void)ready;
  const Refuser refuse{name, remedy};
  inspect(bytes, refuse);
  const std::unique_ptr<xmlParserCtxt, ContextFree> context(xmlNewParserCtxt());
  if (!context) throw std::bad_alloc();
  const int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA;
  XmlTree tree(xmlCtxtReadMemory(context.get(), bytes.data(), static_cast<int>(bytes.size()),
                                 nullptr, "UTF-8", options));
  if (!tree || !xmlDocGetRootElement(tree.get())) {
    const xmlError* fault = xmlCtxtGetLastError(context.get());
    if (fault && fault->code == XML_ERR_NO_MEMORY) throw std::bad_alloc();
    refuse(fault ? fault->line : 0, one_line(fault ? fault->message : nullptr));
  }
  if (tree->intSubset) refuse(0, "a DOCTYPE is not accepted");
  return tree;
}

void refuse_xml(std::string_view name, const xmlNode* node, const std::string& fault) {
  Refuser{name, kNotOurs}(xmlGetLineNo(node), fault);
}

std::string_view name_of(const xmlNode* node) { return view(node->name); }

std::string_view namespace_of(const xmlNode* node) {
  return node->ns ? view(node->ns->href) : std::string_view();
}

std::vector<const xmlNode*> elements(const xmlNode* node) {
  std::vector<const xmlNode*> found;
  for (const xmlNode* at = node->children; at; at = at->next)
    if (at->type == XML_ELEMENT_NODE) found.push_back(at);
  return found;
}

const xmlNode* child(const xmlNode* node, std::string_view name) {
  for (const xmlNode* at = node ? node->children : nullptr; at; at = at->next)
    if (at->type == XML_ELEMENT_NODE && name_of(at) == name) return at;
  return nullptr;
}

std::optional<std::string> attribute(const xmlNode* node, std::string_view name,
                                     std::string_view space) {
  for (const xmlAttr* at = node->properties; at; at = at->next) {
    if (view(at->name) != name || (at->ns ? view(at->ns->href) : std::string_view()) != space)
      continue;
    std::string value;
    for (const xmlNode* part = at->children; part; part = part->next) value += view(part->content);
    return value;
  }
  return std::nullopt;
}

}  // namespace undex
