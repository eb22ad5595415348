#include <gtest/gtest.h>

#include "indexer/convert/docx/number_format.h"
#include "tests/indexer/convert/docx_builder.h"

namespace undex::test {
namespace {

std::string level(int at, const std::string& format, const std::string& text,
                  const std::string& more = "") {
  return "<w:lvl w:ilvl=\"" + std::to_string(at) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" +
         format + "\"/>" + more + "<w:lvlText w:val=\"" + text + "\"/></w:lvl>";
}

const std::string kLevels =
    level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)") + level(2, "lowerRoman", "(%3)");

std::string numbering(const std::string& levels, const std::string& nums =
                                                     "<w:num w:numId=\"1\"><w:abstractNumId "
                                                     "w:val=\"7\"/></w:num>") {
  return root("numbering",
              "<w:abstractNum w:abstractNumId=\"7\">" + levels + "</w:abstractNum>" + nums);
}

std::string item(const std::string& text, int at = 0, int list = 1) {
  return p(text, "<w:numPr><w:ilvl w:val=\"" + std::to_string(at) + "\"/><w:numId w:val=\"" +
                     std::to_string(list) + "\"/></w:numPr>");
}

TEST(NumberFormat, PrintsNumbersAsListsDo) {
  struct Case {
    int value;
    const char* format;
    const char* printed;
  };
  const Case cases[] = {{4, "decimal", "4"},
                        {4, "decimalZero", "04"},
                        {14, "upperRoman", "XIV"},
                        {1949, "lowerRoman", "mcmxlix"},
                        {0, "lowerRoman", "0"},
                        {4000, "upperRoman", "4000"},
                        {26, "lowerLetter", "z"},
                        {28, "upperLetter", "BB"},
                        {-1, "lowerLetter", "-1"},
                        {1 << 30, "lowerLetter", "1073741824"},
                        {11, "ordinal", "11th"},
                        {22, "ordinal", "22nd"},
                        {3, "russianLower", "в"},
                        {2, "arabicAlpha", "ب"},
                        {21, "chineseCounting", "二十一"},
                        {10, "chineseCounting", "十"},
                        {5, "none", ""},
                        {5, "bullet", ""},
                        {5, "noSuchFormat", "5"},
                        {12, "hindiNumbers", "١٢"}};
  for (const Case& c : cases) EXPECT_EQ(format_number(c.value, c.format), c.printed) << c.format;
}

TEST(DocxNumbering, ComputesLabelsOfThreeLevelsAndBeginsInnerOnesAnew) {
  EXPECT_EQ(read_docx(item("one") + item("in", 1) + item("deep", 2) + item("in", 1) + item("two") +
                          item("in", 1),
                      {{"numbering", numbering(kLevels)}}),
            "[1.] one\n[(a)] in\n[(i)] deep\n[(b)] in\n[2.] two\n[(a)] in\n");
}

TEST(DocxNumbering, CountsALevelThatWasPassedOver) {
  EXPECT_EQ(read_docx(item("deep", 1) + item("next"), {{"numbering", numbering(kLevels)}}),
            "[(a)] deep\n[2.] next\n");
}

TEST(DocxNumbering, ComposesLabelsOfSeveralLevelsAndDigitsOnlyOnes) {
  const std::string levels = level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2") +
                             level(2, "decimal", "%1.%2.%3", "<w:isLgl/>");
  EXPECT_EQ(read_docx(item("a") + item("b", 1) + item("c", 2), {{"numbering", numbering(levels)}}),
            "[I.] a\n[I.1] b\n[1.1.1] c\n");
}

TEST(DocxNumbering, SharesCountersBetweenListsOfOneDefinition) {
  const std::string nums =
      "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
      "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/></w:num>";
  EXPECT_EQ(read_docx(item("a", 0, 1) + item("b", 0, 2) + item("c", 0, 1),
                      {{"numbering", numbering(kLevels, nums)}}),
            "[1.] a\n[2.] b\n[3.] c\n");
}

TEST(DocxNumbering, RestartsOnceWhereAListOverridesItsStart) {
  const std::string nums =
      "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
      "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\">"
      "<w:startOverride w:val=\"50\"/></w:lvlOverride></w:num>";
  EXPECT_EQ(read_docx(item("a", 0, 1) + item("b", 0, 2) + item("c", 0, 2) + item("d", 0, 1),
                      {{"numbering", numbering(kLevels, nums)}}),
            "[1.] a\n[50.] b\n[51.] c\n[52.] d\n");
}

TEST(DocxNumbering, TakesALevelFromAnOverridingDefinition) {
  const std::string nums =
      "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\">" +
      level(0, "upperLetter", "%1)") + "</w:lvlOverride></w:num>";
  EXPECT_EQ(read_docx(item("a"), {{"numbering", numbering(kLevels, nums)}}), "[A)] a\n");
}

TEST(DocxNumbering, NeverRestartsALevelThatSaysSo) {
  const std::string levels =
      level(0, "decimal", "%1.") + level(1, "decimal", "%2)", "<w:lvlRestart w:val=\"0\"/>");
  EXPECT_EQ(read_docx(item("a") + item("b", 1) + item("c") + item("d", 1),
                      {{"numbering", numbering(levels)}}),
            "[1.] a\n[1)] b\n[2.] c\n[2)] d\n");
}

const std::string kStyles = root(
    "styles",
    "<w:style w:type=\"paragraph\" w:styleId=\"Num\"><w:name w:val=\"Num\"/><w:pPr><w:numPr>"
    "<w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Sub\"><w:name w:val=\"Sub\"/>"
    "<w:basedOn w:val=\"Num\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Loop\"><w:basedOn w:val=\"Pool\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Pool\"><w:basedOn w:val=\"Loop\"/></w:style>"
    "<w:style w:type=\"numbering\" w:styleId=\"ListStyle\"><w:pPr><w:numPr><w:numId w:val=\"1\"/>"
    "</w:numPr></w:pPr></w:style>");

TEST(DocxNumbering, InheritsTheListThroughStylesAndTakesTheLevelBoundToTheStyle) {
  const std::string levels =
      level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)", "<w:pStyle w:val=\"Sub\"/>");
  EXPECT_EQ(
      read_docx(p("a", "<w:pStyle w:val=\"Num\"/>") + p("b", "<w:pStyle w:val=\"Sub\"/>") +
                    p("c", "<w:pStyle w:val=\"Num\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>") +
                    p("d", "<w:pStyle w:val=\"Loop\"/>"),
                {{"numbering", numbering(levels)}, {"styles", kStyles}}),
      "[1.] a\n[(a)] b\nc\nd\n");
}

