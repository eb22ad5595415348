// Names the tables lack: what is proposed, with which spread, and what never is.
#include "indexer/understand/proposals/discover.h"

#include <gtest/gtest.h>

#include "indexer/understand/proposals/known_names.h"
#include "indexer/understand/proposals/name_candidates.h"
#include "indexer/understand/proposals/name_words.h"

namespace undex {
namespace {

std::string candidates_of(const std::string& text) {
  std::string out;
  for (const NameCandidate& one : name_candidates(text))
    out += (out.empty() ? "" : " | ") + std::string(name_of(one.basis)) + ": " +
           text.substr(one.begin, one.end - one.begin) +
           (one.kind.empty() ? "" : " (" + one.kind + ")");
  return out;
}

struct TextCase {
  std::string text;
  std::string found;
};

TEST(NameCandidates, AreFoundInTexts) {
  const TextCase kCases[] = {
      {"It asked the Department of Lighthouses and the Office of Tidal Affairs to help.",
       "capitals: Department of Lighthouses (office) | capitals: Office of Tidal Affairs (office)"},
      {"The Department of Rivers and Coastal Waters met the Harbour Authority.",
       "capitals: Department of Rivers and Coastal Waters (office) | "
       "capitals: Harbour Authority (body)"},
      {"the Marine, Lacustrine and Riverine Organization",
       "capitals: Marine, Lacustrine and Riverine Organization (organization)"},
      {"the Larnaca Declaration and Programme of Action",
       "capitals: Larnaca Declaration and Programme of Action (agreement)"},
      {"In 2031 the 2040 Agenda for Quiet Harbours was agreed.",
       "capitals: 2040 Agenda for Quiet Harbours (programme)"},
      {"Recalling Lighthouse Conference outcomes", "capitals: Lighthouse Conference (event)"},
      {"the Treaty on Rules Governing the Uses of Beacons by Ships",
       "capitals: Treaty on Rules Governing the Uses of Beacons (agreement)"},
      {"a workshop entitled “Beacons for all” was held", "quoted: Beacons for all (training)"},
      {"its report entitled “Beacons for all” was noted", ""},
      {"Staff use BeaconNet and e-Tides daily.",
       "token: BeaconNet (system) | token: e-Tides (system)"},
      {"The LUMEN database grew.", "apposition: LUMEN (system) | token: LUMEN (system)"},
      {"Delegates read the Quiet Harbour portal.", "apposition: Quiet Harbour (system)"},
      {"pilots learn to find lamps (Lamp Finder);", "bracketed: Lamp Finder (system)"},
      {"found through web sites (United Nations Lamp Search);",
       "bracketed: United Nations Lamp Search (system)"},
      {"on the Intranet (Guide to Otto Gull Library Lamps on the Intranet).",
       "capitals: Guide to Otto Gull Library Lamps on the Intranet (publication) | "
       "bracketed: Guide to Otto Gull Library Lamps on the Intranet (publication)"},
      {"the Quiet Harbour web site", "apposition: Quiet Harbour (system)"},
      {"the Tidal Service in Geneva in June 2031", "capitals: Tidal Service (service)"},
  };
  for (const TextCase& one : kCases) EXPECT_EQ(candidates_of(one.text), one.found) << one.text;
}

TEST(NameCandidates, AreNotFoundWhereWordsOnlyLookLikeNames) {
  const char* const kTexts[] = {
      "The Working Group and the Special Committee met.",
      "An Executive Board of the United Nations",
      "STRENGTHENING OF THE LIGHTHOUSE NETWORK DATABASE",
      "See A/AC.105/L.3 and mail@LUMEN.example for section XVIII.",
      "Training programmes were given.",
      "The Nordic network grew.",
      "Mr. McAdam wrote to the European database.",
  };
  for (const char* text : kTexts) EXPECT_EQ(candidates_of(text), "") << text;
}

TEST(NameCandidates, AreLinearInHostileText) {
  for (const char* unit :
       {"Office and ", "Aa and the ", "Aa, ", "e-", "entitled “", "A-", "of the "}) {
    std::string text;
    while (text.size() < 1'000'000) text += unit;
    name_candidates(text);
  }
}

Document document_of(const std::string& symbol, const std::string& date,
                     const std::vector<std::string>& paragraphs) {
  Document document;
  document.symbol = parse_symbol(symbol).value();
  document.masthead.add(MastheadItem::date, {date, date, ""});
  document.masthead.add(MastheadItem::language, {"English", "en", ""});
  int number = 0;
  for (const std::string& text : paragraphs) {
    Block block;
    block.kind = BlockKind::paragraph;
    block.locator = parse_locator(std::to_string(++number)).value();
    block.text = text;
    document.blocks.push_back(block);
  }
  return document;
}

std::vector<Name> known_names() {
  Name one;
  one.id = "tidal";
  one.preferred = "Office of Tidal Affairs and Beacons";
  one.variants = {"OTAB"};
  return {one};
}

TEST(Discovery, SaysWhereANameStandsFirstAndLast) {
  Discovery discovery(known_names());
  discovery.add(document_of("A/60/1", "2005-03-01",
                            {"The Harbour Division of today met.", "The Harbour Division met."}));
  discovery.add(document_of("A/58/1", "2003-03-01", {"Nothing.", "The Harbour Division met."}));
  const auto proposals = discovery.proposals(2);
  ASSERT_EQ(proposals.size(), 1U);
  const Proposal& one = proposals.front();
  EXPECT_EQ(one.paragraphs, 3U);
  EXPECT_EQ(one.documents, 2U);
  EXPECT_EQ(evidence_of(one.first), "A/58/1, para. 2");
  EXPECT_EQ(evidence_of(one.last), "A/60/1, para. 2");
  EXPECT_EQ(table_row(one),
            "harbour-division\toffice\tHarbour Division\t\t\t\t\tA/58/1, para. 2\t\t"
            "proposed (capitals): paragraphs 3, documents 2, last A/60/1, para. 2");
}

TEST(Discovery, ProposesNoKnownNameAndNoPartOfOne) {
  Discovery discovery(known_names());
  discovery.add(document_of(
      "A/60/1", "2005-03-01",
      {"The Office of Tidal Affairs and Beacons met OTAB.", "The Office of Tidal Affairs met.",
       "The Office of Tidal Affairs and Beacons in Port Said met."}));
  EXPECT_TRUE(discovery.proposals(1).empty());
}

TEST(Discovery, CountsAShortFormWithWhatDefinesIt) {
  Document document = document_of("A/60/1", "2005-03-01",
                                  {"The Harbour Lights Network (HALINE) began.", "HALINE grew."});
  document.marks.definitions.push_back(
      {{.block = 0, .begin = 28, .end = 34}, "HALINE", "Harbour Lights Network", ""});
  Discovery discovery(known_names());
  discovery.add(document);
  const auto proposals = discovery.proposals(1);
  ASSERT_EQ(proposals.size(), 1U);
  EXPECT_EQ(proposals[0].name, "Harbour Lights Network");
  EXPECT_EQ(proposals[0].variants, std::vector<std::string>{"HALINE"});
  EXPECT_EQ(proposals[0].id, "haline");
  EXPECT_EQ(proposals[0].kind, "network");
}

TEST(Discovery, SaysWhenOnlyAShortFormMayBeMissing) {
  Name one;
  one.id = "harbour-watch";
  one.preferred = "Harbour Watch Office";
  const std::vector<Name> known = {one};
  Discovery discovery(known);
  discovery.add(document_of("A/60/1", "2005-03-01",
                            {"It asked HWO to light the harbour.", "Later on HWO met with OTAC."}));
  const auto proposals = discovery.proposals(1);
  ASSERT_EQ(proposals.size(), 2U);
  EXPECT_EQ(proposals[0].name, "HWO");
  EXPECT_EQ(proposals[0].perhaps, "Harbour Watch Office");
  EXPECT_EQ(proposals[1].perhaps, "");
}

TEST(Discovery, LeavesAShorterNameToTheLongerOne) {
  Discovery discovery(known_names());
  discovery.add(
      document_of("A/60/1", "2005-03-01",
                  {"The Harbour Council for Deep Waters met.", "The Harbour Council met."}));
  const auto proposals = discovery.proposals(1);
  ASSERT_EQ(proposals.size(), 1U);
  EXPECT_EQ(proposals[0].name, "Harbour Council for Deep Waters");
}

}  // namespace
}  // namespace undex
