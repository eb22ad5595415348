#pragma once
// A date with the precision its source gives.
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace undex {

/// year alone, year and month, or a day; month and day are 0 when not given. Never a date that does
/// not exist.
struct Date {
  int year = 0;
  int month = 0;
  int day = 0;

  std::string iso() const;      ///< "2003", "2003-05", "2003-05-28"
  std::string printed() const;  ///< "2003", "May 2003", "28 May 2003"
  auto operator<=>(const Date&) const = default;
};

/// "28 May 2003", "May 2003", "2003", "2003-05-28", "28/5/2003" is refused (day and month could be
/// swapped).
std::optional<Date> parse_date(std::string_view text);

struct DateMatch {
  std::size_t begin = 0;
  std::size_t end = 0;
  Date date;
};

/// The first date with a day or a month in a running English text, from `from` on; nothing if there
/// is none.
std::optional<DateMatch> find_date(std::string_view text, std::size_t from = 0);

/// "Geneva, 30 June-25 July 2003" -> "2003-06-30/2003-07-25"; also "6-31 July 2009", "2 and 3 May
/// 2003", "22 November 2023-5 January 2024", with hyphen or en dash; nothing if the text holds no
/// range.
std::optional<std::string> find_date_range(std::string_view text);

}  // namespace undex
