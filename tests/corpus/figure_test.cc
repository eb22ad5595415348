// Figures in running text: what is a quantity, what is none and why, and which two may be compared.
#include <gtest/gtest.h>

#include "corpus/figure/compare.h"
#include "corpus/figure/find.h"
#include "corpus/figure/times.h"

namespace undex {
namespace {

std::string dump(const Figure& figure) {
  std::string out = figure.value;
  if (!figure.upper.empty()) out += ".." + figure.upper;
  out += " " + figure.unit;
  if (figure.qualifier != Qualifier::exact) out += " | " + std::string(name_of(figure.qualifier));
  if (figure.period.kind != Period::Kind::unstated)
    out += " | " + std::string(name_of(figure.period.kind)) + " " + figure.period.iso;
  return out;
}

std::string figures_in(std::string_view text) {
  std::string out;
  for (const FigureMatch& match : find_figures(text, {.taken = {}, .document_date = "2003-05-28"}))
    out += (out.empty() ? "" : "; ") + dump(match.figure);
  return out;
}

struct Row {
  std::string_view text;
  std::string_view figures;
};

void expect_figures(std::initializer_list<Row> rows) {
  for (const Row& row : rows) EXPECT_EQ(figures_in(row.text), row.figures) << row.text;
}

TEST(Figures, AreReadFromDigits) {
  expect_figures({
      {"The desk answered 1,067 calls.", "1067 calls"},
      {"The desk answered 1 067 calls.", "1067 calls"},
      {"The desk answered 1\u00a0067 calls.", "1067 calls"},
      {"The desk answered 1\u2009067 calls.", "1067 calls"},
      {"It has 1.3 million users.", "1300000 users"},
      {"The fund spent $2.5 billion on roads.", "2500000000 dollars"},
      {"The fund spent US$ 300,000 on roads.", "300000 dollars"},
      {"Costs rose by 12.5 per cent.", "12.5 per cent"},
      {"Costs rose by 7%.", "7 per cent"},
      {"The disk holds 40 GB.", "40 GB"},
  });
}

TEST(Figures, AreReadWithTheirSign) {
  expect_figures({
      {"The balance was -300 dollars.", "-300 dollars"},
      {"Growth was minus 2.5 per cent.", "-2.5 per cent"},
      {"It needs 10-15 lamps.", "10..15 lamps"},
      {"The page weighs 45 kB and loads in 3 seconds.", "45 kB; 3 seconds"},
      {"The 3G network has 4 masts.", "4 masts"},
  });
}

TEST(Figures, AreSharesOfWhatTheyCount) {
  expect_figures({
      {"One in five households has a lamp.", "0.2 share of households"},
      {"Three out of four guests were glad.", "0.75 share of guests"},
      {"One in the hall has 5 lamps.", "5 lamps"},
  });
}

TEST(Figures, TakeTheirUnitFromTheWordsNear) {
  expect_figures({
      {"Accounts fell from 985 to 792.", "985 Accounts; 792 Accounts"},
      {"It has 10 red and 5 blue lamps.", "10 red lamps; 5 blue lamps"},
      {"There were 3 (three) vacancies.", "3 vacancies"},
      {"It took about 500 (2001: 400) calls.", "500 calls | approximately"},
      {"It had 900 visits, compared with 700 in 2001.", "900 visits; 700 visits | span 2001"},
  });
}

TEST(Figures, AreOfTheTimeThatIsSaidOfThem) {
  expect_figures({
      {"Up from 120 in 2001, 345 users came.", "345 users"},
      {"At the end of 2002 it had 40 lamps.", "40 lamps | span 2002"},
      {"In the 1990s, 14 lamps were lit.", "14 lamps"},
      {"It had 5 more lamps than in 2001.", "5 lamps"},
  });
}

TEST(Figures, AreReadFromWords) {
  expect_figures({
      {"The office keeps twenty-one printers.", "21 printers"},
      {"The office sent one hundred and five letters.", "105 letters"},
      {"About a hundred visitors came.", "100 visitors | approximately"},
      {"The course took a day and a half.", "1.5 days"},
      {"The course took two and a half years.", "2.5 years"},
      {"The newsletter appears once a month.", "1 times/month"},
      {"The board meets four times each year.", "4 times/year"},
      {"Two thirds of the members replied.", "0.667 share of members"},
      {"The project goes on for another year.", "1 year"},
      {"The project goes on for one more year.", "1 year"},
      {"It offered four modules and one seminar, free of charge.", "4 modules; 1 seminar"},
  });
}

TEST(Figures, SayWhatTheyCount) {
  expect_figures({
      {"There are 192 permanent missions with 80 users.", "192 permanent missions; 80 users"},
      {"Some 189 mission staff members were trained.", "189 mission staff members | approximately"},
      {"In all 217 mission staff took part.", "217 mission staff"},
      {"It gave away 30 personal computers and printers, all used.",
       "30 personal computers and printers"},
      {"It held 12 meetings and provides the members with minutes.", "12 meetings"},
      {"The site has 400 visits each month.", "400 visits/month"},
      {"The site has 400 visits per month.", "400 visits/month"},
      {"A 250-person gathering met.", "250 persons"},
      {"It runs a 24-hour-a-day service.", "24 hours/day"},
      {"It held a six-day seminar.", "6 days"},
      {"It held five (5) workshops.", "5 workshops"},
      {"It has 20, 30 and 40 desks in three towns.", "20 desks; 30 desks; 40 desks; 3 towns"},
      {"The number of users rose from 120 to 345.", "120 users; 345 users"},
      {"Of the 15 members, 12 of the members voted.", "15 members; 12 members"},
      {"The desk is open from 9.30 a.m. to 5.30 p.m. on workdays.", "9.30..17.30 hours of day"},
  });
}

TEST(Figures, SayHowSureTheyAre) {
  expect_figures({
      {"It hosts approximately 985 accounts.", "985 accounts | approximately"},
      {"Over 800 guests came.", "800 guests | over"},
      {"More than 800 guests came.", "800 guests | over"},
      {"No more than 800 guests came.", "800 guests | at most"},
      {"Nearly 800 guests came.", "800 guests | nearly"},
      {"At least 800 guests came.", "800 guests | at least"},
      {"An estimated 800 guests came.", "800 guests | estimated"},
      {"Fewer than 800 guests came.", "800 guests | under"},
      {"Up to 800 guests came.", "800 guests | at most"},
      {"Five or more States replied.", "5 States | at least"},
      {"Between 10 and 20 States replied.", "10..20 States"},
      {"It needs 10 to 15 servers.", "10..15 servers"},
      {"It needs 10\u201315 servers.", "10..15 servers"},
      {"It needs 2 to 3 million dollars.", "2000000..3000000 dollars"},
  });
}

TEST(Figures, HaveATime) {
  expect_figures({
      {"From June 2002 to May 2003, the desk took 90 calls.", "90 calls | span 2002-06/2003-05"},
      {"In 2001, the desk took 90 calls.", "90 calls | span 2001"},
      {"The desk took 90 calls last year.", "90 calls | relative 2002"},
      {"On 30 October 2002, 40 guests met.", "40 guests | date 2002-10-30"},
      {"It keeps 24 computers, which were renewed in May 2002.", "24 computers"},
      {"By resolution 57/295 of 20 December 2002 it set up 5 funds.", "5 funds"},
  });
}

TEST(Figures, HaveAMeasureInWords) {
  const auto found = find_figures(
      "From June 2002 to May 2003, the desk took 90 calls for help; "
      "there were 17 officers, 38 presidents and 7 clerks.");
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0].figure.measure, "the desk took calls for help");
  EXPECT_EQ(found[2].figure.measure, "there were presidents");
  EXPECT_EQ(found[3].figure.measure, "there were clerks");
}

