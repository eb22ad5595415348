// Results and documents in every form: what a person, a script and a spreadsheet get.
#include "searcher/render/render.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "searcher/render/document.h"
#include "searcher/render/export.h"
#include "tests/support.h"

namespace undex {
namespace {

using Json = nlohmann::json;

Result sample() {
  Result result;
  result.query = "help desk";
  result.tree = "(concept service-desk)";
  result.understood = {{"concept service-desk", {{"help desk", 3}, {"service desk", 2}}}};
  result.documents = 2;
  result.paragraphs = 5;
  Hit hit;
  hit.key = "E_2003_75.en";
  hit.name = "E/2003/75";
  hit.title = "Cooperation in informatics";
  hit.date = "2003-05-28";
  hit.organ = "Economic and Social Council";
  hit.agenda_item = "7 (d)";
  hit.paragraphs = 3;
  hit.passages = {{"18 (g)",
                   "para. 18 (g)",
                   "Caf\u00e9 Help Desk took calls.",
                   {{6, 15}},
                   "Caf\u00e9 Help Desk took calls.",
                   {{6, 15}}}};
  result.hits = {hit};
  result.notes = {"a note"};
  return result;
}

TEST(RenderText, ReadsAsTheInterfacePromises) {
  EXPECT_EQ(
      render(sample(), "text", {}),
      "understood: concept service-desk {help desk 3, service desk 2}\n"
      "5 paragraphs in 2 documents, best first\n"
      "note: a note\n"
      "\n"
      "E/2003/75  Cooperation in informatics   28 May 2003   Economic and Social Council, item 7 "
      "(d)\n"
      "  para. 18 (g)  Caf\u00e9 **Help Desk** took calls.\n"
      "  and 2 more paragraphs\n"
      "\n"
      "1 of 2 documents shown\n");
}

TEST(RenderText, OffersAnotherQuestionAsItIsAsked) {
  Result result;
  result.offers = {{"without year:1999", "desk", {{"organ", {"ECOSOC", "GA"}}}, 2, 5},
                   {"without portal", "", {{"year", {"2003"}}}, 1, 0}};
  EXPECT_EQ(render(result, "text", {}),
            "nothing found\n"
            "did you mean\n"
            "  desk --filter organ:ECOSOC,GA   5 paragraphs in 2 documents   without year:1999\n"
            "  --filter year:2003   1 document   without portal\n");
  const Json json = Json::parse(render(result, "json", {}));
  EXPECT_EQ(json["offers"][0]["filters"][0]["values"][1], "GA");
}

TEST(RenderText, IsBoldInsteadOfStarredInColour) {
  const std::string text = render(sample(), "text", {.color = true, .width = 0});
  EXPECT_NE(text.find("\x1b[1mHelp Desk\x1b[0m"), std::string::npos);
  EXPECT_EQ(text.find("**"), std::string::npos);
}

TEST(RenderText, KeepsThePlaceOfWordsFromRightToLeft) {
  Result result = sample();
  Passage& passage = result.hits[0].passages[0];
  passage.snippet = "\u0645\u0643\u062a\u0628 A/58/1 \u0645\u0643\u062a\u0628";
  passage.snippet_matches = {{0, 8}};
  const std::string line =
      "para. 18 (g)  \u2068\x1b[1m\u0645\u0643\u062a\u0628\x1b[0m A/58/1 "
      "\u0645\u0643\u062a\u0628\u2069\n";
  EXPECT_NE(render(result, "text", {.color = true}).find(line), std::string::npos);
  EXPECT_EQ(render(result, "text", {}).find("\u2068"), std::string::npos);
  passage.snippet += " " + passage.snippet + " " + passage.snippet;
  const std::string narrow = render(result, "text", {.color = true, .width = 40});
  EXPECT_NE(narrow.find("\u2069\n                \u2068"), std::string::npos) << narrow;
  EXPECT_EQ(render(sample(), "text", {.color = true}).find("\u2068"), std::string::npos);
}

TEST(RenderText, BreaksLinesAtTheWidthAndNeverAtNone) {
  for (const std::size_t width : {40u, 60u, 100u}) {
    const std::string text = render(sample(), "text", {.width = width});
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find('\n', at);
      EXPECT_LE(end - at, width + 4) << text.substr(at, end - at);
      at = end + 1;
    }
  }
  Result result = sample();
  result.hits[0].passages[0].snippet = std::string(500, 'x') + " " + std::string(500, 'y');
  result.hits[0].passages[0].snippet_matches = {};
  EXPECT_NE(render(result, "text", {.width = 0}).find("x y"), std::string::npos);
}

TEST(RenderText, BreaksAHeadingBetweenDateAndOrganNotWithin) {
  Result result = sample();
  result.hits[0].abridged = true;
  const auto heading = [&](std::size_t width) {
    const std::string text = render(result, "text", {.width = width});
    const std::size_t begin = text.find("E/2003/75");
    return text.substr(begin, text.find("  para.") - begin);
  };
  EXPECT_EQ(heading(60),
            "E/2003/75  Cooperation in informatics   28 May 2003\n"
            "    Economic and Social Council, item 7 (d)\n"
            "    [abridged record]\n");
  EXPECT_EQ(heading(30),
            "E/2003/75  Cooperation in\n"
            "    informatics   28 May 2003\n"
            "    Economic and Social\n"
            "    Council, item 7 (d)\n"
            "    [abridged record]\n");
}

TEST(RenderText, KeepsFieldsWithinTheWidth) {
  const std::string text = render(Searcher::fields(), "text", {.width = 80});
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    const std::string line = text.substr(begin, end - begin);
    const bool is_example = line.find(" agenda:") != std::string::npos;
    EXPECT_TRUE(line.size() <= 80 || is_example) << line;  // an example is never cut within a name
    begin = end + 1;
  }
}

