#include <gtest/gtest.h>

#include "tests/indexer/convert/docx_builder.h"
#include "undex/error.h"

namespace undex::test {
namespace {

std::string refusal(const std::string& bytes) {
  try {
    return "read: " + dump(convert(bytes, "a.docx"));
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::check);
    EXPECT_FALSE(error.hint.empty());
    return error.what();
  }
}

void rename(Parts& parts, const std::string& from, const std::string& to) {
  parts[to] = parts[from];
  parts.erase(from);
}
void replace(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

TEST(DocxPackage, FindsTheMainPartWhateverItIsCalled) {
  Parts parts = docx_parts(p("Text"));
  rename(parts, "word/document.xml", "content/main2.xml");
  replace(parts["[Content_Types].xml"], "/word/document.xml", "/content/main2.xml");
  replace(parts["_rels/.rels"], "word/document.xml", "/content/main2.xml");
  EXPECT_EQ(dump(convert(zip_of(parts), "a.bin")), "Text\n");
}

TEST(DocxPackage, ReadsStrictDocumentsAndUtf16Parts) {
  Parts parts = docx_parts(p("Text", "<w:ind w:start=\"200\"/>"));
  std::string& xml = parts["word/document.xml"];
  replace(xml, "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
          "http://purl.oclc.org/ooxml/wordprocessingml/main");
  replace(parts["_rels/.rels"],
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
          "http://purl.oclc.org/ooxml/officeDocument/relationships");
  EXPECT_EQ(dump(convert(zip_of(parts), "a.docx")), "Text\n");
  std::string wide = "\xFF\xFE";
  for (const char c : xml) wide += {c, '\0'};
  xml = wide;
  EXPECT_EQ(dump(convert(zip_of(parts), "a.docx")), "Text\n");
}

TEST(DocxPackage, RefusesWhatIsDamagedOrHostile) {
  const std::string whole = docx(p("Text"));
  EXPECT_NE(refusal(whole.substr(0, whole.size() / 2)).find("damaged zip archive"),
            std::string::npos);

  EXPECT_NE(refusal(docx("<w:p>")).find("damaged: 'word/document.xml'"), std::string::npos);

  Parts parts = docx_parts(p("Text"));
  parts["word/document.xml"] = "<!DOCTYPE w [<!ENTITY a \"b\">]>" + parts["word/document.xml"];
  EXPECT_NE(refusal(zip_of(parts)).find("document type declaration"), std::string::npos);

  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<w:x>";
  for (int i = 0; i < 300; ++i) deep += "</w:x>";
  EXPECT_NE(refusal(docx(deep)).find("nested deeper than 256"), std::string::npos);

  std::string attributes = "<w:p";
  for (int i = 0; i < 20'000; ++i) attributes += " a" + std::to_string(i) + "=\"\"";
  EXPECT_NE(refusal(docx(attributes + "/>")).find("10,000 attributes"), std::string::npos);

  EXPECT_EQ(refusal(docx(std::string(8U << 20U, ' '))), "unpacks to more than 100 times its size");

  parts = docx_parts(p("Text"));
  for (int i = 0; i < 10'001; ++i) parts["x/" + std::to_string(i)] = "";
  EXPECT_EQ(refusal(zip_of(parts)), "more than 10,000 entries in its zip archive");
}

TEST(DocxPackage, RefusesADocumentWithoutWords) {
  EXPECT_EQ(refusal(docx("<w:p/>")), "no text: nothing but blanks or pictures");
  EXPECT_EQ(refusal(docx("<w:p><w:del><w:r><w:delText>Gone</w:delText></w:r></w:del></w:p>")),
            "no text: tracked changes delete all of it");
  EXPECT_EQ(refusal(docx("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden</w:t></w:r></w:p>")),
            "no text: all of it is hidden");
  Parts parts = docx_parts("");
  parts.erase("word/document.xml");
  EXPECT_EQ(refusal(zip_of(parts)), "damaged: its main part is missing");
}

TEST(DocxPackage, ReadsAParagraphOfTenMegabytesAndManyNotesQuickly) {
  std::string runs;
  for (int i = 0; i < 60'000; ++i)
    runs += "<w:r><w:t>word" + std::to_string(i * 7919 % 100'003) +
            "</w:t></w:r>"
            "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>1</w:t></w:r>";
  const ConvertedText text = convert(docx("<w:p>" + runs + "</w:p>"), "");
  ASSERT_EQ(text.blocks.size(), 1U);
  EXPECT_EQ(text.blocks[0].notes.size(), 60'000U);
}

}  // namespace
}  // namespace undex::test
