// Marks and snippets of single texts.
#include <gtest/gtest.h>

#include <ostream>

#include "corpus/pieces.h"
#include "corpus/text.h"
#include "searcher/query/cql.h"
#include "searcher/search/marks.h"

namespace undex::search {
namespace {

struct Case {
  std::string query;
  std::string text;
  std::string marked;
};

void PrintTo(const Case& one, std::ostream* out) { *out << one.query; }

class Marks : public testing::TestWithParam<Case> {};

TEST_P(Marks, StandWhereTheQueryIsAnswered) {
  const Case& given = GetParam();
  std::string out;
  std::size_t at = 0;
  for (const Span& span : spans_of(Marker(read_query(given.query)).marks(given.text, "en"))) {
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
        Case{"A/58/*", "See A/58/568 and A/59/1.", "See [A/58/568] and A/59/1."},
        Case{"cites:A/58/*", "See A/58/568.", "See [A/58/568]."},
        Case{"year:2003", "In 2003.", "In 2003."},
        Case{"organ:ECOSOC desk", "ECOSOC at a desk.", "ECOSOC at a [desk]."},
        Case{"", "All.", "All."}));

INSTANTIATE_TEST_SUITE_P(
    Figures, Marks,
    testing::Values(
        Case{"figure>1000", "The desk took 1 067 calls and 999 letters.",
             "The desk took [1 067] calls and 999 letters."},
        Case{"figure:20000000..", "It cost 22.5 million dollars, or $2 million less.",
             "It cost [22.5 million] dollars, or $2 million less."},
        Case{"figure:22500000", "It cost 22.5 million dollars.", "It cost [22.5 million] dollars."},
        Case{"figure:20..30", "There were twenty-one missions and ten more.",
             "There were [twenty-one] missions and ten more."},
        Case{"figure>=15", "10 to 15 missions came, 14 missions stayed.",
             "[10 to 15] missions came, 14 missions stayed."},
        Case{"figure<12", "Twelve missions came, ten missions stayed.",
             "Twelve missions came, [ten] missions stayed."},
        Case{"figure>50", "In 2003 resolution 57/295 was read by 60 missions.",
             "In 2003 resolution 57/295 was read by [60] missions."},
        Case{"figure>1000", "Table\nUnits\t2003\t2004\nScreens\t1,500\t(2 783.2)",
             "Table\nUnits\t2003\t2004\nScreens\t[1,500]\t(2 783.2)"},
        Case{"-figure>1000", "The desk took 1 067 calls.", "The desk took 1 067 calls."}));

INSTANTIATE_TEST_SUITE_P(
    Distances, Marks,
    testing::Values(
        Case{"help NEAR/2 desk", "Help at the desk. A desk, far from any other kind of help.",
             "[Help] at the [desk]. A desk, far from any other kind of help."},
        Case{"help ADJ/2 desk", "Help at the desk. A desk of help.",
             "[Help] at the [desk]. A desk of help."},
        Case{"a ADJ/1 b ADJ/1 c", "A b and c; a or b c.", "[A] [b] and [c]; [a] or [b] [c]."},
        Case{"(help OR aid) NEAR/1 desk desk", "Aid, desk. A desk.", "[Aid], [desk]. A [desk]."},
        Case{"para(mission desk)", "Missions, a desk.", "[Missions], a [desk]."}));

TEST(Marks, OfOneSentenceStandInOne) {
  const Node tree = parse_cql("help prox/unit=sentence desk").tree;
  const std::string text = "Help came. The desk was closed. The desk was of help.";
  const std::vector<Mark> marks = Marker(tree).marks(text, "en");
  ASSERT_EQ(marks.size(), 2u);
  EXPECT_EQ(marks[0].begin, text.rfind("desk"));
  EXPECT_EQ(marks[1].begin, text.rfind("help"));
}

TEST(Marks, AreOfNamesUnderAllTheirNames) {
  NameNode unitar;
  unitar.values.push_back({find_field("entity"), "unitar"});
  unitar.text = "UNITAR";
  const Node tree{.value = unitar, .begin = 0, .end = 6};
  const std::string text =
      "Courses of UNITAR, the United Nations Institute for Training and Research.";
  const std::vector<Span> spans = spans_of(Marker(tree).marks(text, "en"));
  ASSERT_EQ(spans.size(), 2u);
  EXPECT_EQ(text.substr(spans[0].begin, spans[0].end - spans[0].begin), "UNITAR");
  EXPECT_EQ(spans[1].end, text.size() - 1);
}

TEST(Marks, OfAHugeTextAreFoundInTime) {
  std::string text;
  while (text.size() < (1u << 20)) text += "the help desk and the desk help ";
  text += std::string(1u << 20, 'x');
  const std::vector<Mark> marks = Marker(read_query("=\"help desk\"")).marks(text, "en");
  EXPECT_GT(marks.size(), 30000u);
  for (const Mark& mark : marks)
    ASSERT_EQ(text.substr(mark.begin, mark.end - mark.begin), "help desk");
}

/// 64 KB are read at a time: wherever that ends, a phrase is whole.
TEST(Marks, OfAPhraseOverTheBorderOfTwoPieces) {
  for (std::size_t before = kPieceBytes - 24; before <= kPieceBytes; ++before) {
    std::string text(before, ' ');
    text += "the help desk and the staff; a lamp. " + std::string(kPieceBytes, ' ') +
            "What is far in words stands alone: help.";
    const std::vector<Mark> phrase = Marker(read_query("\"desk and the\"")).marks(text, "en");
    ASSERT_EQ(phrase.size(), 1u) << before;
    EXPECT_EQ(text.substr(phrase[0].begin, phrase[0].end - phrase[0].begin), "desk and the");
    EXPECT_EQ(Marker(read_query("help NEAR/6 lamp")).marks(text, "en").size(), 2u) << before;
    EXPECT_EQ(Marker(read_query("staff")).marks(text, "en").size(), 1u) << before;
  }
}

TEST(Marks, AreLookedForUntilSomeAreFound) {
  const std::string far = std::string(2u << 20, ' ') + "A desk.";
  EXPECT_EQ(Marker(read_query("desk")).marks(far, "en").size(), 1u);
  EXPECT_EQ(Marker(read_query("desk")).marks("A desk." + far, "en").size(), 1u);
}

TEST(Snippet, IsTheSentenceOfTheMatch) {
  const std::string text =
      "First came nothing at all, in a sentence that goes on for some time and then some more "
      "time. "
      "Then the desk was opened by para. 5 of the plan. It closed.";
  const std::size_t begin = text.find("desk");
  const Snippet snippet = make_snippet(text, {{begin, begin + 4, 0}});
  EXPECT_EQ(snippet.text, "... Then the desk was opened by para. 5 of the plan. It closed.");
  ASSERT_EQ(snippet.matches.size(), 1u);
  EXPECT_EQ(snippet.text.substr(snippet.matches[0].begin, 4), "desk");
}

std::string snippet_of(const std::string& query, const std::string& text) {
  const Snippet snippet = make_snippet(text, Marker(read_query(query)).marks(text, "en"));
  std::string out;
  std::size_t at = 0;
  for (const Span& span : snippet.matches) {
    out += snippet.text.substr(at, span.begin - at) + "[" +
           snippet.text.substr(span.begin, span.end - span.begin) + "]";
    at = span.end;
  }
  return out + snippet.text.substr(at);
}

std::string repeated(const std::string& piece, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

TEST(Snippet, OfALongSentenceWithoutMatchesIsItsBeginning) {
  std::string text = "Lamps";
  for (int i = 0; i < 100; ++i) text += " and lamps";
  const std::string shown = make_snippet(text, {}).text;
  EXPECT_TRUE(shown.starts_with("Lamps and lamps and")) << shown;
  EXPECT_TRUE(shown.ends_with(" lamps ...") || shown.ends_with(" and ...")) << shown;
}

TEST(Snippet, ShowsThePlaceThatAnswersMost) {
  const std::string filler = repeated("Nothing is said here of anything at all. ", 12);
  EXPECT_EQ(
      snippet_of("desk training missions", "A desk. " + filler + "A desk and training. " + filler +
                                               "The missions had training at the desk. " + filler),
      "... The [missions] had [training] at the [desk]. Nothing is said here of anything at "
      "all. Nothing is said here of anything at all. Nothing is said here of anything at "
      "all. Nothing is said here of anything at all. ...");
}

TEST(Snippet, MarksNoPartOfAPhraseAlone) {
  EXPECT_EQ(
      snippet_of("\"terms of reference\"", "The terms of a reference, the terms of reference."),
      "The terms of a reference, the [terms of reference].");
}

TEST(Snippet, OfChineseIsCutBetweenWords) {
  const std::string text = repeated("\u4fe1\u606f\u548c\u901a\u4fe1\u6280\u672f", 200);
  const Snippet snippet = make_snippet(text, {{2100, 2106, 0}});
  EXPECT_TRUE(is_valid_utf8(snippet.text));
  EXPECT_LT(grapheme_count(snippet.text), 130u);
  ASSERT_EQ(snippet.matches.size(), 1u);
  EXPECT_EQ(snippet.text.substr(snippet.matches[0].begin, 6), text.substr(2100, 6));
}

TEST(Snippet, NeverPartsACharacter) {
  // A letter and its accents; a family of emoji; a flag.
  for (const std::string& piece :
       {std::string("e\u0301\u0323"),
        std::string("\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466"),
        std::string("\U0001F1F3\U0001F1F4")}) {
    const std::string text = repeated(piece, 1000);
    const std::size_t begin = 500 * piece.size();
    const Snippet snippet = make_snippet(text, {{begin, begin + piece.size(), 0}});
    std::string rest = snippet.text;
    for (const std::string& cut : {std::string("... "), std::string(" ...")})
      if (const std::size_t at = rest.find(cut); at != std::string::npos)
        rest.erase(at, cut.size());
    EXPECT_EQ(rest, repeated(piece, rest.size() / piece.size()));
  }
}

TEST(Snippet, HoldsNothingThatATerminalObeys) {
  EXPECT_EQ(snippet_of("desk", "A\x1b[31m red\x07 desk\u009b1m, \u202Eksed\u202C \u200Fhere\x7f."),
            "A[31m red [desk]1m, ksed here.");
  EXPECT_EQ(snippet_of("desk", "a \u2067desk\u2069 <b>&amp;</b>"), "a [desk] <b>&amp;</b>");
}

TEST(Snippet, OfALongSentenceIsCutAroundTheMatch) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "word" + std::to_string(i) + " \u00e9t\u00e9 ";
  const std::size_t begin = text.find("word50");
  const Snippet snippet = make_snippet(text, {{begin, begin + 6, 0}});
  EXPECT_LT(snippet.text.size(), 300u);
  EXPECT_TRUE(snippet.text.starts_with("... "));
  EXPECT_TRUE(snippet.text.ends_with(" ..."));
  EXPECT_TRUE(is_valid_utf8(snippet.text));
  EXPECT_EQ(snippet.text.substr(snippet.matches.at(0).begin, 6), "word50");
}

TEST(Snippet, OfATableIsTheRow) {
  const std::string text = "Monitors\t933\nPrinters\t345\nTotal\t2 395";
  const std::size_t begin = text.find("345");
  EXPECT_EQ(make_snippet(text, {{begin, begin + 3, 0}}).text, "... Printers 345 ...");
}

TEST(Snippet, OfAnyTextIsValidAndShort) {
  // No blanks, no sentence ends, a match at either end, characters of many bytes.
  for (const std::string& piece : {std::string("x"), std::string("\u00e9"), std::string("\u4fe1"),
                                   std::string("a. "), std::string("\n"), std::string(" ")}) {
    std::string text;
    while (text.size() < 100000) text += piece;
    for (const std::size_t begin : {std::size_t{0}, text.size() / piece.size() / 2 * piece.size(),
                                    text.size() - piece.size()}) {
      const Snippet snippet = make_snippet(text, {{begin, begin + piece.size(), 0}});
      EXPECT_TRUE(is_valid_utf8(snippet.text));
      EXPECT_LT(grapheme_count(snippet.text), 260u);
    }
  }
  EXPECT_EQ(make_snippet("", {}).text, "");
}

}  // namespace
}  // namespace undex::search