TEST(RenderText, SaysNothingFound) {
  Result result;
  result.notes = {"no document holds word \"unicorn\""};
  EXPECT_EQ(render(result, "text", {}),
            "nothing found\nnote: no document holds word \"unicorn\"\n");
}

TEST(RenderText, DoubtsAreShown) {
  Result result = sample();
  result.hits[0].date_flag = "two years";
  const std::string text = render(result, "text", {});
  EXPECT_NE(text.find("28 May 2003?"), std::string::npos);
  EXPECT_NE(text.find("date in doubt: two years"), std::string::npos);
  result.hits[0].date_printed = "28 May 2002";
  EXPECT_NE(render(result, "text", {}).find("date in doubt: printed 28 May 2002, two years"),
            std::string::npos);
  const Facet facet{"year",
                    "Year",
                    2,
                    {{"2022", "2022", true, 1, 3},
                     {"2023", "2023"},
                     {"2024", "2024"},
                     {.value = "2025", .label = "2025", .held = 1},
                     {"2026", "2026", false, 2, 10}}};
  EXPECT_EQ(render(facet, "text", {.width = 30}),
            "Year: paragraphs (documents)\n  2022?   3  (1)  ███\n  2023-2024  no document held\n"
            "  2025    0  (0)\n  2026   10  (2)  ████████████\n");
}

TEST(Render, ShowsValuesUnderThoseThatTheyBelongTo) {
  Facet facet{"body",
              "Body",
              9,
              {{"E/", "Council", false, 5, 9},
               {"A/", "Assembly", false, 4, 7},
               {"E/CN.3/", "Statistics", false, 2, 3, "E/", true},
               {"X/Y/", "Board", false, 1, 1, "X/"},
               {"X/Z/", "Board", false, 1, 1, "X/"}}};
  facet.matching = 7;
  EXPECT_EQ(render(facet, "text", {}),
            "Body: paragraphs (documents)\n"
            "  Council       9  (5)\n"
            "*   Statistics  3  (2)\n"
            "  Assembly      7  (4)\n"
            "  Board (X/Y/)  1  (1)\n"
            "  Board (X/Z/)  1  (1)\n"
            "  and 2 more values\n"
            "  9 values in all\n");
}

/// Every string of a result that comes from a source or the user.
Result with_text(const std::string& text) {
  Result result = sample();
  result.query = text;
  result.understood[0].text = text;
  result.understood[0].variants[0].first = text;
  result.notes = {text};
  Hit& hit = result.hits[0];
  for (std::string* part :
       {&hit.name, &hit.title, &hit.date, &hit.organ, &hit.agenda_item, &hit.date_flag,
        &hit.date_printed, &hit.passages[0].pinpoint, &hit.passages[0].snippet,
        &hit.passages[0].text, &hit.passages[0].locator})
    *part = text;
  hit.passages[0].matches = {};
  hit.passages[0].snippet_matches = {};
  result.facets = {{"organ", "Organ", 1, {{text, text, false, 1, 1}}}};
  return result;
}

TEST(Render, IsInert) {
  const std::string hostile = "\x1b]0;x\x07 \u009b31m \u202e \xff\xc0 \r\b \x7f";
  for (const char* format : {"text", "json", "jsonl", "tsv", "csv"}) {
    const std::string out = render(with_text(hostile), format, {});
    for (const char* bad : {"\x07", "\b"}) EXPECT_EQ(out.find(bad), std::string::npos) << format;
    for (const char* bad : {"\x1b", "\x7f", "\u009b", "\u202e"})
      EXPECT_EQ(out.find(bad), std::string::npos) << format;
  }
}

