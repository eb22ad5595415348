#include <filesystem>
#include <fstream>
#include <iterator>

#include "indexer/convert/docx/annotate.h"
#include "indexer/convert/docx/package.h"
#include "indexer/convert/docx/xml.h"
#include "indexer/convert/zip/archive.h"
#include "tests/indexer/convert/docx_builder.h"
#include "tests/support.h"
#include "undex/error.h"

namespace undex::test {
namespace {

std::string part_of(const std::string& bytes, const std::string& part) {
  DocxPackage package(bytes);
  return package.read(part).value_or("");
}

/// Runs in brackets, with the names of their looks; "<1", "1>" and "^1" where a comment begins,
/// ends and has its mark.
std::string marks_in(const std::string& bytes) {
  const std::string xml = part_of(bytes, "word/document.xml");
  XmlStream stream(xml, "a");
  std::string line;
  bool look = false;
  while (stream.next()) {
    const bool begins = stream.kind() == XmlStream::Kind::element;
    if (stream.kind() == XmlStream::Kind::text) {
      line += stream.text();
      continue;
    }
    const std::string name(stream.name());
    const std::string id = stream.attribute("id");
    if (name == "r") line += begins ? "[" : "]";
    if (name == "p" && !begins) line += "/";
    if (name == "rPr")
      look = begins;
    else if (look && begins)
      line += name + ":";
    if (name == "commentRangeStart") line += "<" + id;
    if (name == "commentRangeEnd") line += id + ">";
    if (name == "commentReference") line += "^" + id;
    if (name == "tab" && begins) line += "\\t";
    if (name == "footnoteReference") line += "fn";
  }
  return line;
}

struct Said {
  std::size_t text;
  std::string words;  ///< in the text; "" for all
};

/// Comments "one", "two" ... on words of the texts that are found in the text they name.
DocxComments comments_on(const std::vector<std::string>& texts, const std::vector<Said>& said) {
  DocxComments comments{
      .author = "undex", .date = "2026-01-01T00:00:00Z", .texts = texts, .list = {}};
  for (const Said& one : said) {
    const std::size_t begin = texts[one.text].find(one.words);
    EXPECT_NE(begin, std::string::npos) << one.words;
    comments.list.push_back({one.text, begin, begin + one.words.size(), "look here"});
  }
  return comments;
}

/// What the document reads as, without what its comments say.
std::string text_without_notices(const std::string& bytes) {
  ConvertedText text = convert(bytes, "a.docx");
  text.notices.clear();
  return dump(text);
}

struct Case {
  std::string body;
  std::vector<std::string> texts;
  std::vector<Said> said;
  std::string marks;
};

std::string r(const std::string& look, const std::string& text) {
  return "<w:r><w:rPr>" + look + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

TEST(DocxAnnotate, PutsCommentsWhereTheWordsStand) {
  const std::string twice = p("The office answers letters.");
  const std::vector<Case> cases = {
      {p("The office answers letters."),
       {"The office answers letters."},
       {{0, "answers"}},
       "[The office ]<0[answers]0>[^0][ letters.]/"},
      // Runs are cut with their look, and a comment may span several.
      {"<w:p>" + r("<w:b/>", "The office ans") + r("<w:i/>", "wers letters.") + "</w:p>",
       {"The office answers letters."},
       {{0, "office answers"}},
       "[b:The ]<0[b:office ans][i:wers]0>[^0][i: letters.]/"},
      {p("The office answers letters."),
       {"The office answers letters."},
       {{0, "office"}, {0, "office answers"}, {0, "answers"}},
       "[The ]<0<1[office]0>[^0][ ]<2[answers]2>[^2]1>[^1][ letters.]/"},
      // A sentence that comes twice.
      {twice + p("In between.") + twice,
       {"The office answers letters.", "In between.", "The office answers letters."},
       {{2, "answers"}},
       "[The office answers letters.]/[In between.]/[The office ]<0[answers]0>[^0][ letters.]/"},
      // Blanks of all kinds, and a number that is typed and no text.
      {"<w:p><w:r><w:t>18.</w:t><w:tab/><w:t>In  2003,\xC2\xA0the</w:t><w:tab/><w:t>office "
       "closed.</w:t></w:r></w:p>",
       {"In 2003, the office closed."},
       {{0, "the office"}},
       "[18.\\tIn  2003,\xC2\xA0]<0[the\\toffice]0>[^0][ closed.]/"},
      // An accent in a character of its own.
      {p("Le re\xCC\x81seau est ferm\xC3\xA9."),
       {"Le r\xC3\xA9seau est ferm\xC3\xA9."},
       {{0, "r\xC3\xA9seau"}},
       "[Le ]<0[re\xCC\x81seau]0>[^0][ est ferm\xC3\xA9.]/"},
      {"<w:p><w:pPr><w:bidi/></w:pPr>" +
           t("\xD8\xA7\xD9\x84\xD9\x85\xD9\x83\xD8\xAA\xD8\xA8 "
             "\xD9\x8A\xD8\xAC\xD9\x8A\xD8\xA8") +
           "</w:p>",
       {"\xD8\xA7\xD9\x84\xD9\x85\xD9\x83\xD8\xAA\xD8\xA8 \xD9\x8A\xD8\xAC\xD9\x8A\xD8\xA8"},
       {{0, "\xD9\x8A\xD8\xAC\xD9\x8A\xD8\xA8"}},
       "[\xD8\xA7\xD9\x84\xD9\x85\xD9\x83\xD8\xAA\xD8\xA8 ]<0[\xD9\x8A\xD8\xAC\xD9\x8A\xD8\xA8]0>["
       "^0]/"},
      // What is deleted, hidden or an instruction is no text; what is inserted is.
      {"<w:p>" + t("The ") + "<w:del><w:r><w:delText>old </w:delText></w:r></w:del><w:ins>" +
           t("new office") + "</w:ins>" + r("<w:vanish/>", " quietly") + t(" closed.") + "</w:p>",
       {"The new office closed."},
       {{0, "office closed"}},
       "[The ][old ][new ]<0[office][vanish: quietly][ closed]0>[^0][.]/"},
      {"<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF a"
       "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" +
           t("paragraph 9") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" + t(" above.") +
           "</w:p>",
       {"paragraph 9 above."},
       {{0, "paragraph 9"}},
       "[][REF a][]<0[paragraph 9]0>[^0][][ above.]/"},
      {"<w:p><w:hyperlink>" + t("A/1/2 and more") + "</w:hyperlink></w:p>",
       {"A/1/2 and more"},
       {{0, "A/1/2"}},
       "<0[A/1/2]0>[^0][ and more]/"},
      // Two paragraphs that the reader made one, and a mark of a note that is raised.
      {"<w:p>" + t("The office closed.") + r("<w:vertAlign w:val=\"superscript\"/>", "12") +
           t(" It opened again in the spring.") + "</w:p>",
       {"The office closed. It opened again in the spring."},
       {{0, "closed. It"}},
       "[The office ]<0[closed.][vertAlign:12][ It]0>[^0][ opened again in the spring.]/"},
      // Cells of a table are found in their order.
      {"<w:tbl><w:tr><w:tc>" + p("12") + "</w:tc><w:tc>" + p("2") + "</w:tc></w:tr><w:tr><w:tc>" +
           p("12") + "</w:tc><w:tc>" + p("2") + "</w:tc></w:tr></w:tbl>",
       {"12", "2", "12", "2"},
       {{3, "2"}},
       "[12]/[2]/[12]/<0[2]0>[^0]/"},
  };
  for (const Case& one : cases) {
    const std::string before = docx(one.body);
    const AnnotatedDocx after = annotate_docx(before, comments_on(one.texts, one.said));
    EXPECT_EQ(marks_in(after.bytes), one.marks);
    EXPECT_EQ(after.unplaced, 0U);
    EXPECT_EQ(text_without_notices(after.bytes), text_without_notices(before));
  }
}

TEST(DocxAnnotate, PutsWordsOfNotesAndBoxesWhereTheyAreAnchored) {
  const std::string notes =
      root("footnotes",
           "<w:footnote w:id=\"2\">" + p("See A/58/568 for the figures.") + "</w:footnote>");
  const std::string body =
      "<w:p><w:r><w:t>The office closed</w:t><w:footnoteReference w:id=\"2\"/>"
      "<w:t> again.</w:t></w:r></w:p>" +
      p("Another.");
  const std::vector<std::string> texts = {"The office closed again.",
                                          "See A/58/568 for the figures.", "Another."};
  const std::string before = docx(body, {{"footnotes", notes}});
  const AnnotatedDocx after =
      annotate_docx(before, comments_on(texts, {{0, "closed again"}, {1, "A/58/568"}}));
  EXPECT_EQ(marks_in(after.bytes),
            "[The office ]<0[closed]<1[fn]1>[^1][ again]0>[^0][.]/[Another.]/");
  EXPECT_EQ(part_of(after.bytes, "word/footnotes.xml"), notes);
  EXPECT_EQ(text_without_notices(after.bytes), text_without_notices(before));

  const AnnotatedDocx boxed =
      annotate_docx(docx("<w:p><w:r><w:t>Text.</w:t></w:r><w:r><w:pict><w:txbxContent>" +
                         p("In a box of ours.") + "</w:txbxContent></w:pict></w:r></w:p>"),
                    comments_on({"Text.", "In a box of ours."}, {{1, "box"}}));
  EXPECT_EQ(marks_in(boxed.bytes), "[Text.]<0[[In a box of ours.]/]0>[^0]/");
}

TEST(DocxAnnotate, KeepsTheCommentsThatAreThere) {
  const std::string comments =
      root("comments", "<w:comment w:id=\"6\" w:author=\"A\">" + p("Is that so?") + "</w:comment>");
  const std::string body = "<w:p><w:commentRangeStart w:id=\"6\"/>" + t("The office closed.") +
                           "<w:commentRangeEnd w:id=\"6\"/><w:r><w:commentReference w:id=\"6\"/>"
                           "</w:r></w:p>";
  const std::string before = docx(body, {{"comments", comments}});
  const AnnotatedDocx after =
      annotate_docx(before, comments_on({"The office closed."}, {{0, "closed"}}));
  EXPECT_EQ(marks_in(after.bytes), "<6[The office ]<7[closed]7>[^7][.]6>[^6]/");
  const std::string written = part_of(after.bytes, "word/comments.xml");
  EXPECT_NE(written.find("Is that so?"), std::string::npos);
  EXPECT_NE(
      written.find("<w:comment w:id=\"7\" w:author=\"undex\" w:date=\"2026-01-01T00:00:00Z\""),
      std::string::npos)
      << written;
  for (const std::string part : {"[Content_Types].xml", "word/_rels/document.xml.rels"})
    EXPECT_EQ(part_of(after.bytes, part), part_of(before, part));
}

TEST(DocxAnnotate, NumbersCommentsAsFarAsWordCounts) {
  const std::string body =
      "<w:p><w:commentRangeStart w:id=\"2147483647\"/><w:r><w:t>The office "
      "closed.</w:t></w:r><w:commentRangeEnd w:id=\"0\"/></w:p>";
  const AnnotatedDocx after =
      annotate_docx(docx(body), comments_on({"The office closed."}, {{0, "The"}, {0, "closed"}}));
  const std::string written = part_of(after.bytes, "word/comments.xml");
  for (const std::string id : {"w:id=\"1\"", "w:id=\"2\""})
    EXPECT_NE(written.find(id), std::string::npos) << written;
}

TEST(DocxAnnotate, NamesThePartOfCommentsUnlikeAnyOther) {
  Parts parts = docx_parts(p("The office closed."), {});
  parts["word/Comments.XML"] = "<left/>";
  const AnnotatedDocx after =
      annotate_docx(zip_of(parts), comments_on({"The office closed."}, {{0, "closed"}}));
  EXPECT_NE(part_of(after.bytes, "word/comments1.xml").find("look here"), std::string::npos);
  EXPECT_EQ(part_of(after.bytes, "word/Comments.XML"), "<left/>");
}

TEST(DocxAnnotate, LeavesEveryOtherPartAsItIs) {
  Parts parts = docx_parts(p("The office closed."), {{"styles", root("styles", "")}});
  parts["word/media/a.png"] = std::string("\x89PNG\0\1", 6);
  const std::string before = zip_of(parts);
  const AnnotatedDocx after = annotate_docx(before, comments_on({"The office closed."}, {{0, ""}}));
  const ZipArchive archive(after.bytes, "");
  ASSERT_EQ(archive.size(), parts.size() + 1);
  for (std::size_t at = 0; at < archive.size(); ++at) {
    const std::string name = archive.entry(at).name;
    const bool changed = name == "[Content_Types].xml" || name == "word/document.xml" ||
                         name == "word/_rels/document.xml.rels" || name == "word/comments.xml";
    if (changed) continue;
    EXPECT_EQ(archive.read(at, 1000), parts.at(name)) << name;
  }
  EXPECT_EQ(notices_of(convert(after.bytes, "a.docx")), "comments: 1 comment left out\n");
  EXPECT_EQ(annotate_docx(before, comments_on({"The office closed."}, {{0, ""}})).bytes,
            after.bytes);
}

TEST(DocxAnnotate, QuotesWhatItCannotPlace) {
  DocxComments comments =
      comments_on({"The office closed.", "A running head & more."}, {{1, "head & more"}});
  comments.list[0].says = "first\nsecond\x01 <line>";
  const AnnotatedDocx after =
      annotate_docx(docx(p("The office closed.", "<w:keepNext/>")), comments);
  EXPECT_EQ(after.unplaced, 1U);
  EXPECT_EQ(marks_in(after.bytes), "<0[The office closed.]0>[^0]/");
  const std::string written = part_of(after.bytes, "word/comments.xml");
  for (const std::string line : {">“head &amp; more”<", ">first<", ">second &lt;line&gt;<"})
    EXPECT_NE(written.find(line), std::string::npos) << written;
}

TEST(DocxAnnotate, ReadsStrictDocuments) {
  Parts parts = docx_parts("");
  parts["word/document.xml"] =
      "<document xmlns=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><body><p><r><t>The "
      "office closed.</t></r></p></body></document>";
  const AnnotatedDocx after =
      annotate_docx(zip_of(parts), comments_on({"The office closed."}, {{0, "office"}}));
  EXPECT_EQ(marks_in(after.bytes), "[The ]<0[office]0>[^0][ closed.]/");
  EXPECT_NE(part_of(after.bytes, "word/_rels/document.xml.rels")
                .find("http://purl.oclc.org/ooxml/officeDocument/relationships/comments"),
            std::string::npos);
}

TEST(DocxAnnotate, Refuses) {
  DocxComments many;
  many.texts = {"The office closed."};
  many.list.resize(kMostDocxComments + 1);
  const auto reason = [](const std::string& bytes, const DocxComments& comments) {
    try {
      annotate_docx(bytes, comments);
    } catch (const Error& error) {
      return std::string(error.what());
    }
    return std::string("none");
  };
  EXPECT_EQ(reason(docx(p("a")), many), "more than 10,000 comments in one document");
  EXPECT_EQ(reason(docx("<w:sectPr/>"), {}), "no paragraph for a comment to stand at");
  EXPECT_NE(reason("PK\x03\x04", {}), "none");
  EXPECT_NE(reason(docx("<w:p><w:r></w:p>"), {}), "none");
}

/// Every paragraph that the reader gives is found again, and the copy reads the same.
TEST(DocxAnnotate, FindsTheParagraphsOfRealDocuments) {
  UNDEX_NEEDS_SHARED();
  const auto folder = std::filesystem::path(shared_dir()) / "corpus/real/un-docx";
  std::size_t documents = 0, texts = 0, unplaced = 0;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    if (file.path().extension() != ".docx") continue;
    std::ifstream in(file.path(), std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    DocxComments comments{
        .author = "undex", .date = "2026-01-01T00:00:00Z", .texts = {}, .list = {}};
    for (const ConvertedBlock& block : convert(bytes, "a.docx").blocks) {
      if (block.role != ConvertedBlock::Role::body) continue;
      comments.list.push_back({comments.texts.size(), 0, block.text.size() / 2, "look here"});
      comments.texts.push_back(block.text);
    }
    const AnnotatedDocx after = annotate_docx(bytes, comments);
    EXPECT_EQ(text_without_notices(after.bytes), text_without_notices(bytes)) << file.path();
    ++documents;
    texts += comments.texts.size();
    unplaced += after.unplaced;
  }
  EXPECT_GT(documents, 0U);
  EXPECT_LT(unplaced * 100, texts) << unplaced << " of " << texts;
}

}  // namespace
}  // namespace undex::test
