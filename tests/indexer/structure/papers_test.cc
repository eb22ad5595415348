// Kinds of papers that the seeds do not have: joint documents, letters, notes of States, decisions.
#include <gtest/gtest.h>

#include "tests/indexer/structure/lines.h"

namespace undex {
namespace {

using test::outline;
using test::read;

std::string all(const Document& document, MastheadItem item) {
  std::string out;
  for (const Value* value : document.masthead.all(item))
    out += (out.empty() ? "" : " | ") + value->normal;
  return out;
}

TEST(Papers, JointDocumentsHaveTwoOrgansSessionsAndItems) {
  const Document document = read(
      "United Nations A/91/8–E/2036/9\nGeneral Assembly\nEconomic and Social Council\n"
      "Distr.: General\n3 May 2036\n\nGeneral Assembly\nNinety-first session\n"
      "Item 17 (a) of the preliminary list*\nLight and heat\n\nEconomic and Social Council\n"
      "Substantive session of 2036\nGeneva, 1-26 July 2036\n"
      "Item 13 (b) of the provisional agenda**\nEconomic questions: lamps\n\n"
      "Lamps of the reading rooms\n\nReport of the Secretary-General\n\n* A/91/50.\n"
      "** E/2036/100.\n\n1. Lamps were lit.\n");
  EXPECT_EQ(document.symbol.text(), "A/91/8-E/2036/9");
  EXPECT_EQ(all(document, MastheadItem::organ), "General Assembly | Economic and Social Council");
  EXPECT_EQ(all(document, MastheadItem::session),
            "Ninety-first session | Substantive session of 2036");
  EXPECT_EQ(all(document, MastheadItem::agenda_item), "17 (a) | 13 (b)");
  EXPECT_EQ(all(document, MastheadItem::agenda_item_title),
            "Light and heat | Economic questions: lamps");
  EXPECT_EQ(all(document, MastheadItem::title), "Lamps of the reading rooms");
}

TEST(Papers, JointDocumentsAreReadWhereColumnsRunTogether) {
  const Document document = read(
      "United Nations A/91/8-E/2036/9\nGeneral Assembly Distr.: General\n"
      "Economic and Social Council 3 May 2036\nOriginal: English\n\n"
      "General Assembly Economic and Social Council\n"
      "Ninety-first session Substantive session of 2036\n"
      "Item 17 (a) of the preliminary list* Geneva, 1-26 July 2036\n\n"
      "Lamps of the reading rooms\n\nReport of the Secretary-General\n\n1. Lamps were lit.\n");
  EXPECT_EQ(all(document, MastheadItem::organ), "General Assembly | Economic and Social Council");
  EXPECT_EQ(all(document, MastheadItem::date), "2036-05-03");
  EXPECT_EQ(all(document, MastheadItem::session_number), "91");
  EXPECT_EQ(all(document, MastheadItem::session_year), "2036");
  EXPECT_EQ(all(document, MastheadItem::session_place), "Geneva");
  EXPECT_EQ(all(document, MastheadItem::agenda_item), "17 (a)");
  EXPECT_EQ(all(document, MastheadItem::agenda_item_title), "");
  EXPECT_EQ(all(document, MastheadItem::title), "Lamps of the reading rooms");
}

TEST(Papers, OldMastheadsAreInCapitals) {
  const Document document = read(
      "UNITED NATIONS\nGENERAL ASSEMBLY\nDistr.\nGENERAL\nA/44/899\n3 May 1989\n"
      "ORIGINAL: ENGLISH\n\nForty-fourth session\nAgenda item 17\n\nLAMPS OF THE READING ROOM\n\n"
      "Report of the Secretary-General\n\n1. Lamps were lit.\n");
  EXPECT_EQ(document.symbol.text(), "A/44/899");
  EXPECT_EQ(all(document, MastheadItem::organ), "General Assembly");
  EXPECT_EQ(all(document, MastheadItem::distribution), "General");
  EXPECT_EQ(all(document, MastheadItem::original_language), "English");
  EXPECT_EQ(all(document, MastheadItem::date), "1989-05-03");
  EXPECT_EQ(all(document, MastheadItem::title), "LAMPS OF THE READING ROOM");
}

TEST(Papers, LettersAreTheirOwnTitlesAndTheirAnnexesAreAnnexes) {
  const Document document = read(
      "United Nations A/91/8-S/2036/70\nGeneral Assembly\nSecurity Council\nDistr.: General\n"
      "3 May 2036\nGeneral Assembly\nNinety-first session\nAgenda item 17\nLight and heat\n"
      "Security Council\nNinety-first year\n"
      "Letter dated 2 May 2036 from the Chargé d’affaires a.i. of Ruritania addressed to the "
      "Secretary-General\n"
      "I have the honour to transmit a paper on lamps (see annex).\n(Signed) A. Example\n"
      "Annex to the letter dated 2 May 2036 from the Chargé d’affaires a.i. of Ruritania addressed "
      "to the Secretary-General\nRules for lamps\n1. A lamp is lit.\n");
  EXPECT_EQ(all(document, MastheadItem::document_type), "letter");
  EXPECT_EQ(all(document, MastheadItem::agenda_item_title), "Light and heat");
  EXPECT_EQ(all(document, MastheadItem::session), "Ninety-first session | Ninety-first year");
  EXPECT_EQ(all(document, MastheadItem::session_number), "91");
  EXPECT_EQ(all(document, MastheadItem::title),
            "Letter dated 2 May 2036 from the Chargé d’affaires a.i. of Ruritania addressed to the "
            "Secretary-General");
  EXPECT_EQ(outline(document),
            "unnumbered <[1]> | I have the honour to transmit a paper on lamps (see annex).\n"
            "formula <> | (Signed) A. Example\n"
            "annex_title <annex> Annex | Rules for lamps\n"
            "paragraph <annex, 1> 1. | A lamp is lit.\n");
}

TEST(Papers, NotesOfStatesHaveTheirNumberAndTheDateBelow) {
  const Document document = read(
      "PERMANENT MISSION OF RURITANIA\nNEW YORK\n\nNo. 214/2036\n\n"
      "The Permanent Mission of Ruritania presents its compliments to the Office of Lamps and has "
      "the honour to transmit its views.\n\nNew York, 12 May 2036\n\nOffice of Lamps\n");
  EXPECT_EQ(all(document, MastheadItem::document_type), "note verbale");
  EXPECT_EQ(all(document, MastheadItem::reference), "214/2036");
  EXPECT_EQ(all(document, MastheadItem::date), "2036-05-12");
  EXPECT_EQ(all(document, MastheadItem::author), "Permanent Mission of Ruritania");
}

TEST(Papers, SpeechesAreNoLetters) {
  for (const std::string opening : {"Excellencies,", "I have the honour to speak for my country.",
                                    "Dear ladies and gentlemen,"}) {
    const Document document =
        read("Mr. President,\n\n" + opening + "\n\nLamps matter to us all.\n");
    EXPECT_EQ(all(document, MastheadItem::document_type), "") << opening;
  }
  std::string late = "Mr. President,\n\n";
  for (int i = 0; i < 9; ++i) late += "Lamps matter to us all, and so does oil.\n\n";
  EXPECT_EQ(
      all(read(late + "On instructions from home we ask for oil.\n"), MastheadItem::document_type),
      "");
}

TEST(Papers, DecisionsAndOldResolutionsHaveNumbersBeforeTheirTitles) {
  const Document decision = read(
      "United Nations A/DEC/91/564\nGeneral Assembly\n\n91/564. Working group on lamps\n\n"
      "At its 63rd plenary meeting, the General Assembly took note of the report.\n");
  EXPECT_EQ(all(decision, MastheadItem::document_type), "decision");
  EXPECT_EQ(all(decision, MastheadItem::title), "Working group on lamps");
  for (const std::string number : {"3362 (S-VII). ", "2252 (ES-V). ", "3363 A (XXX). ", "91/7. "}) {
    const Document old = read(number +
                              "Lamps\n\nThe General Assembly,\n\nNoting the dark,\n\n"
                              "1. Decides to buy lamps.\n");
    EXPECT_EQ(all(old, MastheadItem::document_type), "resolution") << number;
    EXPECT_EQ(all(old, MastheadItem::title), "Lamps") << number;
  }
}

TEST(Papers, TwoItemsOfOneLineHaveTwoTitles) {
  const Document document = read(
      "United Nations A/HRC/91/8\n\nDistr.: General\n3 May 2036\n\nHuman Rights Council\n"
      "Ninety-first session\nAgenda items 2 and 3\nYearly report on lamps\nRights of lighters\n\n"
      "Lamps of the reading rooms\n\nThirty-second report of the Committee on Lamps\n\n"
      "1. Lamps were lit.\n\nA/HRC/91/8\n\n2. Oil was burnt.\n");
  EXPECT_EQ(all(document, MastheadItem::agenda_item_title),
            "Yearly report on lamps | Rights of lighters");
  EXPECT_EQ(all(document, MastheadItem::title), "Lamps of the reading rooms");
  EXPECT_EQ(all(document, MastheadItem::document_type), "report of the Committee on Lamps");
  EXPECT_EQ(outline(document),
            "paragraph <1> 1. | Lamps were lit.\nparagraph <2> 2. | Oil was burnt.\n");
}

TEST(Papers, RecordsAndBulletinsAreKnownByTheirKind) {
  const Document record = read(
      "United Nations A/C.2/91/SR.34\nGeneral Assembly\nNinety-first session\n"
      "Summary record of the 34th meeting\nHeld at Headquarters on Friday, 4 May 2036\n\n"
      "1. A delegate spoke.\n");
  EXPECT_EQ(all(record, MastheadItem::document_type), "meeting record");
  EXPECT_EQ(all(record, MastheadItem::title), "Summary record of the 34th meeting");
  const Document bulletin = read(
      "United Nations ST/SGB/2036/15\nSecretariat\n3 May 2036\nSecretary-General's bulletin\n"
      "Use of lamps in the reading rooms of the Secretariat\n"
      "The Secretary-General, pursuant to Article 97, promulgates the following:\n"
      "Section 1\nLamps\n1.1 A lamp is lit.\n");
  EXPECT_EQ(all(bulletin, MastheadItem::title),
            "Use of lamps in the reading rooms of the Secretariat");
  EXPECT_EQ(all(bulletin, MastheadItem::document_type), "administrative issuance");
}

TEST(Papers, FormulasAndKindsBeginAnewBelowFullLines) {
  EXPECT_EQ(outline(read("A/RES/91/7\n91/7. Lamps for all the reading rooms of the United Nations\n"
                         "The General Assembly,\nNoting the dark,\n1. Decides to buy lamps.\n")),
            "formula <> | The General Assembly,\n"
            "preambular <pp. 1> | Noting the dark,\n"
            "paragraph <1> 1. | Decides to buy lamps.\n");
}

}  // namespace
}  // namespace undex
