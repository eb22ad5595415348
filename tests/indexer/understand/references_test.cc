// What leans on other citations, in sentences of our own: a table of what is found, and one of what
// is left.
#include <gtest/gtest.h>

#include "indexer/understand/understand.h"
#include "tests/indexer/understand/understood.h"

namespace undex {
namespace {

/// "2 anaphoric A/RES/57/295 <para. 4>", one line a reference that is not explicit, or all.
std::string references_of(Document document, bool all = false) {
  understand(document);
  std::string out;
  for (const Reference& reference : document.marks.references) {
    if (!all && reference.kind == ReferenceKind::explicit_) continue;
    out += locator_of(document, reference.span).text() + " " + std::string(name_of(reference.kind));
    if (reference.relation != Relation::cites)
      out += " (" + std::string(name_of(reference.relation)) + ")";
    if (reference.is_unresolved()) out += " ?";
    if (!reference.cited.parts.empty()) out += " " + reference.cited.text();
    for (const Locator& pinpoint : reference.pinpoints) out += " <" + pinpoint.citation() + ">";
    if (!reference.dated.empty()) out += " " + reference.dated;
    if (!reference.target.empty()) out += " " + reference.target;
    out += ": " + words_of(document, reference.span) + "\n";
  }
  return out;
}

struct Case {
  std::string_view name;
  std::string_view lines;
  std::string_view expected;
};

void check(const std::vector<Case>& cases, std::string_view symbol = "A/58/900",
           std::string_view type = "report of the Secretary-General", bool all = false) {
  for (const Case& row : cases) {
    Document document = test::document_of(symbol, row.lines);
    document.masthead.add(MastheadItem::document_type, {"", std::string(type), ""});
    document.masthead.add(MastheadItem::organ, {"", "General Assembly", ""});
    EXPECT_EQ(references_of(document, all), row.expected) << row.name;
  }
}

TEST(Anaphora, HaveOneCandidateInTheNearestPlace) {
  check({
      {"the sentence before",
       "1. The Assembly spoke in its resolution 57/295. In that resolution, it asked for more.",
       "1 anaphoric A/RES/57/295: that resolution\n"},
      {"the nearest sentence of two",
       "1. Its resolution 60/283 set a post up. A plan was approved in its resolution 63/262. By "
       "the "
       "same resolution, the Assembly made an office.",
       "1 anaphoric A/RES/63/262: the same resolution\n"},
      {"the paragraph before",
       "1. The Council met in May.\n2. It adopted Security Council resolution 1373 (2001).\n3. The "
       "aforementioned resolution binds all.",
       "3 anaphoric S/RES/1373(2001): The aforementioned resolution\n"},
      {"the only one of the section",
       "1. In its resolution 57/295 the Assembly spoke.\n2. Much was done.\n3. The follow-up to "
       "the "
       "resolution is long.",
       "3 anaphoric A/RES/57/295: the resolution\n"},
      {"the organ decides",
       "1. Assembly resolution 57/295 and Council resolution 2002/35 agree. In that resolution, "
       "the "
       "Council asked for a group.",
       "1 anaphoric E/RES/2002/35: that resolution\n"},
      {"the organ by the head of its name",
       "1. Commission on Human Rights resolution 2003/15 was adopted. In the resolution, the "
       "Commission urged more.",
       "1 anaphoric E/CN.4/RES/2003/15: the resolution\n"},
      {"its own pinpoint",
       "1. Resolution 58/239 was adopted. Paragraph 16 of the above-mentioned resolution is plain.",
       "1 anaphoric A/RES/58/239 <para. 16>: the above-mentioned resolution\n"},
      {"a report by its symbol",
       "1. The report of the Committee (A/57/38) is out. Chapter II of that report was praised.",
       "1 anaphoric A/57/38 <sect. II>: that report\n"},
      {"at the head of a sentence", "1. The report is A/57/38. That report shows much.",
       "1 anaphoric A/57/38: That report\n"},
      {"odd spaces, soft hyphens, dashes",
       "1. In its reso\u00ADlution\u00A057/295 it spoke \u2013 at length. In the\u00A0same "
       "reso\u00ADlution, it\u202Fspoke again.",
       "1 anaphoric A/RES/57/295: the\u00A0same reso\u00ADlution\n"},
  });
}

TEST(Anaphora, MayMeanTheOnlyOneOfTheDocument) {
  const std::string_view lines =
      "# I. One\n1. The Assembly spoke in its resolution 57/295.\n# II. Two\n2. The resolution is "
      "known.";
  check({{"in a report", lines, "2 anaphoric A/RES/57/295: The resolution\n"}});
  check({{"in a resolution it may be this one", lines, ""}}, "A/RES/58/900", "resolution");
}

TEST(Anaphora, OfRequestsKeepThePlaceOfTheRequest) {
  check({
      {"this request",
       "1. In paragraph 4 of resolution 57/295, the Assembly requested a plan. The Office has "
       "acted "
       "on this request.",
       "1 anaphoric A/RES/57/295 <para. 4>: this request\n"},
      {"the requested report, two paragraphs on",
       "1. By paragraph 4 of resolution 57/295, a report was requested.\n2. Time is short.\n3. The "
       "requested report follows.",
       "3 anaphoric A/RES/57/295 <para. 4>: The requested report\n"},
      {"cited behind it",
       "1. By resolution 57/295, a report was requested. The report requested by the Council in "
       "its "
       "resolution 2002/35 is another.",
       ""},
      {"a request of nobody's document hides the older one",
       "1. By resolution 57/295, a plan was requested. A State requested help. On this request, "
       "nothing was done.",
       ""},
  });
}

TEST(Anaphora, AreLeftWhereTheyAreNotCertain) {
  check({
      {"two candidates: kept, unresolved",
       "1. Resolutions 57/295 and 57/238 agree. That resolution is known.",
       "1 anaphoric ?: That resolution\n"},
      {"an unresolved mention breaks the chain",
       "1. Resolutions 57/295 and 57/238 agree. That resolution is known. The same resolution is "
       "long.",
       "1 anaphoric ?: That resolution\n"},
      {"a document of words alone breaks it",
       "1. Resolution 57/295 was adopted. A resolution of the Union was read out. That resolution "
       "is "
       "short.",
       ""},
      {"nothing before", "1. The Committee acted on that resolution.", ""},
      {"another section",
       "# I. One\n1. Resolution 57/295 was adopted.\n# II. Two\n2. That resolution is short.", ""},
      {"described by its words", "1. Resolution 57/295 and the resolution of conflicts are apart.",
       ""},
      {"a verb", "1. Document A/57/38 is out. States that report to it are few.", ""},
      {"at the request of", "1. By resolution 57/295 it requested aid at the request of a State.",
       ""},
      {"no decision",
       "1. In its resolution 57/295 the Assembly spoke. The decision to build came later.", ""},
      {"the report may be this one",
       "1. The report of the Committee (A/57/38) is out. The report is long.", ""},
      {"itself", "1. See resolution 57/295. The present report is short, and so is this report.",
       ""},
  });
}

TEST(Implicit, InstrumentsAndParagraphsThatGoOn) {
  check({
      {"by name", "1. The Millennium Declaration, the 2030 Agenda and the Tunis Agenda.",
       "1 implicit A/RES/55/2: Millennium Declaration\n1 implicit A/RES/70/1: 2030 Agenda\n"
       "1 implicit A/60/687: Tunis Agenda\n"},
      {"one goal", "1. The Millennium Development Goal of a partnership.",
       "1 implicit A/RES/55/2: Millennium Development Goal\n"},
      {"with a pinpoint", "1. As paragraph 111 of the Tunis Agenda has it.",
       "1 implicit A/60/687 <para. 111>: Tunis Agenda\n"},
      {"not in small letters", "1. Some sustainable development goals of a town.", ""},
      {"not in a longer name", "1. The Sustainable Development Goals Report is out.", ""},
      {"the organ goes on",
       "1. In its resolution 57/295, the General Assembly spoke.\n2. The General Assembly affirmed "
       "that tools help.",
       "2 implicit A/RES/57/295: The General Assembly affirmed\n"},
      {"and asks for something at a later session",
       "1. In its resolution 57/295, the General Assembly spoke.\n2. The General Assembly "
       "requested "
       "a State to report at its next session.",
       "2 implicit A/RES/57/295: The General Assembly requested\n"},
      {"another organ",
       "1. In its resolution 57/295, the General Assembly spoke.\n2. The Council affirmed it.", ""},
      {"another occasion",
       "1. In its resolution 57/295, the General Assembly spoke.\n2. The General Assembly affirmed "
       "it at its sixtieth session.",
       ""},
      {"two acts before",
       "1. In its resolutions 57/295 and 57/238, the General Assembly spoke.\n2. The General "
       "Assembly affirmed it.",
       ""},
  });
}

TEST(Internal, PlacesOfThisDocument) {
  check({
      {"bare", "1. One.\n2. Two.\n3. As stated in paragraphs 1 and 2, it goes on.",
       "3 internal A/58/900 <para. 1> <para. 2>: paragraphs 1 and 2\n"},
      {"a range with an en dash", "1. One.\n2. Two.\n3. As stated in paras. 1\u20132, it goes on.",
       "3 internal A/58/900 <para. 1> <para. 2>: paras. 1\u20132\n"},
      {"above", "1. One.\n2. Resolution 57/295 and paragraph 1 above agree.",
       "2 internal A/58/900 <para. 1>: paragraph 1 above\n"},
      {"vague", "1. As outlined above, the above processes and the above-mentioned step help.",
       "1 internal-vague A/58/900: As outlined above\n1 internal-vague A/58/900: the above "
       "processes\n1 internal-vague A/58/900: the above-mentioned step\n"},
      {"the points before",
       "1. It does:\n(a) One;\n(b) Two;\n(c) Help with the above-mentioned tools.",
       "1 (c) internal-vague A/58/900 <para. 1 (a)> <para. 1 (b)>: the above-mentioned tools\n"},
      {"no such paragraph", "1. As stated in paragraph 7, it goes on.", ""},
      {"of another text",
       "1. Under article 1, paragraph 1, of the Charter, and in paragraph 1 thereof.", ""},
      {"of the resolution in the sentence",
       "1. By resolution 57/295 it asked, in paragraph 1, for it.", ""},
      {"no place", "1. There were over and above 40 at the annex of the house.", ""},
  });
}

TEST(Urls, AreTakenInFull) {
  check({
      {"in brackets", "1. At <www.un.org/webcast> and <http://www.un.int/>, and (see un.org).",
       "1 url www.un.org/webcast: www.un.org/webcast\n1 url http://www.un.int/: "
       "http://www.un.int/\n1 url un.org: un.org\n"},
      {"without the stop", "1. See https://example.org/a_(b)?c=d#e.",
       "1 url https://example.org/a_(b)?c=d#e: https://example.org/a_(b)?c=d#e\n"},
      {"no mail, no system, no name", "1. Write to a.b@un.org or the UN.INT server; U.S. and D.C.",
       ""},
  });
}

TEST(Generic, SeveralActs) {
  check({
      {"its resolutions", "1. The Council recalled its resolutions on informatics.",
       "1 generic: its resolutions\n"},
      {"numbers follow", "1. The Council spoke in its resolutions 2002/35 and 2003/48.", ""},
  });
}

TEST(Quotations, AreOfWhatTheTextSays) {
  check(
      {
          {"a note behind",
           "1. It asked for \"a plan that transforms the house into one\" (A/57/38, para. 4).",
           "1 explicit A/57/38 <para. 4>: A/57/38\n"},
      },
      "A/58/900", "report of the Secretary-General", true);
  Document document = test::document_of(
      "A/58/900",
      "1. It asked for \"a plan that transforms the house into one\" (A/57/38, para. 4).\n"
      "2. By paragraph 4 of resolution 57/295:\n> \"The Office is requested to write a plan.\"\n"
      "4. Pursuant to this request, it wrote.\n5. The theme was \u201COne house for all of us "
      "here\u201D.");
  document.blocks[2].kind = BlockKind::quotation;
  understand(document);
  const Marks& marks = document.marks;
  ASSERT_EQ(marks.quotes.size(), 2U) << dump_marks(document);
  const auto quoted = [&](std::size_t i) {
    return marks.references.at(static_cast<std::size_t>(marks.quotes[i].reference));
  };
  EXPECT_EQ(words_of(document, marks.quotes[0].span), "a plan that transforms the house into one");
  EXPECT_EQ(quoted(0).cited.text(), "A/57/38");
  EXPECT_EQ(quoted(1).kind, ReferenceKind::quotation);
  EXPECT_EQ(quoted(1).cited.text(), "A/RES/57/295");
  EXPECT_EQ(quoted(1).pinpoints, std::vector{parse_locator("4").value()});
  EXPECT_EQ(marks.references.back().rule, "request");
  EXPECT_EQ(marks.references.back().cited.text(), "A/RES/57/295");
}

TEST(Ibid, IsTheSourceOfTheNoteBefore) {
  Document document = test::document_of("A/58/900", "1. One and two and three.");
  document.blocks[0].notes = {{3, "1"}, {11, "2"}, {20, "3"}};
  const auto add_note = [&](const std::string& label, const std::string& text) {
    Block note;
    note.kind = BlockKind::footnote;
    note.label = label;
    note.locator = parse_locator("fn " + label).value();
    note.text = text;
    document.blocks.push_back(note);
  };
  add_note("1", "See A/57/38, para. 4.");
  add_note("2", "Ibid., para. 6.");
  add_note("3", "Ibid., Supplement No. 12.");
  EXPECT_EQ(references_of(document, true),
            "1 explicit A/57/38 <para. 4>: A/57/38\n1 anaphoric A/57/38 <para. 6>: Ibid\n");
}

TEST(Relations, OfANoteAreThoseOfItsMarker) {
  Document document = test::document_of("A/58/900", "1. Recalling what was decided, it met.");
  document.blocks[0].notes = {{26, "1"}};
  Block note;
  note.kind = BlockKind::footnote;
  note.label = "1";
  note.locator = parse_locator("fn 1").value();
  note.text = "Resolution 57/295.";
  document.blocks.push_back(note);
  EXPECT_EQ(references_of(document, true),
            "1 explicit (recalls) A/RES/57/295: Resolution 57/295\n");
}

TEST(Relations, OfANoteAreThoseOfWhatTheClauseIsAbout) {
  Document document = test::document_of(
      "A/58/900", "1. Takes note of the report on the implementation of resolution 57/295;");
  document.blocks[0].notes = {{document.blocks[0].text.size() - 1, "1"}};
  Block note;
  note.kind = BlockKind::footnote;
  note.label = "1";
  note.locator = parse_locator("fn 1").value();
  note.text = "A/57/38.";
  document.blocks.push_back(note);
  EXPECT_EQ(references_of(document, true),
            "1 explicit A/RES/57/295: resolution 57/295\n"
            "1 explicit (takes note of) A/57/38: A/57/38\n");
}

TEST(Relations, ReachThroughALongListAndNoFarther) {
  std::string line = "1. Recalling its resolutions ";
  for (int number = 1; number <= 20; ++number)
    line += "57/" + std::to_string(number) + " of " + std::to_string(number) + " November 2002, ";
  const std::string found =
      references_of(test::document_of("A/58/900", line + "and 57/21 of 21 November 2002,"), true);
  EXPECT_NE(found.find("(recalls) A/RES/57/21 2002-11-21"), std::string::npos) << found;
  std::string gap;
  for (int word = 0; word < 60; ++word) gap += "and again ";
  EXPECT_NE(references_of(test::document_of("A/58/900", line + gap + "A/57/38,"), true)
                .find("1 explicit A/57/38"),
            std::string::npos);
}

TEST(Relations, AreThoseOfTheVerb) {
  const auto relations = [](std::string_view lines, std::string_view type) {
    Document document = test::document_of("A/58/900", lines);
    document.masthead.add(MastheadItem::document_type, {"", std::string(type), ""});
    return references_of(document, true);
  };
  EXPECT_EQ(relations("1. Recalling its resolution 57/295 of 20 December 2002 and noting A/57/38,",
                      "resolution"),
            "1 explicit (recalls) A/RES/57/295 2002-12-20: its resolution 57/295\n"
            "1 explicit A/57/38: A/57/38\n");
  EXPECT_EQ(relations("1. Recalling its resolution 57/295 of December 2002,", "resolution"),
            "1 explicit (recalls) A/RES/57/295 2002-12: its resolution 57/295\n");
  EXPECT_EQ(relations("1. Takes note of the report (A/57/38) on the implementation of resolution "
                      "57/295;",
                      "resolution"),
            "1 explicit (takes note of) A/57/38: A/57/38\n"
            "1 explicit A/RES/57/295: resolution 57/295\n");
  EXPECT_EQ(
      relations("1. This report is submitted in accordance with resolution 57/295.", "report"),
      "1 explicit (mandated by) A/RES/57/295: resolution 57/295\n");
  EXPECT_EQ(relations("1. In its resolution 57/295, the Assembly requested a report.", "report"),
            "1 explicit (mandated by) A/RES/57/295: its resolution 57/295\n");
  EXPECT_EQ(relations("1. The group established pursuant to resolution 57/295 met.", "report"),
            "1 explicit A/RES/57/295: resolution 57/295\n");
  EXPECT_EQ(relations("9. It acts in accordance with resolution 57/295.", "report"),
            "9 explicit A/RES/57/295: resolution 57/295\n");
}

TEST(References, NameTheirOwnDocumentOnlyWithAPlace) {
  check({{"its symbol is no citation", "1. A/58/900 says so.\n2. See A/58/900, para. 1.",
          "2 internal A/58/900 <para. 1>: A/58/900\n"}});
}

TEST(References, OfRepeatedWordsEnd) {
  std::string text = "1. ";
  for (int i = 0; i < 20000; ++i) text += "that resolution 57/295 requested (a) paragraph 1 ";
  EXPECT_FALSE(references_of(test::document_of("A/58/900", text), true).empty());
}

}  // namespace
}  // namespace undex
