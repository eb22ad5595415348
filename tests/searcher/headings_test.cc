// Labels of the library's thesaurus in queries, with a small one of our own.
#include "searcher/query/headings.h"

#include <gtest/gtest.h>

#include <span>
#include <string>
#include <vector>

#include "corpus/thesaurus.h"
#include "schemas/headings_writer.h"
#include "searcher/query/cql.h"
#include "searcher/query/meaning.h"
#include "tests/searcher/sample_index.h"
#include "tests/support.h"
#include "undex/cross_table.h"
#include "undex/search.h"

namespace undex {
namespace {

constexpr std::string_view kThesaurus =
    "L1\tprefLabel\ten\tLAMPS\nL1\tprefLabel\tfr\tLAMPES\nL1\tprefLabel\tru\tЛАМПЫ\n"
    "L1\taltLabel\ten\tLANTERNS\nL1\taltLabel\tfr\tLUMINAIRES\nL1\taltLabel\ten\tOIL LIGHTS\n"
    "L2\tprefLabel\ten\tGAS LAMPS\nL2\tprefLabel\tfr\tLAMPES À GAZ\nL2\tprefLabel\tzh\t煤气灯\n"
    "L3\tprefLabel\ten\tWICKS (CANDLES)\nL3\tprefLabel\tfr\tMÈCHES\nL3\tprefLabel\tes\tPABILOS\n"
    "L4\tprefLabel\ten\tTEA\nL4\tprefLabel\tfr\tTHÉ\n"
    "L5\tprefLabel\ten\tSTOCKS\nL5\tprefLabel\tfr\tACTIONS\n"
    "L6\tprefLabel\ten\tCALLS\nL6\tprefLabel\tfr\tVOLUNTEERS\nL0\tprefLabel\ten\tSERVICE DESK\n"
    "L7\tprefLabel\ten\tWORK ORDERS\nL7\tprefLabel\tru\tРАБОЧИЕ ЗАКАЗЫ\n"
    "L8\tprefLabel\ten\tSTREET LAMPS\nL9\tprefLabel\ten\tROAD LAMPS\n"
    "L8\tprefLabel\tru\tФОНАРИ\nL9\tprefLabel\tru\tФОНАРИ\n";

std::string table_bytes() {
  return write_headings(read_thesaurus(kThesaurus, "lamps.tsv"), std::string(64, '0'));
}

struct Case {
  std::string query;
  std::string tree;
};

/// The tree; behind it what is only named.
std::string meant(const std::string& query, std::string_view language = "en", bool cql = false) {
  static const std::string bytes = table_bytes();
  const HeadingTable table(std::as_bytes(std::span(bytes)));
  std::vector<query::HeadingBeside> beside;
  const query::MeaningContext context{.headings = &table, .language = language, .beside = &beside};
  Node tree = cql ? parse_cql(query).tree : parse_query(query);
  std::string out = dump(query::with_meaning(std::move(tree), query, context));
  for (const query::HeadingBeside& one : beside) {
    out += " | " + one.typed + ":";
    for (const std::string& heading : one.headings) out += " " + heading;
  }
  return out;
}

class Heading : public testing::TestWithParam<Case> {};

TEST_P(Heading, IsMeant) { EXPECT_EQ(meant(GetParam().query), GetParam().tree); }

INSTANTIATE_TEST_SUITE_P(
    Labels, Heading,
    testing::Values(
        Case{"lamps", "(label (text lamps) L1)"}, Case{"Лампы", "(label (text лампы) L1)"},
        Case{"gas lamps", "(label (and (text gas) (text lamps)) L2)"},
        Case{"GAS-LAMPS", "(label (text gas-lamps) L2)"},
        Case{"lampes à gaz", "(label (and (text lampes) (text a) (text gaz)) L2)"},
        Case{"煤气灯", "(label (text 煤气灯) L2)"},
        Case{"\"gas lamps\"", "(label (phrase \"gas lamps\") L2)"},
        Case{"old gas lamps", "(and (text old) (label (and (text gas) (text lamps)) L2))"},
        Case{"mèches", "(label (text meches) L3)"}, Case{"фонари", "(label (text фонари) L8 L9)"},
        Case{"lamps OR tea", "(or (label (text lamps) L1) (label (text tea) L4))"},
        Case{"-\"gas lamps\" year:2003",
             "(and (not (label (phrase \"gas lamps\") L2)) (field year 2003))"},
        Case{"para(gas lamps)", "(para (label (and (text gas) (text lamps)) L2))"}));

INSTANTIATE_TEST_SUITE_P(
    None, Heading,
    testing::Values(Case{"=lamps", "(exact lamps)"},
                    Case{"=\"gas lamps\"", "(exact-phrase \"gas lamps\")"},
                    Case{"gas AND lamps", "(and (text gas) (label (text lamps) L1))"},
                    Case{"title:lamps", "(text title lamps)"},
                    Case{"wicks candles", "(and (text wicks) (text candles))"},
                    Case{"lamp", "(text lamp)"},
                    // A concept and a name of the same words are what the program knows.
                    Case{"service desk", "(concept service-desk initiative:help-desk)"}));

INSTANTIATE_TEST_SUITE_P(
    OnlyNamed, Heading,
    testing::Values(
        Case{"lanterns", "(text lanterns) | lanterns: LAMPS"},
        Case{"\"oil lights\"", "(phrase \"oil lights\") | oil lights: LAMPS"},
        Case{"old oil lights", "(and (text old) (text oil) (text lights)) | oil lights: LAMPS"},
        // One word of a question leads too far.
        Case{"old lanterns", "(and (text old) (text lanterns))"},
        // Stocks in French, another word in English.
        Case{"actions", "(text actions) | actions: STOCKS"},
        Case{"the actions of members", "(and (text the) (text actions) (text of) (text members))"},
        Case{"the", "(text the)"}, Case{"meches", "(text meches) | meches: WICKS (CANDLES)"}));

INSTANTIATE_TEST_SUITE_P(
    Questions, Heading,
    testing::Values(
        Case{"who lit the gas lamps of Paris last night",
             "(some (text who) (text lit) (text the) (label (some (text gas) (text lamps)) L2) "
             "(text of) (text paris) (text last) (text night))"},
        Case{"lampes à gaz", "(label (and (text lampes) (text a) (text gaz)) L2)"}));

TEST(Headings, TellWordsByTheLanguageOfTheQuestionThenOfTheUser) {
  EXPECT_EQ(meant("actions", "fr"), "(label (text actions) L5)");
  EXPECT_EQ(meant("luminaires", "fr"), "(label (text luminaires) L1)");
  EXPECT_EQ(meant("les actions des membres", "en"),
            "(and (text les) (label (text actions) L5) (text des) (text membres))");
  EXPECT_EQ(meant("lanterns", "fr"), "(text lanterns) | lanterns: LAMPES");
}

TEST(Headings, AreMeantInTheOtherLanguageToo) {
  EXPECT_EQ(meant("\"gas lamps\" and dc.title = lamps", "en", true),
            "(and (label (phrase \"gas lamps\") L2) (text title lamps))");
  EXPECT_EQ(meant("фонари", "en", true), "(label (text фонари) L8 L9)");
}

TEST(Headings, OfNoThesaurusChangeNothing) {
  EXPECT_EQ(dump(read_query("gas lamps")), "(and (text gas) (text lamps))");
}

class HeadingSearch : public testing::Test {
 protected:
  HeadingSearch() {
    test::make_sample_index(folder_.path(), test::sample_documents());
    test::write_file(generation() / kHeadingsFile, table_bytes());
    publish();
  }
  std::filesystem::path generation() const { return folder_.path() / kIndexFolder / "gen-000001"; }
  void publish() const {
    test::write_sample_manifest(generation(), kIndexVersion);
    test::write_sample_stamps(generation());
  }
  Result search(const std::string& query) const {
    return Searcher::open(folder_.path()).search({.query = query, .facets = {}, .explain = true});
  }