TEST(RenderJson, HasVersionListsAndOffsetsInBytesAndCharacters) {
  Result result = sample();
  result.facets = {{"year", "Year", 1, {{"2003", "2003", false, 2, 5}}}};
  const Json json = Json::parse(render(result, "json", {}));
  EXPECT_EQ(json["format_version"], 1);
  EXPECT_EQ(json["documents"], 2);
  EXPECT_EQ(json["understood"][0]["variants"][1]["wording"], "service desk");
  const Json& passage = json["hits"][0]["passages"][0];
  EXPECT_EQ(passage["place"], "E/2003/75#18(g)");
  EXPECT_EQ(passage["match_bytes"][0]["begin"], 6);
  EXPECT_EQ(passage["match_chars"][0]["begin"], 5);
  EXPECT_EQ(passage["match_chars"][0]["end"], 14);
  EXPECT_TRUE(json["facets"].is_array());
  EXPECT_TRUE(json["facets"][0]["values"].is_array());
  EXPECT_EQ(json["facets"][0]["values"][0]["paragraphs"], 5);
}

TEST(RenderJson, LinesAreOneAPassage) {
  Result result = sample();
  result.hits.push_back(result.hits[0]);
  result.hits[1].passages.clear();
  const std::string lines = render(result, "jsonl", {});
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 2);
  const Json first = Json::parse(lines.substr(0, lines.find('\n')));
  EXPECT_EQ(first["format_version"], 1);
  EXPECT_EQ(first["symbol"], "E/2003/75");
  EXPECT_EQ(first["pinpoint"], "para. 18 (g)");
}

TEST(Render, SaysWhichOfSeveralArchivesHaveNotAnswered) {
  Result result = sample();
  result.hits[0].archive = "geneva";
  result.archives = {
      {.name = "geneva", .answered = true, .documents = 2, .paragraphs = 5},
      {.name = "rome", .why_not = "no answer within 2000 ms", .milliseconds = 2000.4}};
  const std::string text = render(result, "text", {});
  EXPECT_NE(text.find("note: rome has not answered (no answer within 2000 ms): its documents are "
                      "missing here\n"),
            std::string::npos);
  EXPECT_NE(text.find("item 7 (d)\n    (geneva)\n"), std::string::npos) << text;
  const Json json = Json::parse(render(result, "json", {}));
  EXPECT_EQ(json["partial"], true);
  EXPECT_EQ(json["hits"][0]["archive"], "geneva");
  EXPECT_EQ(json["archives"][0]["documents"], 2);
  EXPECT_EQ(json["archives"][1]["why_not"], "no answer within 2000 ms");
  EXPECT_EQ(json["archives"][1]["milliseconds"], 2000);
  EXPECT_EQ(Json::parse(render(result, "jsonl", {}))["archive"], "geneva");
  EXPECT_FALSE(Json::parse(render(sample(), "json", {})).contains("partial"));
}

TEST(RenderCells, PutThePlaceFirst) {
  EXPECT_EQ(render(sample(), "tsv", {}),
            "E/2003/75#18(g)\tE/2003/75\tpara. 18 (g)\t2003-05-28\tCooperation in "
            "informatics\tCaf\u00e9 Help Desk took calls.\n");
  Result tabs = sample();
  tabs.hits[0].title = "a\tb\nc";
  EXPECT_NE(render(tabs, "tsv", {}).find("\ta b c\t"), std::string::npos);
}

TEST(RenderCells, GuardSpreadsheetsAgainstFormulas) {
  Result result = sample();
  for (const char* formula : {"=1+1", "+1", "-1", "@x", "\tx"}) {
    result.hits[0].title = formula;
    EXPECT_NE(render(result, "csv", {}).find("'" + std::string(formula)), std::string::npos);
  }
  result.hits[0].title = "say \"so\", he said";
  EXPECT_NE(render(result, "csv", {}).find("\"say \"\"so\"\", he said\""), std::string::npos);
  EXPECT_TRUE(render(result, "csv", {}).starts_with("place,symbol,pinpoint,date,title,text\r\n"));
}

TEST(Render, RefusesAFormatItDoesNotOffer) {
  try {
    render(sample(), "yaml", {});
    FAIL();
  } catch (const Error& fault) {
    EXPECT_EQ(fault.kind, ErrorKind::version);
    EXPECT_EQ(std::string(fault.what()), "format 'yaml' is not offered");
  }
  for (const std::string_view format : render_formats()) {
    EXPECT_FALSE(render(sample(), format, {}).empty());
    EXPECT_FALSE(render(Searcher::fields(), format, {}).empty());
    EXPECT_FALSE(render(Status{}, format, {}).empty());
  }
}

TEST(PlaceName, IsReadBackAsTheSamePlace) {
  for (const char* text : {"18", "18 (g)", "12 bis", "summary", "fn *", "fn 12", "annex",
                           "annex II", "annex, 46", "annex II, 3 (a)", "pp. 3", "[2]", "annex, [2]",
                           "sect. II.A", "table 1", "annex, table 1", "masthead"}) {
    const std::string place = place_name("A/58/568", text);
    EXPECT_EQ(place.find(' '), std::string::npos) << place;
    const std::optional<Locator> read = parse_locator(place.substr(9));
    ASSERT_TRUE(read) << place;
    EXPECT_EQ(read->text(), text);
  }
}

