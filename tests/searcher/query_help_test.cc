// The help of the query language: made from the tables that the reader keeps to.
#include "searcher/render/query_help.h"

#include <gtest/gtest.h>
#include <libxml/parser.h>

#include <set>

#include "schemas/fields.h"
#include "searcher/query/operators.h"
#include "searcher/query/query.h"
#include "undex/search.h"

namespace undex {
namespace {

void collect(const Node& node, std::set<std::size_t>& seen) {
  seen.insert(node.value.index());
  const auto all = [&](const std::vector<Node>& parts) {
    for (const Node& part : parts) collect(part, seen);
  };
  if (const auto* list = std::get_if<AndNode>(&node.value)) all(list->parts);
  if (const auto* list = std::get_if<OrNode>(&node.value)) all(list->parts);
  if (const auto* list = std::get_if<NearNode>(&node.value)) all(list->parts);
  if (const auto* list = std::get_if<NotNode>(&node.value)) all(list->part);
  if (const auto* list = std::get_if<ParagraphNode>(&node.value)) all(list->part);
}

template <typename Value>
std::size_t index_of() {
  return Node{.value = Value{}}.value.index();
}

TEST(Operators, GiveExamplesThatAreReadAndShowEveryNode) {
  std::set<std::size_t> seen;
  for (const query::Operator& row : query::operators())
    EXPECT_NO_THROW(collect(parse_query(row.example), seen)) << row.example;
  const std::set<std::size_t> wanted = {
      index_of<Words>(),     index_of<SymbolNode>(), index_of<SeriesNode>(),
      index_of<ValueNode>(), index_of<RangeNode>(),  index_of<WildcardNode>(),
      index_of<FuzzyNode>(), index_of<NearNode>(),   index_of<ParagraphNode>(),
      index_of<LikeNode>(),  index_of<AndNode>(),    index_of<OrNode>(),
      index_of<NotNode>()};
  EXPECT_EQ(seen, wanted);
}

TEST(Operators, StandInGroupsOnce) {
  std::set<std::string_view> groups, spellings;
  std::string_view last;
  for (const query::Operator& row : query::operators()) {
    EXPECT_TRUE(row.group == last || groups.insert(row.group).second) << row.group;
    last = row.group;
    EXPECT_TRUE(spellings.insert(row.spelling).second) << row.spelling;
  }
}

TEST(Fields, GiveExamplesThatAreRead) {
  for (const Field& field : fields()) EXPECT_NO_THROW(parse_query(field.example)) << field.example;
}

TEST(QueryHelp, NamesEveryOperatorAndField) {
  const std::string text = query_help_text();
  const std::string man = query_help_man();
  for (const query::Operator& row : query::operators())
    EXPECT_NE(text.find(row.spelling), std::string::npos) << row.spelling;
  for (const Field& field : fields()) {
    EXPECT_NE(text.find("  " + std::string(field.name) + " "), std::string::npos) << field.name;
    EXPECT_NE(man.find("\n" + std::string(field.name) + "\n"), std::string::npos) << field.name;
  }
}

TEST(QueryHelp, IsAManualPageOfSectionSeven) {
  const std::string man = query_help_man();
  EXPECT_TRUE(man.starts_with(".TH UNDEX-QUERY 7 ")) << man.substr(0, 40);
  // A line that begins with a dot or a quote is a request to troff: only ours may.
  const std::set<std::string> requests = {".TH", ".SH", ".TP", ".br"};
  for (std::size_t at = 0; at < man.size(); at = man.find('\n', at) + 1) {
    EXPECT_NE(man[at], '\'');
    EXPECT_TRUE(man[at] != '.' || requests.contains(man.substr(at, 3))) << man.substr(at, 40);
  }
}

TEST(QueryHelp, IsWellFormedAndEscapedForAWebPage) {
  const std::string html = query_help_html();
  xmlDocPtr doc = xmlReadMemory(html.data(), static_cast<int>(html.size()), "help", "UTF-8",
                                XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  ASSERT_NE(doc, nullptr);
  xmlFreeDoc(doc);
  EXPECT_NE(html.find("<code>figure&gt;=1,000</code>"), std::string::npos);
  EXPECT_NE(html.find("<code>=&quot;help desk&quot;</code>"), std::string::npos);
  EXPECT_EQ(html.find("<script"), std::string::npos);
}

}  // namespace
}  // namespace undex
