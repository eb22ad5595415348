// The check of a draft, against documents and printed dates that the test holds.
#include "searcher/check/check.h"

#include <gtest/gtest.h>

#include <map>

#include "corpus/quotation.h"
#include "indexer/understand/understand.h"
#include "tests/indexer/understand/understood.h"

namespace undex {
namespace {

class Shelf : public CheckHoldings {
 public:
  void put(const char* symbol, const char* date, const char* kind, const char* title,
           const char* lines) {
    Document document = test::document_of(symbol, lines);
    document.masthead.add(MastheadItem::date, {"", date, ""});
    document.masthead.add(MastheadItem::document_type, {"", kind, ""});
    document.masthead.add(MastheadItem::title, {"", title, ""});
    document.masthead.add(MastheadItem::language, {"", "en", ""});
    understand(document);
    documents_[symbol] = std::move(document);
  }
  void print(const char* symbol, const char* date, std::vector<std::string> documents) {
    dates_[symbol].push_back({*parse_date(date), std::move(documents)});
  }
  const Document* held(const Symbol& symbol) override {
    const auto found = documents_.find(symbol.text());
    return found == documents_.end() ? nullptr : &found->second;
  }
  bool is_held(const Symbol& symbol) override { return held(symbol) != nullptr; }
  std::size_t citing(const Symbol& symbol) override {
    std::size_t count = 0;
    for (const PrintedDate& date : dates(symbol)) count += date.documents.size();
    return count;
  }
  const std::vector<PrintedDate>& dates(const Symbol& symbol) override {
    return dates_[symbol.text()];
  }

