// Every node of a query as a question to both databases of a small index: trees made by hand, so
// that nothing rests on how they are typed.
#include "searcher/query/plan.h"

#include <gtest/gtest.h>

#include "searcher/query/docids.h"
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
  static void SetUpTestSuite() {
    folder_ = new test::TemporaryFolder;
    test::make_sample_index(folder_->path(), test::sample_documents());
  }
  static void TearDownTestSuite() { delete folder_; }

  void SetUp() override {
    const std::filesystem::path generation = folder_->path() / kIndexFolder / "gen-000001";
    context_.documents = Xapian::Database((generation / kDocumentsFolder).string());
    context_.paragraphs = Xapian::Database((generation / kParagraphsFolder).string());
  }

  /// Symbols of the documents found, in the order they came in.
  std::string documents(const Node& tree) const {
    std::string out;
    for (const Xapian::docid docid :
         found_by(plan(tree, Side::documents, context_), context_.documents))
      out += (out.empty() ? "" : " ") +
             read_card(context_.documents.get_document(docid).get_data()).name;
    return out;
  }
  /// Number of the document and place of the paragraphs found.
  std::string paragraphs(const Node& tree) const {
    std::string out;
    for (const Xapian::docid docid :
         found_by(plan(tree, Side::paragraphs, context_), context_.paragraphs)) {
      const ParagraphCard card =
          read_paragraph_card(context_.paragraphs.get_document(docid).get_data());
      out += (out.empty() ? "" : " | ") + card.key.substr(1, 1) + ": " + card.locator;
    }
    return out;
  }
  std::string expanded(const Node& leaf) const {
    std::string out;
    const Expansion expansion(context_);
    for (const CountedTerm& term : expansion.of(leaf))
      out += (out.empty() ? "" : " ") + term.term + " " + std::to_string(term.paragraphs);
    return out;
  }

  static test::TemporaryFolder* folder_;
  PlanContext context_;
};
test::TemporaryFolder* Plan::folder_ = nullptr;

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

TEST_F(Plan, RefusesAWildcardForEveryWord) {
  Node every = node(WildcardNode{.pattern = "*"});
  every.begin = 7;
  try {
    plan(every, Side::documents, context_);
    FAIL();
  } catch (const QueryError& error) {
    EXPECT_STREQ(error.what(), "'*' fits every word");
    EXPECT_EQ(error.offset, 7u);
  }
}

}  // namespace
}  // namespace undex::query
