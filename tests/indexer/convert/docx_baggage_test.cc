#include <gtest/gtest.h>

#include "tests/indexer/convert/docx_builder.h"

namespace undex::test {
namespace {

struct Target {
  std::string type, address;
  bool external = true;
};

/// The relationships part of `part`: a row each.
std::string relationships(const std::vector<Target>& targets) {
  std::string rows;
  for (std::size_t at = 0; at < targets.size(); ++at)
    rows += "<Relationship Id=\"x" + std::to_string(at) + "\" Type=\"http://o/relationships/" +
            targets[at].type + "\" Target=\"" + targets[at].address +
            (targets[at].external ? "\" TargetMode=\"External\"/>" : "\"/>");
  return "<Relationships>" + rows + "</Relationships>";
}

std::string notices(const Parts& more, const std::string& body = p("Text")) {
  Parts parts = docx_parts(body);
  for (const auto& [name, bytes] : more) parts[name] = bytes;
  return notices_of(convert(zip_of(parts), "a.docx"));
}

TEST(DocxBaggage, NamesMacros) {
  EXPECT_EQ(notices({}), "");
  EXPECT_EQ(notices({{"word/vbaProject.bin", "x"}}), "macros: macros in it, left out\n");
  EXPECT_EQ(notices({{"word/VBAPROJECT.BIN", "x"}}), "macros: macros in it, left out\n");
  EXPECT_EQ(notices({{"[Content_Types].xml",
                      "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/"
                      "vnd.ms-word.document.macroEnabled.main+xml\"/></Types>"}}),
            "macros: of a kind that may hold macros (.docm), though it holds none\n");
}

TEST(DocxBaggage, NamesLinksToWhatLiesOutsideButNoHyperlinks) {
  EXPECT_EQ(notices({{"word/_rels/document.xml.rels",
                      relationships({{"hyperlink", "https://example.org/"},
                                     {"image", "https://example.org/logo.png"},
                                     {"image", "https://example.org/logo.png"}})},
                     {"word/_rels/webSettings.xml.rels",
                      relationships({{"frame", "https://example.org/left.htm"}})}}),
            "external-link: 2 links to what lies outside the file: frame "
            "'https://example.org/left.htm', picture 'https://example.org/logo.png'\n");
  std::vector<Target> many;
  for (int i = 0; i < 10; ++i) many.push_back({"image", "p" + std::to_string(i)});
  EXPECT_NE(
      notices({{"word/_rels/document.xml.rels", relationships(many)}}).find("'p7' and 2 more"),
      std::string::npos);
}

TEST(DocxBaggage, WarnsOfATemplateOnANetworkOnly) {
  const auto level = [](const std::string& address) {
    Parts parts = docx_parts(p("Text"));
    parts["word/_rels/settings.xml.rels"] = relationships({{"attachedTemplate", address}});
    const ConvertedText text = convert(zip_of(parts), "a.docx");
    EXPECT_EQ(text.notices.size(), 1U);
    return text.notices.empty() || text.notices[0].level == Notice::Level::warning ? "warning"
                                                                                   : "info";
  };
  EXPECT_STREQ(level("file:///C:\\Templates\\Report.dotm"), "info");
  EXPECT_STREQ(level("Normal.dotm"), "info");
  EXPECT_STREQ(level("https://example.org/Report.dotm"), "warning");
  EXPECT_STREQ(level("file:///\\\\server\\share\\Report.dotm"), "warning");
  EXPECT_STREQ(level("file://server/share/Report.dotm"), "warning");
}

TEST(DocxBaggage, NamesLinksThatFieldsMake) {
  const auto field = [](const std::string& code) {
    return "<w:p>" + t("Text") + "<w:fldSimple w:instr=\"" + code + "\"/></w:p>";
  };
  EXPECT_EQ(notices({}, field(" INCLUDEPICTURE &quot;https://example.org/a b.png&quot; \\d ") +
                            field("DDEAUTO c:\\\\cmd.exe &quot;/c calc&quot;") +
                            field("HYPERLINK &quot;https://example.org&quot;")),
            "external-link: 2 links to what lies outside the file: live data '/c calc', picture "
            "'https://example.org/a b.png'\n");
}

TEST(DocxBaggage, CountsFilesWithinTheFile) {
  EXPECT_EQ(notices({{"word/_rels/document.xml.rels",
                      relationships({{"package", "embeddings/a.xlsx", false},
                                     {"oleObject", "embeddings/b.bin", false},
                                     {"image", "media/c.png", false}})}}),
            "embedded-file: 2 files embedded in it, not read\n");
}

TEST(DocxBaggage, CountsCommentsOfTheirPartAlsoInDeletedText) {
  const std::string comment = "<w:comment w:id=\"1\">" + p("Why?") + "</w:comment>";
  const ConvertedText text =
      convert(docx("<w:p>" + t("Text") +
                       "<w:r><w:commentReference w:id=\"1\"/></w:r><w:del><w:r>"
                       "<w:commentReference w:id=\"2\"/></w:r></w:del></w:p>",
                   {{"comments", root("comments", comment + comment)}}),
              "");
  EXPECT_EQ(dump(text), "Text\n");
  EXPECT_EQ(notices_of(text),
            "tracked-changes: 1 tracked deletion left out\ncomments: 2 comments left out\n");
}

/// A document whose body refers to `chunk`.
std::string with_chunk(const std::string& chunk) {
  Parts parts = docx_parts(p("Before") + "<w:altChunk r:id=\"x0\"/>" + p("After"));
  parts["word/chunk.bin"] = chunk;
  parts["word/_rels/document.xml.rels"] = relationships({{"aFChunk", "chunk.bin", false}});
  return zip_of(parts);
}

TEST(DocxBaggage, ReadsDocumentsWithinTheDocumentInTheirPlace) {
  EXPECT_EQ(dump(convert(with_chunk("<html><body><h1>Head</h1><p>Page</p></body></html>"), "")),
            "Before\nheading/0 Head\nPage\nAfter\n");
  EXPECT_EQ(dump(convert(with_chunk(docx(p("Inner"))), "")), "Before\nInner\nAfter\n");
  const ConvertedText text = convert(with_chunk("{\\rtf1 Words}"), "");
  EXPECT_EQ(dump(text), "Before\nAfter\n");
  EXPECT_EQ(notices_of(text), "embedded-document: 1 embedded document not read\n");
}

TEST(DocxBaggage, GoesThreeDocumentsDeepAndNoDeeper) {
  std::string document = docx(p("Innermost"));
  for (int i = 0; i < 3; ++i) document = with_chunk(document);
  EXPECT_NE(dump(convert(document, "")).find("Innermost"), std::string::npos);
  EXPECT_EQ(dump(convert(with_chunk(document), "")).find("Innermost"), std::string::npos);
}

TEST(DocxBaggage, ReadsTheWordsOfADiagramAsABox) {
  Parts parts =
      docx_parts("<w:p>" + t("See:") +
                 "<w:r><w:drawing><d:relIds xmlns:d=\"http://d\" r:dm=\"x0\"/></w:drawing>"
                 "</w:r></w:p>");
  parts["word/data1.xml"] =
      "<d:dataModel xmlns:d=\"http://d\" xmlns:a=\"http://a\"><d:ptLst><d:pt><d:t><a:p><a:r><a:t>"
      "First step</a:t></a:r></a:p></d:t></d:pt><d:pt/><d:pt><d:t><a:p><a:r><a:t>Second</a:t></a:r>"
      "</a:p></d:t></d:pt></d:ptLst></d:dataModel>";
  parts["word/_rels/document.xml.rels"] = relationships({{"diagramData", "data1.xml", false}});
  EXPECT_EQ(dump(convert(zip_of(parts), "")), "See:\nbox First step\nbox Second\n");
}

}  // namespace
}  // namespace undex::test
