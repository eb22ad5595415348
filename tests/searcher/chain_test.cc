// Chains of mandates: what the texts and the register of series say, both ways, and how it is
// shown.
#include "undex/chain.h"

#include <gtest/gtest.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "corpus/archive.h"
#include "indexer/index/index.h"
#include "searcher/render/chain.h"
#include "tests/searcher/sample_index.h"
#include "tests/support.h"

namespace undex {
namespace {

using test::make_document;
using test::Part;

/// Sentences of our own under real symbols, and one title that a terminal and an XML reader would
/// obey.
std::vector<Document> documents() {
  const std::string assembly = "General Assembly";
  const std::string council = "Economic and Social Council";
  std::vector<Document> all;
  all.push_back(make_document(
      "A/58/568", "2003-11-12", assembly, "Progress <b>\x1b[31m & \"more\"",
      {{"summary", "This report is submitted pursuant to paragraph 4 of resolution 57/295."},
       {"1", "The Assembly spoke of networks."},
       {"3",
        "The paper was written pursuant to paragraph 4 of General Assembly resolution 57/295."},
       {"16", "See also E/2003/75."}}));
  all.push_back(
      make_document("E/2003/75", "2003-05-28", council, "Informatics",
                    {{"1", "Pursuant to its resolution 2002/35 the missions are told."}}));
  all.push_back(make_document(
      "A/RES/77/150", "2022-12-14", assembly, "Technologies",
      {{"pp. 1", "Recalling its resolution 76/189 of 17 December 2021,", BlockKind::preambular},
       {"pp. 2", "Taking note of the report in A/77/66 and of resolution 70/1,",
        BlockKind::preambular},
       {"1", "Acts pursuant to General Assembly resolution 70/125."},
       {"51",
        "Requests the Secretary-General to submit to the General Assembly at its seventy-eighth "
        "session a report on all of this;"},
       {"52",
        "Requests the Secretary-General to report to the General Assembly, at its eightieth "
        "session, on the rest;"},
       {"53", "Requests a report to the Commission at its thirtieth session;"},
       {"54", "Invites Member States to report to the General Assembly at its eightieth session;"},
       {"55",
        "Requests support; decides to meet with the Assembly at its eighty-first session."}}));
  all.push_back(make_document("A/RES/80/16", "2025-12-01", assembly, "Security",
                              {{"1", "Decides to endorse the report in A/80/257."}}));
  all.push_back(make_document("A/68/65-E/2013/11", "2013-03-26", council, "Progress made", {}));
  Document call = make_document("ODA/2023-00042", "2023-10-02", "", "A call", {});
  call.masthead.add(MastheadItem::mandate, {"A/78/265", "A/78/265, annex, para. 46", ""});
  all.push_back(call);
  Document answer = make_document("ODA/2023-00042/NOR/1", "2023-11-01", "", "Views", {});
  answer.masthead.add(MastheadItem::call, {"oda-2023-ict-mapping", "ODA/2023-00042", ""});
  all.push_back(answer);
  Document french = all.front();  // a version more, and no document more
  for (MastheadEntry& entry : french.masthead.entries)
    if (entry.item == MastheadItem::language) entry.value = {"French", "fr", ""};
  all.push_back(french);
  for (Document& document : all) {
    if (document.symbol.text().starts_with("A/RES"))
      document.masthead.add(MastheadItem::document_type, {"resolution", "resolution", ""});
    if (document.blocks.empty()) {
      Block block;
      block.locator = parse_locator("1").value();
      block.text = "Words.";
      document.blocks.push_back(block);
    }
    understand(document);
  }
  return all;
}

class MandateChain : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new test::TemporaryFolder;
    Archive archive = Archive::open(folder_->path(), Archive::Mode::write);
    for (Document& document : documents()) {
      const std::string source = document.name() + "." + document.language() + ".txt";
      document.provenance = {.source = source,
                             .format = "text",
                             .media_type = "text/plain",
                             .sha256 = sha256_hex(source),
                             .size_bytes = source.size(),
                             .added = "2031-03-05T10:00:00Z"};
      archive.put(document, source);
    }
    archive.commit();
    update_index(archive, true, {});
  }
  static void TearDownTestSuite() {
    delete folder_;
    folder_ = nullptr;
  }
  static Chain chain(std::string_view name, int depth = 3, std::size_t most = 200) {
    return mandate_chain(folder_->path(),
                         {.name = std::string(name), .depth = depth, .most = most});
  }
  /// "A/RES/57/295 > A/58/568 mandated by para. 4 (A/58/568, summary)", sorted, one a line.
  static std::string links(const Chain& chain) {
    std::vector<std::string> lines;
    for (const ChainEdge& edge : chain.edges) {
      const ChainNode& later = chain.nodes[edge.to];
      std::string line = chain.nodes[edge.from].symbol + " > " +
                         (later.symbol.empty() ? later.date + "?" : later.symbol) + " " +
                         edge.relation;
      if (!edge.pinpoint.empty()) line += " " + edge.pinpoint;
      if (!edge.place.empty()) line += " (" + edge.place + ")";
      if (!edge.evidence.empty()) line += " [register]";
      lines.push_back(line);
    }
    std::ranges::sort(lines);
    std::string out;
    for (const std::string& line : lines) out += line + "\n";
    return out;
  }
  static const ChainNode& node(const Chain& chain, const std::string& symbol) {
    const auto found = std::ranges::find(chain.nodes, symbol, &ChainNode::symbol);
    EXPECT_NE(found, chain.nodes.end()) << symbol;
    return found == chain.nodes.end() ? chain.nodes.front() : *found;
  }

