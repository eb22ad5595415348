#pragma once
// The numbers Word computes: definitions of lists and the counters that run through a text.
#include <array>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include "indexer/convert/docx/styles.h"

namespace undex {

struct ListLevel {
  int start = 1;
  std::string format = "decimal";  ///< w:numFmt
  std::string text;                ///< w:lvlText: "%1.%2"
  std::string style;               ///< the paragraph style that takes this level
  std::optional<int> restart;      ///< w:lvlRestart
  bool digits_only = false;        ///< w:isLgl
  bool defined = false;
  std::optional<float> left, first;
};

/// One list of a document as its numbering part defines it.
class DocxLists {
 public:
  static constexpr int kLevels = 9;
  DocxLists() = default;
  DocxLists(XmlNode root, const DocxStyles& styles);

  struct List {
    int abstract = -1;  ///< whose counters it shares
    std::array<ListLevel, kLevels> levels;
    std::array<std::optional<int>, kLevels> restarts;  ///< w:startOverride
  };
  /// nullptr when there is none of that number.
  const List* find(int list) const;
  /// The level that the style takes in the list; 0 when none is bound to it.
  int level_of_style(int list, const std::string& style) const;

 private:
  std::unordered_map<int, List> lists_;
};

/// The counters of one story (text, notes, a header).
class ListCounters {
 public:
  explicit ListCounters(const DocxLists& lists) : lists_(lists) {}
  /// Counts a paragraph and returns its label as printed; "" when it shows none.
  std::string next(int list, int level);

 private:
  using Counters = std::array<std::optional<int>, DocxLists::kLevels>;
  const DocxLists& lists_;
  std::unordered_map<int, Counters> counters_;                               // by abstract list
  std::unordered_map<int, std::array<bool, DocxLists::kLevels>> restarted_;  // by list
};

}  // namespace undex
