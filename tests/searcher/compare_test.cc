// Two texts side by side: words, paragraphs, what changed in them.
#include "searcher/compare/compare.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "indexer/convert/formats.h"
#include "indexer/structure/structure.h"
#include "indexer/understand/understand.h"
#include "searcher/compare/common_words.h"
#include "tests/support.h"

namespace undex {
namespace {

using Kind = ParagraphPair::Kind;

std::string diff(const std::string& before, const std::string& after) {
  std::string out;
  for (const WordChange& change : word_diff(before, after, "")) {
    const std::string& text = change.kind == WordChange::Kind::added ? after : before;
    const std::string words = text.substr(change.begin, change.end - change.begin);
    out += out.empty() ? "" : " ";
    out += change.kind == WordChange::Kind::kept    ? words
           : change.kind == WordChange::Kind::added ? "{+" + words + "+}"
                                                    : "[-" + words + "-]";
  }
  return out;
}

TEST(WordDiff, KeepsRemovesAndAdds) {
  struct {
    const char* before;
    const char* after;
    const char* expected;
  } const rows[] = {
      {"", "", ""},
      {"the desk", "", "[-the desk-]"},
      {"", "the desk", "{+the desk+}"},
      {"The desk, then.", "the DESK then", "The desk, then"},
      {"1,308 computers", "1,308 computers and printers", "1,308 computers {+and printers+}"},
      {"1,308 Programmes", "1 308 programs", "1,308 Programmes"},
      {"a b c d", "a x c d", "a [-b-] {+x+} c d"},
      {"a b", "b a", "[-a-] b {+a+}"},
      {"one two", "three", "[-one two-] {+three+}"},
      {"l\u2019\u00e9t\u00e9 dernier", "L'ete dernier", "l\u2019\u00e9t\u00e9 dernier"},
      {"\u4fe1\u606f\u6280\u672f", "\u4fe1\u606f\u901a\u4fe1\u6280\u672f",
       "\u4fe1\u606f {+\u901a\u4fe1+} \u6280\u672f"},
  };
  for (const auto& row : rows) EXPECT_EQ(diff(row.before, row.after), row.expected);
}

/// The longest common subsequence by the table that tries everything.
std::size_t longest_common(const std::vector<comparing::Word>& a,
                           const std::vector<comparing::Word>& b) {
  std::vector<std::vector<std::size_t>> best(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j)
      best[i][j] = a[i - 1].id == b[j - 1].id ? best[i - 1][j - 1] + 1
                                              : std::max(best[i - 1][j], best[i][j - 1]);
  return best[a.size()][b.size()];
}

TEST(CommonWords, AreALongestCommonSubsequence) {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    std::vector<comparing::Word> lists[2];
    for (auto& list : lists)
      for (auto size = random() % 20; size > 0; --size)
        list.push_back({0, 0, static_cast<int>(random() % 4)});
    const std::vector<comparing::Match> found = comparing::common_words(lists[0], lists[1]);
    EXPECT_EQ(found.size(), longest_common(lists[0], lists[1]));
    for (std::size_t at = 0; at < found.size(); ++at) {
      EXPECT_EQ(lists[0][found[at].before].id, lists[1][found[at].after].id);
      if (at > 0) {
        EXPECT_LT(found[at - 1].before, found[at].before);
        EXPECT_LT(found[at - 1].after, found[at].after);
      }
    }
  }
}

TEST(CommonWords, OfVeryLongTextsAreTheSingleOnes) {
  // Every second word differs: more pairs than are tried. The others stand once.
  std::vector<comparing::Word> before, after;
  for (int at = 0; at < 5000; ++at) {
    before.push_back({0, 0, at % 2 == 0 ? at : 10000 + at});
    after.push_back({0, 0, at % 2 == 0 ? at : 20000 + at});
  }
  const std::vector<comparing::Match> found = comparing::common_words(before, after);
  ASSERT_EQ(found.size(), 2500U);
  for (const comparing::Match& match : found) EXPECT_EQ(match.before, match.after);
}

TEST(CommonWords, OfVeryLongTextsAreThoseBetweenTheSingleOnesToo) {
  // Words that stand many times, about one that stands once: the second half moves by a word.
  std::vector<comparing::Word> before, after;
  for (int at = 0; at < 8000; ++at) {
    before.push_back({0, 0, at == 4000 ? 9 : at % 7});
    after.push_back({0, 0, at == 3999 ? 9 : at % 7});
  }
  EXPECT_GT(comparing::common_words(before, after).size(), 7980U);
}

TEST(CommonWords, OfVeryLongTextsComeTogetherBehindWhatOneHasMore) {
  std::mt19937 random(7);
  std::vector<comparing::Word> text, more;
  for (int at = 0; at < 10000; ++at) text.push_back({0, 0, static_cast<int>(random() % 20)});
  for (int at = 0; at < 5000; ++at) more.push_back({0, 0, static_cast<int>(random() % 20)});
  for (const std::ptrdiff_t place : {0, 3000, 5000, 10000}) {
    std::vector<comparing::Word> longer = text;
    longer.insert(longer.begin() + place, more.begin(), more.end());
    const auto is_own = [place](std::size_t in_text, std::size_t in_longer) {
      return in_longer == in_text + (static_cast<std::ptrdiff_t>(in_text) < place ? 0 : 5000);
    };
    std::size_t added = 0, taken = 0;
    for (const comparing::Match& match : comparing::common_words(text, longer))
      added += is_own(match.before, match.after) ? 1 : 0;
    for (const comparing::Match& match : comparing::common_words(longer, text))
      taken += is_own(match.after, match.before) ? 1 : 0;
    EXPECT_GT(added, 9900U) << place;
    EXPECT_GT(taken, 9900U) << place;
  }
}

TEST(InRuns, AreMatchesThatStandThreeTogether) {
  const auto count = [](const std::vector<comparing::Match>& matches) {
    return comparing::in_runs(matches).size();
  };
  EXPECT_EQ(count({}), 0U);
  EXPECT_EQ(count({{0, 0}, {1, 1}}), 0U);
  EXPECT_EQ(count({{0, 0}, {1, 1}, {2, 2}}), 3U);
  EXPECT_EQ(count({{0, 0}, {1, 1}, {2, 3}, {3, 4}, {4, 5}, {7, 7}}), 3U);
}

Document understood(const std::string& text, const std::string& name) {
  Document document = read_structure(convert(text, name), name);
  understand(document);
  return document;
}

Document report(const std::string& symbol, const std::vector<std::string>& paragraphs) {
  std::string text = "United Nations\n" + symbol +
                     "\nEconomic and Social Council\nDistr.: General\n28 May 2003\n\nOriginal: "
                     "English\n\nHelp with computers\n\nReport of the Secretary-General\n\n";
  for (std::size_t at = 0; at < paragraphs.size(); ++at)
    text += std::to_string(at + 1) + ".\t" + paragraphs[at] + "\n\n";
  return understood(text, symbol);
}

/// "1=1 2~3m -4 +5 6?7": identical, reworded and moved, gone, new, a likely successor.
std::string pairs_of(const DocumentComparison& comparison) {
  std::string out;
  for (const ParagraphPair& pair : comparison.pairs) {
    static constexpr const char* kSigns[] = {"=", "~", "?", "-", "+", "!"};
    out += out.empty() ? "" : " ";
    const std::string before = pair.before_text.empty() ? "" : pair.before.text();
    const std::string after = pair.after_text.empty() ? "" : pair.after.text();
    const std::string sign = kSigns[static_cast<std::size_t>(pair.kind)];
    out += before.empty() || after.empty() ? sign + before + after : before + sign + after;
    if (pair.moved) out += "m";
  }
  return out;
}

const std::vector<std::string> kFirst = {
    "The working party met four times in the spring to look at the state of the network.",
    "Each mission was given two computers and a printer from the stock of the Secretariat.",
    "The Help Desk answered 1,069 calls for support from permanent missions during the year.",
    "A garden of fruit trees was planted behind the conference building by the gardeners.",
};

TEST(CompareDocuments, SaysWhatBecameOfEachParagraph) {
  const Document before = report("E/2003/75", kFirst);
  struct {
    std::vector<std::string> after;
    const char* expected;
  } const rows[] = {
      {kFirst, "1=1 2=2 3=3 4=4"},
      {{}, "-1 -2 -3 -4"},
      {{kFirst[1], kFirst[0], kFirst[2], kFirst[3]}, "2=1m 1=2 3=3 4=4"},
      {{kFirst[0],
        "Each mission was given three computers and a printer from the stock of the Secretariat.",
        kFirst[3]},
       "1=1 2~2 -3 4=3"},
      {{kFirst[0], kFirst[1], kFirst[2], kFirst[3],
        "Nothing of that sort had been said before, and nobody expects it."},
       "1=1 2=2 3=3 4=4 +5"},
      {{kFirst[3],
        "Permanent missions brought 1,920 work orders to the Help Desk, mostly about support."},
       "-1 -2 4=1 3?2"},
  };
  for (const auto& row : rows) {
    const DocumentComparison found = compare_documents(before, report("E/2009/21", row.after));
    EXPECT_EQ(pairs_of(found), row.expected);
    EXPECT_EQ(found.before_paragraphs, kFirst.size());
    EXPECT_EQ(found.after_paragraphs, row.after.size());
  }
}

TEST(CompareDocuments, TakesAParagraphOnceHoweverOftenItIsRepeated) {
  const Document before = report("E/2003/75", {kFirst[0], kFirst[0]});
  const Document after = report("E/2009/21", {kFirst[0], kFirst[0], kFirst[0]});
  EXPECT_EQ(pairs_of(compare_documents(before, after)), "1=1 2=2 +3");
}

TEST(CompareDocuments, SaysWhatChangedWithinAParagraph) {
  const Document before = report(
      "E/2003/75",
      {"In its resolution 2002/35 the Economic and Social Council asked for this report, as it had "
       "in its resolution 1995/61; at that time the Information Technology Services Division ran "
       "985 e-mail accounts for permanent missions."});
  const Document after = report(
      "E/2009/21",
      {"In its resolution 2007/14 the Economic and Social Council asked for this report, and "
       "General Assembly resolution 60/283 for another; at that time the Office of Information and "
       "Communications Technology ran 792 e-mail accounts for permanent missions."});
  const DocumentComparison found = compare_documents(before, after);
  ASSERT_EQ(found.pairs.size(), 1U);
  const ParagraphPair& pair = found.pairs[0];
  EXPECT_EQ(pair.kind, Kind::reworded);
  const std::vector<std::pair<std::string, std::string>> replaced = {
      {"E/RES/2002/35", "E/RES/2007/14"}};
  EXPECT_EQ(pair.citations_replaced, replaced);
  EXPECT_EQ(pair.citations_dropped, std::vector<std::string>({"E/RES/1995/61"}));
  EXPECT_EQ(pair.citations_added, std::vector<std::string>({"A/RES/60/283"}));
  ASSERT_EQ(pair.names_changed.size(), 1U);
  EXPECT_EQ(pair.names_changed[0].first, "Information Technology Services Division");
  ASSERT_EQ(pair.figures.size(), 1U);
  EXPECT_EQ(pair.figures[0].before, "985 e-mail accounts");
  EXPECT_EQ(pair.figures[0].after, "792 e-mail accounts");
  EXPECT_EQ(pair.figures[0].comparison.verdict, Comparability::comparable);
}

TEST(CompareDocuments, TakesNoNameForWording) {
  const char* kName = "the Ad Hoc Open-ended Working Group on Informatics";
  const Document before =
      report("E/2003/75", {std::string("It is hoped that ") + kName + " will meet in March."});
  const Document after =
      report("E/2009/21", {std::string("Nobody thanked ") + kName + " for any of its cables."});
  EXPECT_EQ(compare_documents(before, after).count(Kind::reworded), 0U);
}

TEST(CompareDocuments, NamesThemesThatOneHasMuchMore) {
  std::vector<std::string> portal, garden;
  for (int at = 0; at < 8; ++at) {
    portal.push_back("The portal shows item " + std::to_string(at) + " of the portal.");
    garden.push_back("The gardeners planted tree " + std::to_string(at) + " in the garden.");
  }
  const DocumentComparison found =
      compare_documents(report("E/2003/75", garden), report("E/2009/21", portal));
  ASSERT_FALSE(found.themes_new.empty());
  EXPECT_EQ(found.themes_new[0], "portal");
  ASSERT_FALSE(found.themes_gone.empty());
  EXPECT_TRUE(std::ranges::find(found.themes_gone, "tree") != found.themes_gone.end());
  EXPECT_TRUE(std::ranges::find(found.themes_gone, "portal") == found.themes_gone.end());
}

TEST(ComparePlaces, JoinsWhatLiesBelowAPlace) {
  const Document before = report("E/2003/75", kFirst);
  const Document after = report("E/2009/21", {kFirst[1] + " More will come.", kFirst[3]});
  const auto at = [](const char* text) { return parse_locator(text).value(); };
  EXPECT_EQ(compare_places(before, at("2"), after, at("1")).kind, Kind::reworded);
  EXPECT_EQ(compare_places(before, at("2"), after, at("1")).kept, 1);
  EXPECT_EQ(compare_places(before, at("4"), after, at("2")).kind, Kind::identical);
  EXPECT_EQ(compare_places(before, at("1"), after, at("2")).kind, Kind::unlike);
  EXPECT_TRUE(compare_places(before, at("9"), after, at("2")).before_text.empty());
}

/// E/2003/75 and E/2009/21, as the people who wrote about them read the two.
TEST(CompareDocuments, TellsTwoRealReportsApart) {
  UNDEX_NEEDS_SHARED();
  std::vector<Document> seeds;
  for (const auto& entry : std::filesystem::directory_iterator(test::shared_dir() / "corpus/seeds"))
    seeds.push_back(understood(test::read_file(entry.path()), entry.path().filename().string()));
  const auto of = [&seeds](const char* symbol) -> const Document& {
    return *std::ranges::find_if(seeds,
                                 [symbol](const Document& one) { return one.name() == symbol; });
  };
  const DocumentComparison found = compare_documents(of("E/2003/75"), of("E/2009/21"));
  EXPECT_EQ(found.count(Kind::identical), 0U);
  const auto first = std::ranges::find_if(found.pairs, [](const ParagraphPair& pair) {
    return pair.kind == Kind::reworded && pair.before.text() == "1";
  });
  ASSERT_NE(first, found.pairs.end());
  EXPECT_EQ(first->after.text(), "1");
}

}  // namespace
}  // namespace undex
