#pragma once
// XML of other makers: what it is by its first tag, and a tree of it within limits.
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "corpus/xml/parse.h"

namespace undex {

/// The local name of the first tag, after a mark, blanks, comments and instructions; empty when the
/// bytes begin otherwise.
std::string xml_root_of(std::string_view bytes);

/// Whether one of the first tags has this local name: enough to tell a vocabulary.
bool has_early_tag(std::string_view bytes, std::string_view name);

struct XmlSource {
  XmlTree tree;
  std::vector<Notice> notices;  ///< of its encoding
  const xmlNode* root() const { return xmlDocGetRootElement(tree.get()); }
};

/// In the encoding that it declares, at most 32 MiB. Throws Error{check} as parse_xml().
XmlSource read_xml_source(std::string_view bytes, std::string_view name);

/// All text in the node, every run of white space one blank, none at the ends; NFC.
std::string text_in(const xmlNode* node);
/// Text of its own, not of elements in it, that is more than blanks.
bool has_own_text(const xmlNode* node);
/// Text, CDATA: what has content and no name.
bool is_text(const xmlNode* node);
std::string_view content_of(const xmlNode* text);

}  // namespace undex
