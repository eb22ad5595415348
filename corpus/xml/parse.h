#pragma once
// XML bytes -> a tree, safely, and what reading the tree needs. With xml_parse.cc and xml_read.cc
// the only user of libxml2 in corpus/.
#include <libxml/tree.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace undex {

struct XmlDocFree {
  void operator()(xmlDoc* doc) const { xmlFreeDoc(doc); }
};
using XmlTree = std::unique_ptr<xmlDoc, XmlDocFree>;

inline constexpr std::string_view kNotOurs =
    "this is not a document that undex wrote, or it was changed since";

/// From memory, nothing fetched, no entities, UTF-8 whatever it declares: throws Error{check}
/// naming `name` and the line, with the remedy as its hint, for bytes that are no XML, a DOCTYPE,
/// more than 10,000 attributes on an element, nesting deeper than 256, more than 256 MiB.
XmlTree parse_xml(std::string_view bytes, std::string_view name,
                  std::string_view remedy = kNotOurs);

/// Throws Error{check}: "'name' line 12: ...".
[[noreturn]] void refuse_xml(std::string_view name, const xmlNode* node, const std::string& fault);

std::string_view name_of(const xmlNode* node);
std::string_view namespace_of(const xmlNode* node);
/// Child elements, in order.
std::vector<const xmlNode*> elements(const xmlNode* node);
/// First child element of that name; nullptr if there is none.
const xmlNode* child(const xmlNode* node, std::string_view name);
/// Attribute in a namespace ("" for none); nothing if it is not there.
std::optional<std::string> attribute(const xmlNode* node, std::string_view name,
                                     std::string_view space);

}  // namespace undex
