// Subject headings, with a small vocabulary of our own.
#include "indexer/understand/proposals/subjects.h"

#include <gtest/gtest.h>

#include "indexer/understand/understand.h"

namespace undex {
namespace {

const Thesaurus& lamps() {
  static const Thesaurus kLamps = read_thesaurus(
      "a\tprefLabel\ten\tLAMPS\n"
      "b\tprefLabel\ten\tGAS LAMPS\n"
      "b\tbroader\t\ta\n"
      "b\taltLabel\ten\tGAS-LIGHTS,BURNERS\n"
      "c\tprefLabel\ten\tHARBOUR SAFETY\n"
      "d\tprefLabel\ten\tPILOTAGE\n"
      "d\taltLabel\ten\tGUIDANCE,PILO\n"
      "e\tprefLabel\ten\tWILLS\n"
      "f\tprefLabel\ten\tREPORTS\n"
      "g\tprefLabel\ten\tLAMP OIL (TRADE)\n"
      "h\tprefLabel\ten\tHARBOUR POLICY\n"
      "i\tprefLabel\tfr\tLAMPES\n"
      "i\tprefLabel\ten\tLANTERN SLIDES\n"
      "z\ttype\t\tDomain\n"
      "z\tprefLabel\ten\tLIGHT\n",
      "lamps");
  return kLamps;
}

std::string labels_in(const std::string& text) {
  static const Labels kLabels(lamps(), "en");
  std::string out;
  for (const LabelMatch& match : kLabels.find(text))
    out += (out.empty() ? "" : " ") + match.concept_->id + (match.strong ? "" : "?") +
           (match.apart ? "~" : "") + "[" + text.substr(match.begin, match.end - match.begin) + "]";
  return out;
}

struct TextCase {
  std::string text;
  std::string found;
};

TEST(Labels, AreFoundByLongestMatch) {
  const TextCase kCases[] = {
      {"Gas lamps and lamps, a gas-lamp.", "b[Gas lamps] a[lamps] b[gas-lamp]"},
      {"the gas lights; burners, guidance", "b[gas lights] b?[burners] d?[guidance]"},
      {"harbour and lamp policy", "h~[harbour and lamp policy] "},
      {"It will write wills.", "e[wills]"},
      {"pilo and PILO", "d?[PILO]"},
      {"gas. Lamps of light", "a[Lamps]"},
      {"lamp-oil lamps", "a[lamps]"},
  };
  for (const TextCase& one : kCases) {
    std::string found = one.found;
    while (found.ends_with(' ')) found.pop_back();
    EXPECT_EQ(labels_in(one.text).substr(0, found.size()), found) << one.text;
  }
  EXPECT_EQ(labels_in("It will; a light, Lampes."), "");
}

TEST(Labels, OfOneLanguageAreFound) {
  const Labels french(lamps(), "fr");
  EXPECT_EQ(french.find("des lampes et wills").size(), 1U);
}

Document document_of(const std::string& title, const std::vector<std::string>& paragraphs) {
  Document document;
  document.masthead.add(MastheadItem::title, {title, title, ""});
  document.masthead.add(MastheadItem::language, {"English", "en", ""});
  int number = 0;
  for (const std::string& text : paragraphs) {
    Block block;
    block.kind = BlockKind::paragraph;
    block.locator = parse_locator(std::to_string(++number)).value();
    block.text = text;
    document.blocks.push_back(block);
  }
  understand(document);
  return document;
}

std::string subjects_of(const Document& document, std::size_t limit = 8) {
  static const Labels kLabels(lamps(), "en");
  std::string out;
  for (const Subject& one : propose_subjects(document, kLabels, limit)) {
    out += (out.empty() ? "" : "; ") + one.concept_->id + " " + std::to_string(one.paragraphs);
    if (!one.places.empty()) out += " " + one.places.back().text();
  }
  return out;
}

TEST(Subjects, PutTheTitleFirstAndTellThePlaces) {
  const Document document = document_of(
      "Harbour safety", {"Pilots use gas lamps.", "Gas lamps burn.", "Harbour safety: gas lamps."});
  EXPECT_EQ(subjects_of(document), "c 2 3; b 3 3");
  EXPECT_EQ(subjects_of(document, 1), "c 2 3");
}

TEST(Subjects, LeaveABroaderConceptToTheNarrower) {
  EXPECT_EQ(subjects_of(document_of("", {"Gas lamps.", "Gas lamps, lamps.", "Lamps, gas lamps."})),
            "b 3 3");
  EXPECT_EQ(subjects_of(document_of("Lamps", {"Gas lamps.", "Gas lamps.", "Gas lamps."})),
            "a 1 masthead; b 3 3");
}

TEST(Subjects, AreNotProposedForWordsThatSayLittle) {
  EXPECT_EQ(subjects_of(document_of("Reports", {"Reports.", "Guidance, guidance.", "Guidance."})),
            "");
}

TEST(Subjects, AreLinearInHostileText) {
  const Labels labels(lamps(), "en");
  for (const char* unit : {"gas ", "gas and ", "harbour and gas ", "gas-lamps-", "a b "}) {
    std::string text;
    while (text.size() < 500'000) text += unit;
    labels.find(text);
  }
}

}  // namespace
}  // namespace undex
