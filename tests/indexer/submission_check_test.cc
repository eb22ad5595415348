#include <gtest/gtest.h>

#include <chrono>

#include "corpus/archive.h"
#include "corpus/hash.h"
#include "indexer/structure/structure.h"
#include "indexer/submission/check.h"
#include "indexer/understand/understand.h"
#include "tests/indexer/convert/docx_builder.h"
#include "tests/support.h"
#include "undex/error.h"

namespace undex {
namespace {

using test::docx;
using test::p;
using test::t;

const std::string kLetterhead = p("PERMANENT MISSION OF NORWAY TO THE UNITED NATIONS");
const std::string kOpening =
    p("The Permanent Mission of Norway to the United Nations presents its compliments to the "
      "Office for Disarmament Affairs and refers to its note verbale ODA/2023-00042.");

ZonedTime at(const char* text) { return *parse_zoned_time(text); }

/// The document as the maker makes it, in this process.
Made made_of(const std::string& bytes, const std::string& name) {
  Made made;
  if (const Format* format = recognise(bytes, name)) made.format = format->name;
  try {
    const ConvertedText text = convert(bytes, name);
    made.document = read_structure(text, name);
    understand(made.document);
    made.document.provenance.format = text.format;
  } catch (const Error& error) {
    made.reason = error.what();
    made.remedy = error.hint;
  }
  return made;
}

/// A call that asks for nothing but what a test adds to it.
Call open_call() {
  Call call;
  call.id = "test";
  call.reference = "ODA/2023-00042";
  call.mandate = symbol_from_normal_form("A/78/265");
  call.deadline = at("2023-11-10T23:59-05:00");
  call.member_states_only = true;
  return call;
}

struct Submitted {
  std::string bytes;
  std::string name = "norway.docx";
  const char* received = "2023-11-08T10:02-05:00";
  std::string submitter = {};
  std::vector<Override> overrides = {};
};

SubmissionCheck checked(const Submitted& paper, const Call& call,
                        const Archive* archive = nullptr) {
  const CheckRequest request{
      {paper.bytes, paper.name}, at(paper.received), paper.submitter, paper.overrides};
  return judge_submission(request, call, archive, made_of(paper.bytes, paper.name));
}

/// The findings of one rule: "refused [1] late by ..." a line.
std::string findings(const SubmissionCheck& check, std::string_view rule) {
  std::string lines;
  for (const Finding& finding : check.findings) {
    if (finding.rule != rule) continue;
    lines += (lines.empty() ? "" : "\n") + std::string(name_of(finding.verdict)) +
             (finding.place.empty() ? "" : " " + finding.place) + ": " + finding.text;
    EXPECT_EQ(finding.remedy.empty() && finding.verdict == Finding::Verdict::refused, false);
  }
  return lines;
}

TEST(SubmissionCheck, EveryRuleSpeaks) {
  const SubmissionCheck check = checked({docx(kLetterhead + kOpening)}, open_call());
  std::size_t at_rule = 0;
  for (const Finding& finding : check.findings) {
    while (at_rule < submission_rules().size() && submission_rules()[at_rule].name != finding.rule)
      ++at_rule;
    ASSERT_LT(at_rule, submission_rules().size()) << finding.rule << " is out of order";
  }
  for (const SubmissionRule& rule : submission_rules())
    EXPECT_NE(findings(check, rule.name), "") << rule.name;
  EXPECT_FALSE(check.is_refused());
  EXPECT_EQ(check.submitter, "norway");
  EXPECT_EQ(check.submitter_name, "Norway");
  EXPECT_TRUE(check.document);
  EXPECT_EQ(check.words, 35U);
}

TEST(SubmissionCheck, AFormatIsToldByItsContent) {
  struct Row {
    std::string bytes;
    const char* name;
    const char* finding;
  };
  Call call = open_call();
  call.formats = {"docx", "doc"};
  const std::string docx_bytes = docx(kLetterhead + kOpening);
  const std::string accepted = "; accepted: Word 2007 or later (.docx) or Word 97-2003 (.doc)";
  const Row rows[] = {
      {docx_bytes, "a.docx", "ok: Word 2007 or later (.docx), by its content"},
      {docx_bytes, "a.DOCX", "ok: Word 2007 or later (.docx), by its content"},
      {docx_bytes, "a.pdf",
       "ok: Word 2007 or later (.docx), by its content, though its name ends in .pdf"},
      {"%PDF-1.4\n%%EOF\n", "a.docx",
       "refused: PDF (.pdf), by its content, though its name ends in .docx"},
      {"Norway has a programme.\n", "a.docx",
       "refused: plain text (.txt), by its content, though its name ends in .docx"},
      {"\x89PNG\r\n\x1a\n", "a.docx",
       "refused: picture: holds no text, though its name ends in .docx"},
      {"", "a.docx", "refused: empty file, though its name ends in .docx"},
      {std::string("\0\1\2", 3), "a", "refused: not a format undex reads"},
  };
  for (const Row& row : rows) {
    const std::string finding = findings(checked({row.bytes, row.name}, call), "format");
    const bool refused = finding.starts_with("refused");
    EXPECT_EQ(finding, row.finding + (refused ? accepted : "")) << row.name;
  }
}

TEST(SubmissionCheck, AFileThatCannotBeReadIsRefusedAndNothingIsGuessedOfIt) {
  const SubmissionCheck check = checked({docx("<w:p/>")}, open_call());
  EXPECT_TRUE(findings(check, "format")
                  .starts_with("refused: Word 2007 or later (.docx), by its content; it cannot be "
                               "read: "))
      << findings(check, "format");
  for (const char* rule : {"sender", "language", "length", "sections", "comments", "citations"})
    EXPECT_EQ(findings(check, rule), "note: not looked at: the file could not be read") << rule;
  EXPECT_FALSE(check.document);
}

TEST(SubmissionCheck, LatenessIsToldToTheMinute) {
  struct Row {
    const char* deadline;
    const char* received;
    const char* finding;
  };
  const Row rows[] = {
      {"2023-11-10T23:59-05:00", "2023-11-10T23:59:59-05:00",
       "ok: received 10 November 2023, 23:59 UTC-05:00 (11 November 2023, 04:59 UTC), 0 min before "
       "the deadline"},
      {"2023-11-10T23:59-05:00", "2023-11-10T23:58-05:00",
       "ok: received 10 November 2023, 23:58 UTC-05:00 (11 November 2023, 04:58 UTC), 1 min before "
       "the deadline"},
      {"2023-11-10T23:59-05:00", "2023-11-11T00:00-05:00",
       "refused: late by 1 min: received 11 November 2023, 00:00 UTC-05:00 (11 November 2023, "
       "05:00 UTC)"},
      {"2023-11-10T23:59-05:00", "2023-11-11T00:20-05:00",
       "refused: late by 21 min: received 11 November 2023, 00:20 UTC-05:00 (11 November 2023, "
       "05:20 UTC)"},
      // The same instant in another zone is the same instant.
      {"2023-11-10T23:59-05:00", "2023-11-11T06:05+01:00",
       "refused: late by 6 min: received 11 November 2023, 00:05 UTC-05:00 (11 November 2023, "
       "05:05 UTC)"},
      // Sent in summer time, due in winter time: 00:30-04:00 is 23:30-05:00 of the day before.
      {"2023-11-05T23:59-05:00", "2023-11-06T00:30-04:00",
       "ok: received 5 November 2023, 23:30 UTC-05:00 (6 November 2023, 04:30 UTC), 29 min before "
       "the deadline"},
      {"2023-11-10T12:00Z", "2023-11-13T14:30Z",
       "refused: late by 3 days 2 h 30 min: received 13 November 2023, 14:30 UTC"},
      {"2024-02-29T12:00+05:45", "2024-02-28T12:00+05:45",
       "ok: received 28 February 2024, 12:00 UTC+05:45 (28 February 2024, 06:15 UTC), 1 day before "
       "the deadline"},
  };
  const std::string bytes = docx(kLetterhead + kOpening);
  for (const Row& row : rows) {
    Call call = open_call();
    call.deadline = at(row.deadline);
    EXPECT_EQ(findings(checked({bytes, "a.docx", row.received}, call), "deadline"), row.finding)
        << row.received;
  }
}

TEST(SubmissionCheck, TheSenderIsReadFromThePaper) {
  struct Row {
    std::string body;
    const char* submitter;
    const char* finding;
    const char* id;
  };
  const std::string text = p("It runs two courses a year.");
  const Row rows[] = {
      {kLetterhead + text, "", "ok masthead: Norway (NOR): 'PERMANENT MISSION OF NORWAY'",
       "norway"},
      {p("Submission by the Kingdom of Norway") + text, "",
       "ok: Norway (NOR): 'Submission by the Kingdom of Norway'", "norway"},
      {p("Mission permanente du Sénégal auprès de l’Organisation des Nations Unies") + text, "",
       "ok: Senegal (SEN): 'Mission permanente du Sénégal'", "senegal"},
      {p("Misión Permanente de la República de Guinea Ecuatorial ante las Naciones Unidas") + text,
       "", "ok: Equatorial Guinea (GNQ): 'Misión Permanente de la República de Guinea Ecuatorial'",
       "equatorial-guinea"},
      {p("Постоянное представительство Российской Федерации при Организации Объединенных Наций") +
           text,
       "", "ok: Russian Federation (RUS): 'Постоянное представительство Российской Федерации'",
       "russian-federation"},
      {p("البعثة الدائمة للنرويج لدى الأمم المتحدة") + text, "",
       "ok [1]: Norway (NOR): 'البعثة الدائمة للنرويج'", "norway"},
      {p("印度尼西亚共和国常驻联合国代表团") + text, "",
       "ok [1]: Indonesia (IDN): '印度尼西亚共和国常驻联合国'", "indonesia"},
      {p("Permanent Mission of the Kingdom of Swaziland to the United Nations") + text, "",
       "note masthead: Eswatini (SWZ): 'Permanent Mission of the Kingdom of Swaziland'; 'Kingdom "
       "of Swaziland' was its name until 2018",
       "eswatini"},
      {p("Permanent Mission of the Republic of Norvay to the United Nations") + text, "",
       "refused masthead: 'Republic of Norvay' is not a Member State; names like it: Norway", ""},
      {p("Norway") + text, "", "ok: Norway (NOR): 'Norway'", "norway"},
      {p("KINGDOM OF MOROCCO") + p("Ministry of Foreign Affairs and Cooperation") + text, "",
       "ok: Morocco (MAR): 'KINGDOM OF MOROCCO'", "morocco"},
      {p("Permanent Mission of Ruritania to the United Nations") + p("Norway") + text, "",
       "refused masthead: 'Ruritania' is not a Member State; names like it: Mauritania", ""},
      {p("Embassy of Norway") + text, "", "ok: Norway (NOR): 'Embassy of Norway'", "norway"},
      {p("Permanent Mission of Ruritania to the United Nations") + text, "",
       "refused masthead: 'Ruritania' is not a Member State; names like it: Mauritania", ""},
      {text, "", "refused: the paper does not say who sends it", ""},
      {text, "Norway", "ok: Norway (NOR), as stated", "norway"},
      {text, "nor", "ok: Norway (NOR), as stated", "norway"},
      {text, "Norge", "refused: 'Norge' is not a Member State", ""},
      {text, "itsd",
       "refused: Information Technology Services Division may not submit under this call", "itsd"},
      {kLetterhead + text, "SWE",
       "ok: Sweden (SWE), as stated\n"
       "warning masthead: the paper names Norway (NOR): 'PERMANENT MISSION OF NORWAY'",
       "sweden"},
  };
  for (const Row& row : rows) {
    const SubmissionCheck check =
        checked({.bytes = docx(row.body), .submitter = row.submitter}, open_call());
    EXPECT_EQ(findings(check, "sender"), row.finding);
    EXPECT_EQ(check.submitter, row.id);
  }
}

TEST(SubmissionCheck, ALetterheadMayStandInARunningHeadOrATable) {
  const std::string head = p("Permanent Mission of Norway to the United Nations");
  const std::string text = p("It runs two courses a year.");
  const std::string table = "<w:tbl><w:tr><w:tc>" + p("Oslo") + "</w:tc><w:tc>" + head +
                            "</w:tc></w:tr><w:tr><w:tc>" + p("1") + "</w:tc><w:tc>" + p("2") +
                            "</w:tc></w:tr></w:tbl>";
  const test::Parts header{{"header1", test::root("hdr", head)}};
  const std::string section =
      "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header1\"/></w:sectPr>";
  EXPECT_EQ(checked({docx(text + section, header)}, open_call()).submitter, "norway");
  EXPECT_EQ(checked({docx(table + text)}, open_call()).submitter, "norway");
}

TEST(SubmissionCheck, ASenderThatIsNoStateMaySubmitWhereTheCallSaysSo) {
  Call call = open_call();
  call.submitters = {"unitar"};
  const std::string body = p("United Nations Institute for Training and Research") + p("We teach.");
  EXPECT_EQ(checked({docx(body)}, call).submitter, "unitar");
  EXPECT_EQ(checked({docx(body)}, open_call()).submitter, "");
  EXPECT_EQ(checked({.bytes = docx(p("We.")), .submitter = "UNITAR"}, call).submitter, "unitar");
}

TEST(SubmissionCheck, LanguageAndLengthKeepToTheCall) {
  const std::string english = docx(kLetterhead + kOpening);
  const std::string french = docx(
      p("La Mission permanente de la Norvège présente ses compliments au Bureau et lui fait part "
        "des programmes de formation qui sont offerts dans le pays et dans la région."));
  Call call = open_call();
  EXPECT_EQ(findings(checked({english}, call), "language"), "ok: English");
  EXPECT_EQ(findings(checked({english}, call), "length"), "ok: 35 words; no limit");
  call.languages = {"fr", "es"};
  EXPECT_EQ(findings(checked({english}, call), "language"),
            "refused: English; accepted: French or Spanish");
  EXPECT_EQ(findings(checked({french}, call), "language"), "ok: French");
  call.most_words = 35;
  EXPECT_EQ(findings(checked({english}, call), "length"), "ok: 35 words, 35 allowed");
  call.most_words = 34;
  EXPECT_EQ(findings(checked({english}, call), "length"), "refused: 35 words, 34 allowed");
  call.most_words = std::nullopt;
  call.most_pages = 1;
  EXPECT_EQ(findings(checked({english}, call), "length"),
            "ok: about 1 page, 1 allowed (pages of 450 words: the file knows none)");
  std::string long_text;
  for (int n = 0; n < 500; ++n) long_text += "word ";
  EXPECT_EQ(findings(checked({docx(p(long_text))}, call), "length"),
            "warning: about 2 pages, 1 allowed (pages of 450 words: the file knows none)");
}

TEST(SubmissionCheck, SectionsAreFoundInHeadingsAndFirstWords) {
  Call call = open_call();
  call.sections = {
      {"in", "within", true, {"within the United Nations", "联合国系统", "au sein de l’ONU"}},
      {"out", "outside", false, {"outside the United Nations"}}};
  struct Row {
    std::string body;
    const char* findings;
  };
  const std::string heading = "<w:outlineLvl w:val=\"0\"/>";
  const std::string missing_out =
      "\nwarning: 'outside' is missing: no heading and no paragraph begins with it";
  const Row rows[] = {
      {p("Programmes WITHIN the United Nations", heading) + p("There are two."),
       "ok masthead: 'within'"},
      {p("Within the United Nations: two courses are known."), "ok [1]: 'within'"},
      {p("Au sein de l'ONU, deux cours sont offerts."), "ok [1]: 'within'"},
      {p("在联合国系统内，有两个方案。"), "ok [1]: 'within'"},
      {p("We know of many courses in many places and of a good number of other things, some of "
         "them within the United Nations."),
       "refused [1]: 'within' is missing: no heading and no paragraph begins with it; its words "
       "stand in para. [1]"},
      {p("Within the United Nation."),
       "refused: 'within' is missing: no heading and no paragraph begins with it"},
  };
  for (const Row& row : rows) {
    const std::string found = findings(checked({docx(row.body)}, call), "sections");
    EXPECT_TRUE(found.starts_with(row.findings)) << found << "\nwanted " << row.findings;
    EXPECT_TRUE(found.ends_with(missing_out)) << found;
  }
}

TEST(SubmissionCheck, WhatWasLeftInTheFileIsReported) {
  const std::string changed = kLetterhead + "<w:p><w:ins w:author=\"a\">" + t("new ") + "</w:ins>" +
                              t("text") + "<w:commentReference w:id=\"0\"/></w:p>";
  const test::Parts comments{
      {"comments", test::root("comments", "<w:comment w:id=\"0\">" + p("why?") + "</w:comment>")}};
  const SubmissionCheck check = checked({docx(changed, comments)}, open_call());
  EXPECT_EQ(findings(check, "tracked-changes"), "warning: 1 tracked insertion accepted");
  EXPECT_EQ(findings(check, "comments").substr(0, 18), "warning: 1 comment");
  EXPECT_EQ(findings(check, "hidden-text"), "ok: none");
  EXPECT_EQ(findings(check, "macros"), "ok: none");
  EXPECT_FALSE(check.is_refused());

  test::Parts parts = test::docx_parts(kLetterhead + kOpening);
  parts["word/vbaProject.bin"] = "x";
  EXPECT_EQ(findings(checked({test::zip_of(parts)}, open_call()), "macros").substr(0, 15),
            "refused: macros");
  EXPECT_EQ(findings(checked({"<html><body><p>Norway</p></body></html>", "a.html"}, open_call()),
                     "macros"),
            "note: not looked for in a web page (.html)");
  EXPECT_EQ(findings(checked({"PERMANENT MISSION OF NORWAY\n\nText.\n", "a.txt"}, open_call()),
                     "comments"),
            "ok: none");
}

/// An archive that holds one document of three paragraphs, and an abridged record of one.
class HeldDocuments : public ::testing::Test {
 protected:
  HeldDocuments() : archive_(Archive::open(folder_.path(), Archive::Mode::write)) {
    put("A/78/265", "");
    put("E/2031/7", "Abridged record in the words of undex; not the official text\n\n");
    archive_.commit();
  }
  void put(const std::string& symbol, const std::string& lead) {
    const std::string bytes = "United Nations\n" + symbol + "\n\nGeneral Assembly\n\nReport\n\n" +
                              lead + "1. One.\n\n2. Two.\n\n3. Three.\n";
    Made made = made_of(bytes, "a.txt");
    made.document.provenance.source = symbol;
    made.document.provenance.sha256 = sha256_hex(bytes);
    made.document.provenance.size_bytes = bytes.size();
    made.document.provenance.added = "2031-01-01T00:00:00Z";
    archive_.put(made.document, bytes);
  }
  std::string citations(const std::string& text) {
    return findings(checked({docx(kLetterhead + p(text))}, open_call(), &archive_), "citations");
  }
  test::TemporaryFolder folder_;
  Archive archive_;
};

TEST_F(HeldDocuments, AreWhatCitationsAreCheckedAgainst) {
  EXPECT_EQ(citations("We teach."), "ok: it cites no document");
  EXPECT_EQ(citations("See A/78/265, para. 3, and A/78/265, para. 2."),
            "ok: held: A/78/265, paras. 3 and 2");
  EXPECT_EQ(citations("See A/78/265, para. 4, and A/76/135, para. 60."),
            "warning [1]: cites A/78/265, para. 4, which the document held does not have\n"
            "note: not held: A/76/135, para. 60");
  EXPECT_EQ(citations("See E/2031/7, para. 99."),
            "note: held as a record only, without E/2031/7, para. 99");
  EXPECT_EQ(findings(checked({docx(p("See A/78/265."))}, open_call()), "citations"),
            "note: not checked: there is no archive to check them against");
}

TEST(SubmissionCheck, TheMandateOrTheCallIsCited) {
  const auto mandate = [](const std::string& text) {
    return findings(checked({docx(p("Submission by Norway") + p(text))}, open_call()), "mandate");
  };
  EXPECT_EQ(mandate("As asked for in A/78/265, annex, para. 46, we write."),
            "ok [1]: cites A/78/265, annex, para. 46");
  EXPECT_EQ(mandate("We refer to the note verbale ODA/2023-00042."),
            "ok [1]: cites ODA/2023-00042");
  EXPECT_EQ(mandate("We write."), "note: cites neither ODA/2023-00042 nor A/78/265");
}

TEST(SubmissionCheck, ARuleIsSetAsideWithAReason) {
  Submitted paper{docx(kLetterhead + kOpening), "a.docx", "2023-11-11T00:20-05:00"};
  EXPECT_TRUE(checked(paper, open_call()).is_refused());
  paper.overrides = {{"deadline", "the mail server was down"}};
  const SubmissionCheck check = checked(paper, open_call());
  EXPECT_FALSE(check.is_refused());
  EXPECT_TRUE(findings(check, "deadline").starts_with("overridden: late by 21 min: "));
  EXPECT_TRUE(findings(check, "deadline").ends_with("; set aside: the mail server was down"));

  struct Row {
    Override override_;
    const char* message;
  };
  const Row rows[] = {
      {{"deadline", " "}, "no reason is given why rule 'deadline' is set aside"},
      {{"format", "why not"}, "rule 'format' cannot be set aside"},
      {{"sender", "why not"}, "rule 'sender' cannot be set aside"},
      {{"colour", "why not"}, "there is no rule 'colour'"},
  };
  for (const Row& row : rows) {
    paper.overrides = {row.override_};
    try {
      checked(paper, open_call());
      ADD_FAILURE() << row.message;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind, ErrorKind::usage);
      EXPECT_STREQ(error.what(), row.message);
    }
  }
}

}  // namespace
}  // namespace undex
