#include "corpus/utc.h"

#include <chrono>
#include <cstdio>

namespace undex {

namespace chrono = std::chrono;

std::string utc_time(long long seconds) {
  const chrono::sys_seconds time{chrono::seconds(seconds)};
  const auto day = chrono::floor<chrono::days>(time);
  const chrono::year_month_day date(day);
  const chrono::hh_mm_ss clock(time - day);
  char text[64];
  std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return text;
}

long long seconds_now() {
  return chrono::floor<chrono::seconds>(chrono::system_clock::now()).time_since_epoch().count();
}

std::string utc_now() { return utc_time(seconds_now()); }

}  // namespace undex