TEST(DocxNumbering, FollowsANumberingStyleToTheListThatDefinesIt) {
  const std::string lists =
      root("numbering", "<w:abstractNum w:abstractNumId=\"7\"><w:styleLink w:val=\"ListStyle\"/>" +
                            kLevels +
                            "</w:abstractNum><w:abstractNum w:abstractNumId=\"8\"><w:numStyleLink "
                            "w:val=\"ListStyle\"/></w:abstractNum>"
                            "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
                            "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"8\"/></w:num>");
  EXPECT_EQ(
      read_docx(item("a", 0, 2) + item("b", 0, 1), {{"numbering", lists}, {"styles", kStyles}}),
      "[1.] a\n[2.] b\n");
}

TEST(DocxNumbering, PrintsBulletsAsOneSignAndNothingForNone) {
  const std::string levels =
      level(0, "bullet", "\xEF\x82\xB7") + level(1, "none", "%2") + level(2, "bullet", "–");
  EXPECT_EQ(read_docx(item("a") + item("b", 1) + item("c", 2), {{"numbering", numbering(levels)}}),
            "[•] a\nb\n[–] c\n");
}

TEST(DocxNumbering, SurvivesListsAndLevelsThatAreNotThere) {
  EXPECT_EQ(read_docx(item("a", 0, 99) + item("b", 12) + item("c", -3) + item("d", 8),
                      {{"numbering", numbering(kLevels)}}),
            "a\nb\nc\nd\n");
}

TEST(DocxNumbering, CountsOldAutomaticNumbers) {
  const std::string field =
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> AUTONUM </w:instrText>"
      "</w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
  EXPECT_EQ(read_docx("<w:p>" + field + t("\tFirst") +
                      "</w:p><w:p><w:fldSimple w:instr=\"AUTONUM\"/>" + t("Second") + "</w:p>"),
            "[1.] First\n[2.] Second\n");
  EXPECT_EQ(notices_of(convert(docx("<w:p>" + field + t("\tFirst") + "</w:p>"), "")),
            "numbers-counted: 1 number of fields counted anew: the file does not hold them\n");
}

TEST(DocxNumbering, CountsTheLevelsOfListFields) {
  const auto number = [](const std::string& code) {
    return "<w:fldSimple w:instr=\" LISTNUM " + code + "\"/>";
  };
  EXPECT_EQ(read_docx("<w:p>" + number("") + t("One with ") + number("\\l 2") + t("this and ") +
                      number("\\l 2") + t("that") + "</w:p><w:p>" + number("") + t("Two ") +
                      number("NumberDefault \\l 2 \\s 3") + t("more") + "</w:p>"),
            "[1)] One with a) this and b) that\n[2)] Two c) more\n");
  EXPECT_EQ(read_docx("<w:p>" + number("\\l 99999999999 \\s x") + t("Odd") + "</w:p>"),
            "[1)] Odd\n");
}

}  // namespace
}  // namespace undex::test
