#include <charconv>
#include <cstdio>

#include "corpus/date.h"
#include "schemas/call.h"

namespace undex {
namespace {

/// Reads from the front of a text.
class TimeReader {
 public:
  explicit TimeReader(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }
  bool take(char mark) {
    if (!rest_.starts_with(mark)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  /// A number of exactly so many digits.
  std::optional<int> number(std::size_t digits) {
    int value = 0;
    if (rest_.size() < digits) return std::nullopt;
    const char* end = rest_.data() + digits;
    if (rest_.front() == '-' || std::from_chars(rest_.data(), end, value).ptr != end)
      return std::nullopt;
    rest_.remove_prefix(digits);
    return value;
  }

 private:
  std::string_view rest_;
};

std::optional<std::chrono::sys_days> read_day(TimeReader& reader) {
  const auto year = reader.number(4);
  // Not a year that the clock of another zone could carry out of four digits.
  if (!year || *year < 1 || *year > 9998 || !reader.take('-')) return std::nullopt;
  const auto month = reader.number(2);
  if (!month || !reader.take('-')) return std::nullopt;
  const auto day = reader.number(2);
  if (!day || !reader.take('T')) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date);
}

std::optional<std::chrono::seconds> read_clock(TimeReader& reader) {
  const auto hour = reader.number(2);
  if (!hour || *hour > 23 || !reader.take(':')) return std::nullopt;
  const auto minute = reader.number(2);
  if (!minute || *minute > 59) return std::nullopt;
  std::optional<int> second = 0;
  if (reader.take(':')) second = reader.number(2);
  if (!second || *second > 59) return std::nullopt;
  return std::chrono::hours(*hour) + std::chrono::minutes(*minute) + std::chrono::seconds(*second);
}

/// "-05:00", "-0500", "Z". Not "-00:00", which says that the zone is not known.
std::optional<std::chrono::minutes> read_offset(TimeReader& reader) {
  if (reader.take('Z')) return std::chrono::minutes(0);
  const bool behind = reader.take('-');
  if (!behind && !reader.take('+')) return std::nullopt;
  const auto hours = reader.number(2);
  reader.take(':');
  const auto minutes = reader.number(2);
  if (!hours || !minutes || *minutes > 59) return std::nullopt;
  const int offset = *hours * 60 + *minutes;
  if (offset > 14 * 60 || (behind && offset == 0)) return std::nullopt;
  return std::chrono::minutes(behind ? -offset : offset);
}

}  // namespace

std::string ZonedTime::text() const {
  const auto local = instant + offset;
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(local - day);
  const auto zone_minutes = static_cast<int>(offset.count() < 0 ? -offset.count() : offset.count());
  char buffer[64];
  const int size = std::snprintf(
      buffer, sizeof buffer, "%04d-%02u-%02uT%02d:%02d:%02d", static_cast<int>(date.year()),
      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
      static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
      static_cast<int>(clock.seconds().count()));
  std::string out(buffer, static_cast<std::size_t>(size));
  if (zone_minutes == 0) return out + "Z";
  std::snprintf(buffer, sizeof buffer, "%c%02d:%02d", offset.count() < 0 ? '-' : '+',
                zone_minutes / 60, zone_minutes % 60);
  return out + buffer;
}

std::string ZonedTime::printed() const {
  const std::string iso = text();
  constexpr std::size_t kDay = 10, kMinute = 16, kSecond = 19;
  const std::optional<Date> date = parse_date(iso.substr(0, kDay));
  const std::string behind = iso.substr(kSecond);
  return (date ? date->printed() : iso.substr(0, kDay)) + ", " +
         iso.substr(kDay + 1, kMinute - kDay - 1) + " UTC" + (behind == "Z" ? "" : behind);
}

std::optional<ZonedTime> parse_zoned_time(std::string_view text) {
  TimeReader reader(text);
  const auto day = read_day(reader);
  if (!day) return std::nullopt;
  const auto clock = read_clock(reader);
  if (!clock) return std::nullopt;
  const auto offset = read_offset(reader);
  if (!offset || !reader.at_end()) return std::nullopt;
  return ZonedTime{*day + *clock - *offset, *offset, {}};
}

}  // namespace undex
