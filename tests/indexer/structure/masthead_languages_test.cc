#include "indexer/structure/masthead_languages.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "tests/indexer/structure/lines.h"

namespace undex::structure {
namespace {

using test::read;

TEST(MastheadLanguages, SayInEnglishWhatMastheadsSayInFrenchAndSpanish) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"Nations Unies A/91/8", "United Nations A/91/8"},
      {"ASAMBLEA GENERAL", "General Assembly"},
      {"Distr. générale 4 mai 2036", "Distr.: General 4 mai 2036"},
      {"4 mai 2036", "4 May 2036"},
      {"1er juin 2036", "1 June 2036"},
      {"4 de mayo de 2036", "4 May 2036"},
      {"Session de fond de 2036", "Substantive session of 2036"},
      {"Session de 2036", "2036 session"},
      {"Período de sesiones de 2036", "2036 session"},
      {"Soixante-dix-huitième session", "78th session"},
      {"Soixante et unième session", "61th session"},
      {"Quatre-vingtième session", "80th session"},
      {"Quatre-vingt-quatrième session", "84th session"},
      {"Septuagésimo octavo período de sesiones", "78th session"},
      {"Sexagésimo séptimo período de sesiones", "67th session"},
      {"Dixième session extraordinaire", "10th special session"},
      {"Genève, 30 juin-25 juillet 2036", "Geneva, 30 June-25 July 2036"},
      {"Ginebra, 4 a 29 de julio de 2036", "Geneva, 4-29 July 2036"},
      {"Point 7 c) de l’ordre du jour provisoire*", "Item 7 (c) of the provisional agenda*"},
      {"Points 16 et 17 b) de l'ordre du jour", "Items 16 and 17 (b) of the agenda"},
      {"Tema 17 del programa Lámparas", "Item 17 of the agenda Lámparas"},
      {"Rapport du Secrétaire général**", "Report of the Secretary-General**"},
      {"Lettre datée du 4 mai 2036, adressée au Secrétaire général",
       "Letter dated 4 May 2036, adressée au Secrétaire général"},
      {"Résolution adoptée par l’Assemblée générale le 20 décembre 2036",
       "Resolution adopted by the General Assembly 20 December 2036"},
      {"Résolution adoptée par l’Assemblée des lampes pour le soir le 1er mars 2036",
       "Resolution adopted by l’Assemblée des lampes pour le soir 1 March 2036"},
  };
  for (const auto& [line, english] : cases) EXPECT_EQ(masthead_in_english(line), english) << line;
}

TEST(MastheadLanguages, LeaveOtherLinesAlone) {
  for (const std::string line :
       {"", "4", "4 lamps", "2036", "Point of order", "Point 7", "Session", "Rapport",
        "Items 4 et 5", "General Assembly", "Item 7 (c) of the agenda", "Assemblée",
        "Seconde session", "Six tables", "12 a 14 lampes", "Note verbale", "Distr.: General"}) {
    EXPECT_EQ(masthead_in_english(line), "") << line;
  }
}

TEST(MastheadLanguages, GiveTheSameValuesAsEnglish) {
  const Document french = read(
      "Nations Unies E/2036/9\nConseil économique et social Distr. générale\n4 mai 2036\nFrançais\n"
      "Original : anglais/espagnol\n\nSession de fond de 2036\nGenève, 4-29 juillet 2036\n"
      "Point 7 c) de l’ordre du jour provisoire*\nQuestions diverses : lampes à huile\n\n"
      "Lampes des salles de lecture\n\nRapport du Secrétaire général\n\n* E/2036/1.\n\n"
      "I. Introduction\n\n1. Le rapport porte sur :\n\na) Les lampes :\n\ni) À huile;\n\n"
      "ii) À gaz;\n\nb) Les mèches.\n");
  const Document english = read(
      "United Nations E/2036/9\nEconomic and Social Council Distr.: General\n4 May 2036\n"
      "Original: English/Spanish\n\nSubstantive session of 2036\nGeneva, 4-29 July 2036\n"
      "Item 7 (c) of the provisional agenda*\nQuestions diverses : lampes à huile\n\n"
      "Lampes des salles de lecture\n\nReport of the Secretary-General\n\n* E/2036/1.\n\n"
      "1. Le rapport porte sur :\n");
  const auto values = [](const Document& document) {
    std::string out;
    for (const MastheadEntry& entry : document.masthead.entries)
      out += std::string(name_of(entry.item)) + "=" + entry.value.normal + "\n";
    return out;
  };
  EXPECT_EQ(values(french), values(english) + "language=fr\n");
  const Value* item = french.masthead.find(MastheadItem::agenda_item);
  ASSERT_NE(item, nullptr);
  EXPECT_EQ(item->printed, "Point 7 c) de l’ordre du jour provisoire");
  EXPECT_EQ(test::outline(french),
            "footnote <fn *> * | E/2036/1.\n"
            "heading <sect. I> I. | Introduction\n"
            "paragraph <1> 1. | Le rapport porte sur :\n"
            "subparagraph <1 (a)> a) | Les lampes :\n"
            "subparagraph <1 (a) (i)> i) | À huile;\n"
            "subparagraph <1 (a) (ii)> ii) | À gaz;\n"
            "subparagraph <1 (b)> b) | Les mèches.\n");
}

TEST(MastheadLanguages, EndResolutionsToo) {
  const Document document = read(
      "Nations Unies A/RES/91/7\n\nRésolution adoptée par l’Assemblée générale\n\n"
      "91/7. Lampes\n\nL’Assemblée générale,\n\nRappelant la nuit,\n\n1. Achète des lampes.\n\n"
      "79e séance plénière\n20 décembre 2036\n");
  EXPECT_EQ(test::outline(document),
            "formula <> | L’Assemblée générale,\n"
            "preambular <pp. 1> | Rappelant la nuit,\n"
            "paragraph <1> 1. | Achète des lampes.\n"
            "formula <> | 79e séance plénière\n"
            "formula <> | 20 décembre 2036\n");
  EXPECT_EQ(document.masthead.normal(MastheadItem::date), "2036-12-20");
}

}  // namespace
}  // namespace undex::structure
