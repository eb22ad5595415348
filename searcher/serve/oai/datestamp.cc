#include "searcher/serve/oai/datestamp.h"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace undex::serve::oai {
namespace {

constexpr std::string_view kDay = "dddd-dd-dd";
constexpr std::string_view kSecond = "dddd-dd-ddTdd:dd:ddZ";

bool has_form(std::string_view text, std::string_view form) {
  return std::ranges::equal(text, form, [](char have, char want) {
    return want == 'd' ? have >= '0' && have <= '9' : have == want;
  });
}

int number_at(std::string_view text, std::size_t at, std::size_t digits) {
  int number = 0;
  std::from_chars(text.data() + at, text.data() + at + digits, number);
  return number;
}

}  // namespace

bool is_day(std::string_view datestamp) { return datestamp.size() == kDay.size(); }

bool is_datestamp(std::string_view text) {
  if (!has_form(text, is_day(text) ? kDay : kSecond)) return false;
  const std::chrono::year_month_day day(
      std::chrono::year(number_at(text, 0, 4)),
      std::chrono::month(static_cast<unsigned>(number_at(text, 5, 2))),
      std::chrono::day(static_cast<unsigned>(number_at(text, 8, 2))));
  if (!day.ok() || number_at(text, 0, 4) == 0) return false;
  return is_day(text) || (number_at(text, 11, 2) < 24 && number_at(text, 14, 2) < 60 &&
                          number_at(text, 17, 2) < 60);
}

std::string first_second(std::string_view datestamp) {
  return std::string(datestamp) + (is_day(datestamp) ? "T00:00:00Z" : "");
}

std::string last_second(std::string_view datestamp) {
  return std::string(datestamp) + (is_day(datestamp) ? "T23:59:59Z" : "");
}

std::string in_seconds(std::string_view time) {
  return first_second(is_datestamp(time) ? time : "1970-01-01");
}

}  // namespace undex::serve::oai