  static test::TemporaryFolder* folder_;
};
test::TemporaryFolder* MandateChain::folder_ = nullptr;

TEST_F(MandateChain, LeadsFromAReportToTheParagraphThatAskedForIt) {
  const Chain both = chain("a/58/568", 1);
  EXPECT_EQ(
      links(both),
      "A/57/280 > A/58/568 follows [register]\n"
      "A/58/568 > A/60/323 follows [register]\n"
      "A/RES/57/295 > A/58/568 mandated by para. 4 (A/58/568, summary; para. 3) [register]\n");
  EXPECT_EQ(both.nodes[both.root].symbol, "A/58/568");
  EXPECT_EQ(both.nodes[both.root].held_as, "text");
  EXPECT_EQ(node(both, "A/RES/57/295").held_as, "");
  EXPECT_EQ(node(both, "A/RES/57/295").kind, "resolution");
  EXPECT_EQ(node(both, "A/RES/57/295").date, "2002-12-20");
  EXPECT_EQ(node(both, "A/RES/57/295").depth, -1);
  EXPECT_EQ(node(both, "A/60/323").depth, 1);
}

TEST_F(MandateChain, LeadsFromAResolutionNotHeldToWhatAnsweredIt) {
  EXPECT_EQ(
      links(chain("resolution 57/295", 1)),
      "A/RES/56/258 > A/RES/57/295 follows [register]\n"
      "A/RES/57/295 > A/58/568 mandated by para. 4 (A/58/568, summary; para. 3) [register]\n");
}

TEST_F(MandateChain, TakesWhatTheTextsSayWhereTheRegisterIsSilent) {
  EXPECT_EQ(links(chain("E/RES/2002/35", 1)),
            "E/RES/1998/29 > E/RES/2002/35 follows [register]\n"
            "E/RES/2002/35 > E/2003/75 mandated by (E/2003/75, para. 1) [register]\n"
            "E/RES/2002/35 > E/RES/2007/14 follows [register]\n");
}

TEST_F(MandateChain, TiesAResolutionToItsLineAndToReportsItNotes) {
  EXPECT_EQ(links(chain("A/RES/77/150", 1)),
            "A/77/66 > A/RES/77/150 takes note of (A/RES/77/150, preambular para. 2)\n"
            "A/RES/76/189 > A/RES/77/150 follows [register]\n"
            "A/RES/76/189 > A/RES/77/150 recalls (A/RES/77/150, preambular para. 1)\n"
            "A/RES/77/150 > 2023? mandated by para. 51 [register]\n"
            "A/RES/77/150 > 2025? mandated by para. 52 (A/RES/77/150, para. 52)\n"
            "A/RES/77/150 > A/RES/78/132 follows [register]\n");
  EXPECT_NE(
      links(chain("A/RES/80/16", 1)).find("A/80/257 > A/RES/80/16 cites (A/RES/80/16, para. 1)\n"),
      std::string::npos);
}

TEST_F(MandateChain, KnowsAJointSymbolByEitherPart) {
  for (const char* name : {"A/68/65", "E/2013/11", "A/68/65-E/2013/11"})
    EXPECT_EQ(chain(name, 1).nodes.front().symbol, "A/68/65-E/2013/11") << name;
  EXPECT_EQ(chain("E/2012/49", 1).nodes.front().symbol, "A/67/66-E/2012/49");
}

TEST_F(MandateChain, LeadsThroughACallToItsAnswers) {
  EXPECT_EQ(links(chain("ODA/2023-00042", 1)),
            "A/78/265 > ODA/2023-00042 mandated by annex, para. 46 (ODA/2023-00042, masthead)\n"
            "ODA/2023-00042 > ODA/2023-00042/NOR/1 answers (ODA/2023-00042/NOR/1, masthead)\n");
  EXPECT_NE(links(chain("ODA/2023-00042/NOR/1", 2)).find("A/78/265 > ODA/2023-00042"),
            std::string::npos);
}

