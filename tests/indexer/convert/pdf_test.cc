#include "indexer/convert/pdf/pdf.h"

#include <gtest/gtest.h>

#include <set>

#include "corpus/text.h"
#include "indexer/convert/pdf/bbox.h"
#include "indexer/convert/pdf/rows.h"
#include "nlohmann/json.hpp"
#include "tests/support.h"
#include "undex/error.h"

namespace undex {
namespace {

TEST(PdfBbox, SpellsLigaturesAndEntitiesOut) {
  const auto pages = read_pdf_bbox(
      "<page width=\"1\" height=\"2\"><line><word xMin=\"1\" yMin=\"2\" xMax=\"3\" yMax=\"4\">"
      "o\xEF\xAC\x83"
      "ce&amp;&#233;e\xCC\x81</word></line></page>");
  ASSERT_EQ(pages.size(), 1U);
  ASSERT_EQ(pages[0].lines.size(), 1U);
  EXPECT_EQ(pages[0].lines[0].plain(), "office&\xC3\xA9\xC3\xA9");
}

TEST(PdfRows, KnowsListLabels) {
  for (const char* label :
       {"1.", "12.", "(a)", "(iv)", "a)", "II.", "A.", "79/194.", "\xE2\x80\xA2"})
    EXPECT_TRUE(is_list_label(label)) << label;
  for (const char* word : {"etc.", "2003", "(see", "A/58/568", "p.m.", "(A/58/568)", "Mr.", ""})
    EXPECT_FALSE(is_list_label(word)) << word;
}

TEST(Pdf, IsRecognisedByItsContent) {
  EXPECT_TRUE(recognises_pdf("%PDF-1.4\n"));
  EXPECT_TRUE(recognises_pdf("\n\n junk first %PDF-1.7\n"));
  EXPECT_FALSE(recognises_pdf("PDF-1.4"));
  EXPECT_FALSE(recognises_pdf(""));
  EXPECT_FALSE(recognises_pdf(std::string(2000, ' ') + "%PDF-1.4"));
}

std::string refusal(const std::string& bytes) {
  try {
    convert(bytes, "x.pdf");
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::check);
    EXPECT_FALSE(error.hint.empty());
    return error.what();
  }
  return "nothing refused";
}

TEST(Pdf, RefusesAScanAndADamagedFileInWords) {
  EXPECT_EQ(refusal("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                    "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
                    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
                    "trailer<</Root 1 0 R>>\n"),
            "no text on its pages: scanned, drawn or blank");
  EXPECT_EQ(refusal("%PDF-1.4\nnothing else").substr(0, 11), "damaged PDF");
}

TEST(Pdf, RefusesAPassword) {
  UNDEX_NEEDS_SHARED();
  EXPECT_EQ(refusal(test::read_file(test::shared_dir() /
                                    "corpus/real/conversion-samples/testPassword4Spaces.pdf")),
            "password-protected");
}

std::string letters_of(const std::string& text) { return letters_and_digits(text); }

TEST(Pdf, FindsEveryParagraphOfRealResolutions) {
  UNDEX_NEEDS_SHARED();
  for (const char* name : {"A_RES_79_194", "A_RES_78_265", "A_RES_79_239"}) {
    const auto real = test::shared_dir() / "corpus/real";
    const ConvertedText text =
        convert(test::read_file(real / "un-pdf" / (std::string(name) + ".pdf")), name);
    std::set<std::string> found;
    for (const ConvertedBlock& block : text.blocks)
      if (block.role == ConvertedBlock::Role::body)
        found.insert(letters_of(block.label + block.text));
    const auto items = nlohmann::json::parse(
        test::read_file(real / "un-paragraph-json" / (std::string(name) + ".json")));
    for (const auto& item : items) {
      if (item["type"] != "paragraph") continue;
      const std::string number =
          item["prefix"].is_string() ? item["prefix"].get<std::string>() : "";
      const std::string gold = letters_of(item["text"].get<std::string>());
      EXPECT_TRUE(found.contains(letters_of(number) + gold) || found.contains(gold))
          << name << ": " << item["text"];
    }
  }
}

}  // namespace
}  // namespace undex
