#include "indexer/convert/xml/source.h"

#include <algorithm>
#include <optional>

#include "corpus/text.h"
#include "corpus/xml/tags.h"
#include "indexer/convert/html/charset.h"
#include "undex/error.h"

namespace undex {
namespace {

constexpr std::size_t kMostBytes = std::size_t{32} << 20U;
constexpr int kEarlyTags = 400;
constexpr std::string_view kRemedy =
    "open it in the program that made it and save its text as .docx or plain text";

bool begins_with_markup(std::string_view text) {
  const std::size_t at = text.find_first_not_of(" \t\r\n\f");
  return at != std::string_view::npos && text[at] == '<';
}

void gather(const xmlNode* node, std::string& out) {
  for (const xmlNode* at = node->children; at; at = at->next) {
    if (is_text(at)) {
      out += content_of(at);
    } else if (at->type == XML_ELEMENT_NODE) {
      gather(at, out);
    }
  }
}

}  // namespace

std::string xml_root_of(std::string_view bytes) {
  const std::optional<DecodedText> head = decode_head(bytes);
  if (!head || !begins_with_markup(head->text)) return {};
  XmlTags tags(head->text);
  while (tags.next()) {
    const XmlTag& tag = tags.tag();
    if (tag.kind == XmlTag::Kind::declaration) continue;
    return tag.kind == XmlTag::Kind::close ? std::string() : std::string(tag.name);
  }
  return {};
}

bool has_early_tag(std::string_view bytes, std::string_view name) {
  const std::optional<DecodedText> head = decode_head(bytes);
  if (!head) return false;
  XmlTags tags(head->text);
  for (int i = 0; i < kEarlyTags && tags.next(); ++i) {
    if (tags.tag().name == name) return true;
  }
  return false;
}

XmlSource read_xml_source(std::string_view bytes, std::string_view name) {
  if (bytes.size() > kMostBytes)
    throw Error(ErrorKind::check, "XML larger than 32 MiB", "split the file");
  DecodedText decoded = decode_html(bytes);
  return {.tree = parse_xml(decoded.text, name, kRemedy), .notices = std::move(decoded.notices)};
}

bool is_text(const xmlNode* node) {
  return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

std::string_view content_of(const xmlNode* text) {
  return text->content ? std::string_view(reinterpret_cast<const char*>(text->content))
                       : std::string_view();
}

std::string text_in(const xmlNode* node) {
  std::string text;
  if (node) gather(node, text);
  return collapse_spaces(normal_text(text));
}

bool has_own_text(const xmlNode* node) {
  for (const xmlNode* at = node->children; at; at = at->next) {
    if (is_text(at) && content_of(at).find_first_not_of(" \t\r\n") != std::string_view::npos)
      return true;
  }
  return false;
}

}  // namespace undex
