#include "schemas/call.h"

#include <gtest/gtest.h>

#include "indexer/convert/formats.h"
#include "indexer/submission/find_call.h"
#include "tests/support.h"
#include "undex/error.h"

namespace undex {
namespace {

std::string call_with(const std::string& inside, const std::string& attributes = "id=\"one\"") {
  return "<call xmlns=\"urn:undex:call:1\" " + attributes + ">\n" + inside + "</call>";
}

const std::string kReference = "<reference>E/1</reference>\n<title>One</title>\n";
const std::string kMandate = "<mandate symbol=\"A/78/265\" place=\"annex, 46\"/>\n";
const std::string kDeadline = "<deadline>2031-03-04T18:00+01:00</deadline>\n";
const std::string kStates = "<submitters member-states=\"true\"/>\n";
const std::string kHead = kReference + kMandate + kDeadline;

std::string refusal(const std::string& xml) {
  try {
    read_call(xml, "c.xml");
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::check);
    return std::string(error.what()) + " | " + error.hint;
  }
  return "none";
}

TEST(Call, IsReadWhole) {
  const Call call = read_call(
      call_with(kReference + kMandate +
                "<deadline zone=\"Geneva\" assumed=\"hour\">2031-03-04T18:00+01:00</deadline>"
                "<formats><format>docx</format><format>pdf</format></formats>"
                "<languages><language>fr</language></languages>"
                "<length words=\"3000\"/>"
                "<submitters member-states=\"false\"><submitter id=\"unitar\"/></submitters>"
                "<sections><section id=\"a\" title=\"A\" required=\"1\"><sign> in  short </sign>"
                "</section></sections><contact>x@example.org</contact><note>N</note>"),
      "c.xml");
  EXPECT_EQ(call.id, "one");
  EXPECT_EQ(call.reference, "E/1");
  EXPECT_EQ(call.mandate.text(), "A/78/265");
  EXPECT_EQ(call.mandate_place.text(), "annex, 46");
  EXPECT_EQ(call.deadline.text(), "2031-03-04T18:00:00+01:00");
  EXPECT_EQ(call.deadline.zone, "Geneva");
  EXPECT_EQ(call.deadline_assumed, "hour");
  EXPECT_EQ(call.formats, (std::vector<std::string>{"docx", "pdf"}));
  EXPECT_EQ(call.languages, std::vector<std::string>{"fr"});
  EXPECT_EQ(call.most_words, 3000U);
  EXPECT_FALSE(call.most_pages);
  EXPECT_FALSE(call.member_states_only);
  EXPECT_EQ(call.submitters, std::vector<std::string>{"unitar"});
  ASSERT_EQ(call.sections.size(), 1U);
  EXPECT_TRUE(call.sections[0].required);
  EXPECT_EQ(call.sections[0].signs, std::vector<std::string>{"in short"});
  EXPECT_EQ(call.contacts, std::vector<std::string>{"x@example.org"});
  EXPECT_EQ(call.notes, std::vector<std::string>{"N"});
}

TEST(Call, TheMappingExerciseComesWithUndex) {
  const Call call = find_call("ODA/2023-00042");
  EXPECT_EQ(call.id, "oda-2023-ict-mapping");
  EXPECT_EQ(call.mandate.text() + ", " + call.mandate_place.citation(),
            "A/78/265, annex, para. 46");
  EXPECT_EQ(call.deadline.text(), "2023-11-10T23:59:00-05:00");
  EXPECT_EQ(call.deadline_assumed, "hour and zone");
  EXPECT_EQ(call.formats, (std::vector<std::string>{"docx", "doc"}));
  EXPECT_TRUE(call.member_states_only);
  for (const RequiredSection& section : call.sections) EXPECT_FALSE(section.required);
  EXPECT_EQ(find_call(test::source_path("corpus/calls/oda-2023-ict-mapping.xml").string()).id,
            call.id);
}

TEST(Call, AcceptsEveryFormatThatHoldsOneTextOfPeople) {
  // Catalogue records and what holds several files are no submissions.
  for (const char* format :
       {"docx", "doc", "rtf", "odt", "wpd", "pdf", "html", "markdown", "text"}) {
    EXPECT_NE(find_format(format), nullptr) << format;
    EXPECT_EQ(
        refusal(call_with(kHead + "<formats><format>" + format + "</format></formats>" + kStates)),
        "none");
  }
}

struct Mistake {
  std::string xml;
  const char* refusal;
};

TEST(Call, AMistakeIsNamedWithItsLineAndWhatIsAllowed) {
  const std::string explained = " | docs/submissions.md explains a call file";
  const Mistake mistakes[] = {
      {call_with(kHead), "c.xml:1: 'call' is not complete; it lacks one of: formats"},
      {call_with(kReference + kDeadline + kStates),
       "c.xml:4: 'deadline' does not belong here; expected here: mandate | allowed: a time with "
       "its offset from UTC on that day: 2023-11-10T23:59-05:00"},
      {call_with(kReference + kMandate + "<deadline>10 November 2023</deadline>" + kStates),
       "c.xml:5: the value '10 November 2023' of 'deadline' is not accepted | allowed: a time with "
       "its offset from UTC on that day: 2023-11-10T23:59-05:00"},
      {call_with(kReference + kMandate + "<deadline>2023-02-30T10:00Z</deadline>" + kStates),
       "c.xml:5: there is no such time as '2023-02-30T10:00Z' | a time with its offset from UTC on "
       "that day: 2023-11-10T23:59-05:00"},
      {call_with(kHead + "<formats><format>docx</format>\n<format>Word</format></formats>" +
                 kStates),
       "c.xml:7: the value 'Word' of 'format' is not accepted | allowed: docx, doc, odt, rtf, wpd, "
       "pdf, html, markdown or text"},
      {call_with(kHead + "<languages><language>de</language></languages>" + kStates),
       "c.xml:6: the value 'de' of 'language' is not accepted | allowed: a language by its code: "
       "ar, en, es, fr, ru or zh"},
      {call_with(kHead + "<length/>" + kStates),
       "c.xml:6: 'length' limits nothing | words=\"3000\", pages=\"6\", or both"},
      {call_with(kHead + "<length words=\"many\"/>" + kStates),
       "c.xml:6: the value 'many' of 'words' is not accepted | allowed: the longest that is "
       "accepted: words=\"3000\", pages=\"6\", or both"},
      {call_with(kHead + "<submitters member-states=\"false\"/>"),
       "c.xml:6: nobody may submit | member-states=\"true\", or elements submitter"},
      {call_with(kHead +
                 "<submitters member-states=\"true\"><submitter id=\"ruritania\"/></submitters>"),
       "c.xml:6: no sender 'ruritania' is known | an id of the authority files, as 'undex export "
       "--what names' lists them"},
      {call_with(kHead + "<submitters/>"),
       "c.xml:6: 'submitters' lacks its attribute 'member-states' | allowed: who may submit: "
       "member-states=\"true\", and one element submitter for each other sender"},
      {call_with(kHead + kStates +
                 "<sections><section id=\"a\" title=\"A\" required=\"true\"/></sections>"),
       "c.xml:7: 'section' is not complete; it lacks sign | allowed: id=\"within-un\", "
       "title=\"...\", required=\"true\" when a submission without it is refused, and at least "
       "one element sign"},
      {call_with(kHead + kStates +
                 "<sections><section id=\"a\" title=\"A\" required=\"true\"><sign>-</sign>"
                 "</section></sections>"),
       "c.xml:7: the sign '-' has no words | words of a heading"},
      {call_with(kReference + "<mandate symbol=\"no symbol\"/>" + kDeadline + kStates),
       "c.xml:4: 'no symbol' is not a document symbol | a symbol as A/78/265"},
      {call_with(kReference + "<mandate symbol=\"A/78/265\" place=\"somewhere\"/>" + kDeadline +
                 kStates),
       "c.xml:4: 'somewhere' is not a place in a document | a place as 'annex, 46' or '4'"},
      {call_with(kHead + kStates, "id=\"One\""),
       "c.xml:1: the value 'One' of 'id' is not accepted | allowed: small letters, digits and "
       "hyphens: oda-2023-ict-mapping"},
      {call_with(kHead + kStates, "id=\"one\" colour=\"red\""),
       "c.xml:1: 'call' has no attribute 'colour'"},
      {call_with("text" + kHead + kStates), "c.xml:1: 'call' holds elements, not text"},
      {"<call id=\"one\"/>",
       "c.xml:1: the file begins with 'call' of another form, or without its namespace"},
      {"<html/>", "c.xml:1: the file begins with 'html' of another form"},
      {"reference: E/1", "c.xml:1: "},
      {"", "c.xml:1: Document is empty"},
  };
  for (const Mistake& mistake : mistakes)
    EXPECT_EQ(refusal(mistake.xml).substr(0, std::string(mistake.refusal).size()), mistake.refusal)
        << refusal(mistake.xml) << "\n"
        << mistake.xml;
}

TEST(Call, AHostileFileIsRefused) {
  std::string attributes;
  for (int n = 0; n < 20'000; ++n) attributes += " a" + std::to_string(n) + "=\"\"";
  std::string deep;
  for (int n = 0; n < 5'000; ++n) deep += "<call>";
  const Mistake files[] = {
      {"<!DOCTYPE call [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + call_with("&a;"),
       "c.xml:1: a DOCTYPE is not accepted"},
      {call_with(kHead + kStates, attributes), "c.xml:1: an element has more than 10,000 attrib"},
      {deep, "c.xml:1: "},
      {std::string(2 << 20, ' '), "c.xml: larger than 1 MiB"},
      {call_with(kHead + kStates + "<note>&unknown;</note>"), "c.xml:7: "},
      {call_with(kReference + kMandate + "<deadline>" + std::string(300'000, '1') + "</deadline>" +
                 kStates),
       "c.xml:5: the value '111111111111111111111111111111111111111111111111111111111111...' of"},
  };
  for (const Mistake& file : files)
    EXPECT_EQ(refusal(file.xml).substr(0, std::string(file.refusal).size()), file.refusal)
        << refusal(file.xml).substr(0, 300);
}

TEST(Call, AnUnknownOneIsRefusedWithTheNearest) {
  const auto message = [](const std::string& name) {
    try {
      find_call(name);
    } catch (const Error& error) {
      EXPECT_EQ(error.kind, ErrorKind::usage);
      return std::string(error.what());
    }
    return std::string("none");
  };
  EXPECT_EQ(message("oda-2023-ict-maping"),
            "unknown call 'oda-2023-ict-maping'; did you mean 'oda-2023-ict-mapping'?");
  EXPECT_EQ(message("other"), "unknown call 'other'");
  EXPECT_EQ(message("./no-such.xml"), "there is no call file './no-such.xml'");
}

struct Time {
  const char* text;
  const char* read;  ///< and the instant in UTC; "" when it is refused
};

TEST(ZonedTime, IsReadWithItsOffsetAndNeverGuessed) {
  const Time times[] = {
      {"2023-11-10T23:59-05:00", "2023-11-10T23:59:00-05:00 2023-11-11T04:59:00Z"},
      {"2023-11-11T00:20:30-0500", "2023-11-11T00:20:30-05:00 2023-11-11T05:20:30Z"},
      {"2023-11-10T23:59Z", "2023-11-10T23:59:00Z 2023-11-10T23:59:00Z"},
      {"2024-02-29T00:00+14:00", "2024-02-29T00:00:00+14:00 2024-02-28T10:00:00Z"},
      {"2023-12-31T20:15-05:45", "2023-12-31T20:15:00-05:45 2024-01-01T02:00:00Z"},
      {"2023-11-10T23:59", ""},
      {"2023-11-10", ""},
      {"2023-11-10 23:59Z", ""},
      {"2023-11-10T23:59-00:00", ""},
      {"2023-11-10T24:00Z", ""},
      {"2023-11-10T23:60Z", ""},
      {"2023-11-10T23:59:60Z", ""},
      {"2023-11-10T23:59+15:00", ""},
      {"2023-11-10T23:59+01:60", ""},
      {"2023-02-29T10:00Z", ""},
      {"0000-01-01T00:00Z", ""},
      {"9999-12-31T23:59-05:00", ""},
      {"2023-13-01T10:00Z", ""},
      {"-023-11-10T23:59Z", ""},
      {"2023-11-10T23:59Z ", ""},
      {"2023-11-10T2x:59Z", ""},
      {"", ""},
  };
  for (const Time& time : times) {
    const auto parsed = parse_zoned_time(time.text);
    const std::string read =
        parsed ? parsed->text() + " " + ZonedTime{parsed->instant, {}, {}}.text() : "";
    EXPECT_EQ(read, time.read) << time.text;
  }
}

}  // namespace
}  // namespace undex
