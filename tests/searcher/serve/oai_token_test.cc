#include <gtest/gtest.h>

#include "searcher/serve/oai/token.h"

namespace undex::serve::oai {
namespace {

constexpr std::string_view kBase = "https://library.example.org/oai";

const Harvest kHarvest{.verb = "ListRecords",
                       .prefix = "oai_dc",
                       .from = "2031-03-01",
                       .until = "",
                       .set = "organ:E:CN.16",
                       .datestamp = "2031-03-02T11:30:00Z",
                       .key = "E_2031_7",
                       .given = 150};

TEST(OaiToken, HoldsTheWholeHarvest) {
  const std::string token = write_token(kHarvest, kBase);
  EXPECT_TRUE(token.starts_with(
      "1/ListRecords/oai_dc/2031-03-01//organ:E:CN.16/2031-03-02T11:30:00Z/E_2031_7/150/"))
      << token;
  ASSERT_TRUE(read_token(token, kBase).has_value());
  EXPECT_EQ(*read_token(token, kBase), kHarvest);
}

TEST(OaiToken, IsRefusedWhenAnyByteChanged) {
  const std::string token = write_token(kHarvest, kBase);
  for (std::size_t at = 0; at < token.size(); ++at) {
    std::string changed = token;
    changed[at] = changed[at] == '1' ? '2' : '1';
    EXPECT_FALSE(read_token(changed, kBase).has_value()) << changed;
    EXPECT_FALSE(read_token(token.substr(0, at), kBase).has_value());
  }
  EXPECT_FALSE(read_token(token + "0", kBase).has_value());
  EXPECT_FALSE(read_token(token, "https://elsewhere.example.org/oai").has_value());
}

TEST(OaiToken, IsRefusedWhenASumIsRightOverWhatIsNot) {
  const auto is_read = [](auto change) {
    Harvest harvest = kHarvest;
    change(harvest);
    return read_token(write_token(harvest, kBase), kBase).has_value();
  };
  EXPECT_TRUE(is_read([](Harvest& one) { one.set = ""; }));
  EXPECT_FALSE(is_read([](Harvest& one) { one.verb = "ListSets"; }));
  EXPECT_FALSE(is_read([](Harvest& one) { one.prefix = "a b"; }));
  EXPECT_FALSE(is_read([](Harvest& one) { one.from = "yesterday"; }));
  EXPECT_FALSE(is_read([](Harvest& one) { one.until = "2031-02-28"; }));
  EXPECT_FALSE(is_read([](Harvest& one) { one.set = ":"; }));
  EXPECT_FALSE(is_read([](Harvest& one) { one.datestamp = ""; }));
  EXPECT_FALSE(is_read([](Harvest& one) { one.datestamp = "2031-03-02"; }));
  EXPECT_FALSE(is_read([](Harvest& one) { one.key = "../E_2031_7"; }));
  EXPECT_FALSE(is_read([](Harvest& one) { one.given = 12345678901; }));
}

}  // namespace
}  // namespace undex::serve::oai
