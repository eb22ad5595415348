#pragma once
// A record as an element of a collection in XML.
#include <string>
#include <string_view>

#include "corpus/xml/builder.h"

namespace undex::rendering {

/// What the builder has, without the line that begins a file.
inline std::string element_of(XmlBuilder& xml) {
  std::string text = xml.take();
  text.erase(0, text.find('\n') + 1);
  return text;
}

/// Nothing for an empty value.
inline void add_element(XmlBuilder& xml, std::string_view name, std::string_view value,
                        std::string_view attribute = {}, std::string_view attribute_value = {}) {
  if (value.empty()) return;
  xml.open(name);
  if (!attribute.empty()) xml.attribute(attribute, attribute_value);
  xml.text(value);
  xml.close();
}

}  // namespace undex::rendering
