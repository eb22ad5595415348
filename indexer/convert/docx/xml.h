#pragma once
// XML of Office parts, read without entities, files or network. The only user of libxml2 among the
// converters.
#include <libxml/tree.h>
#include <libxml/xmlreader.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace undex {

/// Throws Error{check} for a DOCTYPE, an element with more than 10,000 attributes, nesting deeper
/// than 256: what libxml2 would choke on is not shown to it.
void check_xml(std::string_view xml, std::string_view part);

/// A view of a node; valid while its tree or the reader's position is.
class XmlNode {
 public:
  explicit XmlNode(const xmlNode* node) : node_(node) {}
  explicit operator bool() const { return node_ != nullptr; }
  /// Without its prefix; "" for no node.
  std::string_view name() const;
  /// Of the WordprocessingML namespace, transitional or strict.
  bool is_word() const;
  /// By its local name; "" when there is none.
  std::string attribute(std::string_view name) const;
  std::optional<int> number(std::string_view name) const;
  /// Elements only.
  std::vector<XmlNode> children() const;
  /// The first child of that name, or no node.
  XmlNode child(std::string_view name) const;

 private:
  const xmlNode* node_;
};

/// A whole part as a tree, at most 32 MiB. Throws Error{check} when it is not well-formed.
class XmlTree {
 public:
  XmlTree(std::string_view xml, std::string_view part);
  XmlNode root() const { return XmlNode(xmlDocGetRootElement(doc_.get())); }
  /// The same, to be changed.
  xmlNode* edit() { return xmlDocGetRootElement(doc_.get()); }
  /// As it stands now, in UTF-8.
  std::string bytes() const;

 private:
  struct Closer {
    void operator()(xmlDoc* doc) const { xmlFreeDoc(doc); }
  };
  std::unique_ptr<xmlDoc, Closer> doc_;
};

/// A part read node by node: memory does not grow with the part.
class XmlStream {
 public:
  enum class Kind { element, end, text };
  XmlStream(std::string_view xml, std::string_view part);

  /// The next element, end or text; false after the last. Throws Error{check} when the part is not
  /// well-formed.
  bool next();
  /// As next(), but past everything inside the current element (its end too).
  void skip() { skip_ = true; }
  Kind kind() const { return kind_; }
  bool is_empty() const { return xmlTextReaderIsEmptyElement(reader_.get()) == 1; }
  std::string_view name() const;
  /// WordprocessingML or mathematics: where the words are.
  bool is_word() const;
  bool is_math() const;
  std::string_view text() const;
  std::string attribute(std::string_view name) const;
  /// The current element with all inside it, until the next step.
  XmlNode subtree() const;

 private:
  struct Closer {
    void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
  };
  std::string_view space() const;
  std::string part_;
  std::string fault_;
  std::unique_ptr<xmlTextReader, Closer> reader_;
  Kind kind_ = Kind::text;
  bool skip_ = false;
};

}  // namespace undex
