// The page of citations: both directions, in words and for programs.
#include "searcher/render/citation_page.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/searcher/marked_document.h"
#include "undex/error.h"

namespace undex {
namespace {

using Json = nlohmann::json;

struct Cited {
  const char* at;
  const char* words;
  const char* symbol;
  std::vector<const char*> pinpoints = {};
  ReferenceKind kind = ReferenceKind::explicit_;
  Relation relation = Relation::cites;
};

/// A document whose paragraphs hold these words and nothing else.
Document citing(const char* symbol, const char* date, const std::vector<Cited>& all) {
  Document out;
  out.symbol = parse_symbol(symbol).value();
  out.masthead.add(MastheadItem::date, {date, date, ""});
  for (const Cited& one : all) {
    Block block;
    block.locator = parse_locator(one.at).value();
    block.text = one.words;
    out.blocks.push_back(block);
    Reference reference;
    reference.span = span_of(out, static_cast<int>(out.blocks.size()) - 1, one.words);
    reference.kind = one.kind;
    reference.relation = one.relation;
    if (*one.symbol) reference.cited = parse_symbol(one.symbol).value();
    for (const char* place : one.pinpoints)
      reference.pinpoints.push_back(parse_locator(place).value());
    out.marks.references.push_back(reference);
  }
  return out;
}

Document report() {
  return citing("A/58/568", "2003-11-12",
                {{"summary", "resolution 57/295", "A/RES/57/295", {"4"}},
                 {"1",
                  "resolution 57/295",
                  "A/RES/57/295",
                  {},
                  ReferenceKind::explicit_,
                  Relation::mandated_by},
                 {"3", "resolution 57/295", "A/RES/57/295", {"3", "4"}},
                 {"3", "that resolution", "A/RES/57/295", {}, ReferenceKind::anaphoric},
                 {"18", "the same resolution", "A/RES/57/295", {}, ReferenceKind::anaphoric},
                 {"19", "E/2003/75", "E/2003/75"},
                 {"20", "that decision", "", {}, ReferenceKind::anaphoric},
                 {"21", "earlier resolutions", "", {}, ReferenceKind::generic},
                 {"22", "paragraph 3", "A/58/568", {"3"}, ReferenceKind::internal}});
}

CitationPage page_of(const Document& document, const char* only = nullptr) {
  CitationPage page;
  page.name = document.name();
  page.held = true;
  if (only) page.only = {parse_locator(only).value()};
  add_cited(page, document);
  return page;
}

TEST(CitationPage, SaysInWordsWhatADocumentCites) {
  CitationPage page = page_of(report());
  page.cites[1].held = true;
  page.notices = {{Notice::Level::warning, "cites-beyond", parse_locator("19").value(), "too far"}};
  EXPECT_EQ(
      render_citations(page, "text", {}, false),
      "A/58/568 cites 2 documents (1 held)\n"
      "  A/RES/57/295  not held  summary (its para. 4); paras. 1 (mandated by), 3 (its paras. "
      "3 and 4,\n"
      "                          twice) and 18 (as \"the same resolution\")\n"
      "  E/2003/75     held      para. 19\n"
      "\n"
      "Cited by no document in this archive\n"
      "\n"
      "Unresolved, more than one document could be meant: 1\n"
      "  para. 20  \"that decision\"\n"
      "\n"
      "No document in particular: 1\n"
      "  para. 21  \"earlier resolutions\"\n"
      "\n"
      "note: para. 19: too far\n");
  EXPECT_NE(render_citations(page, "text", {}, true)
                .find("addresses: 1\n  para. 22  \"paragraph 3\"  para. 3\n"),
            std::string::npos);
}

TEST(CitationPage, NarrowsToAPlace) {
  const CitationPage page = page_of(report(), "19");
  ASSERT_EQ(page.cites.size(), 1u);
  EXPECT_EQ(page.cites[0].name, "E/2003/75");
  EXPECT_TRUE(page.unresolved.empty());
  EXPECT_TRUE(render_citations(page, "text", {}, false)
                  .starts_with("A/58/568, para. 19, cites 1 document (none held)\n"
                               "  E/2003/75  para. 19\n"));
}

TEST(CitationPage, OfADocumentNotHeldSaysWhoCitesItByDate) {
  CitationPage page;
  page.name = "A/RES/57/295";
  const Symbol symbol = parse_symbol(page.name).value();
  Document older = citing("E/2003/75", "2003-05-28", {{"4", "57/295", "A/RES/57/295"}});
  older.masthead.entries[0].value.flag = "two dates";
  add_citing(page, report(), symbol);
  add_citing(page, older, symbol);
  add_citing(page, citing("A/59/1", "2004", {{"4", "57/294", "A/RES/57/294"}}), symbol);
  const std::string text = render_citations(page, "text", {}, false);
  EXPECT_TRUE(
      text.starts_with("A/RES/57/295 is not held\n\nCited by 2 documents in this archive\n"
                       "  E/2003/75  28 May 2003?      para. 4\n"
                       "  A/58/568   12 November 2003  summary (its para. 4); paras. 1"))
      << text;
  page.cited_by.clear();
  page.only = {parse_locator("3").value()};
  add_citing(page, report(), symbol);
  ASSERT_EQ(page.cited_by.size(), 1u);
  EXPECT_EQ(page.cited_by[0].places.size(), 1u);
}

TEST(CitationPage, TakesAJointSymbolForOneDocument) {
  const CitationPage page = page_of(citing("A/58/568", "2003",
                                           {{"1", "A/55/75", "A/55/75"},
                                            {"2", "E/2000/55", "A/55/75-E/2000/55"},
                                            {"3", "E/2000/55", "E/2000/55"}}));
  ASSERT_EQ(page.cites.size(), 1u);
  EXPECT_EQ(page.cites[0].name, "A/55/75-E/2000/55");
  EXPECT_EQ(page.cites[0].places.size(), 3u);
}

TEST(CitationPage, TellsOfCitationsOfAPart) {
  CitationPage page;
  add_citing(page, citing("A/58/568", "2003", {{"1", "A/57/6 (Sect.27D)", "A/57/6(Sect.27D)"}}),
             parse_symbol("A/57/6").value());
  ASSERT_EQ(page.cited_by.size(), 1u);
  EXPECT_EQ(page.cited_by[0].name, "A/58/568");
}

TEST(CitationPage, GivesProgramsEveryPlace) {
  CitationPage page = page_of(report());
  const Json json = Json::parse(render_citations(page, "json", {}, false));
  EXPECT_EQ(json["format_version"], 1);
  EXPECT_EQ(json["cites"][0]["symbol"], "A/RES/57/295");
  EXPECT_EQ(json["cites"][0]["places"][2]["place"], "A/58/568#3");
  EXPECT_EQ(json["cites"][0]["places"][2]["pinpoints"], Json({"3", "4"}));
  EXPECT_EQ(json["cites"][0]["places"][1]["relation"], "mandated by");
  EXPECT_EQ(json["unresolved"][0]["as_printed"], "that decision");
  EXPECT_EQ(json["others"].size(), 1u);
  const std::string tsv = render_citations(page, "tsv", {}, false);
  EXPECT_TRUE(
      tsv.starts_with("A/58/568#summary\tcites\tA/RES/57/295\tnot held\tpara. 4\texplicit\t"
                      "cites\tresolution 57/295\n"));
  EXPECT_EQ(std::count(tsv.begin(), tsv.end(), '\n'), 9);
  EXPECT_TRUE(render_citations(page, "csv", {}, false).starts_with("place,direction,document,"));
  EXPECT_THROW(render_citations(page, "yaml", {}, false), Error);
}

TEST(CitationPage, IsInert) {
  CitationPage page =
      page_of(citing("A/1/1", "2003", {{"1", "a \x1b[2J", "A/1/2"}, {"2", "b \x1b[2J", ""}}));
  page.name = "x\x1b";
  for (const char* format : {"text", "json", "tsv", "csv"})
    EXPECT_EQ(render_citations(page, format, {}, true).find('\x1b'), std::string::npos) << format;
}

}  // namespace
}  // namespace undex
