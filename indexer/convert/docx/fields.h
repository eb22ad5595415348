#pragma once
// Fields (HYPERLINK, PAGE, TOC, AUTONUM): their instructions are hidden, their results are text.
#include <string>
#include <string_view>
#include <vector>

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
  /// The number an AUTONUM field just begun stands for: "3."; "" for other fields.
  std::string take_number();

 private:
  struct Field {
    bool in_result = false;
    std::string instruction;
  };
  void count(std::string_view instruction);
  std::vector<Field> open_;
  std::string number_;
  int counted_ = 0;
};

}  // namespace undex
