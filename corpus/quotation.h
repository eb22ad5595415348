#pragma once
// Are quoted words those of a text? Letters' case, punctuation and spacing count for nothing; "..."
// and what an editor put in square brackets are gaps.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace undex {

class Quotation;

/// A text as its words, compared in small letters, shown as printed. Made once for many quotations.
class QuotableText {
 public:
  explicit QuotableText(std::string_view text);

  /// Empty when the quoted words stand in the text in their order; else in words where they differ
  /// first.
  std::string difference(std::string_view quoted) const;
  std::string difference(const Quotation& quoted) const;
  /// Whether there is none.
  bool has(const Quotation& quoted) const;
  /// How much of the quotation stands in the text, 0 to 100: of its words, those in a run of three
  /// that the text has.
  std::size_t share(std::string_view quoted) const;
  bool empty() const { return printed_.empty(); }

 private:
  std::size_t longest_start(const QuotableText& piece, std::size_t begin, std::size_t& found) const;
  std::string_view run(std::size_t first) const;
  std::string shown(std::size_t from, std::size_t count) const;

  std::string joined_ = " ";     ///< " the general assembly "
  std::vector<std::size_t> at_;  ///< of each word in joined_
  std::vector<std::string> printed_;
};

/// Quoted words between their gaps, cut once for many texts.
class Quotation {
 public:
  explicit Quotation(std::string_view quoted);

 private:
  friend class QuotableText;
  std::vector<QuotableText> pieces_;  ///< none of them empty
};

/// QuotableText(text).difference(quoted).
std::string difference_from(std::string_view quoted, std::string_view text);

}  // namespace undex
