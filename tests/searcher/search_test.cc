// Questions to a small index: what is found, where, how it is counted and explained.
#include "undex/search.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/searcher/sample_index.h"

namespace undex {
namespace {

class Search : public testing::Test {
 protected:
  static Result ask(Request request) {
    if (request.passages == 3) request.passages = 20;
    return Searcher::open(test::sample_archive()).search(request);
  }
  static Result ask(const std::string& query) {
    return ask(Request{.query = query, .facets = {}, .order = Order::symbol});
  }
  /// "A/58/568: 1 3 | E/2003/75: 17": documents by symbol with the places found.
  static std::string found(const std::string& query) {
    std::string out;
    for (const Hit& hit : ask(query).hits) {
      out += (out.empty() ? "" : " | ") + hit.name + ":";
      if (hit.across) out += " across";
      for (const Passage& passage : hit.passages) out += " " + passage.locator;
    }
    return out;
  }
};

std::string marked(const Passage& passage) {
  std::string out;
  for (const Span& span : passage.matches)
    out += "[" + passage.text.substr(span.begin, span.end - span.begin) + "]";
  return out;
}

TEST_F(Search, FindsIctInEveryWording) {
  EXPECT_EQ(found("ICT"), "A/58/568: summary | E/2003/75: 1 | E/2009/21: 3 | ODA/2023-00042: [2]");
}

TEST_F(Search, FindsSpellingsOfOneWord) {
  EXPECT_EQ(found("website"), "A/58/568: 11 | E/2003/75: 20 | E/2009/21: 15");
  EXPECT_EQ(found("web site"), found("website"));
  EXPECT_EQ(found("email"), "E/2003/75: summary 17 | E/2009/21: 12 | ODA/2023-00042: [2]");
  EXPECT_EQ(found("e-mail"), found("email"));
}

TEST_F(Search, FindsTheServiceDeskUnderBothNamesUnlessAskedForOne) {
  const std::string both = "E/2003/75: 16 (g) 17 18 (g) | E/2009/21: 12 19";
  EXPECT_EQ(found("help desk"), both);
  EXPECT_EQ(found("\"help desk\""), both);
  EXPECT_EQ(found("=\"help desk\""), "E/2003/75: 16 (g) 17 18 (g)");
}

TEST_F(Search, FindsNumbersWhateverTheirThousandsMark) {
  EXPECT_EQ(found("1067"), "E/2009/21: annex, 1");
  EXPECT_EQ(found("1,067"), "E/2009/21: annex, 1");
  EXPECT_EQ(found("1 067"), "E/2009/21: annex, 1");
}

TEST_F(Search, FindsPassagesThatCiteADocument) {
  EXPECT_EQ(found("A/RES/57/295"), "A/58/568: summary 1 3");
  EXPECT_EQ(found("resolution 57/295"), "A/58/568: summary 1 3");
  EXPECT_EQ(found("cites:A/RES/57/295"), "A/58/568: summary 1 3");
  EXPECT_EQ(found("A/62/793/Corr.1"), "E/2009/21: 3");
  EXPECT_EQ(found("E/2000/55"), "A/58/568: 16");
  const Result result = ask("A/RES/57/295");
  ASSERT_EQ(result.understood.size(), 1u);
  EXPECT_EQ(result.understood[0].text,
            "the document A/RES/57/295 (not held) and passages that cite it");
  ASSERT_EQ(result.notes.size(), 1u);
  EXPECT_EQ(result.notes[0],
            "the document A/RES/57/295 is not held; 3 paragraphs in 1 document cite it");
}

TEST_F(Search, FindsADocumentByItsSymbolHoweverTyped) {
  for (const char* typed : {"E/2003/75", "e/2003/75", "E 2003 75", "symbol:E/2003/75"})
    EXPECT_EQ(found(typed), "E/2003/75: summary") << typed;
  EXPECT_EQ(found("symbol:ODA/2023-00042"), "ODA/2023-00042: [1]");
}

TEST_F(Search, ShowsThePlaceOfAPinpoint) {
  EXPECT_EQ(found("A/58/568, para. 11"), "A/58/568: 11");
  EXPECT_EQ(found("A/58/568#summary"), "A/58/568: summary");
  EXPECT_EQ(found("E/2003/75#18"), "E/2003/75: 18 18 (g)");
  EXPECT_EQ(found("E/2003/75#18(g)"), "E/2003/75: 18 (g)");
  const Result nothing = ask("E/2003/75#61");
  EXPECT_EQ(nothing.paragraphs, 0u);
  EXPECT_EQ(nothing.documents, 0u);
  EXPECT_EQ(nothing.notes, std::vector<std::string>{"E/2003/75 has no para. 61"});
  EXPECT_EQ(ask("like:E/2003/75#61").notes, std::vector<std::string>{"E/2003/75 has no para. 61"});
  EXPECT_EQ(ask("like:E/2003/76#1").notes,
            std::vector<std::string>{"no document held is E/2003/76"});
}

TEST_F(Search, PutsTheDocumentItselfAboveThoseThatCiteIt) {
  Request request;
  request.query = "E/2003/75 OR A/RES/57/295 OR A/62/793";
  EXPECT_EQ(ask(request).hits.at(0).name, "E/2003/75");
}

TEST_F(Search, TakesWordsTogetherFromDifferentParagraphsAndSaysSo) {
  EXPECT_EQ(found("calls delegates"), "E/2003/75: across 18 (g) 20");
  EXPECT_EQ(found("mission calls"), "E/2003/75: 18 (g)");
}

TEST_F(Search, LeavesOutWhatIsNotWanted) {
  EXPECT_EQ(found("help desk -calls"), "E/2009/21: 12 19");
  EXPECT_EQ(found("help desk NOT monitors"), "E/2003/75: 16 (g) 17 18 (g)");
  const Result without = ask("-desk");
  EXPECT_EQ(without.documents, 3u);
  EXPECT_EQ(without.paragraphs, 9u);  // all paragraphs of those documents, none of the others
}

TEST_F(Search, FiltersByFields) {
  EXPECT_EQ(found("ICT year:2002..2003"), "A/58/568: summary | E/2003/75: 1");
  EXPECT_EQ(found("ICT organ:\"General Assembly\""), "A/58/568: summary");
  EXPECT_EQ(found("ICT organ:ECOSOC"), "E/2003/75: 1 | E/2009/21: 3");
  EXPECT_EQ(found("ICT date:2003-05..2003-06"), "E/2003/75: 1");
  EXPECT_EQ(found("date:..2003-05-28"), "E/2003/75:");
  EXPECT_EQ(found("date:2003-11"), "A/58/568:");
  EXPECT_EQ(found("title:informatics ICT"), "E/2003/75: 1 | E/2009/21: 3");
  EXPECT_EQ(found("kind:resolution"), "A/RES/60/252:");
  EXPECT_EQ(found("session:50..59"), "A/58/568:");
  EXPECT_EQ(found("year:2006,2009"), "A/RES/60/252: | E/2009/21:");
  EXPECT_EQ(found("ICT -year:2003"), "E/2009/21: 3 | ODA/2023-00042: [2]");
}

TEST(SearchParagraphs, AreCountedWithoutHeadingsAndMasthead) {
  test::TemporaryFolder folder;
  Document document =
      test::make_document("A/58/568", "2003-11-12", "General Assembly", "Portals",
                          {{"masthead", "Progress of portals", BlockKind::unnumbered},
                           {"1", "A portal was opened."},
                           {"sect. II", "The portal of the system", BlockKind::heading},
                           {"2", "Nothing else."},
                           {"3", "Two portals more, said once:"},
                           {"3", "\"Every portal counts.\"", BlockKind::quotation},
                           {"annex", "Portal of the annex", BlockKind::annex_title},
                           {"annex, 1", "A portal of its own.", BlockKind::paragraph}});
  test::make_sample_index(folder.path(), {document});
  const Searcher searcher = Searcher::open(folder.path());
  Request request{.query = "portal", .facets = {"organ", "year"}};
  request.passages = 20;
  const Result result = searcher.search(request);
  EXPECT_EQ(result.paragraphs, 4u);
  EXPECT_EQ(result.understood.at(0).variants.at(0).second, 4u);
  EXPECT_EQ(result.facets.at(0).values.at(0).paragraphs, 4u);
  EXPECT_EQ(result.hits.at(0).paragraphs, 4u);
  ASSERT_EQ(result.hits.at(0).passages.size(), 4u);
  for (const Passage& passage : result.hits.at(0).passages) EXPECT_TRUE(passage.paragraph);
  EXPECT_EQ(searcher.status().paragraphs, 5u);
  // Words of a heading alone: the place answers, no paragraph is counted, nothing is "across".
  const Result heading = searcher.search({.query = "portal of the system", .facets = {}});
  EXPECT_EQ(heading.paragraphs, 0u);
  EXPECT_EQ(heading.hits.at(0).passages.at(0).locator, "sect. II");
  EXPECT_FALSE(heading.hits.at(0).across);
}

TEST(SearchPhrases, TakeCompoundsHoweverWritten) {
  test::TemporaryFolder folder;
  const Document document = test::make_document(
      "A/58/568", "2003-11-12", "General Assembly", "Accounts",
      {{"1", "Each e-mail account was closed."},
       {"2", "Each email account was closed."},
       {"3", "Each e mail account was closed."},
       {"4", "Forms for self-registration, then non-governmental organizations."},
       {"5", "Each email of an account was closed; mail accounts too."}});
  test::make_sample_index(folder.path(), {document});
  const Searcher searcher = Searcher::open(folder.path());
  const auto places = [&](const std::string& query) {
    Request request{.query = query, .facets = {}};
    request.passages = 20;
    std::string out;
    for (const Hit& hit : searcher.search(request).hits)
      for (const Passage& passage : hit.passages) {
        out += (out.empty() ? "" : " ") + passage.locator + marked(passage);
      }
    return out;
  };
  EXPECT_EQ(places("\"email account\""), "1[e-mail account] 2[email account]");
  EXPECT_EQ(places("\"each email\""), "1[Each e-mail] 2[Each email] 5[Each email]");
  EXPECT_EQ(places("\"each email account was\""),
            "1[Each e-mail account was] 2[Each email account was]");
  EXPECT_EQ(places("\"each e-mail account was\""),
            "1[Each e-mail account was] 2[Each email account was] 3[Each e mail account was]");
  EXPECT_EQ(places("\"for selfregistration\""), "4[for self-registration]");
  EXPECT_EQ(places("\"nongovernmental organizations\""), "4[non-governmental organizations]");
}

TEST_F(Search, ShowsHowADocumentBeginsThatIsAskedForByItsSymbol) {
  EXPECT_EQ(found("E/2003/75"), "E/2003/75: summary");
  EXPECT_EQ(found("E/2009/21"), "E/2009/21: 3");
  EXPECT_TRUE(ask("E/2003/75").hits.at(0).passages.at(0).matches.empty());
  EXPECT_EQ(ask("E/2003/75").hits.at(0).paragraphs, 0u);
  Request none;
  none.query = "E/2003/75";
  none.passages = 0;
  EXPECT_TRUE(ask(none).hits.at(0).passages.empty());
}

TEST_F(Search, FindsADoubtfulYearUnderBoth) {
  EXPECT_EQ(found("year:2022"), "ODA/2023-00042:");
  EXPECT_EQ(found("year:2023..2023"), "ODA/2023-00042:");
  EXPECT_FALSE(ask("year:2022").hits.at(0).date_flag.empty());
}

TEST_F(Search, MarksTheWordsThatAnswerInEveryWording) {
  const Result result = ask("help desk");
  ASSERT_EQ(result.hits.size(), 2u);
  EXPECT_EQ(marked(result.hits[0].passages[0]), "[Help Desk]");
  EXPECT_EQ(marked(result.hits[1].passages[0]), "[Service Desk]");
  // The place of a match in the snippet is that of the same words.
  for (const Hit& hit : result.hits)
    for (const Passage& passage : hit.passages) {
      ASSERT_EQ(passage.snippet_matches.size(), passage.matches.size());
      const Span in_text = passage.matches[0];
      const Span in_snippet = passage.snippet_matches[0];
      EXPECT_EQ(passage.text.substr(in_text.begin, in_text.end - in_text.begin),
                passage.snippet.substr(in_snippet.begin, in_snippet.end - in_snippet.begin));
    }
  EXPECT_NE(marked(ask("A/RES/57/295").hits[0].passages[1]).find("resolution 57/295]"),
            std::string::npos);
  EXPECT_EQ(marked(ask("=\"work orders\"").hits[0].passages[0]), "[work orders]");
  // A phrase is marked only where it stands whole.
  EXPECT_EQ(marked(ask("=\"the missions\"").hits[0].passages[0]), "[the missions]");
}

TEST_F(Search, SaysHowItUnderstoodAndWhatEachWordingGives) {
  const Result result = ask("help desk");
  EXPECT_EQ(result.tree, "(concept service-desk initiative:help-desk)");
  EXPECT_EQ(result.documents, 2u);
  EXPECT_EQ(result.paragraphs, 5u);
  ASSERT_EQ(result.understood.size(), 1u);
  EXPECT_EQ(result.understood[0].text,
            "concept service-desk, name Help Desk support to permanent missions");
  ASSERT_EQ(result.understood[0].variants.size(), 2u);
  EXPECT_EQ(result.understood[0].variants[0].second, 3u);
  EXPECT_EQ(result.understood[0].variants[1].second, 2u);
  // Within the fields asked for; also where no single paragraph holds all words.
  EXPECT_EQ(ask("help desk year:2009").understood[0].variants.size(), 1u);
  const Result across = ask("calls delegates");
  EXPECT_EQ(across.paragraphs, 0u);
  EXPECT_EQ(across.understood[0].variants[0].second, 1u);
  const Result word = ask("the calls");
  EXPECT_EQ(word.notes.at(0), "common words passed over: the (=word asks for one all the same)");
  EXPECT_EQ(word.understood.at(0).text, "word \"calls\"");
}

TEST_F(Search, FindsANameInEveryLanguageAndUnderItsLaterName) {
  const test::TemporaryFolder folder;
  test::make_sample_index(
      folder.path(),
      {test::make_document(
           "E/2010/1", "2010-01-05", "", "Of staff",
           {{"1", "The Office of Information and Communications Technology has moved."},
            {"2", "Norway lent a hall."}}),
       test::make_document(
           "E/2010/2", "2010-01-06", "", "Of rooms",
           {{"1", "La Norv\u00e8ge a pr\u00eat\u00e9 une salle de r\u00e9union aux missions."}})});
  const Searcher searcher = Searcher::open(folder.path());
  const auto asked = [&](const std::string& query) {
    return searcher.search(Request{.query = query, .facets = {}});
  };
  for (const char* query : {"Norv\u00e8ge", "norvege", "\u632a\u5a01", "Norway"})
    EXPECT_EQ(asked(query).paragraphs, 2u) << query;
  EXPECT_EQ(asked("=Norway").paragraphs, 1u);
  const Result result = asked("Information Technology Services Division");
  EXPECT_EQ(result.paragraphs, 1u);
  EXPECT_NE(result.understood.at(0).text.find(
                "; also Office of Information and Communications Technology (it merged into this, "
                "A/RES/63/262)"),
            std::string::npos);
}

TEST_F(Search, SaysWhichPartHasNoMatch) {
  const Result nothing = ask("unicorn desk");
  EXPECT_EQ(nothing.documents, 0u);
  EXPECT_TRUE(nothing.hits.empty());
  ASSERT_EQ(nothing.notes.size(), 1u);
  EXPECT_EQ(nothing.notes[0], "no document holds word \"unicorn\"");
  const Result organ = ask("desk organ:Moon");
  ASSERT_EQ(organ.notes.size(), 1u);
  EXPECT_TRUE(organ.notes[0].starts_with("no document has organ \"Moon\"; there are: "));
  const Result apart = ask("1067 portal");
  ASSERT_EQ(apart.notes.size(), 1u);
  EXPECT_TRUE(apart.notes[0].starts_with("each part is found by itself, but not together: "));
}

TEST_F(Search, ShowsTheValuesThatAnUnfinishedOneMayMean) {
  EXPECT_EQ(ask("organ:Assembly").notes,
            std::vector<std::string>{"no document has organ \"Assembly\"; with it there are: "
                                     "organ:\"General Assembly\""});
  EXPECT_EQ(ask("cites:RES/57/295").notes,
            std::vector<std::string>{"no document has cites \"RES/57/295\", which is no whole "
                                     "document symbol as A/RES/57/295 is"});
}

TEST_F(Search, CountsFacetsOverAllMatches) {
  Request request;
  request.query = "ICT";
  request.facets = {"year", "organ"};
  request.limit = 0;
  const Result result = ask(request);
  EXPECT_TRUE(result.hits.empty());
  EXPECT_EQ(result.documents, 4u);
  std::string years;
  for (const FacetCount& count : result.facets.at(0).values)
    if (count.held > 0)
      years += count.value + (count.doubtful ? "?" : "") + " " + std::to_string(count.paragraphs) +
               "(" + std::to_string(count.documents) + ") ";
  EXPECT_EQ(years, "2003 2(2) 2006 0(0) 2009 1(1) 2022? 1(1) 2023? 1(1) ");
  EXPECT_EQ(result.facets.at(1).values.at(0).documents, 2u);
  EXPECT_EQ(result.facets.at(1).values.at(0).label, "Economic and Social Council");
  // A/RES/60/252 of 2006 does not match, but it is held.
  ASSERT_EQ(result.notes.size(), 1u);
  EXPECT_EQ(result.notes[0], "no document held for: 2004-2005, 2007-2008, 2010-2021");
}

TEST_F(Search, CountsAFieldOnce) {
  Request request;
  request.facets = {"organ", "year", "organ"};
  const std::vector<Facet> facets = ask(request).facets;
  ASSERT_EQ(facets.size(), 2u);
  EXPECT_EQ(facets[0].field + " " + facets[1].field, "organ year");
}

TEST_F(Search, RefusesFacetsThatAreNone) {
  Request request;
  request.facets = {"symbol"};
  EXPECT_THROW(ask(request), Error);
  request.facets = {"yeer"};
  try {
    ask(request);
    FAIL();
  } catch (const Error& fault) {
    EXPECT_EQ(fault.kind, ErrorKind::usage);
    EXPECT_EQ(std::string(fault.what()), "unknown field 'yeer'; did you mean 'year'?");
  }
}

TEST_F(Search, PutsHitsInTheOrderAskedFor) {
  const auto order = [](Order by) {
    Request request;
    request.order = by;
    std::string out;
    for (const Hit& hit : ask(request).hits) out += hit.name + " ";
    return out;
  };
  EXPECT_EQ(order(Order::oldest), "E/2003/75 A/58/568 A/RES/60/252 E/2009/21 ODA/2023-00042 ");
  EXPECT_EQ(order(Order::newest), "ODA/2023-00042 E/2009/21 A/RES/60/252 A/58/568 E/2003/75 ");
  EXPECT_EQ(order(Order::symbol), "A/58/568 A/RES/60/252 E/2003/75 E/2009/21 ODA/2023-00042 ");
}

TEST_F(Search, PagesWithoutGapsOrDoubles) {
  std::string pages;
  for (std::size_t offset = 0; offset < 6; offset += 2) {
    Request request;
    request.limit = 2;
    request.offset = offset;
    const Result result = ask(request);
    EXPECT_EQ(result.documents, 5u);
    for (const Hit& hit : result.hits) pages += hit.name + " ";
  }
  for (const Document& document : test::sample_documents())
    EXPECT_NE(pages.find(document.name()), std::string::npos) << pages;
  EXPECT_EQ(std::count(pages.begin(), pages.end(), ' '), 5);
  Request beyond;
  beyond.offset = 1000000;
  EXPECT_TRUE(ask(beyond).hits.empty());
  EXPECT_EQ(ask(beyond).notes.at(0), "none is shown: documents found 5, passed over 1000000");
}

TEST_F(Search, CountsOneFieldByItself) {
  const Facet facet = Searcher::open(test::sample_archive()).facet("organ");
  EXPECT_EQ(facet.field, "organ");
  EXPECT_GE(facet.distinct, 2u);
  const Facet cut = Searcher::open(test::sample_archive()).facet("organ", "", 1);
  EXPECT_EQ(cut.values.size(), 1u);
  EXPECT_EQ(cut.distinct, facet.distinct);
}

TEST_F(Search, TellsItsStateAndFindsItselfSound) {
  const Searcher searcher = Searcher::open(test::sample_archive());
  EXPECT_EQ(searcher.status().documents, 5u);
  EXPECT_EQ(searcher.status().archive_revision, 7u);
  EXPECT_EQ(searcher.status().generation, "gen-000001");
  EXPECT_EQ(searcher.verify(), std::vector<std::string>{});
}

TEST_F(Search, AnswersHostileQueriesInBounds) {
  std::string many;
  for (int i = 0; i < 800; ++i) many += "d" + std::to_string(i) + " ";
  EXPECT_EQ(ask(many).documents, 0u);
  std::string any = "desk";
  for (int i = 0; i < 300; ++i) any += " OR help desk";
  EXPECT_EQ(ask(any).documents, 2u);
  EXPECT_THROW(ask(std::string("a-b-c ") + std::string(4091, 'x')), Error);
}

}  // namespace
}  // namespace undex
