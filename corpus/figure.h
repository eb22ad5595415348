#pragma once
// Figures: a quantity as a text reports it, with what it counts, how sure it is and for when.
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace undex {

enum class Qualifier { exact, approximately, estimated, over, at_least, nearly, under, at_most };
std::string_view name_of(Qualifier qualifier);  ///< "exact", "at least", ...

/// The time a figure is of.
struct Period {
  enum class Kind {
    unstated,  ///< nothing said: as at the document's date, when it has one
    date,      ///< a day or month at which it was counted
    span,      ///< "From June 2002 to May 2003", "in 2008"
    relative,  ///< "last year": iso is resolved against the document's date
  };
  Kind kind = Kind::unstated;
  std::string printed;  ///< "From June 2002 to May 2003", or empty
  std::string iso;      ///< "2002-06/2003-05", "2008", "2003-05-28", or empty
  bool operator==(const Period&) const = default;
};
std::string_view name_of(Period::Kind kind);

struct Figure {
  std::string value;  ///< a plain decimal number: "1300000", "1.5"; no thousands marks
  std::string upper;  ///< upper end of a range ("10 to 15 missions"), or empty
  std::string unit;   ///< what is counted, head noun with its modifiers: "permanent missions"
  Qualifier qualifier = Qualifier::exact;
  Period period;
  std::string measure;  ///< in words: "calls for technical support received by the Help Desk"
  bool operator==(const Figure&) const = default;
};

/// Bytes begin..end of a text, with the rule that speaks for them and, when refused, the reason.
struct FigureMatch {
  std::size_t begin = 0;  ///< of the number as printed: "1.3 million", "10 to 15", "24-hour-a-day"
  std::size_t end = 0;
  Figure figure;
  std::string rule;  ///< "digits", "words", "compound", "frequency", "fraction", "hours"
};
struct RefusedFigure {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string rule;    ///< "label", "year", "one", ...
  std::string reason;  ///< in words
};

/// What is known of the text before it is read.
struct FigureContext {
  struct Taken {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string_view rule;  ///< "citation", "name": no figure in it
  };
  std::span<const Taken> taken;
  std::string_view document_date;  ///< ISO, may be empty
};

/// Quantities of a running English text, in order; ordinals, labels, dates and the numbers of names
/// are refused, each with a reason when `refused` is given. Fractions are rounded to three places.
/// Linear in the text. Thread-safe.
std::vector<FigureMatch> find_figures(std::string_view text, const FigureContext& context = {},
                                      std::vector<RefusedFigure>* refused = nullptr);

enum class Comparability { comparable, with_care, not_comparable };
std::string_view name_of(Comparability verdict);  ///< "comparable with care"
struct Comparison {
  Comparability verdict = Comparability::comparable;
  std::string reason;  ///< in words; several parted by "; "
};

/// May two figures of one measure stand side by side? `not comparable` when they count different
/// things or the same things of another scope; `with care` when one is a bound or an estimate, when
/// their periods are of another kind, or when what they count is partly the same.
Comparison compare_figures(const Figure& a, const Figure& b);

}  // namespace undex
