#include "searcher/check/draft_date.h"

#include <chrono>

#include "corpus/text.h"
#include "undex/error.h"

namespace undex {

Date stated_or_today(std::string_view option, const std::string& stated) {
  if (!stated.empty()) {
    if (const auto date = parse_date(stated)) return *date;
    throw Error(ErrorKind::usage, std::string(option) + ": '" + printable(stated) + "' is no date",
                "write it as 2003-05-28 or '28 May 2003'");
  }
  const std::chrono::year_month_day now(
      std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
  return {static_cast<int>(now.year()), static_cast<int>(static_cast<unsigned>(now.month())),
          static_cast<int>(static_cast<unsigned>(now.day()))};
}

}  // namespace undex
