#include "indexer/make_document.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "corpus/xml.h"
#include "indexer/structure/structure.h"
#include "indexer/understand/understand.h"
#include "tests/indexer/convert/docx_builder.h"
#include "tests/indexer/convert/zip_builder.h"
#include "tests/support.h"
#include "undex/error.h"

namespace undex {
namespace {

/// What came of a source, in one text.
std::string outcome(const Made& made) {
  if (!made.reason.empty()) {
    EXPECT_FALSE(made.remedy.empty()) << made.reason;
    return "no: " + made.reason + "\n";
  }
  std::string out;
  for (const Member& member : made.members) out += "holds " + member.name + "\n";
  return made.members.empty() ? made.document.provenance.format + "\n" + dump(made.document) : out;
}

/// The same steps in this process, where files can be opened.
std::string outcome_here(const std::string& bytes) {
  try {
    ConvertedText text = convert(bytes, "source");
    Document document = read_structure(text, "source");
    understand(document);
    document.provenance.format = text.format;
    return text.format + "\n" + dump(read_document_xml(write_document_xml(document), "source"));
  } catch (const Error& error) {
    return "no: " + std::string(error.what()) + "\n";
  }
}

std::string pdf(const std::string& text) {
  const std::string content = "BT /F 12 Tf 72 700 Td (" + text + ") Tj ET";
  return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
         "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
         "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
         "/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
         "4 0 obj<</Length " +
         std::to_string(content.size()) + ">>stream\n" + content +
         "\nendstream endobj\n"
         "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n";
}

TEST(DocumentMaker, AnswersEachSourceInOrder) {
  const std::string word = test::docx("<w:p><w:r><w:t>Seven lanterns</w:t></w:r></w:p>");
  const std::string page = pdf("Seven ferries");
  const std::string zip = test::zip_stored({{"b.docx", word}, {"a.txt", "Seven oars\n"}});
  const NamedBytes sources[] = {{"1. Seven boats\n", "boats.txt"},
                                {page, "1.pdf"},
                                {"", "none"},
                                {zip, "all.zip"},
                                {word, "word.docx"},
                                {"%PDF-1.4 torn", "2.pdf"}};
  DocumentMaker maker;
  const std::vector<Made> made = maker.make(sources);
  ASSERT_EQ(made.size(), 6u);
  EXPECT_EQ(made[0].document.blocks.at(0).text, "Seven boats");
  EXPECT_EQ(made[0].document.provenance.format, "text");
  EXPECT_EQ(made[0].document.provenance.size_bytes, 15u);
  EXPECT_EQ(made[2].reason, "the file is empty");
  EXPECT_EQ(outcome(made[3]), "holds a.txt\nholds b.docx\n");
  EXPECT_EQ(made[3].members[1].bytes, word);
  EXPECT_EQ(made[4].document.blocks.at(0).text, "Seven lanterns");
  EXPECT_EQ(made[4].document.provenance.media_type, find_format("docx")->media_type);
  EXPECT_EQ(made[5].reason.substr(0, 11),
            find_format("pdf")->lacks().empty() ? "damaged PDF" : "pdftotext i");
  if (!find_format("pdf")->lacks().empty()) GTEST_SKIP() << "pdftotext is not here";
  EXPECT_EQ(made[1].document.blocks.at(0).text, "Seven ferries");
  EXPECT_EQ(made[1].document.provenance.size_bytes, page.size());
}

TEST(DocumentMaker, UnpacksAContainerFromWhereItIsTold) {
  const std::string zip = test::zip_stored({{"a.txt", "one"}, {"b.txt", "two"}});
  DocumentMaker maker;
  const Made rest = maker.unpack({zip, "all.zip"}, 1);
  EXPECT_EQ(outcome(rest), "holds b.txt\n");
  EXPECT_EQ(rest.next, 0u);
}

TEST(DocumentMaker, GivesInTheCageWhatTheStepsGiveOutside) {
  const std::string russian =
      "\xCF\xF0\xE8\xEB\xEE\xE6\xE5\xED\xE8\xE5 \xEA \xE4\xEE\xEA\xEB\xE0\xE4\xF3 \xEE "
      "\xF0\xE0\xE1\xEE\xF2\xE5 \xEF\xEE\xF0\xF2\xE0\n";
  const std::string chinese =
      "1. "
      "\xE7\x81\xAF\xE5\xA1\x94\xE5\xAE\xA4\xE6\x9C\x89\xE4\xB8\x83\xE7\x9B\x8F\xE7\x81\xAF\xE3\x80"
      "\x82\n";
  const std::string thai =
      "1. \xE0\xB8\x95\xE0\xB8\xB0\xE0\xB9\x80\xE0\xB8\x81\xE0\xB8\xB5\xE0\xB8\xA2\xE0\xB8\x87\n";
  DocumentMaker maker;
  for (const std::string& bytes :
       {russian + russian, chinese, thai,
        std::string("\xFF\xFE"
                    "L\0a\0m\0p\0",
                    10),
        std::string("<html><meta charset=gb18030><p>\xB5\xC6\xCB\xFE\xCA\xD2</p>"),
        std::string("<html><meta charset=koi8-r><p>\xF0\xCF\xD2\xD4</p>"),
        test::docx("<w:p><w:r><w:t>The Lamp Office cites A/58/568, para. 3.</w:t></w:r></w:p>"),
        std::string("# Title\n\n|a|b|\n|-|-|\n|1|2|\n"), std::string("\x89PNG\r\n\x1A\n")})
    EXPECT_EQ(outcome(maker.make({bytes, "source"})), outcome_here(bytes));
}

TEST(DocumentMaker, RefusesWhatIsTooLarge) {
  const std::string line(std::size_t{9} << 20, 'x');
  std::string points;
  for (int i = 0; i < 80'000; ++i) points += "(i)\n(ii)\n";
  std::string symbols = "<akomaNtoso><doc>";
  for (int i = 1; i < 200; ++i)
    symbols += "<p><docNumber>A/" + std::to_string(i) + "/1</docNumber></p>";
  symbols += "</doc></akomaNtoso>";
  std::string subjects = "<record>";
  for (int i = 0; i < 12'000; ++i)
    subjects += "<datafield tag=\"650\"><subfield code=\"a\">" + std::to_string(i) +
                "</subfield></datafield>";
  subjects += "</record>";
  DocumentMaker maker;
  EXPECT_EQ(outcome(maker.make({symbols, "a"})), "no: more than 100 symbols of its own\n");
  EXPECT_EQ(outcome(maker.make({subjects, "a"})), "no: more than 10,000 entries in its masthead\n");
  EXPECT_EQ(outcome(maker.make({line, "a"})), "no: one paragraph is larger than 8 MiB\n");
  EXPECT_EQ(outcome(maker.make({points, "a"})), "no: more than 150,000 paragraphs\n");
}

TEST(DocumentMaker, SurvivesATextThatNeedsMoreMemoryThanItMayHave) {
#ifdef __SANITIZE_ADDRESS__
  GTEST_SKIP() << "addresses are not limited under AddressSanitizer";
#endif
  std::string text;
  while (text.size() < std::size_t{200} << 20)
    text += "The office answers seven letters a day.\n\n";
  const NamedBytes sources[] = {{text, "large"}, {"Small\n", "small"}};
  DocumentMaker maker;
  const std::vector<Made> made = maker.make(sources);
  EXPECT_EQ(outcome(made[0]), "no: reading it needs more memory than 512 MB\n");
  EXPECT_EQ(made[1].document.blocks.at(0).text, "Small");
}

TEST(DocumentMaker, CarriesItsAnswersAsBytes) {
  Made made;
  made.members = {{"a.txt", std::string("1\0002", 3), "", "", false},
                  {"b", "", "hidden", "rename it", true}};
  made.next = 7;
  const Made read = read_made(write_made(made));
  EXPECT_EQ(read.members.size(), 2u);
  EXPECT_EQ(read.members[0].bytes, made.members[0].bytes);
  EXPECT_TRUE(read.members[1].passed_over);
  EXPECT_EQ(read.next, 7u);
  const std::string bytes = write_made(made);
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_THROW(read_made(bytes.substr(0, size)), Error);
}

TEST(DocumentMaker, GivesInTheCageWhatTheStepsGiveOutsideForRealTexts) {
  UNDEX_NEEDS_SHARED();
  DocumentMaker maker;
  for (const char* folder : {"six-languages", "conversion-samples"})
    for (const auto& entry : std::filesystem::recursive_directory_iterator(
             test::shared_dir() / "corpus/real" / folder)) {
      if (!entry.is_regular_file()) continue;
      const std::string bytes = test::read_file(entry.path());
      const Format* format = recognise(bytes, "source");
      if (!format || !format->read || format->prepare) continue;
      EXPECT_EQ(outcome(maker.make({bytes, "source"})), outcome_here(bytes)) << entry.path();
    }
}

}  // namespace
}  // namespace undex
