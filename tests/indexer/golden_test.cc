// Whole documents against golden files. Bundled documents are ours: their dumps are kept in full.
// Of real documents only the shape is kept (locator, kind, length and SHA-256 of each block's text,
// masthead values), so that no sentence of theirs enters the project. UPDATE=1 rewrites the files;
// the diff is reviewed line by line.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "corpus/document.h"
#include "corpus/hash.h"
#include "corpus/text.h"
#include "corpus/xml.h"
#include "indexer/convert/formats.h"
#include "indexer/structure/structure.h"
#include "tests/support.h"

namespace undex {
namespace {

namespace fs = std::filesystem;

Document document_of(const fs::path& path) {
  const std::string bytes = test::read_file(path);
  const std::string name = path.filename().string();
  return read_structure(convert(bytes, name), name);
}

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  std::replace(text.begin(), text.end(), '\t', ' ');
  return text;
}

/// The shape of a document without its sentences.
std::string shape_of(const Document& document) {
  std::string out = "document\t" + document.name() + "\n";
  for (const MastheadEntry& entry : document.masthead.entries)
    out += "masthead\t" + std::string(name_of(entry.item)) + "\t" + one_line(entry.value.normal) +
           "\t" + one_line(entry.value.flag) + "\n";
  for (const Block& block : document.blocks) {
    const std::string text = collapse_spaces(block.text);
    out += "block\t" + block.locator.text() + "\t" + std::string(name_of(block.kind)) + "\t" +
           std::to_string(block.level) + "\t" + std::to_string(text.size()) + "\t" +
           sha256_hex(text).substr(0, 16) + "\t" + std::to_string(block.notes.size()) + "\n";
  }
  for (const Table& table : document.tables) {
    std::size_t cells = 0;
    for (const std::vector<std::string>& row : table.rows) cells += row.size();
    out += "table\t" + std::to_string(table.rows.size()) + " rows\t" + std::to_string(cells) +
           " cells\t" + table.check + "\n";
  }
  for (const Notice& notice : document.notices)
    out += "notice\t" + notice.code + "\t" + notice.locator.text() + "\n";
  return out;
}

/// Compares with the golden file, or writes it when UPDATE is set.
void expect_golden(const fs::path& golden, const std::string& found) {
  const char* update = std::getenv("UPDATE");
  if (update && *update == '1') {
    fs::create_directories(golden.parent_path());
    std::ofstream(golden, std::ios::binary) << found;
    return;
  }
  ASSERT_TRUE(fs::exists(golden)) << golden << " is missing; UPDATE=1 writes it";
  EXPECT_EQ(test::read_file(golden), found) << golden;
}

void expect_round_trip(const Document& document) {
  const std::string xml = write_document_xml(document);
  EXPECT_EQ(dump(read_document_xml(xml, document.name())), dump(document));
  EXPECT_TRUE(read_document_xml(xml, document.name()) == document) << document.name();
}

TEST(Golden, EveryBundledDocumentIsUnderstoodAsReviewed) {
  std::size_t seen = 0;
  for (const fs::directory_entry& entry :
       fs::directory_iterator(test::source_path("corpus/documents"))) {
    const Document document = document_of(entry.path());
    expect_golden(
        test::source_path("tests/golden/bundled/" + entry.path().filename().string() + ".dump"),
        dump(document));
    expect_round_trip(document);
    EXPECT_EQ(document.masthead.normal(MastheadItem::abridged), "true") << entry.path();
    ++seen;
  }
  EXPECT_GE(seen, 16u);
}

class RealDocument : public testing::TestWithParam<const char*> {};

TEST_P(RealDocument, KeepsTheShapeThatWasReviewed) {
  UNDEX_NEEDS_SHARED();
  const fs::path path = test::shared_dir() / "corpus" / GetParam();
  const Document document = document_of(path);
  expect_golden(test::source_path("tests/golden/real/" + path.filename().string() + ".tsv"),
                shape_of(document));
  expect_round_trip(document);
}

INSTANTIATE_TEST_SUITE_P(
    Golden, RealDocument,
    testing::Values("seeds/A-58-568.txt", "seeds/E-2003-75.txt", "seeds/E-2009-21.txt",
                    "seeds/ODA-2023-00042.txt", "real/un-other/A_RES_57_295.txt",
                    "real/un-pdf/A_RES_79_194.pdf", "real/un-pdf/A_C.1_80_L.20.pdf",
                    "real/un-pdf/A_RES_78_213.pdf", "real/un-pdf/A_RES_78_265.pdf",
                    "real/un-pdf/A_RES_80_16.pdf", "real/un-pdf/A_C.2_80_L.18.pdf",
                    "real/un-pdf/A_RES_79_239.pdf", "real/un-docx/A_80_6_SECT.24__CORR.1.docx",
                    "real/un-docx/A_80_6_Sect.30.docx"),
    [](const testing::TestParamInfo<const char*>& chosen) {
      std::string name = fs::path(chosen.param).stem().string();
      std::replace_if(
          name.begin(), name.end(), [](unsigned char c) { return !std::isalnum(c); }, '_');
      return name;
    });

}  // namespace
}  // namespace undex
