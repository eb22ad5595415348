#pragma once
// Fields (HYPERLINK, PAGE, TOC, AUTONUM): their instructions are hidden, their results are text.
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/convert/docx/baggage.h"
#include "indexer/convert/docx/xml.h"

namespace undex {

class DocxFields {
 public:
  /// w:fldChar of this type: "begin", "separate", "end".
  void mark(std::string_view type);
  void add_instruction(std::string_view text);
  /// False inside an instruction.
  bool shows_text() const;
  /// An instruction never goes beyond its paragraph: one without end must not hide the rest.
  void end_paragraph();
  /// Links that fields such as INCLUDEPICTURE make to what lies outside the file.
  std::vector<DocxLink> take_links() { return std::move(links_); }
  /// The number that an AUTONUM or LISTNUM field just begun stands for: "3."; "" for other fields.
  std::string take_number();

 private:
  struct Field {
    bool in_result = false;
    std::string instruction;
  };
  void obey(std::string_view instruction);
  std::string next_of_list(std::string_view rest);
  std::vector<Field> open_;
  std::vector<DocxLink> links_;
  std::string number_;
  int counted_ = 0;
  std::array<int, 9> list_counters_{};
};

/// What a box or a list of a form shows, by its w:ffData: "☒", the entry chosen; "" for others.
std::string form_field_text(XmlNode node);

}  // namespace undex
