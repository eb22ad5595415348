#include "corpus/locator.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace undex {
namespace {

struct Case {
  const char* typed;
  const char* text;  // nullptr: must be refused
  const char* citation;
  const char* anchor;
};

const Case kCases[] = {
    {"18", "18", "para. 18", "para_18"},
    {"18 (g)", "18 (g)", "para. 18 (g)", "para_18__point_g"},
    {"18(g)", "18 (g)", "para. 18 (g)", "para_18__point_g"},
    {"para. 18 (a) (i)", "18 (a) (i)", "para. 18 (a) (i)", "para_18__point_a__point_i"},
    {"paragraph 4", "4", "para. 4", "para_4"},
    {"Paras. 4", "4", "para. 4", "para_4"},
    {"para.\u00a04", "4", "para. 4", "para_4"},
    {"12 bis", "12 bis", "para. 12 bis", "para_12-bis"},
    {"29.14", "29.14", "para. 29.14", "para_29.14"},
    {"29B.1", "29B.1", "para. 29B.1", "para_29B.1"},
    {"31.I.4", "31.I.4", "para. 31.I.4", "para_31.I.4"},
    {"summary", "summary", "summary", "summary"},
    {"annex", "annex", "annex", "annex"},
    {"Annex II", "annex II", "annex II", "annex_II"},
    {"annex, 46", "annex, 46", "annex, para. 46", "annex__para_46"},
    {"annex, para. 46", "annex, 46", "annex, para. 46", "annex__para_46"},
    {"paragraph 46 of the Annex", "annex, 46", "annex, para. 46", "annex__para_46"},
    {"annex II, 3 (a)", "annex II, 3 (a)", "annex II, para. 3 (a)", "annex_II__para_3__point_a"},
    {"appendix I, 4", "appendix I, 4", "appendix I, para. 4", "appendix_I__para_4"},
    {"pp. 3", "pp. 3", "preambular para. 3", "pp_3"},
    {"pp. 3 (a)", "pp. 3 (a)", "preambular para. 3 (a)", "pp_3__point_a"},
    {"[2]", "[2]", "para. [2]", "par_2"},
    {"annex, [2]", "annex, [2]", "annex, para. [2]", "annex__par_2"},
    {"fn **", "fn **", "footnote **", "fn_star-star"},
    {"fn 12", "fn 12", "footnote 12", "fn_12"},
    {"annex, fn a", "annex, fn a", "annex, footnote a", "annex__fn_a"},
    {"sect. II.A", "sect. II.A", "sect. II.A", "sec_II.A"},
    {"sect. IV[2]", "sect. IV[2]", "sect. IV[2]", "sec_IV-2"},
    {"annex, table 1", "annex, table 1", "annex, table 1", "annex__table_1"},
    {"", nullptr, "", ""},
    {"para.", nullptr, "", ""},
    {"18 (", nullptr, "", ""},
    {"18 ()", nullptr, "", ""},
    {"18 (g) and more", nullptr, "", ""},
    {"annexation", nullptr, "", ""},
    {"annex 46 and", nullptr, "", ""},
    {"[x]", nullptr, "", ""},
    {"help desk", nullptr, "", ""},
    {"nothing_at_all", nullptr, "", ""},
};

TEST(Locator, ReadsWhatDraftersWriteAndPrintsOneForm) {
  for (const Case& example : kCases) {
    const std::optional<Locator> locator = parse_locator(example.typed);
    ASSERT_EQ(locator.has_value(), example.text != nullptr) << example.typed;
    if (!locator) continue;
    EXPECT_EQ(locator->text(), example.text) << example.typed;
    EXPECT_EQ(locator->citation(), example.citation) << example.typed;
    EXPECT_EQ(locator->anchor(), example.anchor) << example.typed;
  }
}

TEST(Locator, ComesBackFromItsPrintedFormAndItsAnchor) {
  for (const Case& example : kCases) {
    if (!example.text) continue;
    const std::optional<Locator> locator = parse_locator(example.text);
    ASSERT_TRUE(locator) << example.text;
    EXPECT_EQ(parse_locator(locator->text()), locator) << locator->text();
    if (!locator->anchor().empty()) {
      EXPECT_EQ(parse_locator(locator->anchor()), locator) << locator->anchor();
    }
  }
}

TEST(Locator, RefusesOverlongTextWithoutReadingIt) {
  EXPECT_FALSE(parse_locator(std::string(1000, '1')));
  std::string deep = "18";
  for (int i = 0; i < 100; ++i) deep += " (a)";
  EXPECT_FALSE(parse_locator(deep));
}

TEST(Locator, ContainsItsPointsAndNothingBeside) {
  const auto at = [](const char* text) { return parse_locator(text).value(); };
  EXPECT_TRUE(at("18").contains(at("18 (g)")));
  EXPECT_TRUE(at("annex").contains(at("annex, 46")));
  EXPECT_TRUE(at("18 (a)").contains(at("18 (a) (i)")));
  EXPECT_FALSE(at("18").contains(at("180")));
  EXPECT_FALSE(at("18 (a)").contains(at("18")));
  EXPECT_FALSE(at("annex").contains(at("annex II, 46")));
  EXPECT_FALSE(at("46").contains(at("annex, 46")));
  EXPECT_TRUE(Locator{}.contains(at("18 (g)")));
}

TEST(Locator, OrdersByNumberNotByDigits) {
  std::vector<Locator> locators;
  for (const char* text : {"annex, 1", "10", "2 (b)", "2", "summary", "2 (a)"})
    locators.push_back(parse_locator(text).value());
  std::sort(locators.begin(), locators.end());
  std::string order;
  for (const Locator& locator : locators) order += locator.text() + " | ";
  EXPECT_EQ(order, "summary | 2 | 2 (a) | 2 (b) | 10 | annex, 1 | ");
}

TEST(LocatorList, IsPrintedAsOneCitation) {
  const std::pair<std::vector<const char*>, const char*> kLists[] = {
      {{}, ""},
      {{"4"}, "para. 4"},
      {{"15", "16"}, "paras. 15 and 16"},
      {{"21", "22", "23", "24"}, "paras. 21-24"},
      {{"1", "3", "15", "16", "17", "18 (g)"}, "paras. 1, 3, 15-17 and 18 (g)"},
      {{"16", "15"}, "paras. 16 and 15"},
      {{"16 (a)", "16 (b)"}, "para. 16 (a) and (b)"},
      {{"16 (a)", "16 (b)", "16 (c)", "16 (d)"}, "para. 16 (a)-(d)"},
      {{"9 (c)", "9 (d)", "11"}, "paras. 9 (c) and (d) and 11"},
      {{"18 (a) (i)", "18 (a) (iii)"}, "para. 18 (a) (i) and (iii)"},
      {{"12", "12 bis", "13"}, "paras. 12, 12 bis and 13"},
      {{"sect. III", "sect. IV"}, "sects. III and IV"},
      {{"annex, 3", "annex, 4"}, "annex, paras. 3 and 4"},
      {{"[2]", "[3]", "[4]"}, "paras. [2]-[4]"},
      {{"pp. 2", "pp. 4"}, "preambular paras. 2 and 4"},
      {{"fn 3", "fn 4"}, "footnotes 3 and 4"},
      {{"table 1", "table 2"}, "tables 1 and 2"},
      {{"summary", "1", "2"}, "summary; paras. 1 and 2"},
      {{"annex", "annex II, 2"}, "annex; annex II, para. 2"},
  };
  for (const auto& [printed, expected] : kLists) {
    std::vector<Locator> places;
    for (const char* one : printed) places.push_back(parse_locator(one).value());
    EXPECT_EQ(citation_of(places), expected);
  }
}

TEST(LocatorList, SetsARemarkBehindItsPlace) {
  std::vector<Locator> places;
  for (const char* one : {"summary", "1", "2", "3", "4", "18 (a)", "18 (b)"})
    places.push_back(parse_locator(one).value());
  EXPECT_EQ(citation_of(places, {"twice", "", "its para. 4", "", "", "", "once"}),
            "summary (twice); paras. 1, 2 (its para. 4), 3, 4 and 18 (a) and (b) (once)");
}

}  // namespace
}  // namespace undex
