// Marks in the text of `show`, and what `explain` says of them.
#include "searcher/render/explanation.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "searcher/render/document.h"
#include "tests/searcher/marked_document.h"
#include "undex/error.h"

namespace undex {
namespace {

using Json = nlohmann::json;

TEST(ShownMarks, AreColouredWordByWordAndNeverChangeThePlainText) {
  const Document document = marked_document();
  Document bare = document;
  bare.marks = {};
  EXPECT_EQ(render_document(document, "text", {}, {}), render_document(bare, "text", {}, {}));
  const std::string text = render_document(document, "text", {}, {.color = true});
  EXPECT_NE(text.find("\x1b[4mresolution\x1b[0m \x1b[4m57/295\x1b[0m kept \x1b[36m985\x1b[0m"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("\x1b[32mOptical\x1b[0m"), std::string::npos);
}

TEST(ShownMarks, AreListedWhenAskedFor) {
  RenderOptions options;
  options.marks = true;
  const std::string text =
      render_document(marked_document(), "text", {parse_locator("9").value()}, options);
  EXPECT_NE(text.find("      - citation \"resolution 57/295\": A/RES/57/295, paras. 3 and 4 "
                      "(explicit)\n"
                      "      - figure \"985\": 985 accounts, 2003-05-01\n"),
            std::string::npos)
      << text;
}

TEST(ShownMarks, HaveOffsetsInBytesAndCharactersInJson) {
  const Json json = Json::parse(render_document(marked_document(), "json", {}, {}));
  const Json& mark = json["blocks"][0]["marks"][0];
  EXPECT_EQ(mark["kind"], "citation");
  EXPECT_EQ(mark["as_printed"], "resolution 57/295");
  EXPECT_EQ(mark["bytes"]["begin"].get<int>(), mark["chars"]["begin"].get<int>() + 1);
}

TEST(Explanation, SetsEachMarkUnderItsWordsWithItsRule) {
  const Document document = marked_document();
  const std::vector<RefusedMark> refused = {
      {span_of(document, 0, "57/295"), "label", "the number of a document is no quantity"}};
  const std::string text =
      render_explanation(document, refused, {parse_locator("9").value()}, "text", {.width = 82});
  EXPECT_TRUE(text.starts_with(
      "A/58/568, para. 9\n"
      "  Caf\u00e9 helpers under paragraphs 3 and 4 of resolution 57/295 kept 985 accounts\n"
      "                                           1~~~~~~~~~~~~~~~~      2~~\n"
      "                                                      8~~~~~\n"))
      << text;
  EXPECT_NE(text.find("   1  citation    A/RES/57/295, paras. 3 and 4 (explicit)  [number in "
                      "words]\n"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("refused     \"57/295\": the number of a document is no quantity  [label]\n"),
            std::string::npos)
      << text;
}

TEST(Explanation, IsInertAndSaysNothingOfPlacesThatAreNotThere) {
  Document document = marked_document();
  document.blocks[0].text += " \x1b[2J";
  for (const char* format : {"text", "json"}) {
    EXPECT_EQ(render_explanation(document, {}, {}, format, {}).find('\x1b'), std::string::npos);
    EXPECT_EQ(render_explanation(document, {}, {parse_locator("61").value()}, format, {}), "");
  }
  EXPECT_THROW(render_explanation(document, {}, {}, "yaml", {}), Error);
  const Json json = Json::parse(render_explanation(document, {}, {}, "json", {}));
  EXPECT_EQ(json["places"][0]["locator"], "9");
  EXPECT_EQ(json["places"][0]["found"][0]["rule"], "number in words");
}

TEST(Explanation, KeepsAWordTooLongForALine) {
  Document document = marked_document();
  document.marks = {};
  document.blocks[0].text = std::string(300, 'x') + " y\nz";
  const std::string text =
      render_explanation(document, {}, {parse_locator("9").value()}, "text", {.width = 60});
  EXPECT_EQ(text, "A/58/568, para. 9\n  " + std::string(300, 'x') +
                      "\n  y\n  z\n  nothing found, nothing refused\n");
}

}  // namespace
}  // namespace undex