TEST(Figures, StandAtTheirNumber) {
  const std::string text =
      "Près de 12 rooms – and 1.3 million « visits » or some 40\u00a0000 users.";
  const auto found = find_figures(text);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(text.substr(found[0].begin, found[0].end - found[0].begin), "12");
  EXPECT_EQ(text.substr(found[1].begin, found[1].end - found[1].begin), "40\u00a0000");
}

TEST(Figures, RefuseWhatCountsNothing) {
  struct Refused {
    std::string_view text;
    std::string_view rule;
  };
  static constexpr Refused kRows[] = {
      {"See paragraph 18 above.", "label"},
      {"See paras. 18 above.", "label"},
      {"Under Goal 9 they met.", "label"},
      {"Under section 3.2 they met.", "label"},
      {"They run Windows 2000 at home.", "year"},
      {"They run Explorer 6 at home.", "name"},
      {"The Group of 77 spoke.", "name"},
      {"It met on 5 May 2003.", "date"},
      {"It met in 2003.", "date"},
      {"The 21st century began.", "ordinal"},
      {"The 1990s were good.", "year"},
      {"It is now at 10.1.1 and stays.", "code"},
      {"It is a 64-bit machine.", "code"},
      {"Call 212 963 0403 now.", "row"},
      {"The bus leaves at 9 a.m. sharp.", "time of day"},
      {"One of the outcomes is peace.", "one"},
      {"No one is left behind.", "one"},
      {"On the one hand it is good.", "one"},
      {"They helped one another.", "one"},
      {"It was (1) good.", "list marker"},
      {"The answer is 42.", "no unit"},
      {"The two met.", "no unit"},
  };
  for (const Refused& row : kRows) {
    std::vector<RefusedFigure> refused;
    EXPECT_TRUE(find_figures(row.text, {}, &refused).empty()) << row.text;
    ASSERT_FALSE(refused.empty()) << row.text;
    EXPECT_EQ(refused.front().rule, row.rule) << row.text;
    EXPECT_FALSE(refused.front().reason.empty());
  }
}

