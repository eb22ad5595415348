// What became of a name or a question, on small documents of our own.
#include "undex/trace.h"

#include <gtest/gtest.h>
#include <libxml/parser.h>

#include <algorithm>

#include "searcher/render/trace.h"
#include "tests/searcher/trace_archive.h"

namespace undex {
namespace {

Trace trace_of(const std::string& subject) {
  return trace(test::trace_archive(), {.subject = subject});
}

/// "2003: 1 held, 3 words; 1 documents, 2 paras., 2 mentions": what is not silent or not held.
std::string row_of(const Trace& trace, const std::string& label) {
  for (const TraceYear& year : trace.years)
    if (year.label == label)
      return std::string(state_of(year)) + " " + std::to_string(year.held) + "/" +
             std::to_string(year.documents) + "/" + std::to_string(year.paragraphs) + "/" +
             std::to_string(year.mentions);
  return "no row";
}

std::string places_of(const Trace& trace) {
  std::string out;
  for (const TraceYear& year : trace.years)
    for (const TraceQuote& quote : year.quotes)
      out += (out.empty() ? "" : " ") + place_name(quote.place.name, quote.place.locator);
  return out;
}

TEST(Trace, TellsWhatIsNotHeldFromWhatIsNotMentioned) {
  const Trace found = trace_of("help desk");
  EXPECT_EQ(row_of(found, "2003"), "mentioned 1/1/2/2");
  EXPECT_EQ(row_of(found, "2004"), "not mentioned 1/0/0/0");
  EXPECT_EQ(row_of(found, "2005"), "not held 0/0/0/0");
  EXPECT_EQ(row_of(found, "2009"), "mentioned 1/1/2/3");
  EXPECT_EQ(row_of(found, "2002"), "no row");
}

TEST(Trace, DrawsEveryYearAndSaysItInWords) {
  const std::string svg = render_trace(trace_of("help desk"), "svg", {}, {});
  xmlDocPtr doc = xmlReadMemory(svg.data(), static_cast<int>(svg.size()), "trace", nullptr,
                                XML_PARSE_NONET | XML_PARSE_NOERROR);
  ASSERT_NE(doc, nullptr);
  xmlFreeDoc(doc);
  for (const char* part : {"<title>2004: 1 document held, not mentioned; due, symbol not known: "
                           "ecosoc-informatics-reports</title>",
                           "<title>2005: no document held, not a silence; due, symbol not known: ",
                           "<title>2003: 1 document held; ", "href=\"#row0\"", "id=\"row0\"",
                           "href=\"https://undocs.org/E/2003/75\"", "E/2003/75, para. 4"})
    EXPECT_NE(svg.find(part), std::string::npos) << part;
}

TEST(Trace, DrawsNoMarkupOfAText) {
  Trace hostile;
  hostile.title = "<script>alert(1)</script>\x1b[31m";
  hostile.years.push_back({.label = "2003"});
  hostile.years.back().held = hostile.years.back().documents = 1;
  TraceQuote& quote = hostile.years.back().quotes.emplace_back();
  quote.place.name = "A/1\"onload=\"x";
  quote.text = "a & <b>";
  const std::string svg = render_trace(hostile, "svg", {}, {});
  EXPECT_EQ(svg.find("<script"), std::string::npos);
  EXPECT_EQ(svg.find('\x1b'), std::string::npos);
  EXPECT_EQ(svg.find("<b>"), std::string::npos);
  // Nothing to draw is a picture too.
  EXPECT_NE(render_trace({}, "svg", {}, {}).find("</svg>"), std::string::npos);
}

TEST(Trace, PutsAPaperOfDoubtfulDateInEachYearItMayBeOf) {
  const Trace found = trace_of("help desk");
  EXPECT_EQ(row_of(found, "2022?"), "mentioned 1/1/1/1");
  EXPECT_EQ(row_of(found, "2023?"), "mentioned 1/1/1/1");
  EXPECT_EQ(found.documents, 3u);
  EXPECT_EQ(found.paragraphs, 5u);
  EXPECT_EQ(found.mentions, 6u);
}

TEST(Trace, CountsTheLanguagesOfADocumentOnce) {
  const Trace found = trace_of("help desk");
  EXPECT_EQ(found.held, 4u);
  EXPECT_EQ(places_of(found),
            "E/2003/75#4 E/2003/75#5 E/2009/21#2 E/2009/21#3 ODA/2023-00042#par_1 "
            "ODA/2023-00042#par_1");
}

TEST(Trace, DividesByTheWordsHeldAndSmoothsNothing) {
  const Trace found = trace_of("help desk");
  for (const TraceYear& year : found.years) {
    if (year.held == 0)
      EXPECT_EQ(year.words, 0u) << year.label;
    else
      EXPECT_DOUBLE_EQ(year.per_10000, 10'000.0 * static_cast<double>(year.mentions) /
                                           static_cast<double>(year.words))
          << year.label;
  }
  const auto roads = std::find_if(found.years.begin(), found.years.end(),
                                  [](const TraceYear& year) { return year.label == "2004"; });
  EXPECT_EQ(roads->words, 10u);
}

TEST(Trace, NamesAsPrintedAndHowTheyChanged) {
  const Trace found = trace_of("help desk");
  EXPECT_EQ(found.kind, "initiative");
  EXPECT_EQ(found.id, "help-desk");
  std::string names;
  for (const TraceName& name : found.names)
    names += name.name + " " + std::to_string(name.mentions) + " " + name.first.date.substr(0, 4) +
             " " + name.forms.front().words + "\n";
  EXPECT_EQ(names,
            "Help Desk 3 2003 Help Desk\n"
            "service desk 3 2009 service desk\n");
  ASSERT_EQ(found.changes.size(), 1u);
  EXPECT_EQ(found.changes[0].from + " -> " + found.changes[0].to, "Help Desk -> Service Desk");
  EXPECT_EQ(found.changes[0].document, "E/2009/21");
  EXPECT_TRUE(found.changes[0].held);
}

TEST(Trace, LeavesOutWhatIsPartOfALongerNameAndSaysSo) {
  const Trace found = trace_of("help desk");
  EXPECT_EQ(places_of(found).find("E/2003/75#7"), std::string::npos);
  ASSERT_FALSE(found.notes.empty());
  EXPECT_NE(found.notes.front().find("part of a longer one there: E/2003/75, para. 7"),
            std::string::npos)
      << found.notes.front();
}

TEST(Trace, NamesTheBodiesThatRunItOneAfterTheOther) {
  const Trace found = trace_of("help desk");
  ASSERT_EQ(found.bodies.size(), 2u);
  EXPECT_EQ(found.bodies[0].id, "itsd");
  EXPECT_EQ(found.bodies[0].from_year, 2003);
  EXPECT_EQ(found.bodies[0].to_year, 2003);
  EXPECT_EQ(found.bodies[0].evidence.pinpoint, "para. 4");
  EXPECT_EQ(found.bodies[1].id, "oict");
  EXPECT_EQ(found.bodies[1].from_year, 2009);
  EXPECT_EQ(found.bodies[0].changes.front().kind, "merged into");
}

TEST(Trace, NamesWhatAskedForTheDocumentsThatSpeakOfIt) {
  const Trace found = trace_of("help desk");
  ASSERT_EQ(found.mandates.size(), 1u);
  EXPECT_EQ(found.mandates[0].symbol, "E/RES/2002/35");
  EXPECT_FALSE(found.mandates[0].held);
  EXPECT_EQ(found.mandates[0].years, std::vector<std::string>{"2003"});
  EXPECT_EQ(found.mandates[0].places.at(0).pinpoint, "para. 1");
}

/// Of small documents of which one test has need.
Trace trace_in(const std::vector<Document>& documents, const std::string& subject) {
  const test::TemporaryFolder folder;
  test::make_archive(folder.path() / "archive", documents);
  return trace(folder.path() / "archive", {.subject = subject});
}

TEST(Trace, TakesForNoMandateWhatAskedForOtherThings) {
  const std::string assembly = "General Assembly";
  const Trace found = trace_in(
      {test::make_document(
           "A/59/7", "2004-08-01", assembly, "Lamps",
           {{"1", "The present report is submitted pursuant to General Assembly resolution 58/3."},
            {"2", "The harbour works pursuant to General Assembly resolution 57/4 on harbours."},
            {"3", "The Help Desk was given lamps pursuant to General Assembly resolution 57/5."}}),
       test::make_document(
           "A/RES/59/9", "2004-12-01", assembly, "Lamps",
           {{"pp_1", "Recalling the paper submitted pursuant to its resolution 56/6,"},
            {"1", "Thanks the Help Desk for its lamps."}})},
      "help desk");
  std::string mandates;
  for (const TraceMandate& one : found.mandates)
    mandates += one.symbol + (one.of_documents ? " asked for it\n" : " is its mandate\n");
  EXPECT_EQ(mandates, "A/RES/58/3 asked for it\nA/RES/57/5 is its mandate\n");
}

TEST(Trace, TellsApartParagraphsThatBearOneNumber) {
  const Trace found =
      trace_in({test::make_document("A/59/7", "2004-08-01", "General Assembly", "Lamps",
                                    {{"5", "The Help Desk has two lamps."},
                                     {"5", "The Help Desk has three chairs."},
                                     {"6", "The Help Desk has a door."}})},
               "help desk");
  EXPECT_EQ(found.paragraphs, 3u);
  std::string cautions;
  for (const TraceYear& year : found.years)
    for (const TraceQuote& quote : year.quotes) cautions += quote.place.caution + "|";
  EXPECT_EQ(cautions, "one of 2 with this number|one of 2 with this number||");
}

std::string figures_of(const Trace& trace) {
  std::string out;
  for (const TraceFigure& figure : trace.figures)
    out += (out.empty() ? "" : ", ") + figure.value + " " + figure.unit;
  return out;
}

TEST(Trace, TakesTheFiguresOfSentencesThatNameIt) {
  const Trace found = trace_of("help desk");
  EXPECT_EQ(figures_of(found), "1069 calls, 1920 work orders");
  ASSERT_EQ(found.figure_changes.size(), 1u);
  EXPECT_EQ(found.figure_changes[0].verdict, "not comparable");
  EXPECT_EQ(found.figure_changes[0].change, "");
}

TEST(Trace, TakesWhatPointsBackWhereNothingElseIsCounted) {
  const Trace found = trace_of("web sites");
  EXPECT_EQ(figures_of(found), "14 web sites, 60 missions");
  ASSERT_EQ(found.figure_changes.size(), 1u);
  EXPECT_EQ(found.figure_changes[0].verdict, "not comparable");
}

TEST(Trace, CountsAQuestionOfSeveralPartsWhereTheyStandSideBySide) {
  const Trace found = trace_of("work orders handled");
  EXPECT_EQ(found.kind, "query");
  EXPECT_EQ(places_of(found), "E/2009/21#3");
  EXPECT_EQ(found.mentions, 1u);
  EXPECT_TRUE(found.names.empty()) << "they never stand side by side";
  const Trace orders = trace_of("work orders");
  ASSERT_EQ(orders.names.size(), 1u);
  EXPECT_EQ(orders.names[0].name, "work orders");
}

TEST(Trace, QuotesTheSentenceThatSpeaksOfIt) {
  const Trace found = trace_of("help desk");
  for (const TraceYear& year : found.years)
    for (const TraceQuote& quote : year.quotes) {
      ASSERT_FALSE(quote.matches.empty()) << quote.text;
      EXPECT_LE(quote.matches.back().end, quote.text.size());
    }
  const auto last = std::find_if(found.years.begin(), found.years.end(),
                                 [](const TraceYear& year) { return year.label == "2009"; });
  EXPECT_EQ(last->quotes.at(1).text, "In 2008 the Service Desk handled 1,920 work orders.");
}

TEST(Trace, OfNothingHasTheYearsHeldAndNoParagraph) {
  const Trace found = trace_of("zeppelins");
  EXPECT_EQ(found.documents, 0u);
  EXPECT_EQ(row_of(found, "2003"), "not mentioned 1/0/0/0");
  EXPECT_EQ(row_of(found, "2005"), "not held 0/0/0/0");
}

TEST(Trace, KeepsToTheYearsAndFiltersAskedFor) {
  const Trace found =
      trace(test::trace_archive(), {.subject = "help desk", .from_year = 2001, .to_year = 2004});
  ASSERT_EQ(found.years.size(), 4u);
  EXPECT_EQ(row_of(found, "2001"), "not held 0/0/0/0");
  EXPECT_EQ(found.paragraphs, 2u);
  const Trace none = trace(test::trace_archive(),
                           {.subject = "help desk", .filters = {{"organ", {"General Assembly"}}}});
  EXPECT_EQ(none.held, 0u);
  EXPECT_TRUE(none.years.empty());
}

/// "2003: E/2003/75 mentions, 2004: ...": what was due in the years that have something due.
std::string due_of(const Trace& trace) {
  std::string out;
  for (const TraceYear& year : trace.years)
    for (const TraceExpected& one : year.expected)
      out += (out.empty() ? "" : ", ") + year.label + " " +
             (one.symbol.empty() ? one.series : one.symbol) + " " + std::string(name_of(one.state));
  return out;
}

TEST(Trace, SaysOfWhatWasDueWhetherItIsHeldAndWhetherItsSymbolIsKnown) {
  const Trace found = trace(test::trace_archive(), {.subject = "help desk", .to_year = 2009});
  EXPECT_EQ(due_of(found),
            "2003 E/2003/75 mentions, 2004 ecosoc-informatics-reports symbol not known, "
            "2005 ecosoc-informatics-reports symbol not known, "
            "2006 ecosoc-informatics-reports symbol not known, "
            "2007 ecosoc-informatics-reports symbol not known, "
            "2008 ecosoc-informatics-reports symbol not known, 2009 E/2009/21 mentions");
  EXPECT_NE(due_of(trace_of("donated computers")).find("2003 E/2003/75 silent"), std::string::npos)
      << due_of(trace_of("donated computers"));
}

TEST(Trace, ExpectsNothingThatTheFilterLeavesOut) {
  const Trace found = trace(test::trace_archive(), {.subject = "donated computers",
                                                    .filters = {{"symbol", {"E/2009/21"}}}});
  EXPECT_EQ(due_of(found), "2009 E/2009/21 mentions");
  const Trace both = trace(
      test::trace_archive(),
      {.subject = "donated computers", .filters = {{"title", {"\"machines of the missions\""}}}});
  EXPECT_EQ(due_of(both).substr(0, 21), "2003 E/2003/75 silent");
}

TEST(Trace, SaysOfEachSessionOfABodyWhatWasDue) {
  const Trace found = trace(test::trace_archive(), {.subject = "help desk", .by_session = true});
  EXPECT_EQ(row_of(found, "E/2003"), "mentioned 1/1/2/2");
  EXPECT_EQ(row_of(found, "E/2004"), "not mentioned 1/0/0/0");
  EXPECT_EQ(row_of(found, "E/2005"), "not held 0/0/0/0");
  EXPECT_EQ(row_of(found, "no session"), "mentioned 1/1/1/1");
  EXPECT_EQ(due_of(found).substr(0, 26), "E/2003 E/2003/75 mentions,") << due_of(found);
  EXPECT_NE(due_of(found).find("E/2004 ecosoc-informatics-reports symbol not known"),
            std::string::npos);
  EXPECT_EQ(due_of(found).find("E/1996"), std::string::npos) << "before the first session held";
}

TEST(Trace, SaysOfSessionsThatTellNoYearWhatWasDue) {
  const std::string council = "Human Rights Council";
  const test::TemporaryFolder folder;
  test::make_archive(folder.path() / "archive",
                     {test::make_document("A/HRC/RES/28/16", "2015-03-26", council, "Curtains",
                                          {{"1", "Asks that every window have a curtain."}}),
                      test::make_document("A/HRC/RES/37/2", "2018-03-22", council, "Curtains",
                                          {{"1", "Asks that no curtain be of glass."}})});
  const auto due_until = [&folder](int year) {
    return due_of(trace(folder.path() / "archive",
                        {.subject = "curtain", .to_year = year, .by_session = true}));
  };
  EXPECT_EQ(due_until(0),
            "A/HRC/28 A/HRC/RES/28/16 mentions, A/HRC/34 A/HRC/RES/34/7 not held, "
            "A/HRC/37 A/HRC/RES/37/2 mentions");
  EXPECT_EQ(due_until(2016), "A/HRC/28 A/HRC/RES/28/16 mentions");
}

TEST(Trace, RefusesWhatIsNoSubjectOrQuery) {
  EXPECT_THROW(trace_of("  "), Error);
  EXPECT_THROW(trace_of("(help"), QueryError);
  EXPECT_THROW(trace_of("symbl:E/2003/75"), QueryError);
  EXPECT_THROW(trace(test::trace_archive(), {.subject = "lamps", .filters = {{"colour", {"red"}}}}),
               Error);
}

TEST(TraceText, SaysWhichYearsAreSilentAndWhichAreNotHeld) {
  const std::string text = render_trace(trace_of("help desk"), "text", {}, {});
  EXPECT_NE(text.find("2005-2008"), std::string::npos) << text;
  EXPECT_NE(text.find("no document held - not a silence"), std::string::npos);
  EXPECT_NE(text.find("2004  "), std::string::npos);
  EXPECT_NE(text.find("not mentioned"), std::string::npos);
}

/// A document due in each state.
Trace with_all_states() {
  using State = TraceExpected::State;
  Trace trace;
  trace.title = "lamps";
  trace.held = 1;
  trace.years = {{.label = "2003", .held = 1}};
  trace.years[0].expected = {
      {"lamps", "A/58/1", State::mentions}, {"lamps", "A/58/2", State::silent},
      {"lamps", "A/58/3", State::record},   {"lamps", "A/58/4", State::not_held},
      {"lamps", "A/58/5", State::not_held}, {"lamps", "", State::unknown}};
  return trace;
}

TEST(TraceText, SaysHeldExpectedAndMentionedSideBySide) {
  const std::string text = render_trace(with_all_states(), "text", {}, {});
  for (const char* part :
       {"held  expected  mentioned  paras.", "2003     1         6          .",
        "due, held and without it: A/58/2", "due, held as a catalogue record only: A/58/3",
        "due and not held: A/58/4, A/58/5", "due, symbol not known: lamps"})
    EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
  EXPECT_EQ(text.find("A/58/1"), std::string::npos) << "it is here and mentions it";
}

TEST(TraceText, PartsTheStatesOfWhatWasDueInEveryFormat) {
  const Trace trace = with_all_states();
  EXPECT_NE(
      render_trace(trace, "csv", {}, {}).find(",1,6,A/58/1,A/58/2,A/58/3,A/58/4 A/58/5,lamps,"),
      std::string::npos)
      << render_trace(trace, "csv", {}, {});
  const std::string json = render_trace(trace, "json", {}, {});
  for (const char* state : {"mentions", "silent", "record", "not held", "symbol not known"})
    EXPECT_NE(json.find("\"state\": \"" + std::string(state)), std::string::npos) << json;
  const std::string svg = render_trace(trace, "svg", {}, {});
  for (const char* part : {"Not held</text>", "Unknown</text>", "<title>A/58/4, A/58/5</title>2",
                           "<title>lamps</title>1"})
    EXPECT_NE(svg.find(part), std::string::npos) << part << "\n" << svg;
}

TEST(TraceText, ShowsTheFirstOfManyLinesAndSaysWhereTheRestIs) {
  Trace trace = with_all_states();
  trace.paragraphs = 1;
  trace.figures.resize(2);
  for (int i = 0; i < 14; ++i)
    trace.names.push_back(
        {.id = {}, .name = "Lamp", .forms = {}, .first = {}, .last = {}, .evidence = {}});
  trace.figure_changes.assign(13, {.from = 0, .to = 1, .verdict = {}, .reason = {}, .change = {}});
  const std::string text = render_trace(trace, "text", {}, {});
  EXPECT_NE(text.find("and 2 more: --format csv --what names"), std::string::npos) << text;
  EXPECT_NE(text.find("and 1 more: --format csv --what comparisons"), std::string::npos) << text;
  const std::string csv = render_trace(trace, "csv", {}, {.what = "comparisons"});
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 14) << csv;
}

TEST(TraceText, IsInert) {
  Trace hostile;
  hostile.title = "a\x1b[31m";
  hostile.documents = hostile.paragraphs = hostile.held = 1;
  hostile.years = {{.label = "2003", .held = 1, .documents = 1, .paragraphs = 1}};
  TraceQuote quote;
  quote.place.name = "=1+1";
  quote.text = "=cmd\x1b]0;x";
  hostile.years[0].quotes = {quote};
  hostile.notes = {"\x1b[2J"};
  EXPECT_EQ(render_trace(hostile, "text", {}, {}).find('\x1b'), std::string::npos);
  EXPECT_EQ(render_trace(hostile, "json", {}, {}).find('\x1b'), std::string::npos);
  EXPECT_NE(render_trace(hostile, "csv", {}, {.what = "places"}).find(",'=cmd"), std::string::npos);
  EXPECT_THROW(render_trace(hostile, "yaml", {}, {}), Error);
  EXPECT_THROW(render_trace(hostile, "csv", {}, {.what = "colours"}), Error);
}

}  // namespace
}  // namespace undex
