#include "corpus/series.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "corpus/data.h"
#include "corpus/date.h"
#include "corpus/text.h"

namespace undex {
namespace {

/// "1996? 1998:E/RES/1998/29": years with their members, "?" where the symbol is not known.
std::string dump(const std::vector<SeriesMember>& members) {
  std::string out;
  for (const SeriesMember& member : members)
    out += (out.empty() ? "" : " ") + std::to_string(member.year) +
           (member.symbol.parts.empty() ? "?" : ":" + member.symbol.text());
  return out;
}

const Series& series(std::string_view id) {
  const Series* found = find_series(id);
  EXPECT_NE(found, nullptr) << id;
  static const Series kNone;
  return found == nullptr ? kNone : *found;
}

TEST(SeriesRegister, HasEachIdAndNameOnce) {
  std::set<std::string> names;
  for (const Series& row : series_register()) {
    EXPECT_TRUE(names.insert(fold(row.id)).second) << row.id;
    EXPECT_TRUE(names.insert(fold(row.name)).second) << row.name;
    for (const std::string& name : row.names) EXPECT_TRUE(names.insert(fold(name)).second) << name;
  }
  EXPECT_GE(series_register().size(), 15U);
}

TEST(SeriesRegister, SaysWhatProvesEveryRow) {
  for (const Series& row : series_register()) {
    EXPECT_FALSE(row.evidence.empty()) << row.id;
    EXPECT_FALSE(row.kind.empty()) << row.id;
    EXPECT_FALSE(row.organ.empty()) << row.id;
    EXPECT_FALSE(row.members.empty()) << row.id;
    EXPECT_TRUE(row.beside.empty() || find_series(row.beside) != nullptr) << row.id;
    EXPECT_EQ(row.every > 0, row.from_year > 0) << row.id << ": a rhythm begins in a year";
    EXPECT_TRUE(row.to_year == 0 || row.to_year >= row.from_year) << row.id;
    for (const SeriesMember& member : row.members)
      EXPECT_FALSE(member.evidence.empty()) << row.id << ' ' << member.year;
  }
}

TEST(SeriesRegister, IsReadWhole) {
  std::size_t members = 0;
  for (const Series& row : series_register()) members += row.members.size();
  EXPECT_EQ(series_register().size(), data_rows("series").size());
  EXPECT_EQ(members, data_rows("series_members").size());
  for (const auto& row : data_rows("series_members"))
    for (const std::string_view cell : {row[2], row[4].substr(0, row[4].find(','))})
      if (!cell.empty()) {
        const auto symbol = parse_symbol(cell);
        ASSERT_TRUE(symbol) << cell;
        EXPECT_EQ(symbol->text(), cell);
      }
}

/// The years a symbol allows: its own, or those of the session it names. The Human Rights Council
/// has three sessions a year since 2006.
bool fits(const std::string& part, int year) {
  const SymbolDetails details = describe_symbol(part);
  if (details.year) return *details.year == year;
  const int session = std::stoi(details.session);
  if (details.body == "A/HRC/") return year == 2006 + (session - 1) / 3;
  return year == 1945 + session || year == 1946 + session;
}

TEST(SeriesRegister, HasYearsThatFitSymbolsAndDates) {
  for (const Series& row : series_register())
    for (const SeriesMember& member : row.members) {
      for (const std::string& part : member.symbol.parts)
        EXPECT_TRUE(fits(part, member.year)) << part << ' ' << member.year;
      if (member.date.empty()) continue;
      EXPECT_EQ(member.date.substr(0, 4), std::to_string(member.year)) << member.symbol.text();
      EXPECT_EQ(member.date.size(), 10U) << member.symbol.text();
    }
}

std::string dump(const std::vector<Session>& sessions) {
  std::string out;
  for (const Session& one : sessions) out += (out.empty() ? "" : " ") + one.text();
  return out;
}

TEST(SeriesRegister, TellsAtWhichSessionADocumentWasDue) {
  for (const Series& row : series_register())
    for (const SeriesMember& member : row.members) {
      const bool by_rhythm =
          member.year >= row.from_year && (row.to_year == 0 || member.year <= row.to_year);
      if (row.sessions.empty() || member.symbol.parts.empty() || !by_rhythm) continue;
      EXPECT_EQ(dump(sessions_of(row, member)), dump(sessions_of(row, {.year = member.year})))
          << member.symbol.text();
    }
  EXPECT_EQ(dump(sessions_of(series("wsis-followup-reports"), {.year = 2014})), "A/69 E/2014");
  EXPECT_EQ(dump(sessions_of(series("wsis-review"), {.year = 2025})), "");
}

TEST(Session, IsOfTheBodyThatMeets) {
  const char* kCases[][2] = {
      {"A/58/568", "A/58"},       {"A/RES/1514(XV)", "A/15"},          {"A/C.2/80/L.58", "A/80"},
      {"A/RES/S-13/1", "A/S-13"}, {"A/HRC/RES/28/16", "A/HRC/28"},     {"E/RES/2002/35", "E/2002"},
      {"E/CN.16/2016/2", ""},     {"A/79/62-E/2024/3", "A/79 E/2024"}, {"S/RES/1723(2006)", ""},
      {"TD/B/50/3", "TD/B/50"}};
  for (const auto& [symbol, sessions] : kCases)
    EXPECT_EQ(dump(sessions_of(parse_symbol(symbol).value())), sessions) << symbol;
}

TEST(SeriesRegister, HasEachDocumentInOneSeries) {
  std::set<std::string> parts;
  for (const Series& row : series_register())
    for (const SeriesMember& member : row.members)
      for (const std::string& part : member.symbol.parts) {
        EXPECT_TRUE(parts.insert(part).second) << part;
        EXPECT_EQ(series_of(Symbol{{part}}), &row) << part;
      }
}

TEST(SeriesRegister, ReadsTheParagraphThatAsks) {
  const auto& members = series("ga-ict-development-reports").members;
  const auto report = std::ranges::find(members, 2003, &SeriesMember::year);
  ASSERT_NE(report, members.end());
  EXPECT_EQ(report->answers.text(), "A/RES/57/295");
  EXPECT_EQ(report->answers_place.citation(), "para. 4");
}

TEST(SeriesRegister, FindsASeriesByIdAndByNameWhateverCase) {
  for (const char* name :
       {"ecosoc-informatics-reports", "ECOSOC INFORMATICS REPORTS", "Informatics",
        "international cooperation in the field of informatics (reports)"})
    EXPECT_EQ(find_series(name), &series("ecosoc-informatics-reports")) << name;
  for (const char* name : {"", "informatic", "RES", "E/2003/75"})
    EXPECT_EQ(find_series(name), nullptr) << name;
}

TEST(SeriesRegister, FindsTheSeriesOfADocument) {
  const auto id_of = [](const char* symbol) {
    const Series* found = series_of(*parse_symbol(symbol));
    return found == nullptr ? "none" : found->id;
  };
  EXPECT_EQ(id_of("E/2003/75"), "ecosoc-informatics-reports");
  EXPECT_EQ(id_of("A/68/65-E/2013/11"), "wsis-followup-reports");
  EXPECT_EQ(id_of("E/2013/11"), "wsis-followup-reports");
  EXPECT_EQ(id_of("A/RES/57/295"), "ga-ict-meeting-resolutions");
  EXPECT_EQ(id_of("E/2003/75/Corr.1"), "none");
  EXPECT_EQ(id_of("E/2003/76"), "none");
}

Series yearly(int from, int to) {
  Series row;
  row.every = 2;
  row.from_year = from;
  row.to_year = to;
  row.members = {{.year = 1998, .symbol = Symbol{{"E/1998/44"}}, .evidence = "x"},
                 {.year = 2001, .evidence = "x"},
                 {.year = 2002, .symbol = Symbol{{"E/2002/1"}}, .evidence = "x"}};
  return row;
}

TEST(SeriesRegister, ExpectsByTheRhythmWhatNoMemberNames) {
  EXPECT_EQ(dump(due(yearly(1996, 0), 1990, 2007)),
            "1996? 1998:E/1998/44 2000? 2001? 2002:E/2002/1 2004? 2006?");
  EXPECT_EQ(dump(due(yearly(1996, 2004), 1990, 2007)),
            "1996? 1998:E/1998/44 2000? 2001? 2002:E/2002/1 2004?");
  EXPECT_EQ(dump(due(yearly(1996, 0), 1999, 2000)), "2000?");
  EXPECT_EQ(dump(due(yearly(1996, 0), 2000, 1999)), "");
  Series without = yearly(0, 0);
  without.every = 0;
  EXPECT_EQ(dump(due(without, 1990, 2007)), "1998:E/1998/44 2001? 2002:E/2002/1");
}

TEST(SeriesRegister, TellsWhatIsDueNext) {
  EXPECT_EQ(next_due(yearly(1996, 0)), 2004);
  EXPECT_EQ(next_due(yearly(2003, 0)), 2003);
  EXPECT_EQ(next_due(yearly(1996, 2003)), 0);
  Series without = yearly(0, 0);
  without.every = 0;
  EXPECT_EQ(next_due(without), 0);
}

TEST(SeriesRegister, ExpectsTheInformaticsReportsOfEveryYear) {
  EXPECT_EQ(dump(due(series("ecosoc-informatics-reports"), 2002, 2012)),
            "2002? 2003:E/2003/75 2004? 2005? 2006? 2007? 2008? 2009:E/2009/21 2010? "
            "2011:E/2011/101");
  EXPECT_EQ(next_due(series("ecosoc-informatics-reports")), 0);
  EXPECT_EQ(next_due(series("wsis-followup-reports")), 2026);
}

}  // namespace
}  // namespace undex
