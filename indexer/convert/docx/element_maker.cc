#include "indexer/convert/docx/element_maker.h"

#include "corpus/text.h"
#include "undex/error.h"

namespace undex {
namespace {

const xmlChar* chars(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

std::string legal(std::string_view text) {
  std::string kept;
  for (const char c : repair_utf8(text)) {
    if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n') kept += c;
  }
  for (const std::string_view none : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
    for (std::size_t at = kept.find(none); at != std::string::npos; at = kept.find(none, at))
      kept.erase(at, none.size());
  }
  return kept;
}

/// Attributes need a prefix, so a name space that is the default one is declared once more.
xmlNs* prefixed(xmlNode* root) {
  if (!root->ns || root->ns->prefix) return root->ns;
  for (xmlNs* known = root->nsDef; known; known = known->next) {
    if (known->prefix && xmlStrEqual(known->href, root->ns->href)) return known;
  }
  return xmlNewNs(root, root->ns->href, chars("w"));
}

}  // namespace

ElementMaker::ElementMaker(xmlNode* root) : space_(prefixed(root)) {
  if (!space_)
    throw Error(ErrorKind::check, "damaged: its main part is in no name space",
                "open it in a word processor and save it anew as .docx");
}

xmlNode* ElementMaker::make(const char* name) const { return xmlNewNode(space_, chars(name)); }

xmlNode* ElementMaker::add(xmlNode* parent, const char* name) const {
  return xmlAddChild(parent, make(name));
}

void ElementMaker::set(xmlNode* node, const char* name, const std::string& value) const {
  xmlNewNsProp(node, space_, chars(name), chars(legal(value).c_str()));
}

void ElementMaker::write(xmlNode* node, std::string_view text) const {
  xmlAddChild(node, xmlNewText(chars(legal(text).c_str())));
  xmlNodeSetSpacePreserve(node, 1);
}

std::string ElementMaker::space() const { return reinterpret_cast<const char*>(space_->href); }

}  // namespace undex
