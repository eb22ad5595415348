#pragma once
// Marks as elements of Akoma Ntoso in the running text, for other programs: links, names,
// quantities, dates, quotations. What crosses another element has none: the outer or earlier one
// wins. Nothing of it is read back.
#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "corpus/document.h"

namespace undex {

struct InlineElement {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view name;  ///< "ref"
  std::vector<std::pair<std::string_view, std::string>> attributes;
};

/// An entry of the references block, which refersTo points to.
struct OntologyEntry {
  std::string_view element;  ///< "TLCOrganization"
  std::string_view kind;     ///< "organization"
  std::string id;
  std::string show_as;
};

class InlineElements {
 public:
  /// `new_id` gives an id that is unique in the file; ids are those of the blocks.
  InlineElements(const Document& document, const std::vector<std::string>& ids,
                 const std::function<std::string(std::string_view)>& new_id);

  /// Those of a text, in the order in which they begin, each within the one it begins in.
  const std::vector<InlineElement>& of(int block, int row = -1, int column = -1) const;
  const std::vector<OntologyEntry>& ontology() const { return ontology_; }

 private:
  using TextKey = std::tuple<int, int, int>;
  struct Names;
  void add(const Document& document, const MarkSpan& span, InlineElement element);

  std::map<TextKey, std::vector<InlineElement>> texts_;
  std::vector<OntologyEntry> ontology_;
};

}  // namespace undex
