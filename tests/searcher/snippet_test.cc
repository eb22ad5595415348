// Marks and snippets of single texts.
#include <gtest/gtest.h>

#include "corpus/text.h"
#include "searcher/search/marks.h"

namespace undex::search {
namespace {

struct Case {
  std::string query;
  std::string text;
  std::string marked;
};

class Marks : public testing::TestWithParam<Case> {};

TEST_P(Marks, StandWhereTheQueryIsAnswered) {
  const Case& given = GetParam();
  std::string out;
  std::size_t at = 0;
  for (const Span& span : Marker(read_query(given.query)).marks(given.text, "en")) {
    out += given.text.substr(at, span.begin - at) + "[" +
           given.text.substr(span.begin, span.end - span.begin) + "]";
    at = span.end;
  }
  EXPECT_EQ(out + given.text.substr(at), given.marked);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, Marks,
    testing::Values(
        Case{"mission", "Missions and a mission.", "[Missions] and a [mission]."},
        Case{"=mission", "Missions and a mission.", "Missions and a [mission]."},
        Case{"help desk", "A Service Desk, a helpdesk.", "A [Service Desk], a [helpdesk]."},
        Case{"=\"help desk\"", "Help us: the desk; the help desk.",
             "Help us: the desk; the [help desk]."},
        Case{"email", "By e\u2011mail or e-mail.", "By [e\u2011mail] or [e-mail]."},
        Case{"1067", "Units: 1 067 or 1,067.", "Units: [1 067] or [1,067]."},
        Case{"training -desk", "Training at the desk.", "[Training] at the desk."},
        Case{"the training", "The training of the staff.", "The [training] of the staff."},
        Case{"caf\u00e9", "Un cafe\u0301 noir, CAF\u00c9.", "Un [cafe\u0301] noir, [CAF\u00c9]."},
        Case{"A/62/793/Corr.1", "See A/62/793 and Corr.1.", "See A/62/793 and [Corr.1]."},
        Case{"year:2003", "In 2003.", "In 2003."}, Case{"", "All.", "All."}));

TEST(Marks, OfAHugeTextAreFoundInTime) {
  std::string text;
  while (text.size() < (1u << 20)) text += "the help desk and the desk help ";
  text += std::string(1u << 20, 'x');
  const std::vector<Span> spans = Marker(read_query("=\"help desk\"")).marks(text, "en");
  EXPECT_GT(spans.size(), 30000u);
  for (const Span& span : spans)
    ASSERT_EQ(text.substr(span.begin, span.end - span.begin), "help desk");
}

TEST(Snippet, IsTheSentenceOfTheMatch) {
  const std::string text =
      "First came nothing at all, in a sentence that goes on for some time and then some more "
      "time. "
      "Then the desk was opened by para. 5 of the plan. It closed.";
  const std::size_t begin = text.find("desk");
  const Snippet snippet = make_snippet(text, {{begin, begin + 4}});
  EXPECT_EQ(snippet.text, "... Then the desk was opened by para. 5 of the plan. It closed.");
  ASSERT_EQ(snippet.matches.size(), 1u);
  EXPECT_EQ(snippet.text.substr(snippet.matches[0].begin, 4), "desk");
}

TEST(Snippet, OfALongSentenceIsCutAroundTheMatch) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "word" + std::to_string(i) + " \u00e9t\u00e9 ";
  const std::size_t begin = text.find("word50");
  const Snippet snippet = make_snippet(text, {{begin, begin + 6}});
  EXPECT_LT(snippet.text.size(), 300u);
  EXPECT_TRUE(snippet.text.starts_with("... "));
  EXPECT_TRUE(snippet.text.ends_with(" ..."));
  EXPECT_TRUE(is_valid_utf8(snippet.text));
  EXPECT_EQ(snippet.text.substr(snippet.matches.at(0).begin, 6), "word50");
}

TEST(Snippet, OfATableIsTheRow) {
  const std::string text = "Monitors\t933\nPrinters\t345\nTotal\t2 395";
  const std::size_t begin = text.find("345");
  EXPECT_EQ(make_snippet(text, {{begin, begin + 3}}).text, "... Printers 345 ...");
}

TEST(Snippet, OfAnyTextIsValidAndShort) {
  // No blanks, no sentence ends, a match at either end, characters of many bytes.
  for (const std::string& piece : {std::string("x"), std::string("\u00e9"), std::string("\u4fe1"),
                                   std::string("a. "), std::string("\n"), std::string(" ")}) {
    std::string text;
    while (text.size() < 100000) text += piece;
    for (const std::size_t begin : {std::size_t{0}, text.size() / piece.size() / 2 * piece.size(),
                                    text.size() - piece.size()}) {
      const Snippet snippet = make_snippet(text, {{begin, begin + piece.size()}});
      EXPECT_TRUE(is_valid_utf8(snippet.text));
      EXPECT_LT(snippet.text.size(), 400u);
    }
  }
  EXPECT_EQ(make_snippet("", {}).text, "");
}

}  // namespace
}  // namespace undex::search
