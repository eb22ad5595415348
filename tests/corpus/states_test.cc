#include "corpus/states.h"

#include <gtest/gtest.h>

#include <set>

#include "corpus/data.h"
#include "corpus/text_regions.h"

namespace undex {
namespace {

std::string dump(const std::optional<StateMatch>& match, std::string_view text) {
  if (!match) return "none";
  std::string out = std::string(match->state->alpha3) + " '" +
                    std::string(text.substr(match->begin, match->end - match->begin)) + "'";
  if (match->former_until != 0) out += " until " + std::to_string(match->former_until);
  return out;
}

TEST(States, TheTableHasEachStateOnceWithItsCodesAndRegion) {
  const std::set<std::string_view> regions{"Africa", "Americas", "Asia", "Europe", "Oceania"};
  std::set<std::string_view> codes;
  for (const MemberState& state : member_states()) {
    ASSERT_TRUE(state.name);
    EXPECT_EQ(state.alpha2.size(), 2U) << state.name->id;
    EXPECT_EQ(state.alpha3.size(), 3U) << state.name->id;
    EXPECT_EQ(state.m49.size(), 3U) << state.name->id;
    EXPECT_TRUE(regions.contains(state.region)) << state.name->id;
    for (const std::string_view code : {state.alpha2, state.alpha3, state.m49})
      EXPECT_TRUE(codes.insert(code).second) << code;
  }
  EXPECT_EQ(member_states().size(), 193U);
  EXPECT_EQ(region_of("norway"), "Europe");
  EXPECT_EQ(region_of("viet-nam"), "Asia");
  EXPECT_EQ(region_of("ruritania"), "");
}

TEST(States, EveryNameIsReadAsItsOwnState) {
  for (const MemberState& state : member_states()) {
    std::vector<std::string> names{state.name->id, state.name->preferred, std::string(state.alpha2),
                                   std::string(state.alpha3), std::string(state.m49)};
    names.insert(names.end(), state.name->variants.begin(), state.name->variants.end());
    for (const char* language : {"en", "fr", "es", "ru", "ar", "zh"})
      names.push_back(region_name(state.alpha2, language));
    for (const std::string& name : names) {
      const auto match = parse_state(name);
      ASSERT_TRUE(match) << name;
      EXPECT_EQ(match->state->name->id, state.name->id) << name;
    }
  }
  for (const auto& row : data_rows("state_names")) {
    const auto match = parse_state(row[2]);
    ASSERT_TRUE(match) << row[2];
    EXPECT_EQ(match->state->name->id, row[0]) << row[2];
    EXPECT_EQ(match->former_until, row[3].empty() ? 0 : std::stoi(std::string(row[3]))) << row[2];
  }
}

struct Phrase {
  const char* text;
  const char* dump;
};

TEST(States, AreFoundInThePhrasesOfMissions) {
  const Phrase phrases[] = {
      {"Permanent Mission of Norway to the United Nations", "NOR 'Norway'"},
      {"the Permanent Mission of the Republic of Guinea-Bissau", "GNB 'Guinea-Bissau'"},
      {"PERMANENT MISSION OF THE DEMOCRATIC PEOPLE’S REPUBLIC OF KOREA",
       "PRK 'DEMOCRATIC PEOPLE’S REPUBLIC OF KOREA'"},
      {"Mission of the Republic of Korea", "KOR 'Republic of Korea'"},
      {"the Democratic Republic of the Congo", "COD 'Democratic Republic of the Congo'"},
      {"the Republic of the Congo", "COG 'Republic of the Congo'"},
      {"Mission of Papua New Guinea", "PNG 'Papua New Guinea'"},
      {"Mission of the Kingdom of Swaziland", "SWZ 'Swaziland' until 2018"},
      {"Mission permanente de l’Algérie", "DZA 'Algérie'"},
      {"Mission permanente de la Côte d'Ivoire", "CIV 'Côte d'Ivoire'"},
      {"Mission permanente de la République démocratique du Congo",
       "COD 'République démocratique du Congo'"},
      {"Misión Permanente de los Estados Unidos Mexicanos", "MEX 'Estados Unidos Mexicanos'"},
      {"Misión Permanente de la República de Guinea Ecuatorial", "GNQ 'Guinea Ecuatorial'"},
      {"Постоянное представительство Российской Федерации", "RUS 'Российской Федерации'"},
      {"Постоянное представительство Нигера", "NER 'Нигера'"},
      {"Постоянное представительство Нигерии", "NGA 'Нигерии'"},
      {"Постоянное представительство Мальты", "MLT 'Мальты'"},
      {"Постоянное представительство Египта", "EGY 'Египта'"},
      {"Постоянное представительство Саудовской Аравии", "SAU 'Саудовской Аравии'"},
      {"Постоянное представительство Соединенных Штатов Америки", "USA 'Соединенных Штатов'"},
      {"البعثة الدائمة للنرويج لدى الأمم المتحدة", "NOR 'للنرويج'"},
      {"البعثة الدائمة لليبيا", "LBY 'لليبيا'"},
      {"البعثة الدائمة لجمهورية كوريا", "KOR 'لجمهورية كوريا'"},
      {"البعثة الدائمة للمملكة العربية السعودية", "SAU 'للمملكة العربية السعودية'"},
      {"中国常驻联合国代表团", "CHN '中国'"},
      {"印度尼西亚共和国常驻联合国代表团", "IDN '印度尼西亚'"},
      {"大不列颠及北爱尔兰联合王国", "GBR '大不列颠及北爱尔兰联合王国'"},
      {"Permanent Mission of Ruritania", "none"},
      {"", "none"},
  };
  for (const Phrase& phrase : phrases)
    EXPECT_EQ(dump(first_state(phrase.text), phrase.text), phrase.dump) << phrase.text;
}

TEST(States, AWholeTextIsOneState) {
  const Phrase texts[] = {
      {"nor", "NOR 'nor'"},
      {"578", "NOR '578'"},
      {"the Gambia", "GMB 'the Gambia'"},
      {"Norway and Sweden", "none"},
      {"Kingdom of Norway and of nothing else", "none"},
      {"Türkiye", "TUR 'Türkiye'"},
      {"Turkey", "TUR 'Turkey' until 2022"},
      {"The Netherlands", "NLD 'Netherlands'"},
      {"Kingdom of Morocco", "MAR 'Morocco'"},
      {"REPUBLIC OF THE NIGER", "NER 'NIGER'"},
      {"Democratic Republic of Congo", "COD 'Democratic Republic of Congo'"},
      {"Royaume du Maroc", "MAR 'Maroc'"},
      {"Reino de España", "ESP 'España'"},
      {"Республика Беларусь", "BLR 'Беларусь'"},
      {"المملكة المغربية", "MAR 'المملكة المغربية'"},
      {"دولة قطر", "QAT 'قطر'"},
      {"新加坡共和国", "SGP '新加坡'"},
      {"جمهورية مصر العربية", "EGY 'مصر'"},
      {"Republic of Norway and Sweden", "none"},
      {"Congo, Democratic Republic of the", "none"},
  };
  for (const Phrase& text : texts)
    EXPECT_EQ(dump(parse_state(text.text), text.text), text.dump) << text.text;
}

TEST(States, TheNearestIsNamed) {
  const auto nearest = [](std::string_view text) {
    const auto found = nearest_states(text);
    return found.empty() ? std::string() : found.front()->name->preferred;
  };
  EXPECT_EQ(nearest("Norwey"), "Norway");
  EXPECT_EQ(nearest("Ruritania"), "Mauritania");
  EXPECT_EQ(nearest("Zubrowka of the far east"), "");
}

}  // namespace
}  // namespace undex
