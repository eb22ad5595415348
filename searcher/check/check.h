#pragma once
// Whether the references of a draft hold: citations, quotations, dates, titles, names and figures
// against what is held, and the form of citations against rules that have a source. Pure of files:
// it gets the draft as a Document with marks, and asks through CheckHoldings.
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/date.h"
#include "corpus/document.h"

namespace undex {

/// A date that documents held print with a citation of another one.
struct PrintedDate {
  Date date;
  std::vector<std::string> documents;  ///< that print it, by name
};

/// What is held beside the draft, which is no witness for itself. References and pointers that it
/// gives stay good as long as it lives.
class CheckHoldings {
 public:
  virtual ~CheckHoldings() = default;
  /// The document held under that symbol, in the language of the draft if it is held in it;
  /// nullptr when it is not held.
  virtual const Document* held(const Symbol& symbol) = 0;
  /// The same without reading it.
  virtual bool is_held(const Symbol& symbol) = 0;
  /// How many documents held cite it.
  virtual std::size_t citing(const Symbol& symbol) = 0;
  /// The dates that documents held print with it, the one most often printed first.
  virtual const std::vector<PrintedDate>& dates(const Symbol& symbol) = 0;
};

struct CheckFinding {
  enum class Level {
    wrong,  ///< it contradicts what is held: exit status 4
    check,  ///< a person should look at it
    note,   ///< it can't be told
  };
  Level level = Level::check;
  std::string_view code;  ///< row of check_kinds()
  MarkSpan span;          ///< of the words in question, in a block of the draft
  Locator at;
  std::string words;    ///< as printed in the draft
  std::string message;  ///< "A/58/568 has no para. 99: its last paragraph is 28"
  std::string remedy;   ///< the right form, ready to paste, or what to look at; may be empty
  std::string source;   ///< the document and place, or the rule's source
};

struct CheckResult {
  std::string draft;  ///< Document::name()
  /// Citations, pinpoints, dates, titles, quotations and figures looked at: each is right, or has a
  /// finding, or can't be told; places of one citation that lack for one reason share a finding.
  std::size_t checked = 0;
  std::size_t right = 0;
  std::size_t unsure = 0;              ///< what is needed is not held: neither right nor wrong
  std::vector<CheckFinding> findings;  ///< in the order of the text

  std::size_t count(CheckFinding::Level level) const;
};

/// One row a kind of finding.
struct CheckKind {
  std::string_view code;
  CheckFinding::Level level;
  std::string_view says;    ///< what it finds
  std::string_view source;  ///< of the rule
};
std::span<const CheckKind> check_kinds();
std::string_view name_of(CheckFinding::Level level);  ///< "wrong", "check", "note"

/// `today` stands for the date of a draft that bears none. Needs marks.
CheckResult check_draft(const Document& draft, CheckHoldings& holdings, const Date& today);

}  // namespace undex
