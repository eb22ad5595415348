#include "corpus/language.h"

#include <gtest/gtest.h>

#include <string>

#include "corpus/data.h"
#include "corpus/text.h"

namespace undex {
namespace {

struct Case {
  std::string text, otherwise, language;
};

TEST(Language, IsToldByScriptAndCommonWords) {
  const Case cases[] = {
      {"The missions were trained in the use of the new pages.", "", "en"},
      {"Les missions ont \u00e9t\u00e9 form\u00e9es \u00e0 l'emploi des nouvelles pages.", "",
       "fr"},
      {"Se capacit\u00f3 a las misiones en el uso de las nuevas p\u00e1ginas.", "", "es"},
      {"\u041c\u0438\u0441\u0441\u0438\u0438 \u043e\u0431\u0443\u0447\u0435\u043d\u044b", "en",
       "ru"},
      {"\u062a\u0645 \u062a\u062f\u0631\u064a\u0628 \u0627\u0644\u0628\u0639\u062b\u0627\u062a",
       "en", "ar"},
      {"\u5404\u4ee3\u8868\u56e2\u63a5\u53d7\u4e86\u57f9\u8bad", "en", "zh"},
      // A few words: a query or a heading.
      {"freedom of expression", "", "en"},
      {"technologies de l'information", "", "fr"},
      {"los pa\u00edses", "", "es"},
      {"\u0418\u041a\u0422", "", "ru"},
      {"fran\u00e7ais", "", "fr"},
      {"\u4fe1\u606f\u6280\u672f ICT", "", "zh"},
      {"ICT \u0438 ITU", "en", "en"},
      // A French name among English words, and a French document's English title.
      {"the support given to C\u00f4te d'Ivoire by the United Nations", "en", "en"},
      {"Note on the use of the pages by the missions", "fr", "en"},
      {"see A/58/568, para. 4, and E/2003/75, para. 6", "fr", "fr"},
  };
  for (const Case& one : cases)
    EXPECT_EQ(language_of(one.text, one.otherwise), one.language) << one.text;
}

TEST(Language, IsWhatItWasWhereNothingTells) {
  for (const char* text : {"", "1,067", "ICANN", "de la", "report on son preference", "pays",
                           "CandiWeb, UN-I-QUE", "\u0c85\u0c95", "\xff\xfe", "-- ///"})
    for (const char* otherwise : {"", "de", "zh"})
      EXPECT_EQ(language_of(text, otherwise), otherwise) << text;
}

TEST(Language, LooksAtTheBeginningOfALongTextOnly) {
  std::string text;
  while (text.size() < 4096) text += "of the ";
  for (int i = 0; i < 1000000; ++i) text += "des les ";
  EXPECT_EQ(language_of(text, ""), "en");
  EXPECT_EQ(language_of(std::string(1000000, '\xc3'), "fr"), "fr");
}

TEST(StopWords, AreThoseOfTheirLanguage) {
  EXPECT_TRUE(is_stop_word("the", "en"));
  EXPECT_TRUE(is_stop_word("the", ""));
  EXPECT_FALSE(is_stop_word("the", "fr"));
  EXPECT_TRUE(is_stop_word("son", "fr"));
  EXPECT_TRUE(is_stop_word("son", "es"));
  EXPECT_FALSE(is_stop_word("son", "en"));
  EXPECT_TRUE(is_stop_word("ete", "fr"));  // folded
  EXPECT_TRUE(is_stop_word(fold("\u0435\u0451"), "ru"));
  EXPECT_TRUE(is_stop_word(fold("\u0625\u0644\u0649"), "ar"));
  EXPECT_TRUE(is_stop_word("\u7684", "zh"));
  EXPECT_FALSE(is_stop_word("the", "de"));
  EXPECT_FALSE(is_stop_word("", ""));
  EXPECT_FALSE(is_stop_word("help", ""));
}

TEST(StopWords, StandInRowsOfTheSixLanguages) {
  for (const auto& row : data_rows("stop_words")) {
    ASSERT_EQ(row.size(), 3u);
    EXPECT_NE(std::find(kLanguages.begin(), kLanguages.end(), row[0]), kLanguages.end()) << row[0];
    EXPECT_EQ(row[2].find("  "), std::string_view::npos) << row[2];
  }
}

}  // namespace
}  // namespace undex
