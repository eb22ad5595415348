// YAZ's CQL parser in its strict mode as an oracle: both parsers take or refuse a query alike, and
// see the same booleans in it. It knows the grammar only, so what we refuse for its meaning (an
// index, a relation, a unit that we do not have) counts as taken.
#include <gtest/gtest.h>
#include <yaz/cql.h>
#include <yaz/diagsrw.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "searcher/query/cql.h"
#include "searcher/query/cql/diagnostics.h"

namespace undex {
namespace {

std::string list(const std::string& head, const std::vector<std::string>& parts) {
  std::string out = "(" + head;
  for (const std::string& part : parts) out += " " + part;
  return out + ")";
}

/// Words and operators: (and a (not b)).
std::string shape(const Node& node);

std::vector<std::string> shapes(const std::vector<Node>& nodes) {
  std::vector<std::string> out;
  for (const Node& node : nodes) out.push_back(shape(node));
  return out;
}

std::string shape(const Node& node) {
  if (const AndNode* all = std::get_if<AndNode>(&node.value))
    return list("and", shapes(all->parts));
  if (const OrNode* any = std::get_if<OrNode>(&node.value)) return list("or", shapes(any->parts));
  if (const NotNode* negated = std::get_if<NotNode>(&node.value))
    return list("not", shapes(negated->part));
  if (const NearNode* near = std::get_if<NearNode>(&node.value))
    return list("prox", shapes(near->parts));
  const Words* words = std::get_if<Words>(&node.value);
  return words ? words->text : ".";
}

/// The same of YAZ's tree, whose operators have two sides: a chain from the left is one list.
struct YazShape {
  std::string head;  ///< empty for a word
  std::vector<std::string> parts;

