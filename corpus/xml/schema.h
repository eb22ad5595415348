#pragma once
// Is this XML what its schema asks for? For data that people write: each fault names the line, what
// is wrong in words, and what the schema's own documentation says is allowed there.
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/xml/parse.h"

namespace undex {

struct XmlFault {
  long line = 0;
  std::string text;     ///< "the value '10 Nov' of 'deadline' is not accepted"
  std::string allowed;  ///< the documentation of the element or attribute; may be empty
};

class XmlSchema {
 public:
  /// From the text of a schema of ours; an assertion fails for one that is none.
  explicit XmlSchema(std::string_view xsd);
  XmlSchema(XmlSchema&&) noexcept;
  XmlSchema& operator=(XmlSchema&&) noexcept;
  ~XmlSchema();

  /// Empty when the document is valid; the first 20 faults at most, in the order of the lines.
  std::vector<XmlFault> faults_of(const XmlTree& document) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace undex
