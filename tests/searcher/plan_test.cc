// Every node of a query as a question to both databases of a small index: trees made by hand, so
// that nothing rests on how they are typed.
#include "searcher/query/plan.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "searcher/query/describe.h"
#include "searcher/query/docids.h"
#include "searcher/query/wording.h"
#include "searcher/search/index.h"
#include "tests/searcher/sample_index.h"
#include "undex/search.h"

namespace undex::query {
namespace {

template <typename Value>
Node node(Value value) {
  return {.value = std::move(value), .begin = 0, .end = 0};
}
Node words(const std::string& text) { return node(Words{.text = text}); }

class Plan : public testing::Test {
 protected:
  void SetUp() override { index_.emplace(search::open_index(test::sample_archive())); }

  /// Symbols of the documents found, in the order they came in.
  std::string documents(const Node& tree) const {
    std::string out;
    for (const Xapian::docid docid :
         found_by(plan(tree, Side::documents, index_->databases), index_->databases.documents))
      out += (out.empty() ? "" : " ") +
             read_card(index_->databases.documents.get_document(docid).get_data()).name;
    return out;
  }
  /// Number of the document and place of the paragraphs found.
  std::string paragraphs(const Node& tree) const {
    std::string out;
    for (const Xapian::docid docid :
         found_by(plan(tree, Side::paragraphs, index_->databases), index_->databases.paragraphs)) {
      const ParagraphCard card = index_->databases.cards.at(docid);
      out += (out.empty() ? "" : " | ") + card.key.substr(1, 1) + ": " + card.locator;
    }
    return out;
  }
  std::string expanded(const Node& leaf) const {
    std::string out;
    const Expansion expansion(index_->databases);
    for (const CountedTerm& term : expansion.of(leaf))
      out += (out.empty() ? "" : " ") + term.term + " " + std::to_string(term.paragraphs);
    return out;
  }

