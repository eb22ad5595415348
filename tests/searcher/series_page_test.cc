// The register of series against an archive: held, known and not held, due and not known.
#include "searcher/trace/series_page.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "corpus/hash.h"
#include "searcher/render/series.h"
#include "tests/support.h"

namespace undex {
namespace {

/// Four papers of which an archive holds one in full and one as a record in our own words.
class SeriesAgainstArchive : public testing::Test {
 protected:
  SeriesAgainstArchive() {
    Archive archive = Archive::open(folder_.path(), Archive::Mode::write);
    put(archive, "E/2003/75", "2003-05-28", false);
    put(archive, "E/2009/21", "2009-03-16", true);
    archive.commit();
  }

  static void put(Archive& archive, const std::string& symbol, const std::string& date,
                  bool abridged) {
    Document document;
    document.symbol = parse_symbol(symbol).value();
    document.masthead.add(MastheadItem::symbol, {symbol, symbol, ""});
    document.masthead.add(MastheadItem::date, {date, date, abridged ? "in doubt" : ""});
    document.masthead.add(MastheadItem::title, {"=A title", "=A title", ""});
    if (abridged) document.masthead.add(MastheadItem::abridged, {"", "true", ""});
    Block block;
    block.locator = parse_locator("1").value();
    block.text = "Words.";
    document.blocks.push_back(block);
    document.provenance.sha256 = sha256_hex(symbol);
    document.provenance.source = symbol;
    archive.put(document, symbol);
  }

  SeriesPage page() const {
    return series_page(*find_series("ecosoc-informatics-reports"),
                       Archive::open(folder_.path(), Archive::Mode::read));
  }

  test::TemporaryFolder folder_;
};

TEST_F(SeriesAgainstArchive, TellsHeldFromNotHeldAndFromNotKnown) {
  const SeriesPage reports = page();
  EXPECT_EQ(reports.rows.size(), 16U);
  EXPECT_EQ(reports.known, 7U);
  EXPECT_EQ(reports.held, 2U);
  EXPECT_EQ(reports.next_due, 0);
  const auto standing = [&](int year) {
    for (const SeriesRow& row : reports.rows)
      if (row.member.year == year) return standing_of(row);
    return std::string("none");
  };
  EXPECT_EQ(standing(1999), "not held");
  EXPECT_EQ(standing(2000), "symbol not known");
  EXPECT_EQ(standing(2003), "held");
  EXPECT_EQ(standing(2009), "held, abridged record");
  EXPECT_EQ(standing(2012), "none");
}

TEST_F(SeriesAgainstArchive, IsShownWithWhatIsMissing) {
  const std::string text = render_series(page(), "text", {.width = 0});
  EXPECT_NE(text.find("7 members known, 2 held, 5 not held; 9 due whose symbol is not known\n"),
            std::string::npos);
  EXPECT_NE(text.find("16 March 2009?"), std::string::npos);
  EXPECT_NE(text.find("\nnot held          1996-1999, 2011\n"
                      "symbol not known  2000-2002, 2004-2008, 2010\n"
                      "next due          none after 2011\n"),
            std::string::npos);
}

TEST_F(SeriesAgainstArchive, IsGivenToPrograms) {
  const auto json = nlohmann::json::parse(render_series(page(), "json", {}));
  EXPECT_EQ(json["format_version"], 1);
  EXPECT_EQ(json["members"].size(), 16U);
  EXPECT_TRUE(json["next_due"].is_null());
  EXPECT_TRUE(json["members"][4]["symbol"].is_null());
  EXPECT_EQ(json["members"][4]["due_by_rhythm"], true);
  EXPECT_EQ(json["members"][7]["answers"], "E/RES/2002/35");
  EXPECT_EQ(json["members"][7]["title"], "=A title");
  const std::string tsv = render_series(page(), "tsv", {});
  EXPECT_EQ(tsv.substr(0, tsv.find('\n')), "E/1996/81\t1996\tnot held\t\t\tE/1999/74, para. 2");
  EXPECT_TRUE(render_series(page(), "csv", {}).starts_with("symbol,year,standing,date,"));
  EXPECT_THROW(render_series(page(), "xml", {}), Error);
}

TEST_F(SeriesAgainstArchive, ListsEverySeriesWithItsCounts) {
  const auto json = nlohmann::json::parse(render_series_list({page()}, "json", {}));
  EXPECT_EQ(json["series"][0]["held"], 2);
  EXPECT_EQ(render_series_list({page()}, "tsv", {}),
            "ecosoc-informatics-reports\t7\t2\t5\t9\t\t"
            "International cooperation in the field of informatics (reports)\n");
}

}  // namespace
}  // namespace undex
