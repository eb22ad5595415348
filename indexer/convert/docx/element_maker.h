#pragma once
// Makes elements for a part of a Word document in the name space and under the prefix of the part.
#include <libxml/tree.h>

#include <string>
#include <string_view>

namespace undex {

class ElementMaker {
 public:
  /// Throws Error{check} when the root is in no name space.
  explicit ElementMaker(xmlNode* root);

  /// One that stands nowhere yet.
  xmlNode* make(const char* name) const;
  /// The last child of `parent`.
  xmlNode* add(xmlNode* parent, const char* name) const;
  void set(xmlNode* node, const char* name, const std::string& value) const;
  /// What XML cannot hold is left out; blanks are kept.
  void write(xmlNode* node, std::string_view text) const;
  /// The address of the name space.
  std::string space() const;

 private:
  xmlNs* space_;
};

}  // namespace undex
