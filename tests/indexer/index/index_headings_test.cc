// The labels of the thesaurus that is kept beside the archive go with every generation.
#include <gtest/gtest.h>

#include <fstream>

#include "corpus/archive.h"
#include "indexer/index/generation.h"
#include "indexer/index/index.h"
#include "schemas/headings.h"
#include "schemas/index_form.h"
#include "tests/support.h"
#include "undex/error.h"

namespace undex {
namespace {

namespace fs = std::filesystem;

class IndexHeadings : public testing::Test {
 protected:
  IndexHeadings() : archive_(Archive::open(folder_.path() / "archive", Archive::Mode::write)) {}

  void keep(const std::string& bytes) {
    std::ofstream(archive_.dir() / kThesaurusFile, std::ios::binary) << bytes;
  }
  std::string update(bool from_scratch = false) {
    update_index(archive_, from_scratch, {});
    const auto generation = current_generation(archive_.dir() / kIndexFolder);
    EXPECT_TRUE(generation && is_sound(*generation));
    return generation->name + (fs::exists(generation->path / kHeadingsFile) ? " with" : " without");
  }

  test::TemporaryFolder folder_;
  Archive archive_;
};

TEST_F(IndexHeadings, AreInStepWithTheThesaurus) {
  EXPECT_EQ(update(), "gen-000001 without");
  keep("L1\tprefLabel\ten\tLAMPS\n");
  EXPECT_EQ(update(), "gen-000002 with");
  EXPECT_EQ(update(), "gen-000002 with");
  keep("L1\tprefLabel\ten\tLANTERNS\n");
  EXPECT_EQ(update(), "gen-000003 with");
  EXPECT_EQ(update(true), "gen-000004 with");
  fs::remove(archive_.dir() / kThesaurusFile);
  EXPECT_EQ(update(), "gen-000005 without");
}

TEST_F(IndexHeadings, OfADamagedThesaurusNameItAndTheWayOut) {
  keep("L1\tprefLabel\ten\tLAMPS\n");
  EXPECT_EQ(update(), "gen-000001 with");
  keep("<a> <b> \"no end");
  try {
    update();
    FAIL() << "it was taken for a thesaurus";
  } catch (const Error& fault) {
    EXPECT_EQ(fault.kind, ErrorKind::archive);
    EXPECT_NE(std::string(fault.what()).find("thesaurus.tsv' line 1"), std::string::npos);
    EXPECT_NE(fault.hint.find("undex thesaurus import FILE"), std::string::npos);
  }
  EXPECT_TRUE(current_generation(archive_.dir() / kIndexFolder)->path.filename() == "gen-000001");
}

}  // namespace
}  // namespace undex
