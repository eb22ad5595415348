#include "indexer/convert/formats.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "tests/indexer/convert/dump.h"
#include "tests/support.h"
#include "undex/error.h"

namespace undex::test {
namespace {

std::string bytes(std::string_view text) { return std::string(text); }

std::string ole(const std::string& stream) {
  std::string file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(504, '\0');
  for (const char c : stream) file += {c, '\0'};
  return file;
}

TEST(Formats, RefusesWhatIsKnownAndNotReadWithItsNameAndARemedy) {
  struct Case {
    std::string file;
    const char* reason;
  };
  const Case cases[] = {
      {"", "empty file"},
      {ole("EncryptedPackage"), "password-protected"},
      {ole("Workbook"), "not a text document: an old Office file"},
      {"\xFFWPC picture", "not a text document: a WordPerfect picture or macro"},
      {"<?xml version=\"1.0\"?><record/>", "XML file: data, not a document"},
      {"{\n  \"_id\": \"1\"}", "JSON file: data, not a document"},
      {" [ {\"a\": 1}]", "JSON file: data, not a document"},
      {"PK\x03\x04" + bytes({"\0\0", 2}) + " mimetypeapplication/epub+zip",
       "EPUB book: format not read"},
      {"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.graphics",
       "OpenDocument file without a text document"},
      {"\x89PNG\r\n\x1A\n", "picture: holds no text"},
      {bytes({"\0\1\2\3text\0", 9}), "not a format undex reads"},
      {"text with a \1\2\3\4 few controls", "not a format undex reads"},
      {" \n\t\n ", "no text: nothing but blanks or pictures"},
  };
  for (const Case& c : cases) {
    try {
      const ConvertedText text = convert(c.file, "a.txt");
      ADD_FAILURE() << "read, where '" << c.reason << "' was due: " << dump(text);
    } catch (const Error& error) {
      EXPECT_EQ(error.what(), std::string(c.reason));
      EXPECT_EQ(error.kind, ErrorKind::check);
      EXPECT_FALSE(error.hint.empty());
    }
  }
}

TEST(Formats, AreToldByContentWhateverTheName) {
  EXPECT_EQ(recognise("Plain words", "a.docx")->name, "text");
  EXPECT_EQ(recognise("# One\n# Two\n", "a.pdf")->name, "markdown");
  EXPECT_EQ(recognise("%PDF-1.4\n", "a.txt")->name, "pdf");
  EXPECT_EQ(recognise("{\\rtf1}", "a.txt")->name, "rtf");
  EXPECT_EQ(recognise(" \n<!-- x --><!DOCTYPE HTML><p>text", "a.txt")->name, "html");
  EXPECT_EQ(recognise("\xFF\xFE" + bytes({"<\0h\0t\0m\0l\0>\0", 12}), "")->name, "html");
  EXPECT_EQ(recognise("<?xml version=\"1.0\"?>\n<html>text", "a.xml")->name, "html");
  EXPECT_EQ(recognise("<?xml version=\"1.0\"?><record/>", "a.html")->name, "xml");
  EXPECT_EQ(recognise("a <p> is a tag", "a.html")->name, "text");
  EXPECT_EQ(recognise("[Start1] \"Words\" {a}", "a.json")->name, "text");
}

TEST(Formats, AreNamedOnceAndSayWhatTheyKeep) {
  std::string names;
  for (const Format& format : formats()) {
    EXPECT_EQ(names.find(std::string(format.name) + " "), std::string::npos);
    names += std::string(format.name) + " ";
    EXPECT_FALSE(format.keeps.empty() || format.media_type.empty() || format.extensions.empty());
  }
}

// Files that made other converters crash, hang or print garbage.
TEST(Formats, ReadOrRefuseEverySampleOfConverterTestSuites) {
  UNDEX_NEEDS_SHARED();
  int docx = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(shared_dir() / "corpus/real/conversion-samples")) {
    const std::string file = read_file(entry.path());
    const Format* format = recognise(file, "");
    if (format && format->prepare) continue;  // other tests read those
    try {
      docx += convert(file, "").format == "docx" ? 1 : 0;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind, ErrorKind::check) << entry.path();
      EXPECT_FALSE(error.hint.empty()) << entry.path();
    }
  }
  EXPECT_GE(docx, 29);
}

// The numbers of this file's paragraphs are also its words.
TEST(Formats, ComputesTheNumbersThatAWordFileNamesInItsText) {
  UNDEX_NEEDS_SHARED();
  const ConvertedText text =
      convert(read_file(shared_dir() /
                        "corpus/real/conversion-samples/testWORD_override_list_numbering.docx"),
              "");
  int agreeing = 0;
  for (const ConvertedBlock& block : text.blocks)
    agreeing += !block.label.empty() && block.label == block.text ? 1 : 0;
  EXPECT_GE(agreeing, 35);
}

TEST(Formats, ReadNumberedParagraphsTablesAndMastheadOfBudgetFascicles) {
  UNDEX_NEEDS_SHARED();
  const ConvertedText text =
      convert(read_file(shared_dir() / "corpus/real/un-docx/A_80_6_Sect.29.docx"), "");
  const std::string all = dump(text);
  EXPECT_TRUE(all.starts_with("header United Nations\nheader A/80/6 (Sect. 29)\n"));
  for (const char* number : {"\n29.1\t", "\n29.2\t", "\n29.3\t", "\n29.4\t"})
    EXPECT_NE(all.find(number), std::string::npos) << number;
  EXPECT_NE(all.find("footnote [*] A/80/50.\n"), std::string::npos);
  EXPECT_NE(all.find("\nrow! "), std::string::npos);
  EXPECT_EQ(text.language, "en");
}

}  // namespace
}  // namespace undex::test
