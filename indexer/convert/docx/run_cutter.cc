#include "indexer/convert/docx/run_cutter.h"

#include <new>
#include <string>

#include "indexer/convert/docx/xml.h"

namespace undex {
namespace {

bool is_run(const xmlNode* node) { return XmlNode(node).is_word() && XmlNode(node).name() == "r"; }

/// With its attributes and, if `deep`, all that is in it, for a place within `parent`.
xmlNode* copy_of(xmlNode* node, xmlNode* parent, bool deep) {
  xmlNode* copy = nullptr;
  if (xmlDOMWrapCloneNode(nullptr, node->doc, node, &copy, node->doc, parent, deep ? 1 : 0, 0) != 0)
    throw std::bad_alloc();
  return copy;
}

xmlNode* look_of(xmlNode* run) {
  xmlNode* first = xmlFirstElementChild(run);
  return first && XmlNode(first).name() == "rPr" ? first : nullptr;
}

/// The run that begins with this child of one.
xmlNode* run_from(xmlNode* child) {
  xmlNode* run = child->parent;
  xmlNode* look = look_of(run);
  xmlNode* before = xmlPreviousElementSibling(child);
  if (!before || before == look) return run;
  xmlNode* later = copy_of(run, run->parent, false);
  xmlAddNextSibling(run, later);
  if (look) xmlAddChild(later, copy_of(look, later, true));
  while (child) {
    xmlNode* next = child->next;
    xmlUnlinkNode(child);
    xmlAddChild(later, child);
    child = next;
  }
  return later;
}

/// The run that ends with this child of one.
xmlNode* run_to(xmlNode* child) {
  xmlNode* run = child->parent;
  if (xmlNode* next = xmlNextElementSibling(child)) run_from(next);
  return run;
}

std::string text_of_node(const xmlNode* text) {
  std::string all;
  for (const xmlNode* part = text->children; part; part = part->next) {
    if (part->content) all += reinterpret_cast<const char*>(part->content);
  }
  return all;
}

void set_text(xmlNode* node, const std::string& text) {
  while (xmlNode* child = node->children) {
    xmlUnlinkNode(child);
    xmlFreeNode(child);
  }
  xmlAddChild(node, xmlNewTextLen(reinterpret_cast<const xmlChar*>(text.data()),
                                  static_cast<int>(text.size())));
  xmlNodeSetSpacePreserve(node, 1);
}

}  // namespace

/// What stands behind the place: the text itself at its beginning, nullptr at its end.
xmlNode* RunCutter::cut(xmlNode* text, std::size_t offset) {
  if (offset == 0) return text;
  const auto known = cuts_.find({text, offset});
  if (known != cuts_.end()) return known->second;
  const std::string all = text_of_node(text);
  if (offset >= all.size()) return nullptr;
  xmlNode* later = copy_of(text, text->parent, false);
  xmlAddNextSibling(text, later);
  set_text(later, all.substr(offset));
  set_text(text, all.substr(0, offset));
  cuts_[{text, offset}] = later;
  return later;
}

void RunCutter::put_before(const TextPiece& piece, std::size_t offset, xmlNode* added) {
  xmlNode* node = piece.node;
  if (piece.divisible) {
    if (xmlNode* later = cut(node, offset)) node = later;
  }
  xmlAddPrevSibling(is_run(node->parent) ? run_from(node) : node, added);
}

void RunCutter::put_behind(const TextPiece& piece, std::size_t offset, xmlNode* added) {
  if (piece.divisible) cut(piece.node, offset);
  xmlAddNextSibling(is_run(piece.node->parent) ? run_to(piece.node) : piece.node, added);
}

}  // namespace undex
