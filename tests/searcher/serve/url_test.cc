#include "searcher/serve/url.h"

#include <gtest/gtest.h>

namespace undex::serve {
namespace {

TEST(Url, DecodesWhatIsMarkedAndKeepsTheRest) {
  const struct {
    const char* text;
    bool plus;
    const char* decoded;
  } rows[] = {
      {"/A/58/568", false, "/A/58/568"},
      {"%2FA%2f58", false, "/A/58"},
      {"help+desk", true, "help desk"},
      {"C%2B%2B", true, "C++"},
      {"a+b", false, "a+b"},
      {"100%", false, "100%"},
      {"%4", false, "%4"},
      {"%zz", false, "%zz"},
      {"%C3%A9t%C3%A9", false, "été"},
      {"a%00b", false, "a\uFFFDb"},
      {"%ff", false, "\uFFFD"},
      {"%2541", false, "%41"},
  };
  for (const auto& row : rows) EXPECT_EQ(percent_decoded(row.text, row.plus), row.decoded);
}

TEST(Url, EncodesAPathSoThatItIsReadBack) {
  EXPECT_EQ(path_encoded("/A/RES/1514(XV)"), "/A/RES/1514(XV)");
  EXPECT_EQ(path_encoded("/A/RES/1514 (XV)?"), "/A/RES/1514%20(XV)%3F");
  EXPECT_EQ(value_encoded("a&b=c/\"<é"), "a%26b%3Dc%2F%22%3C%C3%A9");
  for (const std::string text : {"help desk", "a&b=c", "\"x\" <y>", "été", "50 %"})
    EXPECT_EQ(percent_decoded(value_encoded(text), true), text);
}

TEST(Url, ReadsTheParametersOfAForm) {
  const std::vector<Parameter> read = parameters_of("q=help+desk&&f=a%26b&f=&only&=x");
  ASSERT_EQ(read.size(), 5u);
  EXPECT_EQ(read[0].name + "|" + read[0].value, "q|help desk");
  EXPECT_EQ(read[1].value, "a&b");
  EXPECT_EQ(read[2].name + "|" + read[2].value, "f|");
  EXPECT_EQ(read[3].name + "|" + read[3].value, "only|");
  EXPECT_EQ(read[4].name + "|" + read[4].value, "|x");
}

TEST(Url, TakesNoMoreParametersThanItSays) {
  std::string many;
  for (int i = 0; i < 1000; ++i) many += "a=1&";
  EXPECT_EQ(parameters_of(many).size(), 200u);
}

TEST(Url, WritesLinksThatAreReadBack) {
  const std::string link = link_to("/search", {{"q", "a b&c"}, {"none", ""}, {"year", "2003"}});
  EXPECT_EQ(link, "/search?q=a%20b%26c&year=2003");
  EXPECT_EQ(parameters_of(link.substr(link.find('?') + 1))[0].value, "a b&c");
}

}  // namespace
}  // namespace undex::serve
