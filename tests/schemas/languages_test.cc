// What words of a text become in the six languages.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "schemas/terms.h"

namespace undex {
namespace {

std::string dump(std::string_view text, std::string_view language, TextTerm::Kind kind) {
  std::string out;
  for (const TextTerm& term : text_terms(text, language))
    if (term.kind == kind) out += (out.empty() ? "" : ", ") + term.term;
  return out;
}
std::string stems(std::string_view text, std::string_view language) {
  return dump(text, language, TextTerm::Kind::stem);
}
std::string words(std::string_view text, std::string_view language) {
  return dump(text, language, TextTerm::Kind::word);
}

struct Family {
  std::string language;
  std::vector<std::string> words;
};

/// Whether a query of one word finds a text of the other.
bool finds(const std::string& query, const std::string& text, std::string_view language) {
  const std::string term = stems(text, language);
  const auto terms = text_terms(query, {});
  return std::any_of(terms.begin(), terms.end(),
                     [&](const TextTerm& one) { return one.term == term; });
}

TEST(Stems, AreOneForTheFormsOfAWord) {
  const Family families[] = {
      {"en", {"technology", "technologies", "TECHNOLOGY"}},
      {"en", {"programme", "programs"}},
      {"fr", {"s\u00e9curit\u00e9", "s\u00e9curit\u00e9s", "SECURITE", "se\u0301curite\u0301"}},
      {"fr", {"adopt\u00e9", "adopt\u00e9e", "adopt\u00e9es", "adoptee", "adopter"}},
      {"fr", {"premi\u00e8re", "premier", "PREMIERE"}},
      {"fr", {"l'information", "d\u2019informations", "information", "qu'information"}},
      {"fr", {"d\u00e9veloppement", "developpements"}},
      {"es", {"informaci\u00f3n", "informaciones", "INFORMACION"}},
      {"es", {"tecnolog\u00eda", "tecnologias", "tecnolog\u00edas"}},
      {"es", {"actividad", "actividades"}},
      {"es", {"pa\u00edses", "paises"}},
      {"ru",
       {"\u0441\u0432\u043e\u0431\u043e\u0434\u0430", "\u0441\u0432\u043e\u0431\u043e\u0434\u044b",
        "\u0421\u0412\u041e\u0411\u041e\u0414\u041e\u0419"}},
      {"ru",
       {"\u0440\u0430\u0439\u043e\u043d", "\u0440\u0430\u0439\u043e\u043d\u0430",
        "\u0440\u0430\u0438\u0306\u043e\u043d"}},
      {"ru",
       {"\u0443\u0447\u0451\u0442", "\u0443\u0447\u0435\u0442", "\u0443\u0447\u0435\u0442\u0430"}},
      {"ar",
       {"\u0627\u0644\u0645\u0639\u0644\u0648\u0645\u0627\u062a",
        "\u0645\u0639\u0644\u0648\u0645\u0627\u062a",
        "\u0648\u0627\u0644\u0645\u0639\u0644\u0648\u0645\u0627\u062a",
        "\u0644\u0644\u0645\u0639\u0644\u0648\u0645\u0627\u062a",
        "\u0628\u0627\u0644\u0645\u0639\u0644\u0648\u0645\u0627\u062a"}},
      {"ar",
       {"\u062d\u0631\u064a\u0629", "\u0627\u0644\u062d\u0631\u064a\u0629",
        "\u062d\u0631\u064a\u0647", "\u062d\u064f\u0631\u0651\u0650\u064a\u0629",
        "\u062d\u0640\u0640\u0631\u064a\u0629"}},
      {"ar",
       {"\u0623\u0645\u0646", "\u0627\u0645\u0646", "\u0627\u0644\u0623\u0645\u0646",
        "\u0648\u0627\u0644\u0623\u0645\u0646"}},
      {"ar",
       {"\u0625\u0644\u0643\u062a\u0631\u0648\u0646\u064a",
        "\u0627\u0644\u0625\u0644\u0643\u062a\u0631\u0648\u0646\u064a",
        "\u0648\u0627\u0644\u0627\u0644\u0643\u062a\u0631\u0648\u0646\u064a"}},
      {"ar",
       {"\u062a\u0643\u0646\u0648\u0644\u0648\u062c\u064a\u0627",
        "\u0627\u0644\u062a\u0643\u0646\u0648\u0644\u0648\u062c\u064a\u0627",
        "\u0644\u062a\u0643\u0646\u0648\u0644\u0648\u062c\u064a\u0627",
        "\u0648\u062a\u0643\u0646\u0648\u0644\u0648\u062c\u064a\u0627"}},
  };
  for (const Family& family : families)
    for (const std::string& one : family.words) {
      EXPECT_EQ(stems(one, family.language), stems(family.words.front(), family.language)) << one;
      EXPECT_TRUE(finds(family.words.front(), one, family.language)) << one;
    }
}

TEST(Stems, KeepDifferentWordsApart) {
  const Family families[] = {
      {"ru", {"\u0418\u0418", "\u0438"}},  // artificial intelligence, and
      {"ar", {"\u0648\u062b\u064a\u0642\u0629", "\u062b\u0642\u0629"}},
      {"fr", {"droit", "droite-gauche"}},
      {"es", {"ciudad", "ciudadano"}},
  };
  for (const Family& family : families)
    EXPECT_NE(stems(family.words[0], family.language), stems(family.words[1], family.language))
        << family.words[0];
}

TEST(Stems, CarryTheirLanguage) {
  EXPECT_EQ(stems("desk", "en"), "Zen:desk");
  EXPECT_EQ(stems("desk", "fr"), "Zfr:desk");
  EXPECT_EQ(stems("desk", "ru"), "Zen:desk");  // a Latin word in a Russian text
  EXPECT_EQ(stems("desk", "de"), "Zen:desk");
  EXPECT_EQ(stems("desk", ""), "Zen:desk, Zfr:desk, Zes:desk");
  EXPECT_EQ(stems("\u043c\u0438\u0440", "en"), "Zru:\u043c\u0438\u0440");
  EXPECT_EQ(stems("\u043c\u0438\u0440", ""), "Zru:\u043c\u0438\u0440");
  EXPECT_EQ(stems("\u4fe1\u606f 1067", ""), "");
  EXPECT_EQ(words("\u4fe1\u606f 1067", ""), "\u4fe1\u606f, 1067");
}

TEST(Words, AreFoldedInEveryScript) {
  struct {
    std::string language, text, words;
  } const cases[] = {
      {"fr", "L'\u00c9tat, aujourd'hui", "etat, aujourd, aujourdhui, hui"},
      {"fr", "C\u00f4te d\u2019Ivoire", "cote, ivoire"},
      {"en", "O'Brien, don't", "o, obrien, brien, don, dont, t"},
      {"ru", "\u0418\u0437-\u0437\u0430 \u0401\u043b\u043a\u0438",
       "\u0438\u0437, \u0438\u0437\u0437\u0430, \u0437\u0430, \u0435\u043b\u043a\u0438"},
      {"ar", "\u0625\u0644\u0649 \u0627\u0644\u062f\u0648\u0644\u0640\u0629",
       "\u0627\u0644\u064a, \u0627\u0644\u062f\u0648\u0644\u0647"},
      {"zh", "\u7f51\u7edc\u5b89\u5168\u3002\uff29\uff23\uff34", "\u7f51\u7edc, \u5b89\u5168, ict"},
  };
  for (const auto& one : cases) EXPECT_EQ(words(one.text, one.language), one.words) << one.text;
}

TEST(Numbers, LoseTheThousandsMarksOfTheirLanguage) {
  struct {
    std::string language, text, words;
  } const cases[] = {
      {"es", "1.067 equipos", "1067, equipos"},
      {"es", "1.067.933", "1067933"},
      {"es", "22.5 y 1,067", "22.5, y, 1, 067"},
      {"fr", "1\u202f067 postes", "1067, postes"},
      {"fr", "1 067", "1067"},
      {"fr", "1,067", "1, 067"},  // a little more than one
      {"ru", "1\u00a0067", "1067"},
      {"en", "1.067", "1.067"},
      {"en", "2003.067.5", "2003.067.5"},
      {"ar", "\u0661\u0660\u0666\u0667 \u0648 \u0661\u066c\u0660\u0666\u0667",
       "1067, \u0648, 1067"},
      {"ar", "\u06f2\u06f0\u06f0\u06f3 \u0662\u066b\u0665", "2003, 2.5"},
      {"zh", "\uff11\uff10\uff16\uff17 1,067", "1067, 1067"},
      {"", "1,067", "1067"},
  };
  for (const auto& one : cases) EXPECT_EQ(words(one.text, one.language), one.words) << one.text;
}

TEST(BlockLanguage, IsTheDocumentsUnlessTheTextSaysOtherwise) {
  EXPECT_EQ(block_language("The missions were trained in the use of the pages", "fr"), "en");
  EXPECT_EQ(block_language("Annexe", "fr"), "fr");
  EXPECT_EQ(block_language("Norway", "ru"), "ru");
  EXPECT_EQ(block_language("CandiWeb", ""), "en");
  EXPECT_EQ(block_language("Die Missionen de la und in el", "de"), "de");
}

TEST(Terms, OfHostileTextsInEveryLanguageAreBounded) {
  for (const char* language : {"", "fr", "es", "ru", "ar", "zh", "xx"})
    for (const std::string piece : {"l'", "\u0627\u0644", "\u0640", "\u0301", "\u4fe1\u606f\u548c",
                                    "\u0661\u066c", "1.", "\xd0", "\u0418\u041a\u0422 "}) {
      std::string text;
      while (text.size() < 100000) text += piece;
      for (const TextTerm& term : text_terms(text, language)) ASSERT_LE(term.term.size(), 245u);
    }
}

}  // namespace
}  // namespace undex
