#include "corpus/labels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "corpus/authority.h"
#include "corpus/data.h"
#include "corpus/language.h"
#include "corpus/states.h"
#include "corpus/strings.h"

namespace undex {
namespace {

struct Asked {
  std::string_view field, value, language, text;
};
constexpr Asked kAsked[] = {
    {"field", "organ", "fr", "Organe principal"},
    {"field", "state", "en", "Member State"},
    {"organ", "Economic and Social Council", "fr", "Conseil économique et social"},
    {"organ", "General Assembly", "en", "General Assembly"},
    {"organ", "General Assembly", "zh", "大会"},
    {"body", "E/CN.16/", "en", "Commission on Science and Technology for Development"},
    {"body", "E/CN.16/", "ru", "Комиссия по науке и технике в целях развития"},
    {"body", "ECE/", "es", "Comisión Económica para Europa"},
    {"body", "E/ECE/", "es", "Comisión Económica para Europa"},
    {"body", "UNEP/EA.5/", "fr", "Assemblée des Nations Unies pour l’environnement"},
    {"language", "fr", "en", "French"},
    {"region", "Africa", "ar", "أفريقيا"},
    {"state", "Norway", "fr", "Norvège"},
    {"state", "Republic of Korea", "fr", "République de Corée"},
    {"submitter", "Norway", "es", "Noruega"},
    {"state", "Ruritania", "fr", ""},
    {"organ", "General Assembly", "de", ""},
    {"no field", "General Assembly", "fr", ""},
};

TEST(Labels, AreInTheLanguageAskedFor) {
  for (const Asked& asked : kAsked)
    EXPECT_EQ(label_of(asked.field, asked.value, asked.language), asked.text)
        << asked.field << ' ' << asked.value << ' ' << asked.language;
}

TEST(Labels, EveryValueHasOneInEachLanguage) {
  std::map<std::pair<std::string_view, std::string_view>, std::set<std::string_view>> languages;
  for (const Label& label : labels()) {
    EXPECT_FALSE(label.text.empty()) << label.field << ' ' << label.value;
    const std::pair value(label.field, label.value);
    EXPECT_TRUE(languages[value].insert(label.language).second)
        << label.field << ' ' << label.value << ' ' << label.language;
  }
  for (const auto& [value, known] : languages)
    EXPECT_EQ(known.size(), kLanguages.size()) << value.first << ' ' << value.second;
}

TEST(Labels, StandInTheOrderOfFieldValueAndLanguage) {
  const auto place = [](const Label& label) {
    return std::tuple(label.field, label.value, label.language);
  };
  for (std::size_t at = 1; at < labels().size(); ++at)
    EXPECT_LT(place(labels()[at - 1]), place(labels()[at]));
}

bool is_name_of(std::string_view field, std::string_view value) {
  const auto& names = authority_names();
  const auto known = [&](std::string_view preferred) {
    return std::any_of(names.begin(), names.end(),
                       [&](const Name& name) { return name.preferred == preferred; });
  };
  if (field == "entity" || field == "initiative" || field == "state") return known(value);
  const auto organs = data_rows("organs");
  const bool issues =
      std::any_of(organs.begin(), organs.end(), [&](const auto& row) { return row[1] == value; });
  if (field == "body") return issues;
  return field != "organ" || issues || known(value);
}

TEST(Labels, AreOfNamesThatTheOtherTablesHave) {
  for (const auto& row : data_rows("labels"))
    for (const std::string_view field : split(row[0], ','))
      EXPECT_TRUE(is_name_of(field, row[1])) << field << ' ' << row[1];
}

TEST(Labels, OfTheStatesAreAllThere) {
  for (const MemberState& state : member_states())
    for (const std::string_view language : kLanguages)
      EXPECT_FALSE(label_of("state", state.name->preferred, language).empty())
          << state.name->id << ' ' << language;
}

TEST(Labels, OfOneFieldAreThoseOfAll) {
  for (const std::string_view field : {"status", "organ", "state", "title", "nothing"}) {
    std::size_t count = 0;
    for (const Label& label : labels()) count += label.field == field ? 1 : 0;
    EXPECT_EQ(labels(field).size(), count) << field;
    for (const Label& label : labels(field)) EXPECT_EQ(label.field, field);
  }
  EXPECT_EQ(labels("submitter").size(), labels("state").size());
}

}  // namespace
}  // namespace undex
