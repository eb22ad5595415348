#pragma once
// One draft being checked: what its steps share. A step looks at one thing all over the draft.
#include <string>
#include <string_view>
#include <vector>

#include "searcher/check/check.h"

namespace undex::checking {

class Checking {
 public:
  Checking(const Document& of, CheckHoldings& all, const Date& today);

  const Document& draft;
  CheckHoldings& holdings;
  Date now;            ///< of the draft, or today
  bool dated = false;  ///< the draft bears a date

  /// What stands in the running text and the tables of a block.
  const std::vector<const Reference*>& references_of(int block) const;
  /// Whether the words are neither in quotation marks nor in a block quotation, nor furniture.
  bool is_own_words(const MarkSpan& span) const;
  bool is_cited(const MarkSpan& span) const;  ///< the words are those of a citation

  /// What became of one thing looked at.
  void right() { ++result_.right, ++result_.checked; }
  void unsure() { ++result_.unsure, ++result_.checked; }
  /// The same with a finding; `source` empty: that of the kind.
  void find(std::string_view code, const MarkSpan& span, std::string message,
            std::string remedy = {}, std::string source = {});
  /// A finding about what is counted as another thing looked at, or about no such thing.
  void remark(std::string_view code, const MarkSpan& span, std::string message,
              std::string remedy = {}, std::string source = {});
  /// In the order of the text.
  CheckResult result() &&;

 private:
  struct InBlock {
    std::vector<const Reference*> references;
    std::vector<const QuoteMark*> quotes;
  };
  std::vector<InBlock> blocks_;
  CheckResult result_;
};

/// A document named by its symbol or number, in running text.
bool is_explicit(const Reference& reference, const Document& draft);
/// The text of the document is there whole; of an abridged or catalogue record a lack says nothing.
bool is_whole(const Document& held);
/// Whether the document has the place, or one in it.
bool has_place(const Document& document, const Locator& place);
/// Whether two dates may be the same: as precise as the less precise of the two.
bool agree(const Date& a, const Date& b);
/// "A/58/568, para. 16 (a)"
std::string citation_of(const Document& document, const Locator& place);

void check_symbols(Checking& checking);
void check_organs(Checking& checking);
void check_dates(Checking& checking);
void check_pinpoints(Checking& checking);
void check_titles(Checking& checking);
void check_quotations(Checking& checking);
void check_figures(Checking& checking);
void check_names(Checking& checking);
void check_form(Checking& checking);

}  // namespace undex::checking
