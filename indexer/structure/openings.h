#pragma once
// What kind of line this is by its own words: a formula of adoption, a closing, an annex, a
// heading.
#include <optional>
#include <string>
#include <string_view>

#include "indexer/structure/piece.h"

namespace undex::structure {

/// "The General Assembly,", "“The Security Council,": the words that open a resolution.
bool is_formula(std::string_view text);
/// "54th plenary meeting", "(Signed) ...", "[Adopted without a vote.]", a date alone: the end of a
/// text.
bool is_closing(std::string_view text);
/// "Summary" alone, or before its text on the same line: where that text begins.
std::optional<std::size_t> summary_text_at(std::string_view text);
bool is_contents_heading(std::string_view text);
/// A line of a table of contents: ends with a page number after a tab or leaders.
bool is_contents_entry(std::string_view text);
/// "Decides to ...", "Also requests ...": an operative verb, not a participle.
bool begins_operative(std::string_view text);
/// "Recalling ...", "Aware that ...": the first word of a preambular paragraph.
bool begins_preambular(std::string_view text);
/// "presents its compliments", "I have the honour": the body of a letter.
bool begins_letter(std::string_view text);
/// "The Secretary-General, pursuant to ...": the first sentence of a bulletin or an instruction
bool begins_issuance(std::string_view text);

struct AnnexLine {
  std::string part;       ///< "annex II", "appendix": as in Locator::part
  std::string label;      ///< "Annex II"
  std::size_t title = 0;  ///< where its title begins on the same line, or the end of the text
};
std::optional<AnnexLine> read_annex_line(std::string_view text);

/// "Article 2", "Principle 7", "Rule 3", "Chapter I", "Part II", alone or before a title.
struct DivisionLine {
  std::string label;   ///< "Article 2"
  std::string number;  ///< "Art.2": in a locator
  int level = 1;
  std::size_t title = 0;
};
std::optional<DivisionLine> read_division_line(std::string_view text);

/// By its form alone: short, begins with a capital or a digit, no mark at its end, no sentence.
bool has_form_of_heading(const Piece& piece);

}  // namespace undex::structure
