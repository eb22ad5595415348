#include "indexer/convert/docx/xml.h"

#include <array>
#include <charconv>
#include <new>

#include "undex/error.h"

namespace undex {
namespace {

constexpr std::size_t kMostDepth = 256;
constexpr std::size_t kMostAttributes = 10'000;
constexpr std::size_t kMostTree = std::size_t{32} << 20U;

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

Error refuse(std::string_view part, const std::string& reason) {
  return {ErrorKind::check, "damaged: '" + std::string(part) + "': " + reason,
          "open it in a word processor and save it anew as .docx"};
}

bool is_word_space(std::string_view space) {
  return space == "http://schemas.openxmlformats.org/wordprocessingml/2006/main" ||
         space == "http://purl.oclc.org/ooxml/wordprocessingml/main";
}

struct Skipped {
  std::string_view begin;
  std::string_view end;
};
constexpr std::array<Skipped, 3> kSkipped{{{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}}};

/// The offset of the '>' that ends the tag; counts its attributes.
std::size_t tag_end(std::string_view xml, std::size_t at, std::size_t& attributes) {
  while (at < xml.size() && xml[at] != '>') {
    if (xml[at] == '"' || xml[at] == '\'') {
      ++attributes;
      at = xml.find(xml[at], at + 1);
      if (at == std::string_view::npos) return xml.size();
    }
    ++at;
  }
  return at;
}

void keep_fault(void* fault, xmlErrorPtr error) {
  auto* text = static_cast<std::string*>(fault);
  if (!text->empty() || !error || error->level < XML_ERR_ERROR) return;
  *text = "line " + std::to_string(error->line) + ": ";
  for (const char* c = error->message; c && *c && *c != '\n'; ++c) *text += *c;
}

}  // namespace

void check_xml(std::string_view xml, std::string_view part) {
  std::size_t depth = 0;
  for (std::size_t at = xml.find('<'); at != std::string_view::npos; at = xml.find('<', at)) {
    const std::string_view rest = xml.substr(at);
    bool skipped = false;
    for (const Skipped& skip : kSkipped) {
      if (!rest.starts_with(skip.begin)) continue;
      const std::size_t end = rest.find(skip.end, skip.begin.size());
      if (end == std::string_view::npos) return;
      at += end;
      skipped = true;
      break;
    }
    if (skipped) continue;
    if (rest.starts_with("<!")) throw refuse(part, "a document type declaration is not allowed");
    std::size_t attributes = 0;
    const std::size_t end = tag_end(xml, at, attributes);
    if (attributes > kMostAttributes) throw refuse(part, "more than 10,000 attributes");
    const bool closing = rest.size() > 1 && rest[1] == '/';
    const bool empty = end > at && xml[end - 1] == '/';
    if (closing) {
      depth -= depth > 0 ? 1 : 0;
    } else if (!empty && ++depth > kMostDepth) {
      throw refuse(part, "nested deeper than 256");
    }
    at = end;
  }
}

std::string_view XmlNode::name() const { return node_ ? view(node_->name) : std::string_view(); }

bool XmlNode::is_word() const { return node_ && node_->ns && is_word_space(view(node_->ns->href)); }

std::string XmlNode::attribute(std::string_view name) const {
  if (!node_ || node_->type != XML_ELEMENT_NODE) return {};
  for (const xmlAttr* at = node_->properties; at; at = at->next) {
    if (view(at->name) != name) continue;
    std::string value;
    for (const xmlNode* text = at->children; text; text = text->next) value += view(text->content);
    return value;
  }
  return {};
}

std::optional<int> XmlNode::number(std::string_view name) const {
  const std::string text = attribute(name);
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end == text.data()) return std::nullopt;
  return value;
}

std::vector<XmlNode> XmlNode::children() const {
  std::vector<XmlNode> found;
  for (const xmlNode* child = node_ ? node_->children : nullptr; child; child = child->next) {
    if (child->type == XML_ELEMENT_NODE) found.emplace_back(child);
  }
  return found;
}

XmlNode XmlNode::child(std::string_view name) const {
  for (const xmlNode* child = node_ ? node_->children : nullptr; child; child = child->next) {
    if (child->type == XML_ELEMENT_NODE && view(child->name) == name) return XmlNode(child);
  }
  return XmlNode(nullptr);
}

XmlTree::XmlTree(std::string_view xml, std::string_view part) {
  if (xml.size() > kMostTree) throw refuse(part, "larger than 32 MiB");
  constexpr int kOptions = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
  doc_.reset(xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, "UTF-8", kOptions));
  if (!doc_ || !xmlDocGetRootElement(doc_.get())) throw refuse(part, "not well-formed XML");
}

std::string XmlTree::bytes() const {
  xmlChar* memory = nullptr;
  int size = 0;
  xmlDocDumpMemoryEnc(doc_.get(), &memory, &size, "UTF-8");
  if (!memory) throw std::bad_alloc();
  const std::unique_ptr<xmlChar, void (*)(void*)> owner(memory, xmlFree);
  return {reinterpret_cast<const char*>(memory), static_cast<std::size_t>(size)};
}

XmlStream::XmlStream(std::string_view xml, std::string_view part)
    : part_(part),
      reader_(xmlReaderForMemory(xml.data(), static_cast<int>(xml.size()), nullptr, "UTF-8",
                                 XML_PARSE_NONET)) {
  if (!reader_) throw refuse(part, "cannot be read");
  xmlTextReaderSetStructuredErrorHandler(reader_.get(), keep_fault, &fault_);
}

bool XmlStream::next() {
  for (;;) {
    const int read = skip_ ? xmlTextReaderNext(reader_.get()) : xmlTextReaderRead(reader_.get());
    skip_ = false;
    if (read < 0) throw refuse(part_, fault_.empty() ? "not well-formed XML" : fault_);
    if (read == 0) return false;
    switch (xmlTextReaderNodeType(reader_.get())) {
      case XML_READER_TYPE_ELEMENT:
        kind_ = Kind::element;
        return true;
      case XML_READER_TYPE_END_ELEMENT:
        kind_ = Kind::end;
        return true;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
      case XML_READER_TYPE_WHITESPACE:
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        kind_ = Kind::text;
        return true;
      default:
        break;
    }
  }
}

std::string_view XmlStream::name() const {
  return view(xmlTextReaderConstLocalName(reader_.get()));
}

std::string_view XmlStream::space() const {
  return view(xmlTextReaderConstNamespaceUri(reader_.get()));
}

bool XmlStream::is_word() const { return is_word_space(space()); }

bool XmlStream::is_math() const {
  return space() == "http://schemas.openxmlformats.org/officeDocument/2006/math" ||
         space() == "http://purl.oclc.org/ooxml/officeDocument/math";
}

std::string_view XmlStream::text() const { return view(xmlTextReaderConstValue(reader_.get())); }

std::string XmlStream::attribute(std::string_view name) const {
  return XmlNode(xmlTextReaderCurrentNode(reader_.get())).attribute(name);
}

XmlNode XmlStream::subtree() const { return XmlNode(xmlTextReaderExpand(reader_.get())); }

}  // namespace undex
