#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "corpus/data.h"
#include "schemas/terms.h"

namespace undex {
namespace {

/// The concepts that begin at the first word.
std::set<std::string> concepts_of(std::string_view text, std::string_view language) {
  std::set<std::string> found;
  for (const TextTerm& term : text_terms(text, language))
    if (term.position == 1 && term.kind == TextTerm::Kind::concept_) found.insert(term.term);
  return found;
}

/// All concepts, in order.
std::string dump(std::string_view text, std::string_view language) {
  std::string out;
  for (const TextTerm& term : text_terms(text, language)) {
    if (term.kind != TextTerm::Kind::concept_) continue;
    out += (out.empty() ? "" : ", ") + term.term.substr(3) + " " + std::to_string(term.position);
    if (term.width > 1) out += "-" + std::to_string(term.position + term.width - 1);
  }
  return out;
}

TEST(Concepts, ClaimNoVariantTwice) {
  std::map<std::pair<std::string, std::string_view>, std::string> owner;
  std::set<std::string> ids;
  for (const auto& row : data_rows("concepts")) {
    ASSERT_EQ(row.size(), 3u);
    EXPECT_TRUE(ids.insert(std::string(row[0])).second) << row[0];
    const std::optional<KnownConcept> found = find_concept(row[0]);
    ASSERT_TRUE(found);
    EXPECT_FALSE(found->label.empty());
    for (const ConceptVariant& variant : found->variants) {
      EXPECT_TRUE(owner.emplace(std::pair(variant.text, variant.language), row[0]).second)
          << variant.text << " of " << row[0];
      EXPECT_TRUE(
          concepts_of(variant.text, variant.language).contains("XC:" + std::string(found->id)))
          << variant.text << " in " << variant.language;
      EXPECT_TRUE(concepts_of(variant.text, {}).contains("XC:" + std::string(found->id)))
          << variant.text;
    }
  }
  EXPECT_GE(ids.size(), 80u);
  EXPECT_FALSE(find_concept("no-such"));
}

TEST(Concepts, HaveNamesInOtherLanguages) {
  std::set<std::pair<std::string_view, std::string_view>> seen;
  for (const auto& row : data_rows("concept_names")) {
    ASSERT_EQ(row.size(), 3u);
    EXPECT_TRUE(find_concept(row[0])) << row[0];
    EXPECT_TRUE(std::set<std::string_view>({"fr", "es", "ru", "ar", "zh"}).contains(row[1]))
        << row[1];
    EXPECT_TRUE(seen.emplace(row[0], row[1]).second) << row[0] << " " << row[1];
    EXPECT_FALSE(row[2].empty()) << row[0];
  }
}

struct Case {
  std::string language, text, concepts;
};

TEST(Concepts, AreFoundInSixLanguages) {
  const Case cases[] = {
      {"fr", "l'emploi des technologies de l'information et de la communication (TIC)",
       "ict 3-9, ict 10"},
      {"es", "el uso de las tecnolog\u00edas de la informaci\u00f3n y las comunicaciones",
       "ict 5-11"},
      {"es", "TECNOLOGIAS DE LA INFORMACION Y LAS COMUNICACIONES", "ict 1-7"},
      {"ru",
       "\u043f\u0440\u0438\u043c\u0435\u043d\u0435\u043d\u0438\u0435 "
       "\u0438\u043d\u0444\u043e\u0440\u043c\u0430\u0446\u0438\u043e\u043d\u043d\u043e-"
       "\u043a\u043e\u043c\u043c\u0443\u043d\u0438\u043a\u0430\u0446\u0438\u043e\u043d\u043d\u044b"
       "\u0445 "
       "\u0442\u0435\u0445\u043d\u043e\u043b\u043e\u0433\u0438\u0439",
       "ict 2-4"},
      {"ru", "\u0432 \u0441\u0444\u0435\u0440\u0435 \u0418\u041a\u0422", "ict 3"},
      {"ar",
       "\u0627\u0633\u062a\u062e\u062f\u0627\u0645 "
       "\u062a\u0643\u0646\u0648\u0644\u0648\u062c\u064a\u0627 "
       "\u0627\u0644\u0645\u0639\u0644\u0648\u0645\u0627\u062a "
       "\u0648\u0627\u0644\u0627\u062a\u0635\u0627\u0644\u0627\u062a",
       "ict 2-4"},
      {"zh", "\u4f7f\u7528\u4fe1\u606f\u548c\u901a\u4fe1\u6280\u672f", "ict 2-5"},
      // What is written the same everywhere, and acronyms in capitals.
      {"fr", "CandiWeb et l'UNESCO", "candiweb 1, unesco 3"},
      {"zh", "CandiWeb", "candiweb 1"},
      {"ru", "ICT", "ict 1"},
      {"fr", "les technologies de l'information", "information-technology 2-4"},
      {"fr", "Union internationale des t\u00e9l\u00e9communications",
       "itu 1-4, telecommunications 4"},
      {"de", "ICT security", "ict 1, ict-security 1-2"},
  };
  for (const Case& one : cases) EXPECT_EQ(dump(one.text, one.language), one.concepts) << one.text;
}

TEST(Concepts, AreNotFoundInAnotherLanguage) {
  const Case cases[] = {
      {"en", "a nervous TIC", ""},
      {"fr", "le service desk et l'aide", ""},
      {"es", "los ODS", "sdgs 2"},  // the Goals, not the Official Documents System
      {"fr", "ict, ceb", ""},
      {"fr", "technologies. De l'information et de la communication", ""},
  };
  for (const Case& one : cases) EXPECT_EQ(dump(one.text, one.language), one.concepts) << one.text;
}

/// The terms of wordings, in order.
std::string wordings_of(std::string_view text, std::string_view language) {
  std::string out;
  for (const TextTerm& term : text_terms(text, language))
    if (term.kind == TextTerm::Kind::wording) out += (out.empty() ? "" : ", ") + term.term;
  return out;
}

TEST(Concepts, AreKnownByTheWordingsThatWereFound) {
  const Case cases[] = {
      {"en", "the Help Desks and a help-desk",
       "XV:service-desk:helpdesk, XV:service-desk:helpdesk"},
      {"en", "our helpdesk", "XV:service-desk:helpdesk"},
      {"en", "the service desk", "XV:service-desk:servicdesk"},
      {"en", "electronic mails, e-mail, email",
       "XV:email:electronmail, XV:email:email, XV:email:email"},
      {"en", "ICTs", "XV:ict:ict"},
      {"fr", "les TIC", "XV:ict:tic"},
      {"en", "a desk", ""},
  };
  for (const Case& one : cases)
    EXPECT_EQ(wordings_of(one.text, one.language), one.concepts) << one.text;
  for (const auto& row : data_rows("concepts")) {
    const std::optional<KnownConcept> known = find_concept(row[0]);
    ASSERT_TRUE(known);
    for (const ConceptVariant& variant : known->variants)
      EXPECT_NE(wordings_of(variant.text, variant.language).find(variant.wording),
                std::string::npos)
          << variant.text << " in " << variant.language;
  }
}

TEST(Concepts, OfAQueryAreThoseOfEveryLanguage) {
  EXPECT_EQ(dump("TIC", {}), "ict 1");
  EXPECT_EQ(dump("ICT", {}), "ict 1");
  EXPECT_EQ(dump("\u0418\u041a\u0422", {}), "ict 1");
  EXPECT_EQ(dump("technologies de l'information et de la communication", {}), "ict 1-7");
  EXPECT_EQ(dump("tecnologias de la informacion y las comunicaciones", {}), "ict 1-7");
  EXPECT_EQ(dump("\u4fe1\u606f\u548c\u901a\u4fe1\u6280\u672f ICT", {}), "ict 1-4, ict 5");
}

}  // namespace
}  // namespace undex