Document document() {
  Document out;
  out.symbol = parse_symbol("A/58/568").value();
  out.masthead.add(MastheadItem::title, {"A plan", "A plan", ""});
  out.masthead.add(MastheadItem::date, {"12 November 2003", "2003-11-12", "two dates"});
  const auto add = [&](BlockKind kind, const char* place, const char* label, const char* text) {
    Block block;
    block.kind = kind;
    block.locator = parse_locator(place).value();
    block.label = label;
    block.text = text;
    block.level = kind == BlockKind::subparagraph ? 1 : 0;
    out.blocks.push_back(block);
  };
  add(BlockKind::furniture, "masthead", "", "03-61212");
  add(BlockKind::heading, "sect. II", "II.", "Work done");
  add(BlockKind::paragraph, "9", "9.", "Three things were begun:");
  add(BlockKind::subparagraph, "9 (a)", "(a)", "a portal;");
  add(BlockKind::continuation, "9", "", "All are under way.");
  add(BlockKind::footnote, "fn 1", "1", "See elsewhere.");
  add(BlockKind::table, "table 1", "", "");
  out.blocks.back().table = 0;
  out.tables.push_back({.label = "Table 1",
                        .title = "Gifts",
                        .rows = {{"Monitors", "933"}, {"Total", "2 395"}},
                        .header_rows = 0,
                        .check = "total 2 395 agrees"});
  out.notices.push_back({Notice::Level::warning, "x", {}, "something to know"});
  return out;
}

TEST(RenderDocument, ReadsLikeTheDocument) {
  EXPECT_EQ(render_document(document(), "text", {}, {.width = 72}),
            "A/58/568\n"
            "A plan\n"
            "  Date                2003-11-12  [in doubt: two dates]\n"
            "\n"
            "II. Work done\n"
            "\n"
            "9.  Three things were begun:\n"
            "\n"
            "    (a) a portal;\n"
            "\n"
            "All are under way.\n"
            "\n"
            "    1   See elsewhere.\n"
            "\n"
            "    Table 1: Gifts\n"
            "    Monitors  933\n"
            "    Total     2 395\n"
            "    (total 2 395 agrees)\n"
            "\n"
            "note: something to know\n");
}

TEST(RenderDocument, ShowsOnlyThePlacesAskedFor) {
  const std::vector<Locator> nine = {parse_locator("9").value()};
  EXPECT_EQ(render_document(document(), "text", nine, {}),
            "9.  Three things were begun:\n\n    (a) a portal;\n\nAll are under way.\n");
  const Json json = Json::parse(render_document(document(), "json", nine, {}));
  EXPECT_EQ(json["blocks"].size(), 3u);
  EXPECT_EQ(json["blocks"][1]["pinpoint"], "para. 9 (a)");
  EXPECT_EQ(render_document(document(), "text", {parse_locator("61").value()}, {}), "");
  EXPECT_EQ(render_document(document(), "json", {parse_locator("61").value()}, {}), "");
  EXPECT_THROW(render_document(document(), "xml", nine, {}), Error);
}

TEST(RenderDocument, IsInert) {
  Document hostile = document();
  hostile.blocks[2].text = "a \x1b[2J b\nc \u202e d";
  hostile.masthead.entries[0].value.normal = "\x1b]0;t\x07";
  const std::string text = render_document(hostile, "text", {}, {});
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_EQ(text.find("\u202e"), std::string::npos);
  EXPECT_NE(text.find("\n    c "), std::string::npos);  // its own line break is kept
}

TEST(RenderLines, AreWhatTheScoringToolReads) {
  const std::string lines = render_export(document(), "paragraphs", "jsonl");
  const Json first = Json::parse(lines.substr(0, lines.find('\n')));
  EXPECT_EQ(first["format_version"], 1);
  EXPECT_EQ(first["document"], "A/58/568");
  EXPECT_EQ(first["locator"], "sect. II");
  EXPECT_EQ(first["number"], "");
  EXPECT_NE(lines.find(R"("locator":"9","kind":"paragraph","number":"9","text":"Three)"),
            std::string::npos);
  EXPECT_EQ(lines.find("03-61212"), std::string::npos);
  const std::string masthead = render_export(document(), "masthead", "jsonl");
  EXPECT_NE(masthead.find(
                R"("document":"A/58/568","locator":"masthead","field":"date","value":"2003-11-12",)"
                R"("printed":"12 November 2003","flag":"two dates"})"),
            std::string::npos);
}

}  // namespace
}  // namespace undex
