#pragma once
// Which numbers are paragraph numbers: those that go on in sequence. Reports what is missing or
// there twice.
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "corpus/document.h"
#include "indexer/structure/labels.h"

namespace undex::structure {

class Numbering {
 public:
  enum class Answer { paragraph, nested, text };
  /// What a number at the beginning of a text is. `list_opens`: the text before ends with a colon;
  /// `after_heading`: a heading stands between it and the last number; `next`: the number that
  /// begins one of the following texts.
  Answer ask(const Label& label, bool list_opens, bool after_heading,
             const std::optional<Label>& next);
  /// Takes it as a paragraph and adds notices to `notices` for what is missing before it.
  void take(const Label& label, const std::string& part, std::vector<Notice>& notices);
  /// `after` is the next paragraph and `label` is none: it goes back, or counts in another way.
  bool goes_on_past(const Label& label, const Label& after) const;
  void begin_part();
  /// An abridged record leaves paragraphs out on purpose: numbers may jump as far as they like.
  void allow_gaps() { gaps_ = true; }
  /// Articles and rules count their paragraphs anew.
  void begin_division();
  bool any() const { return last_ > 0 || dotted_; }

 private:
  int last_ = 0;
  int nested_ = 0;
  bool dotted_ = false;
  bool restarted_ = false;
  bool in_division_ = false;
  bool gaps_ = false;
  std::string last_dotted_;
  std::set<std::string> seen_;
};

}  // namespace undex::structure
