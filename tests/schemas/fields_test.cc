#include "schemas/fields.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "schemas/terms.h"

namespace undex {
namespace {

Document sample() {
  Document document;
  document.symbol.parts = {"A/55/75", "E/2000/55"};
  Masthead& masthead = document.masthead;
  masthead.add(MastheadItem::organ, {"General Assembly", "General Assembly", ""});
  masthead.add(MastheadItem::organ,
               {"Economic and Social Council", "Economic and Social Council", ""});
  masthead.add(MastheadItem::date, {"22 May 2000", "2000-05-22", ""});
  masthead.add(MastheadItem::language, {"", "en", ""});
  masthead.add(MastheadItem::session, {"Fifty-fifth session", "Fifty-fifth session", ""});
  masthead.add(MastheadItem::session_number, {"", "55", ""});
  masthead.add(MastheadItem::session_year, {"", "2000", ""});
  masthead.add(MastheadItem::title, {"A  report", "A  report", ""});
  masthead.add(MastheadItem::document_type, {"", "report of the Secretary-General", ""});
  masthead.add(MastheadItem::agenda_item, {"7 (d)", "7 (d)", ""});
  masthead.add(MastheadItem::agenda_item_title, {"", "Informatics", ""});
  document.blocks.push_back(
      {.kind = BlockKind::paragraph,
       .locator = {.part = "", .place = Locator::Place::paragraph, .number = "1", .points = {}},
       .label = "1.",
       .text = "See A/RES/54/231 and A/55/75, which UNITAR wrote about.",
       .notes = {},
       .points = {}});
  Reference cited;
  cited.cited.parts = {"A/57/6(Sect.27D)"};
  Reference resolved = cited;
  resolved.kind = ReferenceKind::anaphoric;
  resolved.cited.parts = {"A/RES/54/231"};
  Reference own = cited;  // the joint symbol in one half
  own.cited.parts = {"A/55/75"};
  Reference url = cited;
  url.kind = ReferenceKind::url;
  document.marks.references = {cited, resolved, own, cited, url};
  const auto name = [&](const std::string& words, Name::Kind kind) {
    document.marks.names.push_back({{.block = 0}, "", words, kind, "authority"});
  };
  name("Lantern Office", Name::Kind::office);
  name("LampNet", Name::Kind::initiative);
  name("Chad", Name::Kind::state);
  name("Lantern Office", Name::Kind::office);
  FigureMark figure;
  figure.figure.value = "1067";
  figure.figure.upper = "1100";
  document.marks.figures = {figure};
  return document;
}

std::string dump(const Document& document, std::string_view name) {
  std::string out;
  for (const FieldValue& value : find_field(name)->read(document)) {
    if (!out.empty()) out += "; ";
    out += value.value + (value.label.empty() ? "" : " [" + value.label + "]") +
           (value.doubtful ? "?" : "");
  }
  return out;
}

TEST(Fields, ReadADocument) {
  const std::pair<std::string, std::string> cases[] = {
      {"symbol", "A/55/75; E/2000/55"},
      {"title", "A report"},
      {"year", "2000"},
      {"date", "2000-05-22"},
      {"organ", "General Assembly; Economic and Social Council"},
      {"kind", "report of the Secretary-General"},
      {"session", "55; 2000"},
      {"agenda", "Informatics"},
      {"item", "7 (d)"},
      {"language", "en [English]"},
      {"cites", "A/57/6(Sect.27D); A/57/6; A/RES/54/231"},
      {"initiative", "LampNet"},
      {"entity", "Lantern Office"},
      {"state", "Chad"},
      {"figure", "1067; 1100"},
      {"series", "A; E"},
      {"status", "official"},
  };
  for (const auto& [name, values] : cases) EXPECT_EQ(dump(sample(), name), values) << name;
}

TEST(Fields, ReadNothingFromAnEmptyDocument) {
  const Document document;
  for (const Field& field : fields()) {
    if (field.name == "language" || field.name == "status" || field.name == "collection") continue;
    EXPECT_EQ(dump(document, field.name), "") << field.name;
  }
}

TEST(Fields, FindAPaperByItsReferenceAndByTheNameItIsShownWith) {
  const std::string whole = "ODA/2023-00042/Mapping of lamps";
  Document document;
  document.masthead.add(MastheadItem::reference, {whole, whole, ""});
  EXPECT_EQ(dump(document, "symbol"), whole + "; ODA/2023-00042");
}

TEST(Fields, FindADoubtfulDateUnderEveryYearInQuestion) {
  Document document;
  document.masthead.add(MastheadItem::reference, {"ODA/2023-00042", "ODA/2023-00042", ""});
  document.masthead.add(MastheadItem::date, {"2 October 2022", "2022-10-02",
                                             "dated before a document it cites of 1 August 2023"});
  EXPECT_EQ(dump(document, "year"), "2022?; 2023?");
  EXPECT_EQ(dump(document, "symbol"), "ODA/2023-00042");
  // The normal form may be the year that the doubt leads to: the printed one counts too.
  document.masthead.entries.back().value.normal = "2023-10-02";
  EXPECT_EQ(dump(document, "year"), "2023?; 2022?");
}

TEST(Fields, TakeTheYearOfTheSymbolWhereThereIsNoDate) {
  Document document;
  document.symbol.parts = {"E/2003/75"};
  EXPECT_EQ(dump(document, "year"), "2003");
}

TEST(Fields, TellTheCollectionByTheKindOfDocument) {
  const std::pair<std::string, std::string> cases[] = {
      {"report of the Secretary-General", "reports"},
      {"interim report of the Board", "reports"},
      {"note by the Secretariat", "reports"},
      {"resolution", "resolutions"},
      {"decision", "resolutions"},
      {"draft resolution", "drafts"},
      {"letter", "correspondence"},
      {"note verbale", "correspondence"},
      {"meeting record", "meetings"},
      {"agenda", "other"},
      {"", "other"},
  };
  for (const auto& [kind, collection] : cases) {
    Document document;
    document.masthead.add(MastheadItem::document_type, {"", kind, ""});
    EXPECT_EQ(dump(document, "collection"), collection) << kind;
    document.masthead.add(MastheadItem::record, {"", "true", ""});
    EXPECT_EQ(dump(document, "collection"), "records") << kind;
    document.masthead.add(MastheadItem::submission_number, {"", "ODA/2023-00042/NOR/1", ""});
    EXPECT_EQ(dump(document, "collection"), "submissions") << kind;
  }
}

TEST(Fields, ReadASubmission) {
  Document document;
  document.masthead.add(MastheadItem::reference, {"NV 17/2023", "NV 17/2023", ""});
  document.masthead.add(MastheadItem::call, {"oda-2023", "ODA/2023-00042", ""});
  document.masthead.add(MastheadItem::submitter, {"Kingdom of Norway", "norway", ""});
  document.masthead.add(MastheadItem::submission_number, {"", "ODA/2023-00042/NOR/1", ""});
  document.masthead.add(MastheadItem::received, {"", "2023-11-10T09:00:00-05:00", ""});
  document.marks.names.push_back({{.block = 0}, "chad", "Chad", Name::Kind::state, "authority"});
  document.marks.names.push_back(
      {{.block = 0}, "help-desk", "Help Desk", Name::Kind::initiative, "authority"});
  document.marks.names.push_back({{.block = 0}, "", "Lamp Net", Name::Kind::initiative, "acronym"});
  const std::pair<std::string, std::string> cases[] = {
      {"symbol", "ODA/2023-00042/NOR/1; NV 17/2023"},
      {"call", "oda-2023 [ODA/2023-00042]"},
      {"submitter", "Norway"},
      {"year", "2023"},
      {"region", "Europe; Africa"},
      {"activity", "service"},
  };
  for (const auto& [name, values] : cases) EXPECT_EQ(dump(document, name), values) << name;
  const Field& region = *find_field("region");
  ASSERT_TRUE(region.read_marks);
  EXPECT_EQ(region.read_marks(document, Marks{}).size(), 1u) << "of the sender alone";
}

TEST(Fields, HaveTheFacetsThatAreAskedFor) {
  std::set<std::string_view> facets;
  for (const Field& field : fields())
    if (field.facet) facets.insert(field.name);
  const std::set<std::string_view> asked = {
      "year",       "organ",     "body",   "kind",     "session", "agenda",     "format",
      "status",     "language",  "entity", "series",   "state",   "initiative", "call",
      "collection", "submitter", "region", "activity", "subject"};
  EXPECT_EQ(facets, asked);
}

TEST(Fields, NameTheNearestToAMistypedOne) {
  const std::pair<std::string, std::string> cases[] = {
      {"symbl", "symbol"},       {"symobl", "symbol"},
      {"organisation", "organ"}, {"Year", "year"},
      {"yaer", "year"},          {"lang", "language"},
      {"type", "kind"},          {"agneda", "agenda"},
      {"titel", "title"},        {"initiatives", "initiative"},
  };
  for (const auto& [typed, field] : cases) {
    const auto near = nearest_fields(typed);
    ASSERT_FALSE(near.empty()) << typed;
    EXPECT_EQ(near.front(), field) << typed;
    EXPECT_LE(near.size(), 3u);
  }
  for (const char* typed : {"", "x", "http", "xyzzy", "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"})
    EXPECT_TRUE(nearest_fields(typed).empty()) << typed;
}

TEST(FieldTerms, AreTheSameHoweverAValueIsTyped) {
  const struct {
    std::string field, typed, other;
  } cases[] = {
      {"organ", "ECOSOC", "Economic and Social Council"},
      {"organ", "general assembly", "General  Assembly"},
      {"entity", "UNITAR", "United Nations Institute for Training and Research"},
      {"language", "English", "en"},
      {"symbol", "e/2003/75", "E/2003/75"},
      {"cites", "A/RES/57/295", "resolution 57/295"},
      {"kind", "Note verbale", "note verbale"},
      {"body", "E/CN.16", "E/CN.16/"},
      {"submitter", "NOR", "Kingdom of Norway"},
      {"submitter", "Norvège", "norway"},
      {"state", "Cape Verde", "Cabo Verde"},
  };
  for (const auto& one : cases)
    EXPECT_EQ(field_term(*find_field(one.field), one.typed),
              field_term(*find_field(one.field), one.other))
        << one.field << " " << one.typed;
  EXPECT_NE(field_term(*find_field("organ"), "x"), field_term(*find_field("body"), "x"));
}

TEST(FieldTerms, HoldALabelBesideItsValue) {
  const Field& language = *find_field("language");
  EXPECT_EQ(field_terms(language, {"en", "English", false}).size(), 1u);
  const Field& session = *find_field("session");
  EXPECT_EQ(field_terms(session, {"58", "Fifty-eighth session", false}),
            (std::vector<std::string>{"XSESSION:58", "XSESSION:fifty-eighth session"}));
  EXPECT_TRUE(field_terms(*find_field("title"), {"words", "", false}).empty());
}

}  // namespace
}  // namespace undex