  std::optional<search::Index> index_;
};

TEST_F(Plan, TakesAnAcronymInCapitalsForItsConceptAlone) {
  // "it" is another word than "IT"; "ICT" is none, and is looked for as written too.
  EXPECT_EQ(wording_of(ConceptNode{.id = "information-technology", .text = "IT"}).terms,
            std::vector<std::string>{"XC:information-technology"});
  EXPECT_EQ(wording_of(ConceptNode{.id = "ict", .text = "ICT"}).terms.front(), "XC:ict");
  EXPECT_GT(wording_of(ConceptNode{.id = "ict", .text = "ICT"}).terms.size(), 1U);
}

std::string described(const Node& tree, Side side, const search::Index& index) {
  return plan(tree, side, index.databases).get_description();
}

TEST_F(Plan, LooksForPhrasesOfAConceptOnlyWhereItIsNotSeen) {
  const Node desk = node(ConceptNode{.id = "service-desk", .text = "help desk"});
  EXPECT_EQ(documents(desk), "E/2003/75 E/2009/21");
  for (const Side side : {Side::documents, Side::paragraphs})
    EXPECT_EQ(described(desk, side, *index_).find("PHRASE"), std::string::npos);

  test::TemporaryFolder folder;
  const test::Part seen{"1", "The help desk answers."};
  const test::Part apart{"2", "They came to help. Desk and chair were new."};
  test::make_sample_index(folder.path(),
                          {test::make_document("A/57/1", "2002-07-01", "", "Desks", {seen, apart}),
                           test::make_document("A/57/2", "2002-07-01", "", "Chairs", {apart})});
  index_.emplace(search::open_index(folder.path()));
  EXPECT_EQ(documents(desk), "A/57/1 A/57/2");
  EXPECT_EQ(paragraphs(desk), "0: 1 | 0: 2 | 1: 2");
  for (const Side side : {Side::documents, Side::paragraphs})
    EXPECT_NE(described(desk, side, *index_).find("PHRASE"), std::string::npos);
  const Node chairs = node(AndNode{.parts = {words("chair"), node(NotNode{.part = {desk}})}});
  EXPECT_EQ(paragraphs(chairs), "");
}

TEST_F(Plan, AWildcardStandsForTheWordsThatFit) {
  EXPECT_EQ(expanded(node(WildcardNode{.pattern = "technolog*"})), "technologies 2 technology 1");
  EXPECT_EQ(expanded(node(WildcardNode{.pattern = "Mission?"})), "missions 4");
  EXPECT_EQ(expanded(node(WildcardNode{.pattern = "*sites"})), "sites 2");
  EXPECT_EQ(expanded(node(WildcardNode{.pattern = "e-mail*"})), "email 4");
  EXPECT_EQ(expanded(node(WildcardNode{.pattern = "w??"})), "was 2 web 2");
  EXPECT_EQ(expanded(node(WildcardNode{.pattern = "informatics*", .field = find_field("title")})),
            "Sinformatics 0");
  EXPECT_EQ(expanded(node(WildcardNode{.pattern = "zz*"})), "");
  EXPECT_EQ(expanded(words("desk")), "");
}

TEST_F(Plan, AWildcardFindsOnBothSides) {
  const Node technology = node(WildcardNode{.pattern = "technolog*"});
  EXPECT_EQ(documents(technology), "E/2003/75 E/2009/21 A/58/568");
  EXPECT_EQ(paragraphs(technology), "0: 1 | 1: 3 | 2: 1");
  const Node title = node(WildcardNode{.pattern = "program*", .field = find_field("title")});
  EXPECT_EQ(documents(title), "ODA/2023-00042");
  EXPECT_EQ(paragraphs(title), "3: [1] | 3: [2]");
  const Node organ = node(WildcardNode{.pattern = "econ*", .field = find_field("organ")});
  EXPECT_EQ(documents(organ), "E/2003/75 E/2009/21");
  EXPECT_EQ(documents(node(WildcardNode{.pattern = "zz*"})), "");
  EXPECT_EQ(paragraphs(node(WildcardNode{.pattern = "zz*"})), "");
}

TEST_F(Plan, AFuzzyWordStandsForThoseOneEditAway) {
  EXPECT_EQ(expanded(node(FuzzyNode{.text = "mision"})), "mission 2");
  EXPECT_EQ(expanded(node(FuzzyNode{.text = "mission"})), "missions 4 mission 2");
  EXPECT_EQ(expanded(node(FuzzyNode{.text = "dsek"})), "desk 5");
  EXPECT_EQ(expanded(node(FuzzyNode{.text = "rnission"})), "mission 2");
  EXPECT_EQ(expanded(node(FuzzyNode{.text = "Comrnittee"})), "committee 1");
  EXPECT_EQ(expanded(node(FuzzyNode{.text = "he1p"})), "help 3");
  EXPECT_EQ(expanded(node(FuzzyNode{.text = "eemail"})), "email 4");
  EXPECT_EQ(expanded(node(FuzzyNode{.text = "missin", .field = find_field("title")})), "");
  EXPECT_EQ(expanded(node(FuzzyNode{.text = "sumit", .field = find_field("title")})), "Ssummit 0");
  EXPECT_EQ(paragraphs(node(FuzzyNode{.text = "volunters"})), "1: 15");
}

Node near(std::vector<Node> parts, std::size_t distance, bool ordered = false) {
  return node(NearNode{.parts = std::move(parts), .distance = distance, .ordered = ordered});
}
Node same_sentence(std::vector<Node> parts, std::size_t distance = 0) {
  return node(
      NearNode{.parts = std::move(parts), .distance = distance, .unit = NearNode::Unit::sentence});
}
Node phrase(const std::string& text) { return node(Words{.text = text, .quoted = true}); }

TEST_F(Plan, NearTakesSoManyWordsBetweenAndNotOneMore) {
  // "The mission Help Desk took 1,069 calls."
  EXPECT_EQ(paragraphs(near({words("help"), words("calls")}, 3)), "0: 18 (g)");
  EXPECT_EQ(paragraphs(near({words("calls"), words("help")}, 3)), "0: 18 (g)");
  EXPECT_EQ(paragraphs(near({words("help"), words("calls")}, 2)), "");
  EXPECT_EQ(paragraphs(near({words("help"), words("calls")}, 3, true)), "0: 18 (g)");
  EXPECT_EQ(paragraphs(near({words("calls"), words("help")}, 3, true)), "");
  EXPECT_EQ(paragraphs(near({words("help"), words("desk")}, 0, true)),
            "0: 16 (g) | 0: 17 | 0: 18 (g)");
  EXPECT_EQ(documents(near({words("help"), words("calls")}, 3)), "E/2003/75");
  EXPECT_EQ(documents(near({words("help"), words("calls")}, 2)), "");
}

TEST_F(Plan, NearTakesEveryFormOfAWordUnlessItIsQuoted) {
  // "A Help Desk answers the missions." and "Every mission may ring the help desk."
  EXPECT_EQ(paragraphs(near({words("desk"), words("mission")}, 5)),
            "0: 16 (g) | 0: 17 | 0: 18 (g)");
  EXPECT_EQ(paragraphs(near({words("desk"), phrase("mission")}, 5)), "0: 17 | 0: 18 (g)");
}

TEST_F(Plan, NearTakesPhrasesConceptsAndOthers) {
  EXPECT_EQ(paragraphs(near({phrase("help desk"), words("calls")}, 2)), "0: 18 (g)");
  EXPECT_EQ(paragraphs(near({phrase("help desk"), words("calls")}, 1)), "");
  const Node desk = node(ConceptNode{.id = "service-desk", .text = "help desk"});
  EXPECT_EQ(paragraphs(near({desk, words("orders")}, 3)), "1: 19");
  EXPECT_EQ(paragraphs(near({node(WildcardNode{.pattern = "tec*"}), words("communication")}, 1)),
            "0: 1 | 1: 3");
  EXPECT_EQ(paragraphs(near({node(FuzzyNode{.text = "dsek"}), words("took")}, 0)), "0: 18 (g)");
  const Node either = node(OrNode{.parts = {words("calls"), words("orders")}});
  EXPECT_EQ(paragraphs(near({words("desk"), either}, 3)), "0: 18 (g) | 1: 19");
  // "e-mail" is one word and two.
  EXPECT_EQ(paragraphs(near({words("email"), words("accounts")}, 0)), "1: 12");
  EXPECT_EQ(paragraphs(near({words("got"), words("e-mail"), words("training")}, 1, true)),
            "0: summary");
  EXPECT_EQ(paragraphs(near({words("got"), words("email"), words("training")}, 1, true)),
            "0: summary");
}

TEST_F(Plan, NearChainsItsNeighbours) {
  EXPECT_EQ(paragraphs(near({words("calls"), words("mission"), words("took")}, 2)), "0: 18 (g)");
  EXPECT_EQ(paragraphs(near({words("calls"), words("mission"), words("took")}, 1)), "");
  EXPECT_EQ(paragraphs(near({words("the"), words("the")}, 9)),
            "0: 20 | 1: 12 | 2: 11");  // twice, not once
  EXPECT_THROW(
      documents(near(
          {words("a"), words("b"), words("c"), words("d"), words("e"), words("f"), words("g")}, 9)),
      Error);
}

TEST_F(Plan, NearNeverCrossesParagraphs) {
  EXPECT_EQ(documents(near({words("volunteers"), words("service")}, 50)), "");
  EXPECT_EQ(paragraphs(near({words("volunteers"), words("service")}, 50)), "");
}

TEST_F(Plan, NearLooksIntoTitles) {
  EXPECT_EQ(documents(near({words("field"), words("informatics")}, 1)), "E/2003/75 E/2009/21");
  EXPECT_EQ(paragraphs(near({words("field"), words("informatics")}, 1)), "");
  const Node mapping = node(Words{.text = "mapping", .field = find_field("title")});
  const Node security = node(Words{.text = "security", .field = find_field("title")});
  EXPECT_EQ(documents(near({mapping, security}, 2)), "ODA/2023-00042");
  EXPECT_EQ(documents(near({mapping, security}, 1)), "");
  EXPECT_EQ(paragraphs(near({mapping, security}, 2)), "3: [1] | 3: [2]");
}

TEST_F(Plan, NearCountsSentences) {
  // "Every mission may ring the help desk. Its e-mail is answered too."
  EXPECT_EQ(paragraphs(same_sentence({words("mission"), words("desk")})),
            "0: 16 (g) | 0: 17 | 0: 18 (g)");
  EXPECT_EQ(paragraphs(same_sentence({words("mission"), words("email")})), "0: summary");
  EXPECT_EQ(paragraphs(same_sentence({words("mission"), words("email")}, 1)), "0: summary | 0: 17");
  EXPECT_EQ(documents(same_sentence({words("mission"), words("email")}, 1)), "E/2003/75");
}

/// The paragraph has no text: it would be an error to read it.
TEST(Near, RefusesCommonWordsOfASentenceBeforeTextsAreRead) {
  Xapian::WritableDatabase db(std::string(), Xapian::DB_BACKEND_INMEMORY);
  Xapian::Document paragraph;
  for (const std::string word : {"alpha", "beta"}) paragraph.add_term(word, 2'000'000);
  db.add_document(paragraph);
  const PlanContext context{.documents = db, .paragraphs = db};
  try {
    plan(same_sentence({words("alpha"), words("beta")}), Side::paragraphs, context);
    FAIL() << "not refused";
  } catch (const Error& fault) {
    EXPECT_EQ(fault.kind, ErrorKind::usage);
    EXPECT_NE(std::string(fault.what()).find("too common"), std::string::npos) << fault.what();
  }
}

TEST_F(Plan, NearRefusesWhatHasNoPlace) {
  const Node year = node(ValueNode{.field = find_field("year"), .value = "2003"});
  EXPECT_THROW(documents(near({words("desk"), year}, 5)), QueryError);
}

TEST_F(Plan, OneParagraphHoldsAllOfPara) {
  const auto para = [](Node part) { return node(ParagraphNode{.part = {std::move(part)}}); };
  const auto both = [](Node a, Node b) {
    return node(AndNode{.parts = {std::move(a), std::move(b)}});
  };
  EXPECT_EQ(documents(both(words("calls"), words("delegates"))), "E/2003/75");
  EXPECT_EQ(documents(para(both(words("calls"), words("delegates")))), "");
  EXPECT_EQ(documents(para(both(words("calls"), words("took")))), "E/2003/75");
  EXPECT_EQ(paragraphs(para(both(words("calls"), words("took")))), "0: 18 (g)");
  // A paragraph with one and without the other; the document has both.
  const Node without = both(words("desk"), node(NotNode{.part = {words("calls")}}));
  EXPECT_EQ(documents(without), "E/2009/21");
  EXPECT_EQ(documents(para(without)), "E/2003/75 E/2009/21");
  EXPECT_EQ(paragraphs(para(without)), "0: 16 (g) | 0: 17 | 1: 12 | 1: 19");
  // And two of them in one document.
  EXPECT_EQ(documents(both(para(both(words("calls"), words("took"))),
                           para(both(words("website"), words("delegates"))))),
            "E/2003/75");
}

Node range(const char* field, const std::string& from, const std::string& to, bool above = false,
           bool below = false) {
  return node(RangeNode{
      .field = find_field(field), .from = from, .to = to, .above = above, .below = below});
}

TEST_F(Plan, RangesOfFiguresAreExact) {
  // 1,069 calls; 792 accounts; 1,920 work orders; 1 067 units and 933 monitors.
  EXPECT_EQ(paragraphs(range("figure", "1000", "2000")), "0: 18 (g) | 1: 19 | 1: annex, 1");
  EXPECT_EQ(paragraphs(range("figure", "1067", "1069")), "0: 18 (g) | 1: annex, 1");
  EXPECT_EQ(paragraphs(range("figure", "1067", "1069", true, true)), "");
  EXPECT_EQ(paragraphs(range("figure", "1068", "1070", true, true)), "0: 18 (g)");
  EXPECT_EQ(paragraphs(range("figure", "940", "1060")), "");  // between two figures of a paragraph
  EXPECT_EQ(paragraphs(range("figure", "1069", "")), "0: 18 (g) | 1: 19");
  EXPECT_EQ(paragraphs(range("figure", "1069", "", true)), "1: 19");
  EXPECT_EQ(paragraphs(range("figure", "793", "933", true)), "1: annex, 1");
  EXPECT_EQ(documents(range("figure", "1070", "2000")), "E/2009/21");
  EXPECT_EQ(documents(range("figure", "1068", "1070")), "E/2003/75");
  EXPECT_EQ(documents(range("figure", "940", "1060")), "");
}

TEST_F(Plan, RangesKeepToTheirBounds) {
  EXPECT_EQ(documents(range("year", "2003", "2006")), "E/2003/75 A/58/568 A/RES/60/252");
  EXPECT_EQ(documents(range("year", "2003", "2006", true, true)), "");
  EXPECT_EQ(documents(range("year", "2003", "", true)), "E/2009/21 ODA/2023-00042 A/RES/60/252");
  EXPECT_EQ(documents(range("year", "", "2003", false, true)), "");
  EXPECT_EQ(documents(range("session", "58", "60")), "A/58/568 A/RES/60/252");
  EXPECT_EQ(documents(range("session", "58", "60", true)), "A/RES/60/252");
  EXPECT_EQ(documents(range("date", "2003-05", "2003-11")), "E/2003/75 A/58/568");
  EXPECT_EQ(documents(range("date", "2003-05", "", true)),
            "E/2009/21 A/58/568 ODA/2023-00042 A/RES/60/252");
  EXPECT_EQ(documents(range("date", "", "2003-11", false, true)), "E/2003/75");
  EXPECT_EQ(documents(range("date", "", "2003-11-12", false, true)), "E/2003/75");
  EXPECT_EQ(documents(range("date", "", "2003-11-12")), "E/2003/75 A/58/568");
  EXPECT_EQ(paragraphs(range("date", "2006", "2006")), "4: pp. 1 | 4: 1");
  EXPECT_EQ(documents(range("date", "2003-05", "2003-05", true, true)), "");
}

Node series(const std::string& prefix, const char* field = nullptr) {
  return node(SeriesNode{.prefix = prefix, .field = field ? find_field(field) : nullptr});
}

TEST_F(Plan, ASeriesIsItsDocumentsAndWhatCitesThem) {
  EXPECT_EQ(documents(series("A/62/")), "E/2009/21");  // cites A/62/793
  EXPECT_EQ(documents(series("A/62/", "symbol")), "");
  EXPECT_EQ(documents(series("A/62/", "cites")), "E/2009/21");
  EXPECT_EQ(paragraphs(series("A/62/", "cites")), "1: 3");
  EXPECT_EQ(documents(series("E/", "symbol")), "E/2003/75 E/2009/21");
  EXPECT_EQ(paragraphs(series("A/RES/60/", "symbol")), "4: pp. 1 | 4: 1");
  EXPECT_EQ(documents(series("E/2003/")), "E/2003/75");
  EXPECT_EQ(documents(series("E/200/")), "");  // a stroke ends a number
  EXPECT_EQ(expanded(series("A/62/")), "XSYM:A/62/793 1 XSYM:A/62/793/Corr.1 1");
}

TEST_F(Plan, LikeFindsWhatSharesRareWordsButNotThePlaceItself) {
  const auto like = [](const std::string& name, const std::string& place = {}) {
    return node(
        LikeNode{.name = name, .place = place.empty() ? std::nullopt : parse_locator(place)});
  };
  EXPECT_EQ(paragraphs(like("E/2003/75", "18 (g)")),
            "0: summary | 0: 1 | 0: 16 (g) | 0: 17 | 1: 12 | 1: 19 | 3: [1]");
  EXPECT_EQ(documents(like("E/2003/75", "18 (g)")), "E/2003/75 E/2009/21 ODA/2023-00042");
  EXPECT_EQ(documents(like("A/58/568", "11")), "E/2003/75 E/2009/21");
  const std::string alike = documents(like("E/2003/75"));
  EXPECT_EQ(alike.find("E/2003/75"), std::string::npos);
  EXPECT_NE(alike.find("E/2009/21"), std::string::npos);
  EXPECT_EQ(documents(like("A/1/1")), "");
  EXPECT_EQ(documents(like("E/2003/75", "99")), "");
}

TEST_F(Plan, ANameIsFoundUnderAnyOfItsNames) {
  const NameNode::Value assembly{.field = find_field("organ"), .id = "General Assembly"};
  EXPECT_EQ(documents(node(NameNode{.values = {assembly}, .text = "work orders", .typed = {}})),
            "E/2009/21 A/58/568 A/RES/60/252");
  EXPECT_EQ(paragraphs(node(NameNode{.values = {}, .text = "work orders", .typed = {}})), "1: 19");
}

TEST_F(Plan, AHeadingIsAnyOfItsLabels) {
  const Node desks =
      node(LabelNode{.ids = {"1"},
                     .name = "WORK ORDERS",
                     .labels = {{"WORK ORDERS", "en"}, {"MONITOR", "en"}, {"PROCESSING", "es"}},
                     .text = "work orders",
                     .typed = {}});
  EXPECT_EQ(paragraphs(desks), "1: 19 | 1: annex, 1");  // "monitors"; "processing" in no Spanish
}

TEST_F(Plan, SomeAreEnoughButNotTheCommonOnes) {
  const Node question = node(SomeNode{.parts = {words("what"), words("calls"), words("orders")}});
  EXPECT_EQ(paragraphs(question), "0: 18 (g) | 1: 19");
  EXPECT_EQ(documents(question), "E/2003/75 E/2009/21");
}

TEST_F(Plan, WhatAQuestionSaysTwiceWeighsTwice) {
  const auto described = [&](const std::string& last) {
    const Node question = node(SomeNode{.parts = {words("calls"), words("orders"), words(last)}});
    return description_of(plan(question, Side::paragraphs, index_->databases));
  };
  EXPECT_EQ(described("Calls"), "(2 * Zen:call OR Zen:order)");
  EXPECT_EQ(described("desk"), "(Zen:call OR Zen:order OR Zen:desk)");
}

TEST_F(Plan, LeavesInsideDistancesAndParagraphsAreLeaves) {
  const Node tree = node(AndNode{.parts = {near({words("help"), words("calls")}, 3),
                                           node(ParagraphNode{.part = {words("desk")}}),
                                           node(NotNode{.part = {words("x")}})}});
  std::string leaves;
  for (const Node* leaf : positive_leaves(tree)) leaves += dump(*leaf);
  EXPECT_EQ(leaves, "(text help)(text calls)(text desk)");
  EXPECT_TRUE(has_negation(tree));
}

TEST_F(Plan, IsDescribedWithoutEngineInternals) {
  const auto described = [&](const Node& tree) {
    return description_of(plan(tree, Side::documents, index_->databases));
  };
  EXPECT_EQ(described(node(ValueNode{.field = find_field("year"), .value = "2003"})),
            "0 * XYEAR:2003");
  EXPECT_EQ(described(range("figure", "1000", "")), "VALUE_GE greatest figure 1000");
  EXPECT_EQ(described(range("date", "2003", "2004")), "VALUE_RANGE date 2003 2004~");
  EXPECT_EQ(described(near({words("field"), phrase("informatics")}, 1)).substr(0, 13),
            "(<2 places> A");
  EXPECT_EQ(described(phrase("help desk")), "(help PHRASE desk)");
  EXPECT_EQ(described(node(AllNode{})), "<all>");
}

TEST_F(Plan, RefusesAWildcardForEveryWord) {
  Node every = node(WildcardNode{.pattern = "*"});
  every.begin = 7;
  try {
    plan(every, Side::documents, index_->databases);
    FAIL();
  } catch (const QueryError& error) {
    EXPECT_STREQ(error.what(), "'*' fits every word");
    EXPECT_EQ(error.offset, 7u);
  }
}

}  // namespace
}  // namespace undex::query
