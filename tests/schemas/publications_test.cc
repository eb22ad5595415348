#include "schemas/publications.h"

#include <gtest/gtest.h>

#include "undex/error.h"

namespace undex {
namespace {

const std::string kHead = "undex-publications\t1\n";

TEST(Publications, AreReadAsWritten) {
  const std::vector<Publication> all = {
      {4, ""}, {9, "2031-03-01T10:00:00Z"}, {12, "2031-03-01T10:00:00Z"}};
  const std::string text = kHead + "4\t\n9\t2031-03-01T10:00:00Z\n12\t2031-03-01T10:00:00Z\n";
  EXPECT_EQ(write_publications(all), text);
  EXPECT_EQ(read_publications(text), all);
  EXPECT_TRUE(read_publications(kHead).empty());
}

TEST(Publications, AreRefusedWhereTheyCannotHold) {
  for (const std::string text :
       {"", "4\t\n", "undex-publications\t1", "undex-publications\t1\n4\t2031-03-01T10:00:00Z",
        "undex-publications\t1\n4\n", "undex-publications\t1\nx\t2031\n",
        "undex-publications\t1\n4\t2031\n4\t2032\n", "undex-publications\t1\n4\t2031\n3\t2032\n",
        "undex-publications\t1\n4\t2031\n5\t2030\n", "undex-publications\t1\n4\t2031\n5\t\n",
        "undex-publications\t1\n4\t\n5\t\n"})
    try {
      read_publications(text);
      ADD_FAILURE() << text;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind, ErrorKind::archive) << text;
    }
  try {
    read_publications("undex-publications\t2\n");
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::version);
  }
}

}  // namespace
}  // namespace undex
