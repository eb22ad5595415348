#pragma once
// Figures: a quantity as a text reports it, with what it counts, how sure it is and for when.
#include <cstddef>
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

}  // namespace undex
