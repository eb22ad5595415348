// Wording that was carried over, in documents of our own sentences.
#include "undex/reuse.h"

#include <gtest/gtest.h>

#include "tests/searcher/sample_index.h"

namespace undex {
namespace {

const std::string kClause =
    "Every permanent mission may send two officers to the course on the safe keeping of "
    "electronic records, which the library of the Organization gives in spring and in autumn";

Document document_of(const std::string& symbol, const std::string& date,
                     const std::vector<test::Part>& parts) {
  return test::make_document(symbol, date, "", "Courses", parts);
}

std::vector<Document> documents() {
  std::vector<Document> out;
  out.push_back(document_of(
      "A/60/1", "2005-01-02",
      {{"1", kClause + "."},
       {"2", "The weather was fair and nobody came to the meeting of the second week."}}));
  out.push_back(document_of(
      "A/61/1", "2006-01-02",
      {{"3",
        "Every permanent mission may send three officials to the course on the safe keeping of "
        "digital records, which the library of the Secretariat gives in spring and in winter."},
       {"4", "Nothing else was said of courses for members of the missions."}}));
  out.push_back(document_of(
      "A/62/1", "2007-01-02",
      {{"5",
        "EVERY permanent mission may send two "
        "officers to the course on the safe  keeping of electronic records; which the library of "
        "the Organisation gives in spring, and in autumn"}}));
  out.push_back(document_of(
      "A/63/1", "2008-01-02",
      {{"6",
        "The Committee, having met eleven times, and mindful of what it had heard from speakers of "
        "all regions, was told again that " +
            kClause +
            ", and it took note of this with thanks to the teachers who had come from afar and to "
            "the "
            "host country, whose hospitality had been great in all the weeks of its long work."}}));
  return out;
}

class ReuseOfWords : public testing::Test {
 protected:
  static const std::filesystem::path& archive() {
    struct Archive {
      Archive() { test::make_sample_index(folder.path(), documents()); }
      test::TemporaryFolder folder;
    };
    static const Archive made;
    return made.folder.path();
  }
  static std::string found(const ReuseRequest& request) {
    const ReuseResult result = Reuse::open(archive()).find(request);
    std::string out;
    for (const ReusedWording& one : result.wordings)
      out += one.name + ":" + one.locator + " " + std::to_string(one.shared_words) + " words " +
             std::to_string(static_cast<int>(100 * one.kept + 0.5)) + " %" +
             (one.identical ? " identical" : "") + "\n";
    return out + std::to_string(result.paragraphs) + " in " + std::to_string(result.documents);
  }
};

TEST_F(ReuseOfWords, FindsEarlierAndLaterLivesOfAParagraph) {
  EXPECT_EQ(found({.text = kClause}),
            "A/60/1:1 29 words 100 % identical\n"
            "A/62/1:5 29 words 100 % identical\n"
            "A/63/1:6 29 words 100 %\n"
            "A/61/1:3 24 words 83 %\n"
            "4 in 4");
}

TEST_F(ReuseOfWords, LeavesOutTheDocumentItStandsIn) {
  EXPECT_EQ(found({.text = kClause, .from_key = "k0.en", .limit = 1}),
            "A/62/1:5 29 words 100 % identical\n3 in 3");
  EXPECT_EQ(found({.text = kClause, .from_key = "nowhere.en", .limit = 1}),
            "A/60/1:1 29 words 100 % identical\n4 in 4");
}

TEST_F(ReuseOfWords, FindsAClauseInLongParagraphs) {
  EXPECT_EQ(found({.text = "the library of the Organization gives", .least = 0.9, .clause = true}),
            "A/60/1:1 6 words 100 %\n"
            "A/62/1:5 6 words 100 %\n"
            "A/63/1:6 6 words 100 %\n"
            "3 in 3");
}

TEST_F(ReuseOfWords, OfAClauseScatteredOverAParagraphIsNone) {
  // Both parts are in A/63/1, para. 6, with forty words between them.
  const ReuseRequest far = {
      .text = "The Committee having met eleven times, with thanks to the teachers",
      .least = 0.9,
      .clause = true};
  EXPECT_EQ(found(far), "0 in 0");
  const ReuseRequest near = {
      .text = "The Committee having met eleven times, mindful of what it heard",
      .least = 0.7,
      .clause = true};
  EXPECT_EQ(found(near), "A/63/1:6 10 words 91 %\n1 in 1");
}

TEST_F(ReuseOfWords, OfAFewWordsInCommonIsNone) {
  const char* none[] = {
      "",
      "...",
      "course",
      "the library",
      "Nobody has ever written this.",
      "We met on the safe keeping of sheep.",  // a run, and nothing else
      "of the missions.",                      // a run of a long paragraph
  };
  for (const char* text : none) EXPECT_EQ(found({.text = text}), "0 in 0") << text;
}

TEST_F(ReuseOfWords, MarksTheSharedWordsInBothTexts) {
  const ReuseResult result = Reuse::open(archive()).find(
      {.text = "It said how every permanent mission may send two women to the course on the "
               "safe keeping of electronic records!",
       .limit = 1});
  ASSERT_EQ(result.wordings.size(), 1u);
  const ReusedWording& one = result.wordings.front();
  std::string shared, there;
  for (const Span& span : one.shared)
    shared += one.text.substr(span.begin, span.end - span.begin) + "|";
  EXPECT_EQ(one.name, "A/60/1");
  EXPECT_EQ(one.pinpoint, "para. 1");
  EXPECT_EQ(one.date, "2005-01-02");
  EXPECT_EQ(one.language, "en");
  EXPECT_EQ(shared,
            "Every permanent mission may send two|to the course on the safe keeping of electronic "
            "records|");
  EXPECT_EQ(one.shared_there.size(), one.shared.size());
  EXPECT_EQ(one.shared_there.front().begin, 12u);
}

TEST_F(ReuseOfWords, OfLongParagraphsIsIdenticalToTheEnd) {
  std::string text;  // over a piece (corpus/pieces.h)
  for (int at = 0; at < 12000; ++at) text += "word" + std::to_string(at % 5000) + " ";
  test::TemporaryFolder folder;
  test::make_sample_index(folder.path(),
                          {document_of("A/60/1", "2005-01-02", {{"1", text + "ends here"}}),
                           document_of("A/61/1", "2006-01-02", {{"1", text + "goes on"}})});
  const ReuseResult result = Reuse::open(folder.path()).find({.text = text + "goes on"});
  ASSERT_EQ(result.wordings.size(), 2u);
  EXPECT_EQ(result.wordings[0].name, "A/61/1");
  EXPECT_TRUE(result.wordings[0].identical);
  EXPECT_EQ(result.wordings[1].shared_words, 12000u);
  EXPECT_FALSE(result.wordings[1].identical);
}

TEST_F(ReuseOfWords, OfAFormulaInHundredsOfParagraphsIsCountedInFull) {
  const std::string formula =
      "Requests the Secretary to report to the Council at its next session on the implementation "
      "of the present decision.";
  std::vector<Document> list;
  for (int number = 1; number <= 150; ++number)
    list.push_back(
        document_of("E/1999/" + std::to_string(number), std::to_string(1800 + number) + "-05-05",
                    {{"1", "Decides on matter " + std::to_string(number) + "."}, {"2", formula}}));
  test::TemporaryFolder folder;
  test::make_sample_index(folder.path(), list);
  const ReuseResult result =
      Reuse::open(folder.path())
          .find({.text = "Requests the Secretary to report to the Council at "
                         "its ninth session on the implementation of the "
                         "present decision",
                 .limit = 2});
  EXPECT_EQ(result.paragraphs, 150u);
  EXPECT_EQ(result.documents, 150u);
  EXPECT_TRUE(result.all);
  ASSERT_EQ(result.wordings.size(), 2u);
  EXPECT_EQ(result.wordings[0].name, "E/1999/1");
  EXPECT_EQ(result.wordings[1].name, "E/1999/2");
}

}  // namespace
}  // namespace undex
