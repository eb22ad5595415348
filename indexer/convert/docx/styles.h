#pragma once
// Styles with what they inherit through basedOn and from the defaults of the document.
#include <string>
#include <string_view>
#include <unordered_map>

#include "indexer/convert/docx/properties.h"

namespace undex {

struct DocxStyle {
  std::string name;      ///< "heading 1", "_ H_2/3": the same in every language of Word
  std::string based_on;  ///< id
  ParagraphProperties paragraph;
  RunProperties run;
};

class DocxStyles {
 public:
  DocxStyles() = default;
  explicit DocxStyles(XmlNode root);

  /// With everything inherited. For "" or an unknown id: the default paragraph style.
  const DocxStyle& paragraph_style(const std::string& id) const;
  /// Of a character style: nothing said for "" or an unknown id.
  const RunProperties& run_style(const std::string& id) const;
  /// The list that a numbering style stands for; 0 for none.
  int list_of(const std::string& id) const;

 private:
  std::unordered_map<std::string, DocxStyle> styles_;
  DocxStyle default_;
  RunProperties no_run_;
};

/// The level of heading that paragraphs of this look are, 0 outermost; -1 for text. By outline
/// level, save that the styles of UN templates for mastheads are no headings.
int heading_level(const ParagraphProperties& paragraph, const DocxStyle& style);

}  // namespace undex
