// The names of what is held: near ones, and those of one work.
#include "searcher/documents/held_names.h"

#include <gtest/gtest.h>

#include "searcher/documents/related.h"
#include "tests/searcher/trace_archive.h"

namespace undex {
namespace {

class Names : public testing::Test {
 protected:
  static std::vector<Document> documents() {
    std::vector<Document> made;
    for (const char* symbol : {"A/58/568", "A/58/568/Add.1", "A/58/568/Add.1/Corr.1", "A/58/56",
                               "A/68/65-E/2013/11", "E/2013/11/Corr.1"})
      made.push_back(test::make_document(symbol, "2003-05-28", "", "Machines",
                                         {{"1", "Something is said of " + std::string(symbol)}}));
    return made;
  }
  std::string related(const char* name) {
    std::string out;
    const ArchiveEntry entry = archive_.find(name).front();
    for (const RelatedDocument& one :
         related_documents(archive_, names_, entry, *parse_symbol(name)))
      out += one.relation + " " + one.name + "; ";
    return out;
  }

  test::TemporaryFolder folder_;
  Archive archive_ = [&] {
    test::make_archive(folder_.path() / "archive", documents());
    return Archive::open(folder_.path() / "archive", Archive::Mode::read);
  }();
  HeldNames names_{archive_};
};

TEST_F(Names, GiveTheNearestOne) {
  EXPECT_EQ(names_.nearest("A/58/5688"), "A/58/568");
  EXPECT_EQ(names_.nearest("A/58/568/Add.2"), "A/58/568/Add.1");
  EXPECT_EQ(names_.nearest("nothing like any of them"), "");
  EXPECT_EQ(names_.hint("A/58/5688", "ask again"), "the nearest name held is A/58/568; ask again");
  EXPECT_EQ(names_.hint("nothing like any of them"), "");
}

TEST_F(Names, RelateThePartsOfAWork) {
  EXPECT_EQ(related("A/58/568"), "addendum A/58/568/Add.1; ");
  EXPECT_EQ(related("A/58/568/Add.1"), "adds to A/58/568; corrigendum A/58/568/Add.1/Corr.1; ");
  EXPECT_EQ(related("A/58/56"), "") << "A/58/568 only begins like it";
}

TEST_F(Names, RelateByEitherPartOfAJointSymbol) {
  EXPECT_EQ(related("A/68/65-E/2013/11"), "corrigendum E/2013/11/Corr.1; ");
}

}  // namespace
}  // namespace undex
