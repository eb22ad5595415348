// Whether something was said before, in documents of our own sentences.
#include "undex/precedent.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "corpus/archive.h"
#include "indexer/index/index.h"
#include "searcher/render/precedent.h"
#include "tests/searcher/sample_index.h"
#include "tests/support.h"

namespace undex {
namespace {

using test::make_document;

const std::string kClause =
    "Asks the library of the Organization to lend its portable computers to every permanent "
    "mission "
    "that has none, and to keep a list of them by region";

Document in_french(Document document) {
  document.masthead.entries.erase(
      std::remove_if(document.masthead.entries.begin(), document.masthead.entries.end(),
                     [](const auto& entry) { return entry.item == MastheadItem::language; }),
      document.masthead.entries.end());
  document.masthead.add(MastheadItem::language, {"French", "fr", ""});
  return document;
}

std::vector<Document> documents() {
  const std::string assembly = "General Assembly";
  std::vector<Document> all;
  all.push_back(make_document(
      "A/60/100", "2005-03-01", assembly, "Computers",
      {{"3", "Nobody spoke of the weather on the second day."}, {"4", kClause + "."}}));
  all.push_back(make_document(
      "A/62/100", "2007-03-01", assembly, "Computers",
      {{"7",
        "Asks once more the library of the Organization to lend its portable computers to every "
        "observer mission that has none, and to keep a list of them by year."},
       {"9", "CandiWeb closed when the Help Desk moved, and its training manuals were burnt."}}));
  all.push_back(in_french(make_document(
      "A/62/100", "2007-03-01", assembly, "Ordinateurs",
      {{"7", "Prie la bibliothèque de prêter ses ordinateurs."},
       {"9", "CandiWeb a fermé, et les manuels du centre d'assistance ont été brûlés."}})));
  all.push_back(make_document(
      "A/64/100-E/2009/9", "2009-03-01", assembly, "Computers",
      {{"2", kClause + ", as it does with its books."},
       {"3", "The service desk took over CandiWeb; of its manuals for trainings none was left."}}));
  all.push_back(
      make_document("A/RES/65/1", "2010-12-20", assembly, "Computers",
                    {{"pp. 1", "Recalling A/60/100, para. 4,", BlockKind::preambular},
                     {"pp. 2", "Taking note of the report in A/62/100,", BlockKind::preambular},
                     {"1", "Thanks the teachers."}}));
  // Words that are in many paragraphs tell nothing.
  std::vector<test::Part> others;
  for (int i = 1; i <= 60; ++i)
    others.push_back(
        {std::to_string(i), "Paragraph " + std::to_string(1000 + i) +
                                " of the annual account of plain and common matters."});
  all.push_back(make_document("A/66/1", "2011-03-01", assembly, "Matters", others));
  for (Document& document : all) understand(document);
  return all;
}

void make_archive(const std::filesystem::path& folder, std::vector<Document> all) {
  Archive archive = Archive::open(folder, Archive::Mode::write);
  for (Document& document : all) {
    const std::string bytes = document.name() + document.language();
    document.provenance = {.source = bytes + ".txt",
                           .format = "text",
                           .media_type = "text/plain",
                           .sha256 = sha256_hex(bytes),
                           .size_bytes = bytes.size(),
                           .added = "2031-03-05T10:00:00Z"};
    archive.put(document, bytes);
  }
  archive.commit();
  update_index(archive, true, {});
}

class PrecedentsOfWords : public testing::Test {
 protected:
  static const std::filesystem::path& archive() {
    struct Made {
      Made() { make_archive(folder.path(), documents()); }
      test::TemporaryFolder folder;
    };
    static const Made made;
    return made.folder.path();
  }

