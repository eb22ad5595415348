// Chains of mandates over real documents, against a golden file that holds symbols and places only.
// UPDATE=1 rewrites it; the diff is reviewed beside the texts.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "corpus/archive.h"
#include "corpus/hash.h"
#include "indexer/index/index.h"
#include "tests/indexer/real_documents.h"
#include "tests/support.h"
#include "undex/chain.h"

namespace undex {
namespace {

constexpr const char* kHeld[] = {"A-58-568",      "E-2003-75",    "E-2009-21",     "ODA-2023-00042",
                                 "A/RES/57/295",  "A/RES/56/183", "A/RES/60/252",  "A/RES/68/198",
                                 "A/RES/70/125",  "A/RES/75/202", "A/RES/77/150",  "A/RES/78/16",
                                 "A/RES/79/194",  "A/RES/80/16",  "A/C.1/80/L.20", "A/C.2/80/L.58",
                                 "E/RES/2024/13", "S/2016/488"};
/// Chains of one step; what belongs to a line is told by the two long ones.
constexpr const char* kNear[] = {"A/58/568",     "E/2003/75",    "E/2009/21",     "ODA/2023-00042",
                                 "A/RES/57/295", "A/RES/68/198", "A/RES/77/150",  "A/RES/79/194",
                                 "A/RES/78/16",  "A/RES/80/16",  "E/RES/2024/13", "A/RES/60/252",
                                 "A/80/62",      "S/2016/488"};
constexpr const char* kFar[] = {"A/RES/79/194", "A/RES/80/16"};

std::string standing(const ChainNode& node) {
  return node.symbol.empty() ? "due" : node.held_as.empty() ? "not held" : "held";
}

std::string name(const ChainNode& node) {
  if (!node.symbol.empty()) return node.symbol;
  return (node.series.empty() ? node.title : node.series) + " " + node.date;
}

std::string lines_of(const Chain& chain) {
  std::string out =
      "chain\t" + name(chain.nodes.front()) + "\t" + standing(chain.nodes.front()) + "\n";
  for (const ChainEdge& edge : chain.edges) {
    const ChainNode& from = chain.nodes[edge.from];
    const ChainNode& to = chain.nodes[edge.to];
    out += "link\t" + name(from) + "\t" + standing(from) + "\t" + name(to) + "\t" + standing(to) +
           "\t" + edge.relation + "\t" + edge.pinpoint + "\t" + edge.place + "\t" +
           (edge.evidence.empty() ? "" : "register") + "\n";
  }
  return out;
}

std::string line_of(const Chain& chain) {
  std::string out = "line\t" + name(chain.nodes.front()) + "\n";
  for (const ChainNode& node : chain.nodes)
    out += "member\t" + name(node) + "\t" + standing(node) + "\n";
  return out;
}

void make_archive(const std::filesystem::path& dir) {
  test::Shelf shelf;
  Archive archive = Archive::open(dir, Archive::Mode::write);
  for (const char* symbol : kHeld) {
    const Document* found = shelf.find(symbol);
    ASSERT_NE(found, nullptr) << symbol;
    Document document = *found;
    document.provenance.sha256 = sha256_hex(symbol);
    document.provenance.source = symbol;
    archive.put(document, symbol);
  }
  archive.commit();
  update_index(archive, true, {});
}

TEST(RealMandates, AreThoseOfTheGolden) {
  UNDEX_NEEDS_SHARED();
  const test::TemporaryFolder folder;
  make_archive(folder.path());
  std::string found;
  for (const char* root : kNear)
    found += lines_of(mandate_chain(folder.path(), {.name = root, .depth = 1}));
  for (const char* root : kFar)
    found += line_of(mandate_chain(folder.path(), {.name = root, .depth = 50}));
  const std::filesystem::path golden = test::source_path("tests/golden/real/mandates.tsv");
  if (std::getenv("UPDATE") != nullptr) std::ofstream(golden, std::ios::binary) << found;
  EXPECT_EQ(found, test::read_file(golden));
}

}  // namespace
}  // namespace undex
