#include "corpus/series.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <tuple>

#include "corpus/ascii.h"
#include "corpus/data.h"
#include "corpus/strings.h"
#include "corpus/text.h"

namespace undex {
namespace {

enum SeriesColumn {
  kId,
  kName,
  kNames,
  kKind,
  kOrgan,
  kBeside,
  kEvery,
  kFrom,
  kTo,
  kSessions,
  kEvidence
};
enum MemberColumn { kSeries, kYear, kSymbol, kDate, kAnswers, kMemberEvidence };

int number_of(std::string_view cell) {
  int number = 0;
  std::from_chars(cell.data(), cell.data() + cell.size(), number);
  return number;
}

/// "A/year-1945|E/year": the session of a year.
std::vector<Session> read_sessions(std::string_view cell) {
  constexpr std::string_view kOfYear = "/year";
  std::vector<Session> sessions;
  for (const std::string_view one : split(cell, '|'))
    if (const std::size_t at = one.find(kOfYear); at != std::string_view::npos)
      sessions.push_back({.body = std::string(one.substr(0, at)),
                          .number = number_of(one.substr(at + kOfYear.size())),
                          .special = {}});
  return sessions;
}

/// "A/RES/79/194, para. 67"
void read_answers(std::string_view cell, SeriesMember& member) {
  const std::size_t comma = cell.find(',');
  if (!cell.empty()) member.answers = symbol_from_normal_form(cell.substr(0, comma));
  if (comma != std::string_view::npos)
    member.answers_place = parse_locator(cell.substr(comma + 1)).value_or(Locator{});
}

SeriesMember read_member(const std::vector<std::string_view>& row) {
  SeriesMember member{.year = number_of(row[kYear]),
                      .symbol = {},
                      .date = std::string(row[kDate]),
                      .answers = {},
                      .answers_place = {},
                      .evidence = std::string(row[kMemberEvidence])};
  if (!row[kSymbol].empty()) member.symbol = symbol_from_normal_form(row[kSymbol]);
  read_answers(row[kAnswers], member);
  return member;
}

bool by_date(const SeriesMember& left, const SeriesMember& right) {
  return std::tie(left.year, left.date, left.symbol) <
         std::tie(right.year, right.date, right.symbol);
}

Series read_series(const std::vector<std::string_view>& row) {
  Series series{.id = std::string(row[kId]),
                .name = std::string(row[kName]),
                .names = {},
                .kind = std::string(row[kKind]),
                .organ = std::string(row[kOrgan]),
                .beside = std::string(row[kBeside]),
                .every = number_of(row[kEvery]),
                .from_year = number_of(row[kFrom]),
                .to_year = number_of(row[kTo]),
                .sessions = read_sessions(row[kSessions]),
                .evidence = std::string(row[kEvidence]),
                .members = {}};
  for (const std::string_view name : split(row[kNames], '|'))
    if (!name.empty()) series.names.emplace_back(name);
  return series;
}

std::vector<Series> read_register() {
  std::vector<Series> all;
  for (const auto& row : data_rows("series")) all.push_back(read_series(row));
  for (const auto& row : data_rows("series_members")) {
    const auto series = std::ranges::find(all, row[kSeries], &Series::id);
    if (series != all.end()) series->members.push_back(read_member(row));
  }
  for (Series& series : all) std::ranges::stable_sort(series.members, by_date);
  return all;
}

using ByPart = std::map<std::string_view, const Series*>;

ByPart read_parts() {
  ByPart parts;
  for (const Series& series : series_register())
    for (const SeriesMember& member : series.members)
      for (const std::string& part : member.symbol.parts) parts.emplace(part, &series);
  return parts;
}

bool is_due(const Series& series, int year) {
  return series.every > 0 && year >= series.from_year &&
         (series.to_year == 0 || year <= series.to_year) &&
         (year - series.from_year) % series.every == 0;
}

}  // namespace

const std::vector<Series>& series_register() {
  static const std::vector<Series> kAll = read_register();
  return kAll;
}

const Series* find_series(std::string_view name) {
  const std::string wanted = fold(name);
  for (const Series& series : series_register()) {
    const auto is_wanted = [&](const std::string& other) { return fold(other) == wanted; };
    if (is_wanted(series.id) || is_wanted(series.name) ||
        std::ranges::any_of(series.names, is_wanted))
      return &series;
  }
  return nullptr;
}

const Series* series_of(const Symbol& symbol) {
  static const ByPart kParts = read_parts();
  for (const std::string& part : symbol.parts)
    if (const auto found = kParts.find(part); found != kParts.end()) return found->second;
  return nullptr;
}

std::vector<SeriesMember> due(const Series& series, int from, int to) {
  std::vector<SeriesMember> expected;
  for (const SeriesMember& member : series.members)
    if (member.year >= from && member.year <= to) expected.push_back(member);
  const int last = series.to_year == 0 ? to : std::min(to, series.to_year);
  for (int year = std::max(from, series.from_year); year <= last; ++year)
    if (is_due(series, year) &&
        std::ranges::find(series.members, year, &SeriesMember::year) == series.members.end())
      expected.push_back({.year = year});
  std::ranges::stable_sort(expected, by_date);
  return expected;
}

std::vector<Session> sessions_of(const Series& series, const SeriesMember& member) {
  if (!member.symbol.parts.empty()) return sessions_of(member.symbol);
  std::vector<Session> sessions = series.sessions;
  for (Session& one : sessions) one.number += member.year;
  return sessions;
}

int next_due(const Series& series) {
  if (series.every == 0) return 0;
  int last = series.from_year - 1;
  for (const SeriesMember& member : series.members)
    if (!member.symbol.parts.empty()) last = std::max(last, member.year);
  int year = series.from_year;
  while (year <= last) year += series.every;
  return series.to_year == 0 || year <= series.to_year ? year : 0;
}

}  // namespace undex