  static PrecedentResult find(const PrecedentRequest& request) {
    return Precedents::open(archive()).find(request);
  }
  /// A line for each: "(A/60/100, para. 4) 100 % earliest".
  static std::string uses(const PrecedentResult& result) {
    std::string out;
    for (const Precedent& one : result.uses)
      out += one.citation + " " + std::to_string(static_cast<int>(100 * one.wording.kept + 0.5)) +
             " %" + (one.earliest ? " earliest" : "") + (one.latest ? " latest" : "") +
             (one.nearest ? " nearest" : "") + "\n";
    return out + std::to_string(result.paragraphs) + " in " + std::to_string(result.documents);
  }
  static std::string close(const PrecedentResult& result) {
    std::string out;
    for (const Precedent& one : result.close) out += one.citation + "\n";
    return out;
  }
};

TEST_F(PrecedentsOfWords, NamesTheEarliestTheLatestAndTheNearestUse) {
  EXPECT_EQ(uses(find({.text = kClause, .limit = 1})),
            "(A/60/100, para. 4) 100 % earliest nearest\n"
            "(A/64/100-E/2009/9, para. 2) 100 % latest\n"
            "3 in 3");
  EXPECT_EQ(find({.text = kClause, .limit = 0}).uses.size(), 3u);
  EXPECT_EQ(uses(find({.text = kClause, .limit = 5})),
            "(A/60/100, para. 4) 100 % earliest latest nearest\n"
            "(A/62/100, para. 7) 89 % earliest latest\n"
            "(A/64/100-E/2009/9, para. 2) 100 % earliest latest\n"
            "3 in 3");
}

TEST_F(PrecedentsOfWords, LeavesOutTheDocumentOfTheDraft) {
  EXPECT_EQ(uses(find({.text = kClause, .leave_out = "E/2009/9", .limit = 1})),
            "(A/60/100, para. 4) 100 % earliest nearest\n"
            "(A/62/100, para. 7) 89 % latest\n"
            "2 in 2");
}

TEST_F(PrecedentsOfWords, FindsWhatIsCloseInMeaningAndSaysWhy) {
  const PrecedentResult result = find({.text = "What became of the manuals of CandiWeb when the "
                                               "helpdesk went, and of the training?"});
  EXPECT_EQ(uses(result), "0 in 0");
  // The French paragraph 9 is the same place.
  ASSERT_EQ(close(result), "(A/62/100, para. 9)\n(A/64/100-E/2009/9, para. 3)\n");
  const InCommon& shared = result.close.front().shared;
  EXPECT_EQ(shared.concepts, std::vector<std::string>{"service desk"});
  EXPECT_EQ(shared.names,
            (std::vector<std::string>{"Help Desk support to permanent missions", "CandiWeb"}));
  EXPECT_EQ(shared.words, (std::vector<std::string>{"manuals", "training"}));
  EXPECT_GT(result.close.front().closeness, 0.5);
  EXPECT_LT(result.close.front().closeness, 1);
}

TEST_F(PrecedentsOfWords, LooksFartherWhereTheClosestAreLeftOut) {
  std::vector<test::Part> own, others;
  for (int i = 1; i <= 120; ++i) {
    const std::string number = std::to_string(i);
    own.push_back({number, "Ferrets of lantern village " + number + " guard its amber ponds."});
  }
  for (int i = 1; i <= 500; ++i)
    others.push_back({std::to_string(i), "Paragraph " + std::to_string(1000 + i) + " of matters."});
  test::TemporaryFolder folder;
  make_archive(
      folder.path(),
      {make_document("A/70/1", "2015-03-01", "", "Ferrets", own),
       make_document(
           "A/71/1", "2016-03-01", "", "Ponds",
           {{"1", "In every village amber ponds have a lantern, and ferrets to guard it."}}),
       make_document("A/72/1", "2017-03-01", "", "Matters", others)});
  const PrecedentResult result =
      Precedents::open(folder.path())
          .find({.text = "Lantern ferrets guard the amber ponds of the village",
                 .leave_out = "A/70/1"});
  EXPECT_EQ(close(result), "(A/71/1, para. 1)\n");
  EXPECT_TRUE(result.close_all);
}

TEST_F(PrecedentsOfWords, LooksFartherWhereAShorterOneMayBeCloser) {
  std::vector<test::Part> longer, others;
  for (int i = 1; i <= 120; ++i)
    longer.push_back({std::to_string(i), "Ferrets of lantern village " + std::to_string(i) +
                                             " guard its amber ponds, and whoever comes by night "
                                             "is told to wait there until it is day again."});
  for (int i = 1; i <= 500; ++i)
    others.push_back({std::to_string(i), "Paragraph " + std::to_string(1000 + i) + " of matters."});
  test::TemporaryFolder folder;
  make_archive(
      folder.path(),
      {make_document("A/70/1", "2015-03-01", "", "Ferrets", longer),
       make_document(
           "A/71/1", "2016-03-01", "", "Ponds",
           {{"1", "In every village amber ponds have a lantern, and ferrets to guard it."}}),
       make_document("A/72/1", "2017-03-01", "", "Matters", others)});
  for (const std::size_t limit : {1U, 2U, 5U}) {
    const PrecedentResult result =
        Precedents::open(folder.path())
            .find({.text = "Lantern ferrets guard the amber ponds of the village", .limit = limit});
    ASSERT_EQ(result.close.size(), limit);
    EXPECT_EQ(result.close.front().citation, "(A/71/1, para. 1)");
    EXPECT_TRUE(result.close_all);
  }
}

TEST_F(PrecedentsOfWords, SaysWhatCameOfThem) {
  const PrecedentResult result = find({.text = kClause, .limit = 5});
  ASSERT_EQ(result.uses.size(), 3u);
  const std::vector<TakenUp>& of_paragraph = result.uses[0].taken_up;
  ASSERT_EQ(of_paragraph.size(), 1u);
  EXPECT_EQ(of_paragraph[0].name, "A/RES/65/1");
  EXPECT_EQ(of_paragraph[0].pinpoint, "preambular para. 1");
  EXPECT_EQ(of_paragraph[0].relation, "recalls");
  EXPECT_TRUE(of_paragraph[0].paragraph);
  const std::vector<TakenUp>& of_document = result.uses[1].taken_up;
  ASSERT_EQ(of_document.size(), 1u);
  EXPECT_EQ(of_document[0].relation, "takes note of");
  EXPECT_FALSE(of_document[0].paragraph);
  EXPECT_TRUE(result.uses[2].taken_up.empty());
}

TEST_F(PrecedentsOfWords, OfCommonOrUnknownWordsIsNone) {
  const char* none[] = {
      "",
      "...",
      "the",
      "Zebras graze quietly beneath tall acacias.",
      "The annual account of common matters is due.",  // words of sixty paragraphs
      "The teachers",
      "Thanks the",
  };
  for (const char* text : none)
    EXPECT_TRUE(find({.text = text, .leave_out = "A/66/1"}).empty()) << text;
}

TEST_F(PrecedentsOfWords, OfALongTextAreFoundWhateverStandsBefore) {
  std::string text;
  while (text.size() < 150'000) text += "Zebras graze. ";
  EXPECT_TRUE(find({.text = text}).empty());
  EXPECT_EQ(find({.text = text + kClause + "."}).paragraphs, 3u);
}

TEST_F(PrecedentsOfWords, AreRenderedInertInEveryFormat) {
  PrecedentPage page{.draft = "=draft\x1b.docx", .answers = {}};
  page.answers.push_back({.locator = "1",
                          .pinpoint = "para. 1",
                          .text = kClause,
                          .result = find({.text = kClause, .limit = 1})});
  page.answers.push_back({.locator = "2", .pinpoint = "para. 2", .text = "\x1b", .result = {}});
  page.answers[0].result.uses[0].wording.text = "=1+1\x1b";
  const RenderOptions options;
  for (const char* format : {"text", "json", "csv"}) {
    const std::string out = render_precedents(page, format, options);
    EXPECT_EQ(out.find('\x1b'), std::string::npos) << format;
    EXPECT_NE(out.find("(A/64/100-E/2009/9, para. 2)"), std::string::npos) << format;
  }
  const auto json = nlohmann::json::parse(render_precedents(page, "json", options));
  EXPECT_EQ(json["asked"], 2);
  EXPECT_EQ(json["answered"], 1);
  EXPECT_EQ(json["answers"].size(), 1u);
  EXPECT_EQ(json["answers"][0]["uses"][0]["taken_up"][0]["of_the_paragraph"], true);
  EXPECT_NE(render_precedents(page, "csv", options).find("'=1+1"), std::string::npos);
  EXPECT_NE(render_precedents(page, "text", options).find("1 of 2 paragraphs have a precedent"),
            std::string::npos);
  EXPECT_EQ(json["answers"][0]["close_all"], true);
  page.answers[0].result.close_all = false;
  EXPECT_NE(render_precedents(page, "text", options).find("there may be closer ones"),
            std::string::npos);
  EXPECT_THROW(render_precedents(page, "pdf", options), Error);
}

}  // namespace
}  // namespace undex
