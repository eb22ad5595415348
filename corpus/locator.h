#pragma once
// A locator says where in a document something stands: what a drafter cites as a pinpoint. One
// grammar for the index, the query language, permalinks and citations. Printed forms, which parse()
// reads back:
//   18   18 (g)   18 (a) (i)   12 bis   summary   fn *   fn 12   annex   annex II   annex, 46 annex
//   II, 3 (a) pp. 3 (third preambular paragraph)   [2] (second paragraph of a text without numbers)
//   annex, [2]   pp. 3 (a) sect. II.A   table 1   annex, table 1   annex, fn a   appendix I, 4
//   masthead
#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace undex {

struct Locator {
  enum class Place { whole, paragraph, preambular, unnumbered, section, table, footnote };

  std::string part;  ///< "" the main text, "summary", "annex", "annex II", "appendix I", "masthead"
  Place place = Place::whole;
  std::string number;               ///< "18", "12 bis", "II.A", "*"; empty for Place::whole
  std::vector<std::string> points;  ///< "g", "i": letters and numerals without parentheses

  /// The printed form above.
  std::string text() const;
  /// In UN citation style: "para. 18 (g)", "annex, para. 46", "summary", "table 1".
  std::string citation() const;
  /// For XML ids and URLs: "para_18__point_g", "annex_II__para_3", "summary", "pp_3", "par_2"
  /// (unnumbered), "fn_star".
  std::string anchor() const;
  /// Whether `inner` is this place or lies in it by its own name: 18 contains 18 (g); annex
  /// contains annex, 46.
  bool contains(const Locator& inner) const;

  bool operator==(const Locator&) const = default;
  std::strong_ordering operator<=>(const Locator& other) const;  ///< natural order
};

/// Several places as one citation in UN style: "paras. 15 and 16", "paras. 21-24", "para. 16
/// (a)-(e)", "sects. III and IV", "annex, paras. 3, 7 and 8", "summary; para. 1". In the order
/// given. A remark that is not empty follows its place in parentheses: "paras. 1, 3 (twice) and 4".
std::string citation_of(const std::vector<Locator>& places,
                        const std::vector<std::string>& remarks = {});

/// Reads a printed form, an anchor, or what drafters write ("para. 18(g)", "paragraph 46 of the
/// annex", "annex, para. 46", "summary"); nothing if it is no locator.
std::optional<Locator> parse_locator(std::string_view text);

}  // namespace undex
