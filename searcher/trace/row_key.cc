#include "searcher/trace/row_key.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace undex::tracing {
namespace {

constexpr int kFirstYear = 1945;  ///< a session with such a number is named by its year

std::vector<RowKey> or_none(std::vector<RowKey> keys) {
  if (keys.empty()) keys.push_back({.none = true});
  return keys;
}

int number_of(const search::HeldValue& value) {
  int number = 0;
  const char* end = value.value.data() + value.value.size();
  const auto read = std::from_chars(value.value.data(), end, number);
  return read.ec == std::errc() && read.ptr == end && number > 0 ? number : 0;
}

/// The body that the session is of: of several that for which the symbol tells this session.
std::string body_of(int session, const Symbol& symbol) {
  if (symbol.parts.size() == 1) return session_body_of(symbol.parts.front());
  for (const Session& one : undex::sessions_of(symbol))
    if (one.number == session) return one.body;
  return {};
}

}  // namespace

std::string year_label_of(const RowKey& key) {
  if (key.none) return "no date";
  return std::to_string(key.session.number) + (key.doubtful ? "?" : "");
}

std::string session_label_of(const RowKey& key) {
  if (key.none) return "no session";
  return key.session.text() + (key.doubtful ? "?" : "");
}

std::vector<RowKey> years_of(const search::HeldWork& work) {
  std::vector<RowKey> keys;
  for (const search::HeldValue& value : work.values)
    if (const int year = number_of(value))
      keys.push_back(
          {.session = {.body = {}, .number = year, .special = {}}, .doubtful = value.doubtful});
  return or_none(std::move(keys));
}

std::vector<RowKey> sessions_of(const search::HeldWork& work, const std::string& name) {
  const Symbol symbol = parse_symbol(name).value_or(Symbol{});
  std::vector<RowKey> keys;
  for (const search::HeldValue& value : work.values)
    if (const int number = number_of(value))
      keys.push_back({.session = {.body = body_of(number, symbol), .number = number, .special = {}},
                      .doubtful = value.doubtful});
  if (keys.empty())
    for (Session& one : undex::sessions_of(symbol)) keys.push_back({.session = std::move(one)});
  return or_none(std::move(keys));
}

std::vector<RowKey> year_rows_of(const SeriesMember& member) {
  return {{.session = {.body = {}, .number = member.year, .special = {}}}};
}

std::vector<RowKey> session_rows_of(const Series& series, const SeriesMember& member) {
  std::vector<RowKey> keys;
  for (Session& one : undex::sessions_of(series, member))
    keys.push_back({.session = std::move(one)});
  return or_none(std::move(keys));
}

int last_year_of(const RowKey& key) {
  if (key.none || key.session.number >= kFirstYear) return key.session.number;
  // The fifty-eighth session of the General Assembly began in 2003 and ended in 2004.
  return key.session.body == "A" && key.session.number > 0 ? key.session.number + kFirstYear + 1
                                                           : 0;
}

}  // namespace undex::tracing
