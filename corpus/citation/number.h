#pragma once
// The number of a resolution or decision as texts print it, and what its shape tells.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace undex {

/// session: 57/295. special: S-8/1, ES-10/2. year: 2002/35. in_year: 1723 (2006). roman: 217 A
/// (III), 1915 (ORG-75).
enum class NumberShape { session, special, year, in_year, roman };

struct PrintedNumber {
  std::size_t begin = 0;
  std::size_t end = 0;
  NumberShape shape = NumberShape::session;
  std::string first{};    ///< "57", "S-8", "2002", "1723", "217"
  std::string second{};   ///< "295", "1", "35"; the year or session of the last two shapes
  std::string letters{};  ///< "A", "A-B" or empty
  int dated = 0;          ///< year of the date printed after it, 0 for none

  /// As symbols print it: "57/295", "31/6A-B", "1723(2006)", "3411(XXX)[A-B]".
  std::string normal() const;
};

std::optional<PrintedNumber> read_printed_number(std::string_view plain, std::size_t at);

/// The end of " of 20 December 2002", " adopted on ..." at `at`; `at` when there is no date.
std::size_t skip_date_words(std::string_view plain, std::size_t at);

/// ", 6 December 2006" or " and 6 December 2006" at `at`: a date goes on with more dates.
bool more_dates_at(std::string_view plain, std::size_t at);

}  // namespace undex