TEST_F(MandateChain, KeepsToAPlaceOfTheRoot) {
  const auto at = [](const char* name, const char* place) {
    return links(mandate_chain(folder_->path(), {.name = name, .place = place, .depth = 1}));
  };
  EXPECT_EQ(
      at("A/RES/57/295", "4"),
      "A/RES/57/295 > A/58/568 mandated by para. 4 (A/58/568, summary; para. 3) [register]\n");
  EXPECT_EQ(at("A/RES/57/295", "3"), "");
  EXPECT_EQ(at("A/RES/77/150", "pp. 1"),
            "A/RES/76/189 > A/RES/77/150 recalls (A/RES/77/150, preambular para. 1)\n");
  EXPECT_EQ(at("A/RES/77/150", "51"), "A/RES/77/150 > 2023? mandated by para. 51 [register]\n");
  EXPECT_EQ(at("A/RES/77/150", "53"), "");
  EXPECT_THROW(at("A/RES/77/150", "what"), Error);
}

TEST_F(MandateChain, StaysWithinItsLimits) {
  const Chain deep = chain("A/RES/57/295", 2);
  for (const ChainNode& node : deep.nodes) EXPECT_LE(std::abs(node.depth), 2) << node.symbol;
  const Chain few = chain("A/RES/77/150", 50, 4);
  EXPECT_TRUE(few.cut);
  EXPECT_EQ(few.nodes.size(), 4U);
  for (const ChainEdge& edge : few.edges) EXPECT_LT(std::max(edge.from, edge.to), 4U);
  EXPECT_FALSE(deep.cut);
}

TEST_F(MandateChain, IsTheRootAloneForWhatNothingNames) {
  const Chain alone = chain("A/1/1");
  EXPECT_EQ(alone.nodes.size(), 1U);
  EXPECT_TRUE(alone.edges.empty());
  EXPECT_THROW(chain("no symbol"), Error);
}

TEST_F(MandateChain, IsShownAsATreeEachWay) {
  EXPECT_EQ(
      render_chain(chain("E/2003/75", 1), "text", {.width = 0}),
      "E/2003/75  28 May 2003  held\n"
      "    Informatics\n"
      "4 documents, 1 held; 3 links\n"
      "\n"
      "What it comes from\n"
      "├─ E/1999/74  10 June 1999  not held\n"
      "│    follows in series ecosoc-informatics-reports; 3 due between them whose symbol is not "
      "known\n"
      "└─ E/RES/2002/35  26 July 2002  not held\n"
      "     mandated by: E/2003/75, para. 1\n"
      "\n"
      "What came of it\n"
      "└─ E/2009/21  16 March 2009  not held\n"
      "     follows in series ecosoc-informatics-reports; 5 due between them whose symbol is not "
      "known\n");
}

TEST_F(MandateChain, NeverLetsControlCharactersOut) {
  for (const char* format : {"text", "json", "graphml"}) {
    const std::string out = render_chain(chain("A/58/568"), format, {});
    EXPECT_EQ(out.find('\x1b'), std::string::npos) << format;
    EXPECT_NE(out.find("more"), std::string::npos) << format;
  }
  EXPECT_THROW(render_chain(chain("A/58/568"), "dot", {}), Error);
}

TEST_F(MandateChain, IsGraphmlThatAReaderOfXmlTakes) {
  const Chain all = chain("A/58/568");
  const std::string xml = render_chain(all, "graphml", {});
  xmlDocPtr doc = xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "chain", nullptr,
                                XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  ASSERT_NE(doc, nullptr);
  std::size_t nodes = 0;
  std::size_t edges = 0;
  for (xmlNodePtr at = xmlDocGetRootElement(doc)->children; at != nullptr; at = at->next)
    for (xmlNodePtr child = at->children; child != nullptr; child = child->next) {
      const std::string name(reinterpret_cast<const char*>(child->name));
      nodes += name == "node";
      edges += name == "edge";
    }
  xmlFreeDoc(doc);
  EXPECT_EQ(nodes, all.nodes.size());
  EXPECT_EQ(edges, all.edges.size());
}

TEST_F(MandateChain, IsJsonWithNumberedEnds) {
  const auto json = nlohmann::json::parse(render_chain(chain("A/RES/77/150", 1), "json", {}));
  EXPECT_EQ(json["format_version"], 1);
  EXPECT_EQ(json["nodes"][0]["symbol"], "A/RES/77/150");
  for (const auto& edge : json["edges"]) {
    EXPECT_LT(edge["from"], json["nodes"].size());
    EXPECT_LT(edge["to"], json["nodes"].size());
  }
  EXPECT_TRUE(std::ranges::any_of(json["nodes"], [](const auto& node) {
    return node["symbol"].is_null() && node["date"] == "2023" && node["held"] == false;
  }));
}

}  // namespace
}  // namespace undex