TEST(Figures, AreNotSeenInOtherWords) {
  for (const std::string_view text :
       {"the fifty-eighth session", "the twenty-first century", "a one-stop shop",
        "a two-way street", "its thirty-second session", "experts of the 1540 Committee",
        "the “One Health” plan", "On one third they agreed", "a zero-sum game", "the G20 and COVID-19", "a two-thirds majority",
        "in paragraphs 15 and 16 (a) to (c) and 18", "Goals 1, 5 and 9", "the 2010-2011 biennium",
        "A/58/568 and 57/295", "", "one", "9/11"})
    EXPECT_EQ(figures_in(text), "") << text;
}

TEST(Figures, AreNotTakenFromACitation) {
  const std::string text = "It recalled 12 rooms and 13 halls.";
  const FigureContext::Taken taken[] = {{text.find("12"), text.find("12") + 2, "citation"}};
  const auto found = find_figures(text, {.taken = taken, .document_date = {}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].figure.value, "13");
}

std::string times_in(std::string_view source) {
  const FigureText text(source);
  std::string out;
  for (const TimeMatch& time : find_times(text, "2003-05-28"))
    out += (out.empty() ? "" : "; ") + (time.iso.empty() ? std::string("?") : time.iso);
  return out;
}

TEST(Times, AreDaysMonthsYearsAndRanges) {
  static constexpr Row kRows[] = {
      {"on 28 May 2003", "2003-05-28"},
      {"on May 28, 2003", "2003-05-28"},
      {"on the 28th of May 2003", "2003-05-28"},
      {"in May 2003", "2003-05"},
      {"in 2003", "2003"},
      {"30 June-25 July 2003", "2003-06-30/2003-07-25"},
      {"from 7 to 11 July 2003", "2003-07-07/2003-07-11"},
      {"on 5 and 6 September 2002", "2002-09-05/2002-09-06"},
      {"on 5 and 16 September 2002", "2002-09-05; 2002-09-16"},
      {"4\u20138 March 2024", "2024-03-04/2024-03-08"},
      {"22 November 2023\u20135 January 2024", "2023-11-22/2024-01-05"},
      {"From June 2002 to May 2003", "2002-06/2003-05"},
      {"between 2003 and 2006", "2003/2006"},
      {"in 2002 and 2004", "2002; 2004"},
      {"for 2010-2011", "2010/2011"},
      {"for 2024/25", "2024/2025"},
      {"since 1999", "1999/2003-05-28"},
      {"last year", "2002"},
      {"on 30 February 2003", "?"},
      {"on 4 April", "?"},
      {"the 11 September attacks", "2001-09-11"},
      {"they may march", ""},
  };
  for (const Row& row : kRows) EXPECT_EQ(times_in(row.text), row.figures) << row.text;
}

Figure figure_of(std::string_view text) {
  const auto found = find_figures(text, {.taken = {}, .document_date = "2003-05-28"});
  return found.empty() ? Figure{} : found.front().figure;
}

TEST(Comparing, IsDecidedByUnitBoundAndTime) {
  struct Pair {
    std::string_view a;
    std::string_view b;
    std::string_view verdict;
    std::string_view reason;
  };
  static constexpr Pair kPairs[] = {
      {"It has 5 desks.", "It had 6 desks.", "comparable", "alike"},
      {"It hosts about 5 individual e-mail accounts.", "It hosts 6 email accounts.", "comparable",
       "approximate"},
      {"In 2001 it had 5 staff members.", "In 2002 it had 6 staff.", "comparable", "alike"},
      {"In 2001 it had over 5 staff.", "In 2002 it had 6 staff.", "comparable with care", "bound"},
      {"In 2001 it had 5 staff.", "It has 6 staff.", "comparable with care", "periods"},
      {"It has 5 permanent missions.", "It has 6 missions.", "comparable with care", "narrower"},
      {"It has 5 chairs and tables.", "It has 6 tables and lamps.", "partly comparable", "partly"},
      {"It has 5 chairs and tables.", "It has 6 beds and lamps.", "not comparable", "different"},
      {"It has 5 red desks.", "It has 6 green desks.", "not comparable", "scope"},
      {"It took 5 calls.", "It did 6 work orders.", "not comparable", "different things"},
      {"It took 5 calls a day.", "It took 6 calls.", "not comparable", "the other is not"},
      {"It took 5 calls a day.", "It took 6 calls a year.", "not comparable", "the other per year"},
  };
  for (const Pair& pair : kPairs) {
    const Comparison result = compare_figures(figure_of(pair.a), figure_of(pair.b));
    EXPECT_EQ(name_of(result.verdict), pair.verdict) << pair.a << pair.b << result.reason;
    EXPECT_NE(result.reason.find(pair.reason), std::string::npos) << result.reason;
  }
}

}  // namespace
}  // namespace undex
