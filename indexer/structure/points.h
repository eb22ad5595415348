#pragma once
// Sub-paragraphs: which level a label (a), (i), a. stands on, and points named inside a running
// text.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "indexer/structure/labels.h"

namespace undex::structure {

/// The open levels of sub-paragraphs under one paragraph.
class PointStack {
 public:
  /// Puts the label on its level and returns the points above and including it. `next` is the label
  /// of the following sub-paragraph, `list_opens` whether the text before ends with a colon: they
  /// decide whether "(i)" follows "(h)" or opens a list of its own.
  std::vector<std::string> place(const Label& label, const std::optional<Label>& next,
                                 bool list_opens);
  /// A text of the paragraph itself came between: the next (a) begins a new list.
  void interrupt() { interrupted_ = true; }
  void clear();
  bool empty() const { return levels_.empty(); }
  int depth() const { return static_cast<int>(levels_.size()); }
  std::vector<std::string> points() const;

 private:
  struct Level {
    Label::Form form;
    bool roman = false;
    int last = 0;
    std::string point;
  };
  void open(const Label& label, bool roman, int value);
  std::vector<Level> levels_;
  bool interrupted_ = false;
};

/// (a) ... (b) ... inside one paragraph, in order from (a) or (i): each with its locator under
/// `at`.
std::vector<InlinePoint> find_inline_points(std::string_view text, const Locator& at);

}  // namespace undex::structure