  std::string text() const { return head.empty() ? parts.front() : list(head, parts); }
};

YazShape yaz_shape(const cql_node* node) {
  if (node->which == CQL_NODE_ST) return {{}, {node->u.st.term}};
  const std::string op = node->u.boolean.value;
  const std::string head = op == "not" ? "and" : op;
  YazShape left = yaz_shape(node->u.boolean.left);
  const std::string right = yaz_shape(node->u.boolean.right).text();
  if (left.head != head) left = {head, {left.text()}};
  left.parts.push_back(op == "not" ? list("not", {right}) : right);
  return left;
}

std::optional<std::string> yaz_reads(const std::string& query) {
  const std::unique_ptr<cql_parser, void (*)(CQL_parser)> parser(cql_parser_create(),
                                                                 cql_parser_destroy);
  cql_parser_strict(parser.get(), 1);
  if (cql_parser_string(parser.get(), query.c_str()) != 0) return std::nullopt;
  const cql_node* tree = cql_parser_result(parser.get());
  return tree->which == CQL_NODE_SORT ? yaz_shape(tree->u.sort.search).text()
                                      : yaz_shape(tree).text();
}

constexpr const char* kRefusedForItsMeaning = "refused for its meaning";

/// Refusals of the grammar: syntax, parentheses, quotes.
bool is_grammar(int number) { return number == 10 || number == 13 || number == 14; }

std::optional<std::string> we_read(const std::string& query) {
  try {
    return shape(parse_cql(query).tree);
  } catch (const CqlError& fault) {
    if (is_grammar(fault.number)) return std::nullopt;
    return kRefusedForItsMeaning;
  }
}

TEST(CqlOracle, AgreesOnWhatIsCql) {
  const std::vector<std::string> queries = {
      "alpha",
      "\"alpha beta\"",
      "dc.title = alpha",
      "dc.title == \"alpha beta\"",
      "dc.title any/stem \"alpha\"",
      "dc.title = / stem / fuzzy alpha",
      "dc.date >= 2003",
      "dc.date<2003",
      "dc.title cql.any alpha",
      "alpha and beta",
      "alpha AND beta",
      "alpha and beta or gamma",
      "alpha or beta and gamma not delta",
      "alpha or (beta and gamma)",
      "(alpha or beta) and (gamma or delta)",
      "((alpha)) not (beta)",
      "alpha not beta not gamma",
      "alpha prox beta",
      "alpha prox/unit=word/distance<5/ordered beta",
      "alpha prox/distance<=5 beta and gamma",
      "alpha and/rel.combine=sum beta",
      "> dc = \"info:srw/cql-context-set/1/dc-v1.1\" dc.title = alpha",
      "> \"info:srw/cql-context-set/1/dc-v1.1\" title = alpha",
      "alpha and (> dc = \"info:srw/cql-context-set/1/dc-v1.1\" dc.title = beta)",
      "alpha sortBy dc.date",
      "alpha sortby dc.date/sort.descending",
      "alpha or beta sortBy dc.date undex.symbol",
      "\"and\"",
      "title = and",
      "title =/\"stem\" alpha",
      "title = or and alpha",
      "cql.resultSetId = 12",
      "unknown.index unknownrelation term",
  };
  for (const std::string& query : queries) {
    const std::optional<std::string> theirs = yaz_reads(query);
    const std::optional<std::string> ours = we_read(query);
    EXPECT_TRUE(theirs) << query;
    ASSERT_TRUE(ours) << query;
    if (theirs && *ours != kRefusedForItsMeaning && ours->find('.') == std::string::npos) {
      EXPECT_EQ(*ours, *theirs) << query;
    }
  }
}

TEST(CqlOracle, AgreesOnWhatIsNone) {
  const std::vector<std::string> queries = {"alpha beta",
                                            "alpha and",
                                            "and alpha",
                                            "alpha and or beta",
                                            "(alpha",
                                            "alpha)",
                                            "()",
                                            "( alpha and ) beta",
                                            "title =",
                                            "= alpha",
                                            "title any/ = alpha",
                                            "alpha prox/ = beta",
                                            "not alpha",
                                            "alpha sortBy",
                                            "> = \"x\" alpha",
                                            "alpha and (beta or",
                                            "alpha or or beta"};
  for (const std::string& query : queries) {
    EXPECT_FALSE(yaz_reads(query)) << query;
    EXPECT_FALSE(we_read(query)) << query;
  }
}

struct Difference {
  std::string query;
  bool ours;
  bool theirs;
  std::string why;
};

TEST(CqlOracle, DiffersWhereItIsKnown) {
  const std::vector<Difference> differences = {
      {"\"alpha", false, true, "YAZ takes a quote that is not closed"},
      {"alpha\nand )", false, true, "for YAZ a query ends with its line"},
      {"alpha\tand\tbeta", true, true, "a tab is a blank for us and a letter for YAZ"},
      {"undex.symbol = A/RES/57/295", true, false, "symbols need no quotes here"},
      {"A/58/568 and alpha", true, false, "symbols need no quotes here"},
      {"S/RES/1723(2006)", true, false, "symbols need no quotes here"},
      {"alpha \"beta\"", false, true, "YAZ lets a quoted term follow a word"},
      {"title = alpha beta gamma", false, true, "YAZ lets further words follow a term"},
      {"alpha sortBy dc.date )", false, true, "YAZ does not look behind what to sort by"},
      {"alpha and or", false, true, "a keyword without quotes is a slip for us, a word for YAZ"},
      {"", true, false, "nothing asked is every document for us"},
  };
  for (const Difference& one : differences) {
    EXPECT_EQ(we_read(one.query).has_value(), one.ours) << one.query << ": " << one.why;
    EXPECT_EQ(yaz_reads(one.query).has_value(), one.theirs) << one.query << ": " << one.why;
  }
}

TEST(CqlOracle, HasTheSameTextsOfDiagnostics) {
  for (int number = 0; number < 130; ++number) {
    const std::string_view ours = cql::diagnostic_text(number);
    if (ours.empty()) continue;
    EXPECT_EQ(ours, yaz_diag_srw_str(number)) << number;
  }
}

}  // namespace
}  // namespace undex
