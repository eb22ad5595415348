// What undex exports comes in again as it went out; and without the data that only undex writes, as
// nearly as its structure alone tells.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "corpus/xml.h"
#include "indexer/convert/formats.h"
#include "indexer/structure/structure.h"
#include "tests/support.h"
#include "undex/error.h"

namespace undex {
namespace {

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

Document read(const std::string& bytes, const std::string& name) {
  return read_structure(convert(bytes, name), name);
}

/// The same but for where it came from.
void expect_comes_back(const std::filesystem::path& path) {
  Document document = read(test::read_file(path), path.filename());
  Document again = read(write_document_xml(document), "export.xml");
  EXPECT_EQ(again.provenance.format, "akn");
  EXPECT_EQ(again.provenance.source, "export.xml");
  again.provenance = document.provenance;
  EXPECT_TRUE(again == document) << path << "\n" << dump(document) << "\n\n" << dump(again);
}

TEST(OwnXml, ComesBackAsItWasExported) {
  const auto files = files_in(test::source_path("corpus/documents"));
  EXPECT_GE(files.size(), 18U);
  for (const auto& path : files) expect_comes_back(path);
}

TEST(OwnXml, OfTheSeedsComesBackAsItWasExported) {
  UNDEX_NEEDS_SHARED();
  const auto files = files_in(test::shared_dir() / "corpus" / "seeds");
  EXPECT_GE(files.size(), 4U);
  for (const auto& path : files) expect_comes_back(path);
}

TEST(OwnXml, OfTheFirstFormIsReadToo) {
  const std::filesystem::path folder = test::source_path("tests/old/archive-1/documents");
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".xml") continue;
    ++count;
    const std::string bytes = test::read_file(entry.path());
    Document again = read(bytes, "export.xml");
    const Document held = read_document_xml(bytes, "held");
    again.provenance = held.provenance;
    EXPECT_TRUE(again == held) << entry.path();
  }
  EXPECT_GT(count, 0U);
}

TEST(OwnXml, OfANewerFormIsRefusedAsASource) {
  Document document;
  document.symbol.parts = {"E/2003/75"};
  std::string xml = write_document_xml(document);
  for (std::size_t at; (at = xml.find("urn:undex:document:2")) != std::string::npos;)
    xml.replace(at, 20, "urn:undex:document:9");
  try {
    convert(xml, "a.xml");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::check);
    EXPECT_NE(std::string(error.what()).find("form 9"), std::string::npos);
  }
}

/// The export as another maker would have written it.
std::string without_our_data(std::string xml) {
  const std::size_t begin = xml.find("<proprietary");
  const std::string_view end = "</proprietary>";
  xml.erase(begin, xml.find(end) + end.size() - begin);
  for (std::size_t at; (at = xml.find(" u:")) != std::string::npos;)
    xml.erase(at, xml.find('"', xml.find('"', at) + 1) + 1 - at);
  const std::string_view ours = " xmlns:u=\"urn:undex:document:2\"";
  xml.erase(xml.find(ours), ours.size());
  return xml;
}

/// Places where both have the same words.
double likeness(const Document& a, const Document& b) {
  std::map<std::string, std::string> words;
  std::size_t all = 0, same = 0;
  const auto counts = [](const Block& block) {
    return block.kind == BlockKind::paragraph || block.kind == BlockKind::subparagraph ||
           block.kind == BlockKind::footnote || block.kind == BlockKind::preambular;
  };
  for (const Block& block : b.blocks) words[block.locator.text()] += block.text;
  for (const Block& block : a.blocks) {
    if (!counts(block)) continue;
    ++all;
    same += words[block.locator.text()].starts_with(block.text) ? 1U : 0U;
  }
  return all == 0 ? 1 : static_cast<double>(same) / static_cast<double>(all);
}

TEST(AkomaNtoso, OfOthersKeepsItsPlaces) {
  for (const auto& path : files_in(test::source_path("corpus/documents"))) {
    const Document document = read(test::read_file(path), path.filename());
    const Document again = read(without_our_data(write_document_xml(document)), "foreign.xml");
    EXPECT_GE(likeness(document, again), 0.9) << path << dump(again);
    if (!document.symbol.parts.empty()) {
      EXPECT_EQ(again.symbol.text(), document.symbol.text()) << path;
    }
    // A resolution's title bears its number: "57/295. ".
    EXPECT_TRUE(again.masthead.normal(MastheadItem::title)
                    .ends_with(document.masthead.normal(MastheadItem::title)))
        << path;
    EXPECT_EQ(again.masthead.normal(MastheadItem::date),
              document.masthead.normal(MastheadItem::date))
        << path;
  }
}

}  // namespace
}  // namespace undex
