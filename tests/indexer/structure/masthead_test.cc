#include <gtest/gtest.h>

#include "indexer/structure/job_number.h"
#include "tests/indexer/structure/lines.h"

namespace undex {
namespace {

using test::read;

/// "name=normal" a line, without the language.
std::string values(const Document& document) {
  std::string out;
  for (const MastheadEntry& entry : document.masthead.entries) {
    if (entry.item == MastheadItem::language) continue;
    out += std::string(name_of(entry.item)) + "=" + entry.value.normal + "\n";
  }
  return out;
}

std::string normal(const Document& document, MastheadItem item) {
  return document.masthead.normal(item);
}

TEST(Masthead, ReadsTheOrganWhenDistrIsGluedToIt) {  // E/2003/75
  const Document document = read(
      "1.\tText.\n\n[Start1]<<ODS JOB NO>>N3630001F<<ODS JOB NO>>\n"
      "<<ODS DOC SYMBOL1>>E/2036/9<<ODS DOC SYMBOL1>>\n"
      "<<ODS DOC SYMBOL2>>A/91/8<<ODS DOC SYMBOL2>>\n\n12\n\n"
      "United NationsE/2036/9 \nEconomic and Social CouncilDistr.: Limited\n3 May 2036\n\n"
      "Original: French\n36-30001 (F)    030536    \n*3630001*\n");
  EXPECT_EQ(document.symbol.text(), "E/2036/9-A/91/8");
  EXPECT_EQ(normal(document, MastheadItem::organ), "Economic and Social Council");
  EXPECT_EQ(normal(document, MastheadItem::distribution), "Limited");
  EXPECT_EQ(normal(document, MastheadItem::date), "2036-05-03");
  EXPECT_EQ(normal(document, MastheadItem::original_language), "French");
  EXPECT_EQ(normal(document, MastheadItem::job_number), "N3630001");
  EXPECT_EQ(normal(document, MastheadItem::job_number_printed), "36-30001");
  EXPECT_EQ(normal(document, MastheadItem::production_date), "2036-05-03");
  EXPECT_EQ(normal(document, MastheadItem::bar_code), "3630001");
  EXPECT_EQ(normal(document, MastheadItem::page_count), "12");
}

TEST(Masthead, NotesThatADocumentWasReissued) {
  for (const bool reissued : {true, false}) {
    const std::string mark = reissued ? "*" : "";
    const Document document = read("United Nations E/2036/9" + mark +
                                   "\nEconomic and Social Council\nDistr.: Limited\n3 May 2036\n\n"
                                   "Original: French\n\n1.\tText of E/2036/8*.\n");
    EXPECT_EQ(document.symbol.text(), "E/2036/9");
    ASSERT_EQ(document.notices.size(), reissued ? 1u : 0u);
    if (reissued) {
      EXPECT_EQ(document.notices[0].code, "reissued");
    }
  }
}

TEST(Masthead, ReadsSeveralItemsOfOneLine) {  // A/58/568
  const Document document = read(
      "United Nations A/91/8\n\nDistr.: General 3 May 2036\n\n"
      "Ninety-first session Agenda item 17 (b) Light and heat\n\n"
      "Lamps of the reading room\n\nNote by the Secretariat*\n\n* Late.\n\n1.\tText.\n");
  EXPECT_EQ(document.symbol.text(), "A/91/8");
  EXPECT_EQ(normal(document, MastheadItem::date), "2036-05-03");
  EXPECT_EQ(normal(document, MastheadItem::session), "Ninety-first session");
  EXPECT_EQ(normal(document, MastheadItem::session_number), "91");
  EXPECT_EQ(normal(document, MastheadItem::agenda_item), "17 (b)");
  EXPECT_EQ(normal(document, MastheadItem::agenda_item_title), "Light and heat");
  EXPECT_EQ(normal(document, MastheadItem::title), "Lamps of the reading room");
  EXPECT_EQ(normal(document, MastheadItem::document_type), "note by the Secretariat");
}

TEST(Masthead, ReadsAnAgendaThatANoteNames) {
  const Document document = read(
      "Substantive session of 2036\nGeneva, 30 June-25 July 2036\n"
      "Item 7 (d) of the provisional agenda*\nLight and\nheat\n\n\nLamps\n\n"
      "Report of the Secretary-General\n\n\t*\tE/2036/1.\n\n1.\tText.\n");
  EXPECT_EQ(normal(document, MastheadItem::agenda_kind), "provisional agenda");
  EXPECT_EQ(normal(document, MastheadItem::agenda_document), "E/2036/1");
  EXPECT_EQ(normal(document, MastheadItem::agenda_item_title), "Light and heat");
  EXPECT_EQ(normal(document, MastheadItem::title), "Lamps");
  EXPECT_EQ(normal(document, MastheadItem::session_dates), "2036-06-30/2036-07-25");
  EXPECT_EQ(normal(document, MastheadItem::session_place), "Geneva");
}

TEST(Masthead, ReadsADraftAndItsSponsors) {
  const Document document = read(
      "A/C.2/91/L.4\n\nNinety-first session\n\nSecond Committee\n\nAgenda item 15\n\n"
      "Chad and Peru: draft resolution\n\nLamps for all\n\nThe General Assembly,\n\n"
      "Recalling lamps,\n");
  EXPECT_EQ(normal(document, MastheadItem::document_type), "draft resolution");
  EXPECT_EQ(normal(document, MastheadItem::author), "Chad and Peru");
  EXPECT_EQ(normal(document, MastheadItem::committee), "Second Committee");
  EXPECT_EQ(normal(document, MastheadItem::title), "Lamps for all");
}

TEST(Masthead, TakesTheNumberOffTheTitleOfAResolution) {
  const Document document = read(
      "E/RES/2036/4\n\nResolution adopted by the Economic and Social Council on 2 May 2036\n\n"
      "2036/4.\tLamps\n\nThe Economic and Social Council,\n\n1.\tDecides.\n");
  EXPECT_EQ(normal(document, MastheadItem::title), "Lamps");
  EXPECT_EQ(normal(document, MastheadItem::date), "2036-05-02");
  EXPECT_EQ(normal(document, MastheadItem::document_type), "resolution");
}

TEST(Masthead, ReadsANoteVerbale) {
  const Document document = read(
      "HEADQUARTERS | GENEVA TEL.: +41 22 000 0000 | lamps@example.org\n\n"
      "REFERENCE: LMP/2036-00007/ Lamps\n\n"
      "The Office for Lamps presents its compliments to the Permanent Missions of Member "
      "States and has the honour to refer to the report \"On the state of all lamps\" as "
      "contained in document A/91/8 dated 3 May 2036.\n\n"
      "Answers should be sent in Microsoft Word format no later than 1 July 2036 to Mr. Abel "
      "Bright (bright@example.org).\n\n"
      "4 June 2035\n");
  EXPECT_EQ(document.symbol.text(), "");
  EXPECT_EQ(normal(document, MastheadItem::reference), "LMP/2036-00007/Lamps");
  EXPECT_EQ(normal(document, MastheadItem::author), "Office for Lamps");
  EXPECT_EQ(normal(document, MastheadItem::addressee), "Permanent Missions of Member States");
  EXPECT_EQ(normal(document, MastheadItem::place), "Geneva");
  EXPECT_EQ(normal(document, MastheadItem::telephone), "+41 22 000 0000");
  EXPECT_EQ(normal(document, MastheadItem::contact), "Mr. Abel Bright (bright@example.org)");
  EXPECT_EQ(normal(document, MastheadItem::deadline), "2036-07-01");
  EXPECT_EQ(normal(document, MastheadItem::accepted_format), "Microsoft Word");
  EXPECT_EQ(normal(document, MastheadItem::quoted_title), "On the state of all lamps");
  const Value* date = document.masthead.find(MastheadItem::date);
  ASSERT_NE(date, nullptr);
  EXPECT_EQ(date->printed, "4 June 2035");
  EXPECT_EQ(date->normal, "2036-06-04");
  EXPECT_EQ(date->flag,
            "dated before a document it cites (A/91/8 of 3 May 2036); its reference says 2036");
}

TEST(Masthead, DatesAResolutionByTheMeetingThatAdoptedIt) {  // A/RES/57/295
  const auto date_of = [](std::string_view type) {
    return test::read("A/RES/57/295\nGeneral Assembly\nDistr.: General\n4 March 2003\n\n" +
                      std::string(type) +
                      "\n\n57/295. Lamps\n\nThe General Assembly,\n\n"
                      "1.\tDecides to light the lamps.\n\n79th plenary meeting\n"
                      "20 December 2002\n")
        .masthead.normal(MastheadItem::date);
  };
  EXPECT_EQ(date_of("Resolution adopted by the General Assembly"), "2002-12-20");
  EXPECT_EQ(date_of("Resolution adopted by the General Assembly on 19 December 2002"),
            "2002-12-19");
  EXPECT_EQ(date_of("Report of the Secretary-General"), "2003-03-04");
}

TEST(Masthead, ReadsItsOwnResolutionOnPagesOfAVolume) {  // A/RES/1514(XV)
  const auto read_pages = [](const std::string& symbol) {
    return test::read(
        "United Nations\n" + symbol +
        "\n\nGeneral Assembly\n\n"
        "Decides to light the old lamps.\n\n876th plenary meeting,\n28 September 1960.\n\n"
        "1513 (XV). Chairs\n\nThe General Assembly,\n\n"
        "Decides to mend the chairs of the hall.\n\n943rd plenary meeting,\n12 December 1960.\n\n"
        "1514 (XV). Declaration on lamps\n\nThe General Assembly,\n\n"
        "Declares that lamps are to be lit.\n\n947th plenary meeting,\n14 December 1960.\n\n"
        "ANNEX\n\nRules of the lamps\n\nLamps are lit at dusk of 1 May 1950 and later.\n\n"
        "1592 (XV). Tables\n\nThe General Assembly,\n\n"
        "Decides to turn the tables of the hall.\n\n958th plenary meeting,\n20 December 1960.\n");
  };
  const Document third = read_pages("A/RES/1514(XV)");
  EXPECT_EQ(normal(third, MastheadItem::date), "1960-12-14");
  EXPECT_EQ(normal(third, MastheadItem::title), "Declaration on lamps");
  EXPECT_EQ(normal(read_pages("A/RES/1513(XV)"), MastheadItem::date), "1960-12-12");
  EXPECT_EQ(normal(read_pages("A/RES/1592(XV)"), MastheadItem::date), "1960-12-20");
}

TEST(Masthead, TakesNoLetterheadForATitle) {  // ODA/2023-00042
  const Document document = test::read(
      "HEADQUARTERS | SIEGE | NEW YORK, NY 10017\n\nREFERENCE: ODA/2023-00001\n\n"
      "The Lamp Office presents its compliments to the Permanent Mission of Veldania and refers to "
      "its note on lamps.\n\n2 May 2023\n");
  EXPECT_EQ(document.masthead.normal(MastheadItem::title), "");
  EXPECT_EQ(document.masthead.normal(MastheadItem::place), "New York");
  EXPECT_EQ(document.masthead.normal(MastheadItem::addressee), "Permanent Mission of Veldania");
}

TEST(Masthead, LeavesADateAloneThatNothingContradicts) {
  const Document document = read(
      "The Office for Lamps presents its compliments to the Missions and refers to A/91/8 "
      "dated 3 May 2036, which is about lamps and nothing else.\n\n4 June 2036\n");
  const Value* date = document.masthead.find(MastheadItem::date);
  ASSERT_NE(date, nullptr);
  EXPECT_EQ(date->normal, "2036-06-04");
  EXPECT_EQ(date->flag, "");
}

TEST(JobNumber, IsReadWithItsPagesGluedToIt) {
  using structure::read_job_mark;
  const auto mark = read_job_mark("09-269496", "09-26949");
  ASSERT_TRUE(mark);
  EXPECT_EQ(mark->page, 6);
  EXPECT_EQ(read_job_mark("509-26949", "09-26949")->page, 5);
  EXPECT_EQ(read_job_mark("2/9 24-11111")->page, 2);
  EXPECT_EQ(read_job_mark("GE.13-10234 (E)")->printed, "GE.13-10234");
  for (const std::string text :
       {"Page", "11 September", "90/11", "2003", "A/58/568", "12 lamps", ""})
    EXPECT_FALSE(read_job_mark(text)) << text;
}

TEST(Language, IsToldByTheWordsOfTheText) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"1.\tThe lamps of the room are in the care of the office for light and heat.\n", "en"},
      {"1.\tLes lampes de la salle sont dans le soin du bureau pour la lumière et le feu.\n", "fr"},
      {"1.\tLas lámparas de la sala están en el cuidado de la oficina para la luz y el fuego.\n",
       "es"},
      {"1.\tЛампы читального зала находятся в ведении бюро по свету и теплу.\n", "ru"},
      {"1.\tمصابيح قاعة القراءة في رعاية مكتب الضوء والحرارة\n", "ar"},
      {"1.\t阅览室的灯由光与热办公室负责保管和维修。\n", "zh"},
  };
  for (const auto& [text, language] : cases) EXPECT_EQ(read(text).language(), language) << text;
  EXPECT_EQ(read("1.\tLamp.\n").language(), "und");
}

TEST(Masthead, IsNotMadeOfTheFirstWordsOfASpeech) {
  const Document document = read(
      "Mr. President, friends –\n\nThe lamps of the reading room have been lit, and many "
      "of us have seen by their light what we had not seen before in this room.\n");
  EXPECT_EQ(values(document), "");
  EXPECT_EQ(document.blocks.size(), 2U);
}

TEST(Masthead, IsNotInventedForAnyText) {
  const Document document = read("Lamps burn oil. They smoke when the oil is bad.\n");
  EXPECT_EQ(values(document), "");
  EXPECT_EQ(test::outline(document),
            "unnumbered <[1]> | Lamps burn oil. They smoke when the oil is bad.\n");
}

}  // namespace
}  // namespace undex