  test::TemporaryFolder folder_;
};

std::string said(const Result& result) {
  std::string out;
  for (const Understood& one : result.understood) {
    out += (out.empty() ? "" : "; ") + one.text + " {";
    for (const auto& [wording, count] : one.variants)
      out += (out.back() == '{' ? "" : ", ") + wording + " " + std::to_string(count);
    out += "}";
  }
  return out;
}

TEST_F(HeadingSearch, FindsTheLabelsOfAllLanguagesAndSaysSo) {
  const Result found = search("рабочие заказы");
  EXPECT_EQ(said(found), "heading WORK ORDERS {\"рабочие заказы\" 0, WORK ORDERS 1}");
  EXPECT_EQ(found.paragraphs, 1u);
  ASSERT_EQ(found.hits.size(), 1u);
  ASSERT_EQ(found.hits[0].passages.size(), 1u);
  const Passage& passage = found.hits[0].passages[0];
  ASSERT_EQ(passage.matches.size(), 1u);
  EXPECT_EQ(passage.text.substr(passage.matches[0].begin,
                                passage.matches[0].end - passage.matches[0].begin),
            "work orders");
  EXPECT_EQ(found.explanation.headings, std::vector<std::string>{"L7"});
  EXPECT_EQ(found.tree, "(label (and (text рабочие) (text заказы)) L7)");
}

TEST_F(HeadingSearch, FindsWhatWasTypedToo) {
  EXPECT_EQ(said(search("calls")), "heading CALLS {\"calls\" 1}");
  EXPECT_EQ(search("orders work").paragraphs, search("work orders").paragraphs);
  // Words of one language are none of another: the text is not in French.
  EXPECT_EQ(search("\"calls\"").paragraphs, 1u);
}

TEST_F(HeadingSearch, NamesWhatItDoesNotAskFor) {
  const Result found = search("lanterns");
  ASSERT_FALSE(found.notes.empty());
  EXPECT_EQ(found.notes.front(), "library heading for \"lanterns\", not asked for: LAMPS");
}

TEST_F(HeadingSearch, CountsTheSameInACrossTable) {
  const CrossRequest request{
      .query = "рабочие заказы", .rows = "organ", .columns = "year", .having = {}};
  EXPECT_EQ(cross_table(folder_.path(), request).paragraphs, 1u);
}

TEST_F(HeadingSearch, OfADamagedFileNamesItAndTheWayOut) {
  const auto fault = [&]() -> std::string {
    try {
      (void)Searcher::open(folder_.path());
    } catch (const Error& error) {
      return std::string(error.what()) + " / " + error.hint;
    }
    return "it was opened";
  };
  std::string bytes = table_bytes();
  bytes[bytes.size() / 2] ^= 1;
  test::write_file(generation() / kHeadingsFile, bytes);
  EXPECT_NE(fault().find("headings.bin': it does not match its checksum"), std::string::npos)
      << fault();
  EXPECT_NE(fault().find("undex rebuild"), std::string::npos);
  test::write_file(generation() / kHeadingsFile, "short");
  publish();  // as if it had been written so
  EXPECT_NE(fault().find("headings.bin' in the index, cannot be read"), std::string::npos)
      << fault();
}

TEST(Headings, OfTheLibraryAreMeantInSixLanguages) {
  UNDEX_NEEDS_SHARED();
  const std::string name = "corpus/real/library/thesaurus/unbis-thesaurus.tsv";
  const std::string bytes = write_headings(
      read_thesaurus(test::read_file(test::shared_dir() / name), name), std::string(64, '0'));
  const HeadingTable table(std::as_bytes(std::span(bytes)));
  const auto ids = [&](const std::string& query) {
    const Node tree = query::with_meaning(parse_query(query), query, {.headings = &table});
    const LabelNode* label = std::get_if<LabelNode>(&tree.value);
    return label ? label->ids.front() + " " + std::to_string(label->labels.size()) : dump(tree);
  };
  for (const std::string query :
       {"right to food", "derecho a la alimentación", "право на питание", "Droit à l'alimentation"})
    EXPECT_EQ(ids(query), "T0006810 6") << query;
  EXPECT_EQ(ids("armes nucléaires"), "T0000305 6");
  for (const std::string query : {"training", "work", "trade", "actions"})
    EXPECT_EQ(ids(query), "(text " + query + ")");
}

}  // namespace
}  // namespace undex