 private:
  std::map<std::string, Document> documents_;
  std::map<std::string, std::vector<PrintedDate>> dates_;
};

Shelf shelf() {
  Shelf shelf;
  shelf.put("A/58/8801", "2003-09-01", "report of the Secretary-General", "Lamps of small rooms",
            "1. There are 63 lamps, and each of them burns until the last reader has gone home.\n"
            "2. A lamp needs two things:\n(a) Oil;\n(b) A wick.\n"
            "3. The oil is carried up the stairs every morning before the doors are opened.");
  shelf.put("A/RES/57/8802", "2002-12-20", "resolution", "Oil for the lamps", "1. Notes the oil;");
  shelf.print("A/RES/56/8803", "2001-12-21", {"A/57/1", "A/57/2", "A/57/3", "A/57/4"});
  shelf.print("A/RES/55/8804", "2000-12-18", {"A/57/1"});
  return shelf;
}

/// "code [words] remedy", one line a finding.
std::string check(std::string_view lines, const char* date = "2004-05-06") {
  Document draft = test::document_of("", lines);
  draft.masthead.add(MastheadItem::language, {"", "en", ""});
  understand(draft);
  Shelf held = shelf();
  const CheckResult result = check_draft(draft, held, *parse_date(date));
  std::string out;
  std::size_t counted = result.right + result.unsure;
  for (const CheckFinding& finding : result.findings) {
    EXPECT_EQ(finding.words, words_of(draft, finding.span));
    EXPECT_FALSE(finding.source.empty());
    out += std::string(finding.code) + " [" + finding.words + "] " + finding.remedy + "\n";
  }
  EXPECT_LE(counted, result.checked);
  return out;
}

struct Case {
  const char* lines;
  const char* findings;
};

TEST(Check, FindsWhatIsWrong) {
  const Case cases[] = {
      {"1. See A/58/8810.", "unknown-symbol [A/58/8810] near: A/58/8801\n"},
      {"1. See A/58/8807.", "not-known [A/58/8807] near: A/58/8801\n"},
      {"1. See resolution 55/8804.", "not-held [resolution 55/8804] \n"},
      {"1. Security Council resolution 57/8802 was recalled.",
       "wrong-organ [Security Council resolution 57/8802] General Assembly resolution 57/8802\n"},
      {"1. Resolution 57/8802 of 20 December 2003 was recalled.",
       "wrong-date [Resolution 57/8802] 20 December 2002\n"},
      {"1. Resolution 57/8802 of November 2002 was recalled.",
       "wrong-date [Resolution 57/8802] 20 December 2002\n"},
      {"1. Resolution 56/8803 of 20 December 2001 was recalled.",
       "not-held [Resolution 56/8803] \nwrong-date [Resolution 56/8803] 21 December 2001\n"},
      {"1. Resolution 55/8804 of 19 December 2000 was recalled.",
       "not-held [Resolution 55/8804] \ndoubtful-date [Resolution 55/8804] 18 December 2000\n"},
      {"1. Resolution 54/8805 of 1 May 2000 was recalled.\n2. So was resolution 54/8805 of 2 May "
       "2000.",
       "not-known [Resolution 54/8805] \ntwo-dates [resolution 54/8805] \n"},
      {"1. Resolution 57/8802 of 20 December 2002 was recalled (A/58/8801, para. 4).",
       "wrong-pinpoint [A/58/8801] \n"},
      {"1. Wine was not asked for (A/58/8801, para. 2 (c)).", "wrong-pinpoint [A/58/8801] \n"},
      {"1. As it says, \"the oil is carried down the stairs every morning before the doors are "
       "opened\" (A/58/8801, para. 3).",
       "quotation-differs [the oil is carried down the stairs every morning before the doors are "
       "opened] \n"},
      {"1. As it says, \"the oil is carried up the stairs every morning before the doors are "
       "opened\" (A/58/8801, para. 1).",
       "quotation-elsewhere [the oil is carried up the stairs every morning before the doors are "
       "opened] A/58/8801, para. 3\n"},
      {"1. There are 36 lamps (A/58/8801, para. 1).", "figure-differs [36] 63\n"},
      {"1. Resolution 57/8802, entitled \"Wine for the guests\", was recalled.",
       "title-differs [Wine for the guests] Oil for the lamps\n"},
      {"1. Swaziland takes part.", "superseded-name [Swaziland] Eswatini\n"},
      {"1. UNDCP lights the lamps.",
       "superseded-name [UNDCP] Office for Drug Control and Crime Prevention\n"},
      {"1. The Division for Crime Prevention and Criminal Justice helps.",
       "superseded-name [Division for Crime Prevention and Criminal Justice] Office for Drug "
       "Control and Crime Prevention\n"},
      {"1. Since Swaziland has lamps, it is called upon to take part.",
       "superseded-name [Swaziland] Eswatini\n"},
      {"1. Swaziland, known for its lamps, called for oil.",
       "superseded-name [Swaziland] Eswatini\n"},
      {"1. See A/58/8801, para. 1 and 2.", "form-paragraphs [para. 1 and 2] paras. 1 and 2\n"},
      {"1. See A/58/8801, para. 1, 2 and 3.",
       "form-paragraphs [para. 1, 2 and 3] paras. 1, 2 and 3\n"},
      {"1. Para 2 of A/58/8801 is short.", "form-abbreviation [Para] Para.\n"},
      {"1. Para. 1-3 of A/58/8801 are short.", "form-paragraphs [Para. 1-3] Paras. 1-3\n"},
      {"1. See A/58/8801, paras. 2.", "form-paragraphs [paras. 2] para. 2\n"},
      {"1. See A/58/8801, para. 2(a).", "form-letter [para. 2(a)] para. 2 (a)\n"},
      {"1. See A/58/8801, para 2.", "form-abbreviation [para] para.\n"},
      {"1. See A/58/8801, p. 2.", "form-page [p. 2] cite the paragraph\n"},
      {"1. See resolution A/RES/57/8802.", "form-resolution [A/RES/57/8802] 57/8802\n"},
      {"1. See a/58/8801.", "form-symbol [a/58/8801] A/58/8801\n"},
  };
  for (const Case& one : cases) EXPECT_EQ(check(one.lines), one.findings) << one.lines;
}

TEST(Check, FindsNothingInWhatIsRight) {
  const char* drafts[] = {
      "1. General Assembly resolution 57/8802 of 20 December 2002 was recalled.",
      "1. General Assembly resolution 57/8802 of December 2002 was recalled.",
      "1. See A/58/8801, paras. 1 and 2; A/58/8801, paras. 1-3; A/58/8801, paras. 1, 2 and 3.",
      "1. See A/58/8801, para. 2 (a) and (b), and A/58/8801, para. 3, and 20 December 2002.",
      "1. See A/58/8801, para. 1, 2 and 20 December 2002, and para. 3, 2002 and 2003.",
      "1. See A/58/8801, para. 1 and 20 December 2002 too.",
      "1. Of the 63 lamps (A/58/8801, para. 1) two were out.",
      "1. As it says, \"There are 63 lamps ... until the last reader has gone home\" (A/58/8801, "
      "para. 1).",
      "1. Resolution 57/8802, entitled \"Oil for the lamps\", was recalled.",
      "1. The report entitled \"Lamps of small rooms\" (A/58/8801) was read.",
      "1. Until 2001 Swaziland took part, and the former Swaziland did so later.",
      "1. The State known as Swaziland takes part.\n2. The State called Swaziland takes part.",
      "1. Has Swaziland, since 2002, no lamps?\n2. Eswatini and the Libyan State take part.",
      "1. Paragraphs 1 and 2 above and paragraph 2 (a) of A/58/8801 agree.\n2. Text.",
      "1. The parapet, the paramedic and para-phrases: HIV/AIDS, and/or, 9/11 and 1990/1991.",
  };
  for (const char* draft : drafts) EXPECT_EQ(check(draft), "") << draft;
}

TEST(Check, PlacesOfARangeShareAFinding) {
  Document draft = test::document_of(
      "", "1. See A/58/8801, paras. 2-40.\n2. See A/58/8801, para. 2 (a)-(f), and text.");
  draft.masthead.add(MastheadItem::language, {"", "en", ""});
  understand(draft);
  Shelf held = shelf();
  const CheckResult result = check_draft(draft, held, {2004, 5, 6});
  ASSERT_EQ(result.findings.size(), 2U);
  EXPECT_EQ(result.findings[0].message, "A/58/8801 has no paras. 4-40: the last is para. 3");
  EXPECT_EQ(result.findings[1].message,
            "A/58/8801 has no para. 2 (c)-(f): para. 2 has (a) and (b)");
  EXPECT_EQ(result.checked, 8U);  // two documents, paragraphs 2 and 3, points a and b, two findings
}

TEST(Check, PrintsNumbersWithTheMarksOfThousands) {
  Shelf held;
  held.put("A/58/8806", "2003-09-01", "report", "Lamps", "1. There are 1,069 lamps.");
  Document draft = test::document_of("", "1. There are 1,096 lamps (A/58/8806, para. 1).");
  draft.masthead.add(MastheadItem::language, {"", "en", ""});
  understand(draft);
  const CheckResult result = check_draft(draft, held, {2004, 5, 6});
  ASSERT_EQ(result.findings.size(), 1U);
  EXPECT_EQ(result.findings[0].message, "A/58/8806, para. 1 has 1,069 lamps");
}

TEST(Check, ADateAheadOfTheDraft) {
  EXPECT_EQ(check("1. Resolution 57/8802 of 20 December 2002 is awaited.", "2002-11-30"),
            "date-ahead [Resolution 57/8802] \n");
}

TEST(Check, AnAbridgedRecordTellsNothingByWhatItLacks) {
  Shelf held = shelf();
  Document record = *held.held(symbol_from_normal_form("A/58/8801"));
  record.masthead.add(MastheadItem::abridged, {"", "true", ""});
  class One : public Shelf {
   public:
    explicit One(Document document) : document_(std::move(document)) {}
    const Document* held(const Symbol&) override { return &document_; }

   private:
    Document document_;
  } only(std::move(record));
  Document draft = test::document_of("", "1. See A/58/8801, paras. 2 and 99.");
  understand(draft);
  const CheckResult result = check_draft(draft, only, {2004, 5, 6});
  EXPECT_TRUE(result.findings.empty());
  EXPECT_EQ(result.right, 2u);
  EXPECT_EQ(result.unsure, 1u);
}

TEST(QuotableText, TakesPiecesInTheirOrderAndBracketsThatClose) {
  const QuotableText text("The oil is carried up the stairs every morning by two keepers.");
  EXPECT_EQ(text.difference("The oil is carried ... every morning"), "");
  EXPECT_EQ(text.difference("The oil [of the lamp] is carried"), "");
  EXPECT_NE(text.difference("every morning by two ... The oil is carried"), "");
  EXPECT_NE(text.difference("The oil is [drunk by nobody at all"), "");
  EXPECT_NE(text.difference("The oil [of [the] lamp] is thrown away"), "");
}

TEST(QuotableText, HasAQuotationThatDiffersInNothing) {
  const QuotableText text("The oil is carried up the stairs every morning by two keepers.");
  for (const char* quoted : {"the OIL is carried", "oil [of ours] is ... two keepers", "...", "",
                             "every morning ... The oil", "oil is carrie", "oil is is carried"}) {
    const Quotation quotation(quoted);
    EXPECT_EQ(text.has(quotation), text.difference(quotation).empty()) << quoted;
  }
  EXPECT_TRUE(text.has(Quotation("The oil ... every morning")));
  EXPECT_FALSE(text.has(Quotation("every morning ... The oil")));
}

TEST(QuotableText, SharesRunsOfThreeWords) {
  const QuotableText text("The oil is carried up the stairs every morning.");
  EXPECT_EQ(text.share("the oil is carried"), 100u);
  EXPECT_EQ(text.share("The oil is gone, the stairs every morning"), 87u);
  EXPECT_EQ(text.share("wine is drunk at night"), 0u);
  EXPECT_EQ(text.share("the oil"), 0u);
}

}  // namespace
}  // namespace undex
