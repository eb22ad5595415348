#include "corpus/authority.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace undex {
namespace {

/// "id=words; id=words" of the names found.
std::string found(std::string_view text) {
  std::string out;
  for (const NameMatch& match : find_names(text)) {
    if (!out.empty()) out += "; ";
    out += match.name->id + "=" + std::string(text.substr(match.begin, match.end - match.begin));
  }
  return out;
}

struct Case {
  std::string_view text;
  std::string_view expected;
};

TEST(Authority, FindsNamesAndTheirVariants) {
  const Case cases[] = {
      {"asked by the Economic and Social Council", "ecosoc=Economic and Social Council"},
      {"asked by ECOSOC in July", "ecosoc=ECOSOC"},
      {"the UNDP/UNFPA boards", "undp=UNDP; unfpa=UNFPA"},
      {"ECONOMIC AND SOCIAL COUNCIL", "ecosoc=ECONOMIC AND SOCIAL COUNCIL"},
      {"the Ad Hoc Open-ended Working Group on Informatics met",
       "wg-informatics=Ad Hoc Open-ended Working Group on Informatics"},
      {"the ad hoc open ended working group on informatics",
       "wg-informatics=ad hoc open ended working group on informatics"},
      {"(UNITAR) taught it", "unitar=UNITAR"},
      {"the Unitar course", "unitar=Unitar"},
      {"UN Office for Disarmament Affairs", "oda=UN Office for Disarmament Affairs"},
      {"United Nations Website Section", "un-website-section=United Nations Website Section"},
      {"CandiWeb grew", "candiweb=CandiWeb"},
      {"the UN.INT server", "mission-web-hosting=UN.INT"},
      {"the UN.INT system", "mission-email=UN.INT system"},
      {"the Under-Secretary-General for Management",
       "usg-management=Under-Secretary-General for Management"},
      {"the Secretary-General’s report", "secretary-general=Secretary-General"},
      {"missions of Iran (Islamic Republic of) and Bolivia",
       "iran=Iran (Islamic Republic of; bolivia=Bolivia"},
      {"Côte d'Ivoire; Côte d’Ivoire", "cote-d-ivoire=Côte d'Ivoire; cote-d-ivoire=Côte d’Ivoire"},
      {"Türkiye and TURKEY", "turkiye=Türkiye; turkiye=TURKEY"},
      {"United Nations Development Program", "undp=United Nations Development Program"},
      {"Web site hosting for permanent missions",
       "mission-web-hosting=Web site hosting for permanent missions; "
       "permanent-missions=permanent missions"},
      {"website hosting for permanent missions",
       "mission-web-hosting=website hosting for permanent missions; "
       "permanent-missions=permanent missions"},
      {"working group on security of and in the use of information and communication technologies "
       "2021–2025",
       ""},
      {"open-ended working group on security of and in the use of information and communication "
       "technologies 2021–2025",
       "oewg-ict-2021-2025=open-ended working group on security of and in the use of information "
       "and communication technologies 2021–2025"},
  };
  for (const Case& c : cases) EXPECT_EQ(found(c.text), c.expected) << c.text;
}

TEST(Authority, KnowsANameInItsOtherSpellings) {
  const Case cases[] = {
      {"a compendium of good ICT practice",
       "ict-good-practices-compendium=compendium of good ICT "
       "practice"},
      {"compendium of good ICTs practices",
       "ict-good-practices-compendium=compendium of good ICTs "
       "practices"},
      {"compendium of good information and communications technology practices",
       "ict-good-practices-compendium=compendium of good information and communications technology "
       "practices"},
      {"inventories of the framework agreements for procurement",
       "framework-agreements-inventory=inventories of the framework agreements for procurement"},
      {"an interagency search engine", "interagency-search-engine=interagency search engine"},
      {"an inter\u2011agency search engine",
       "interagency-search-engine=inter\u2011agency search engine"},
      {"the treaty circular", "treaty-circulars=treaty circular"},
      {"the help-desk and the helpdesk", "help-desk=help-desk; help-desk=helpdesk"},
      {"Office of Information Communication Technologies",
       "oict=Office of Information Communication Technologies"},
      {"the Member States’ portal", "member-states-portal=Member States’ portal"},
      {"Administrative Committee on Co-ordination",
       "acc=Administrative Committee on Co-ordination"},
      {"the Commission on Science and Technology for the Development",
       "cstd=Commission on Science and Technology for the Development"},
  };
  for (const Case& c : cases) EXPECT_EQ(found(c.text), c.expected) << c.text;
}

TEST(Authority, LetsALongerNameHideTheShorterOneInsideIt) {
  const Case cases[] = {
      {"the Department for General Assembly and Conference Management",
       "dgacm=Department for General Assembly and Conference Management"},
      {"Guinea-Bissau, Equatorial Guinea and Papua New Guinea",
       "guinea-bissau=Guinea-Bissau; equatorial-guinea=Equatorial Guinea; papua-new-guinea=Papua "
       "New Guinea"},
      {"Democratic People’s Republic of Korea",
       "democratic-people-s-republic-of-korea=Democratic People’s Republic of Korea"},
      {"Democratic Republic of the Congo and the Congo",
       "democratic-republic-of-the-congo=Democratic Republic of the Congo; congo=Congo"},
      {"South Sudan", "south-sudan=South Sudan"},
      {"United Kingdom of Great Britain and Northern Ireland",
       "united-kingdom-of-great-britain-and-northern-ireland=United Kingdom of Great Britain and "
       "Northern Ireland"},
      {"Technical Subgroup of the Ad Hoc Open-ended Working Group on Informatics",
       "wg-technical-subgroup=Technical Subgroup of the Ad Hoc Open-ended Working Group on "
       "Informatics"},
      {"Working Group on Improvements to the Internet Governance Forum",
       "wg-igf-improvements=Working Group on Improvements to the Internet Governance Forum"},
      {"the Deputy Secretary-General", "deputy-secretary-general=Deputy Secretary-General"},
  };
  for (const Case& c : cases) EXPECT_EQ(found(c.text), c.expected) << c.text;
}

TEST(Authority, RefusesWhatOnlyLooksLikeAName) {
  const char* const refused[] = {
      "the States who asked for it",           // WHO is an acronym, "who" a word
      "a turkey, a chad and the jordan rule",  // names of one word need their capital
      "the ceb of it",
      "Gulf of Guinea",
      "thousands of United States dollars",
      "a United States dollar account",
      "a digital transformation strategy, an accompanying action plan",
      "see A/HRC/92/42 and UNEP/EA.95/Res.6, UNCTAD/DTL/2092/1",  // parts of symbols
      "Northern Ireland",
      "in the Secretariat Building",
      "General. Assembly",  // two sentences
      "the assembly, general in kind",
      "Economic, then Social Council",
      "iranian, Guinean, Chadian",
      "ODSX and XODS",
      "CandiWebs",
      "",
      " - , . ",
  };
  for (const char* text : refused) EXPECT_EQ(found(text), "") << text;
}

TEST(Authority, ChainsUnitsToTheirSuccessors) {
  const Name* itsd = find_name("itsd");
  ASSERT_NE(itsd, nullptr);
  EXPECT_EQ(itsd->successor, "oict");
  ASSERT_NE(find_name(itsd->successor), nullptr);
  EXPECT_EQ(find_name("acc")->successor, "ceb");
  EXPECT_EQ(find_name("no such id"), nullptr);
}

TEST(Authority, HoldsEveryMemberState) {
  const auto& names = authority_names();
  const auto states = std::count_if(names.begin(), names.end(),
                                    [](const Name& n) { return n.kind == Name::Kind::state; });
  EXPECT_EQ(states, 193);
}

TEST(Authority, FindsEveryNameByItsPreferredForm) {
  for (const Name& name : authority_names()) {
    const auto matches = find_names(name.preferred);
    EXPECT_EQ(std::count_if(matches.begin(), matches.end(),
                            [&](const NameMatch& m) { return m.name == &name; }),
              1)
        << name.id << ": " << name.preferred;
    for (const NameMatch& match : matches)
      EXPECT_TRUE(match.name == &name || (match.name->kind == Name::Kind::initiative) !=
                                             (name.kind == Name::Kind::initiative))
          << name.id << " is not hidden from " << match.name->id;
  }
}

TEST(Authority, FindsTheBodyInTheNameOfAnInitiative) {
  EXPECT_EQ(found("the plan of action of the ICT Task Force"),
            "task-force-plan-of-action=plan of action of the ICT Task Force; "
            "ict-task-force=ICT Task Force");
}

TEST(Authority, HasEvidenceAndASoundSuccessorForEveryName) {
  std::set<std::string> ids;
  for (const Name& name : authority_names()) {
    EXPECT_TRUE(ids.insert(name.id).second) << name.id << " stands twice";
    EXPECT_FALSE(name.evidence.empty()) << name.id;
    EXPECT_FALSE(name.preferred.empty()) << name.id;
    EXPECT_TRUE(name.successor.empty() || find_name(name.successor) != nullptr) << name.id;
    EXPECT_TRUE(name.to_year == 0 || name.from_year <= name.to_year) << name.id;
  }
}

TEST(Authority, ReadsAHostileParagraphInOnePass) {
  std::string text;
  while (text.size() < 2'000'000) text += "Ad Hoc Open-ended Working Group on ";
  EXPECT_TRUE(find_names(text).empty());
  text += "Informatics";
  ASSERT_EQ(find_names(text).size(), 1U);
  EXPECT_EQ(find_names(text).front().end, text.size());
  // Articles inside a name are passed over, one at a time.
  std::string articles;
  while (articles.size() < 2'000'000) articles += "the ";
  EXPECT_TRUE(find_names(articles).empty());
}

TEST(Authority, KeepsOffsetsInBytesOverBrokenUtf8) {
  const std::string text = "\xC3\x28 \xFF ECOSOC";
  ASSERT_EQ(find_names(text).size(), 1U);
  EXPECT_EQ(find_names(text).front().begin, text.size() - 6);
}

TEST(Authority, NamesItsKinds) {
  EXPECT_EQ(name_of(Name::Kind::organ), "organ");
  EXPECT_EQ(name_of(Name::Kind::organization), "organization");
}

}  // namespace
}  // namespace undex
