#include "corpus/text.h"

#include <gtest/gtest.h>

#include "corpus/hash.h"
#include "corpus/natural_order.h"

namespace undex {
namespace {

std::string joined_words(std::string_view text) {
  std::string out;
  for (const WordSpan& word : words(text))
    out += std::string(text.substr(word.begin, word.end - word.begin)) + "|";
  return out;
}

TEST(Text, FindsWhereACharacterBegins) {
  const std::string text = "ab\r\ncde\u0301f";
  const std::size_t begins[] = {0, 1, 2, 2, 4, 5, 6, 6, 6, 9, 10};
  for (std::size_t at = 0; at < std::size(begins); ++at)
    EXPECT_EQ(grapheme_begin(text, at), begins[at]) << at;
}

TEST(Text, TellsValidUtf8AndRepairsTheRest) {
  EXPECT_TRUE(is_valid_utf8("plain, \u00e9, \u4fe1\u606f"));
  EXPECT_FALSE(is_valid_utf8("caf\xe9"));
  EXPECT_FALSE(is_valid_utf8("\xed\xa0\x80"));  // a surrogate
  std::size_t broken = 0;
  EXPECT_EQ(repair_utf8("caf\xe9 \xff!", &broken), "caf\ufffd \ufffd!");
  EXPECT_EQ(broken, 2u);
}

TEST(Text, NormalTextComposesAndDropsWhatIsNotSeen) {
  EXPECT_EQ(normal_text("cafe\u0301"), "caf\u00e9");
  EXPECT_EQ(normal_text("infor\u00admation\u200b"), "information");
  EXPECT_EQ(normal_text("a\u00a0b"), "a\u00a0b");
}

TEST(Text, CollapsesEveryKindOfBlank) {
  EXPECT_EQ(collapse_spaces(" a\t\n b\u00a0\u202fc\u3000"), "a b c");
  EXPECT_EQ(collapse_spaces("\u00a0"), "");
}

TEST(Text, FoldsCaseAccentsAndCompatibilityForms) {
  EXPECT_EQ(fold("\uff29\uff23\uff34 of the \ufb01les"), "ict of the files");
  EXPECT_EQ(fold("Hammarskj\u00f6ld \u0141\u00f3d\u017a \u00d8re \u0152uvre"),
            "hammarskjold lodz ore oeuvre");
  EXPECT_EQ(fold("STRASSE stra\u00dfe"), "strasse strasse");
  EXPECT_EQ(fold("\u0401\u0436"), "\u0435\u0436");
}

TEST(Text, ComparesByLettersAndDigitsOnly) {
  EXPECT_EQ(letters_and_digits("A/58/568, para. 6 \u2014 \u00c9t\u00e9"),
            "a58568para6\u00e9t\u00e9");
}

TEST(Text, CutsWordsByUnicodeRules) {
  EXPECT_EQ(joined_words("e-mail, 1,067 desks (2003)."), "e|mail|1,067|desks|2003|");
  EXPECT_EQ(joined_words("\u4fe1\u606f\u548c\u901a\u4fe1\u6280\u672f"),
            "\u4fe1\u606f|\u548c|\u901a\u4fe1|\u6280\u672f|");
  EXPECT_EQ(joined_words(""), "");
}

/// Where the words of a text begin and end, and which are numbers.
std::vector<std::size_t> places_of_words(std::string_view text) {
  std::vector<std::size_t> places;
  for (const WordSpan& word : words(text))
    places.insert(places.end(), {word.begin, word.end, word.number ? 1U : 0U});
  return places;
}

TEST(Text, CutsWordsOfLongTextsByTheSameRules) {
  const std::string blanks(200, ' ');  // so long a text is not cut by ICU where it is ASCII
  const std::string_view signs = "aZ5_:.',;\"-@/\n";
  std::string text;
  const auto expect_same = [&] {
    const std::vector<std::size_t> alone = places_of_words(text);
    EXPECT_EQ(places_of_words(text + blanks), alone) << text;
  };
  for (std::size_t number = 0; number < signs.size() * signs.size() * signs.size() * signs.size();
       ++number) {
    text.clear();
    for (std::size_t left = number; text.size() < 4; left /= signs.size())
      text += signs[left % signs.size()];
    expect_same();
  }
  for (char sign = 1; sign < 0x7F; ++sign) {
    text = {'a', sign, 'a', sign, '5', sign, '5', sign};
    expect_same();
  }
}

TEST(Text, CutsWordsBetweenStretchesOfAscii) {
  const std::string plain = "It met on 5.3. at 10.30 and it's done; see un.int, 1,067 desks. ";
  const std::string other = "\u201cCaf\u00e9 5,3\u201d \u4fe1\u606f\u548c 1\u00a0067 re\u0301";
  std::vector<std::size_t> expected;
  std::string text;
  for (const std::string& part : {plain, plain, plain, other, " " + plain, plain, plain, other}) {
    for (const WordSpan& word : words(part))
      expected.insert(expected.end(),
                      {text.size() + word.begin, text.size() + word.end, word.number ? 1U : 0U});
    text += part;
  }
  EXPECT_EQ(places_of_words(text), expected);
}

TEST(Text, SentencesDoNotEndAtAbbreviationsOfUnitedNationsTexts) {
  const std::string text =
      "See para. 5 of the note. It was issued as No. 3 on 10 Nov. 2003. \u00c9tat: done.";
  std::string cut;
  for (const TextSpan& sentence : sentences(text))
    cut += text.substr(sentence.begin, sentence.end - sentence.begin) + "|";
  EXPECT_EQ(cut,
            "See para. 5 of the note. |It was issued as No. 3 on 10 Nov. 2003. |\u00c9tat: done.|");
}

TEST(Text, SentencesEndAtWordsThatEndLikeAnAbbreviation) {
  EXPECT_EQ(sentences("It set up the Group. It met. They read the dead. All did.").size(), 4U);
  EXPECT_EQ(sentences("See (p. 5) and vol. 2. It is by A. et al. and ends with No. 3.").size(), 2U);
  EXPECT_TRUE(sentences(" ").empty());
}

TEST(Text, CountsWhatAReaderSees) {
  EXPECT_EQ(grapheme_count("cafe\u0301"), 4u);
  EXPECT_EQ(grapheme_count(""), 0u);
  EXPECT_EQ(grapheme_count("help desk"), 9u);
  EXPECT_EQ(grapheme_count("a\r\nb"), 3u);
}

TEST(Text, PrintsNothingThatCouldSteerATerminal) {
  EXPECT_EQ(printable("a\x1b[31mb\u202e\xff\n"), "a\\x1B[31mb\\u{202E}\\xFF\\x0A");
  EXPECT_EQ(printable("a\n\tb", true), "a\n\tb");
  EXPECT_EQ(printable_json("[\"a\x7f\u009b\u202e\u00c9\"]\n"),
            "[\"a\\u007f\\u009b\\u202e\u00c9\"]\n");
  EXPECT_EQ(printable("\u00c9t\u00e9 \u4fe1"), "\u00c9t\u00e9 \u4fe1");
}

TEST(Hash, IsThatOfTheStandard) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(NaturalOrder, ComparesNumbersByValue) {
  EXPECT_TRUE(natural_compare("A/9/1", "A/58/568") < 0);
  EXPECT_TRUE(natural_compare("A/62/793", "A/62/793/Add.1") < 0);
  EXPECT_TRUE(natural_compare("7", "07") < 0);
  EXPECT_TRUE(natural_compare("A/58", "A/58") == 0);
  EXPECT_TRUE(natural_compare("99999999999999999999999", "1") > 0);
}

}  // namespace
}  // namespace undex
