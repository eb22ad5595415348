// Citations and records of documents: each form read back by a small reader of its own.
#include "searcher/render/record/record.h"

#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>

#include "corpus/text.h"
#include "searcher/render/record/forms.h"
#include "tests/searcher/record_samples.h"
#include "undex/error.h"

namespace undex {
namespace {

using Json = nlohmann::json;
using test::hostile_titles;
using test::of_symbol;
using test::report;

std::string written(const Record& record, std::string_view form, std::string_view language = "en") {
  return find_record_form(form)->write(record, language);
}

Record cited(const Document& document, const std::vector<std::string>& places) {
  Record record = record_of(document);
  for (const std::string& place : places) record.places.push_back(parse_locator(place).value());
  return record;
}

struct UnCase {
  const char* symbol;
  const char* date;
  std::vector<std::string> places;
  const char* un;
  const char* full;
};

TEST(Record, IsCitedAsTextsOfTheUnitedNationsDo) {
  const std::vector<UnCase> cases = {
      {"A/58/568", "2003-11-12", {"16"}, "(A/58/568, para. 16)", nullptr},
      {"A/58/568", "", {"9 (c)", "15", "16"}, "(A/58/568, paras. 9 (c), 15 and 16)", nullptr},
      {"A/55/75-E/2000/55", "", {"24 (e)"}, "(A/55/75-E/2000/55, para. 24 (e))", nullptr},
      {"A/C.2/59/3", "", {"annex"}, "(A/C.2/59/3, annex)", nullptr},
      {"A/78/265", "", {"annex, 46"}, "(A/78/265, annex, para. 46)", nullptr},
      {"A/RES/57/295",
       "2002-12-20",
       {"3"},
       "General Assembly resolution 57/295, para. 3",
       "General Assembly resolution 57/295 of 20 December 2002, para. 3"},
      {"A/RES/57/295",
       "2002",
       {},
       "General Assembly resolution 57/295",
       "General Assembly resolution 57/295"},
      {"E/RES/2002/35", "", {}, "Economic and Social Council resolution 2002/35", nullptr},
      {"E/RES/1733(LIV)", "", {}, "Economic and Social Council resolution 1733 (LIV)", nullptr},
      {"S/RES/1723(2006)", "", {}, "Security Council resolution 1723 (2006)", nullptr},
      {"A/RES/3363(XXX)", "", {}, "General Assembly resolution 3363 (XXX)", nullptr},
      {"A/RES/3367(XXX)[A]", "", {}, "General Assembly resolution 3367 A (XXX)", nullptr},
      {"A/RES/3411(XXX)[A-B]", "", {}, "General Assembly resolution 3411 A and B (XXX)", nullptr},
      {"A/RES/3419(XXX)[A-D]", "", {}, "General Assembly resolution 3419 A to D (XXX)", nullptr},
      {"A/RES/31/16A", "", {}, "General Assembly resolution 31/16 A", nullptr},
      {"A/RES/S-8/1", "", {}, "General Assembly resolution S-8/1", nullptr},
      {"A/DEC/31/308", "", {}, "General Assembly decision 31/308", nullptr},
      {"E/DEC/1992/218", "", {}, "Economic and Social Council decision 1992/218", nullptr},
      {"A/RES/57/295/Corr.1", "", {}, "(A/RES/57/295/Corr.1)", nullptr},
      {"A/C.3/58/L.2", "", {}, "(A/C.3/58/L.2)", nullptr},
      {"A/80/6(Sect.29B)", "", {"29B.4"}, "(A/80/6 (Sect. 29B), para. 29B.4)", nullptr},
      {"A/80/6(Sect.24)/Corr.1", "", {}, "(A/80/6 (Sect. 24)/Corr.1)", nullptr},
      {"A/80/6(IncomeSect.1)", "", {}, "(A/80/6 (Income sect. 1))", nullptr},
  };
  for (const UnCase& one : cases) {
    const Record record = cited(of_symbol(one.symbol, one.date), one.places);
    EXPECT_EQ(written(record, "un"), std::string(one.un) + "\n");
    EXPECT_EQ(written(record, "un-full"), std::string(one.full ? one.full : one.un) + "\n");
  }
}

TEST(Record, IsDescribedAtTheFirstMention) {
  EXPECT_EQ(written(cited(report("Informatics for all"), {"18 (a)"}), "un-full"),
            "report of the Secretary-General entitled “Informatics for all” (E/2003/75, para. 18 "
            "(a))\n");
  Document supplement = of_symbol("A/64/3/Rev.1");
  const std::string series =
      "Official Records of the General Assembly, Sixty-fourth Session, Supplement No. 3";
  supplement.masthead.add(MastheadItem::series_note, {series, series, ""});
  EXPECT_EQ(written(cited(supplement, {"3"}), "un-full"), series + " (A/64/3/Rev.1), para. 3\n");
}

TEST(Record, IsNotCitedInWordsThatNothingProves) {
  EXPECT_EQ(written(record_of(of_symbol("E/2003/75")), "un", "fr"), "(E/2003/75)\n");
  EXPECT_THROW(written(cited(of_symbol("E/2003/75"), {"3"}), "un", "fr"), Error);
  EXPECT_THROW(written(record_of(of_symbol("A/RES/57/295")), "un", "es"), Error);
  EXPECT_THROW(written(record_of(of_symbol("E/2003/75")), "un-full", "es"), Error);
}

struct AuthorCase {
  const char* author;
  const char* heading;
};
TEST(Record, KnowsBodiesOfTheUnitedNationsFromOthers) {
  const AuthorCase cases[] = {
      {"Secretary-General", "United Nations. Secretary-General"},
      {"General Assembly", "United Nations. General Assembly"},
      {"Department of Management", "United Nations. Department of Management"},
      {"Norway", "Norway"},
      {"United Nations Institute for Training and Research",
       "United Nations Institute for Training and Research"},
      {"Friends of the Secretary-General", "Friends of the Secretary-General"},
  };
  for (const AuthorCase& one : cases) {
    Document document = of_symbol("A/58/1");
    document.masthead.add(MastheadItem::author, {one.author, one.author, ""});
    EXPECT_EQ(record_of(document).authors, std::vector<std::string>{one.heading});
  }
  EXPECT_EQ(record_of(of_symbol("A/RES/57/295")).authors,
            std::vector<std::string>{"United Nations. General Assembly"});
}

TEST(Record, HasAKeyOfItsOwnForEverySymbol) {
  EXPECT_EQ(record_of(of_symbol("A/58/568")).key, "A_58_568");
  EXPECT_NE(record_of(of_symbol("A/RES/3411(XXX)[A-B]")).key,
            record_of(of_symbol("A/RES/3411(XXX)A-B")).key);
  EXPECT_EQ(record_of(of_symbol("A/RES/3411(XXX)[A-B]"))
                .key.find_first_not_of(
                    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-"),
            std::string::npos);
}

TEST(Record, HasTheAddressOfTheUnitedNations) {
  EXPECT_EQ(record_of(of_symbol("A/55/75-E/2000/55")).url, "https://undocs.org/A/55/75");
  EXPECT_EQ(record_of(of_symbol("A/RES/3411(XXX)[A-B]")).url,
            "https://undocs.org/A/RES/3411(XXX)%5BA-B%5D");
  EXPECT_EQ(record_of(of_symbol("")).url, "");
}

TEST(Record, SaysWhatIsNoOfficialText) {
  Document document = report("T");
  document.masthead.add(MastheadItem::abridged, {"", "true", ""});
  EXPECT_EQ(note_of(cited(document, {"3"})),
            "para. 3. Held as an abridged record in the words of undex");
  EXPECT_EQ(record_of(document).summary, "Missions get e-mail.");
}

/// The fields of one BibTeX entry, braces and escapes taken away; nothing when it is not one whole
/// entry.
std::map<std::string, std::string> read_bibtex(const std::string& entry) {
  static const std::pair<std::string_view, char> kEscapes[] = {{"\\textbackslash{}", '\\'},
                                                               {"\\textasciitilde{}", '~'},
                                                               {"\\textasciicircum{}", '^'},
                                                               {"\\textbraceleft{}", '{'},
                                                               {"\\textbraceright{}", '}'},
                                                               {"\\`{}", '`'},
                                                               {"\\%", '%'},
                                                               {"\\&", '&'},
                                                               {"\\$", '$'},
                                                               {"\\#", '#'},
                                                               {"\\_", '_'},
                                                               {"\\{", '{'},
                                                               {"\\}", '}'}};
  std::map<std::string, std::string> fields;
  std::size_t at = entry.find(',');
  if (!entry.starts_with("@techreport{") || !entry.ends_with("\n}\n")) return {};
  while (at != std::string::npos && entry.compare(at, 4, ",\n  ") == 0) {
    const std::size_t equals = entry.find(" = ", at);
    const std::string name = entry.substr(at + 4, equals - at - 4);
    int depth = 0;
    std::string value;
    for (at = equals + 3;
         at < entry.size() && (depth > 0 || (entry[at] != ',' && entry[at] != '\n'));) {
      const auto escape = std::find_if(
          std::begin(kEscapes), std::end(kEscapes),
          [&](const auto& row) { return entry.compare(at, row.first.size(), row.first) == 0; });
      if (escape != std::end(kEscapes)) {
        value += escape->second;
        at += escape->first.size();
        continue;
      }
      depth += entry[at] == '{' ? 1 : entry[at] == '}' ? -1 : 0;
      if (entry[at] != '{' && entry[at] != '}') value += entry[at];
      ++at;
    }
    fields[name] = value;
  }
  return at != std::string::npos && entry.substr(at) == "\n}\n"
             ? fields
             : std::map<std::string, std::string>();
}

std::multimap<std::string, std::string> read_ris(const std::string& lines) {
  std::multimap<std::string, std::string> fields;
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = lines.find("\r\n", at);
    if (end == std::string::npos || lines.compare(at + 2, 4, "  - ") != 0) return {};
    fields.emplace(lines.substr(at, 2), lines.substr(at + 6, end - at - 6));
    at = end + 2;
  }
  return fields;
}

/// As a record holds it: one line, controls written out.
std::string in_one_line(const std::string& text) { return printable(collapse_spaces(text)); }

TEST(Record, KeepsEveryTitleInEveryForm) {
  for (const std::string& title : hostile_titles()) {
    const Record record = record_of(report(title));
    const std::string wanted = in_one_line(title);
    auto bibtex = read_bibtex(written(record, "bibtex"));
    EXPECT_EQ(bibtex["title"], wanted);
    EXPECT_EQ(bibtex["author"], "United Nations. Secretary-General");
    EXPECT_EQ(bibtex["month"], "may");
    const auto ris = read_ris(written(record, "ris"));
    ASSERT_EQ(ris.count("TI"), 1U) << title;
    EXPECT_EQ(ris.find("TI")->second, wanted);
    EXPECT_EQ(ris.count("TY"), 1U);
    EXPECT_EQ(ris.find("AU")->second, "United Nations. Secretary-General,");
    EXPECT_EQ(ris.find("DA")->second, "2003/05/28/");
    const Json json = Json::parse(written(record, "csl-json"));
    EXPECT_EQ(json["title"], wanted);
    EXPECT_EQ(json["author"][0]["literal"], "United Nations. Secretary-General");
    EXPECT_EQ(json["issued"]["date-parts"].dump(), "[[2003,5,28]]");
  }
}

TEST(Record, PutsNothingBeforeATerminalThatItWouldObey) {
  for (const std::string& title : hostile_titles())
    for (const RecordForm& form : record_forms()) {
      if (form.write == nullptr || form.name == "marc") continue;
      const std::string text = form.write(record_of(report(title)), "en");
      EXPECT_EQ(text.find_first_of(std::string("\x07\x1b\x7f\0", 4)), std::string::npos)
          << form.name;
      EXPECT_EQ(text.find("\u202e"), std::string::npos) << form.name;
    }
}

/// What begins a formula in some spreadsheet: ASCII signs, and those of full width.
bool begins_formula(std::string_view cell) {
  for (const char* sign : {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"})
    if (cell.starts_with(sign)) return true;
  return false;
}

TEST(Record, GivesASpreadsheetNoFormula) {
  for (const char* title : {"=1+1", "\t=1", " =1", "\u00a0=1", "+1", "-1", "@x", "＝1+1", "＠x",
                            "\"=1\"", "\r\n=1", "a,=1", "a\",=1"}) {
    std::string row = written(record_of(report(title)), "csv");
    bool quoted = false;
    std::string cell;
    std::vector<std::string> cells;
    for (const char c : row) {
      if (c == '"') quoted = !quoted;
      if (!quoted && (c == ',' || c == '\r')) {
        cells.push_back(cell.starts_with('"') ? cell.substr(1) : cell);
        cell.clear();
      } else {
        cell += c;
      }
    }
    EXPECT_EQ(cells.size(), 24U) << title;
    for (const std::string& one : cells) EXPECT_FALSE(begins_formula(one)) << one;
  }
}

TEST(Record, IsReadByPeopleAndProgramsAlike) {
  const Record record = cited(report("Informatics for all"), {"18 (a)"});
  const Json line = Json::parse(written(record, "jsonl"));
  EXPECT_EQ(line["symbol"], "E/2003/75");
  EXPECT_EQ(line["places"], "para. 18 (a)");
  EXPECT_EQ(line["format_version"], 1);
  EXPECT_TRUE(written(record, "text").starts_with("Key                 E_2003_75\n"));
}

TEST(Record, StandsAloneAsAnElementWithItsNamespace) {
  const Record record = record_of(report("A & B"));
  const auto element = [&](std::string_view form) {
    return record_element(*find_record_form(form), record, "en");
  };
  EXPECT_TRUE(element("marcxml").starts_with("<record xmlns=\"http://www.loc.gov/MARC21/slim\">"));
  EXPECT_TRUE(element("mods").starts_with("<mods xmlns=\"http://www.loc.gov/mods/v3\">"));
  EXPECT_TRUE(element("dc").starts_with("<oai_dc:dc xmlns:oai_dc="));
  EXPECT_NE(element("dc").find("<dc:title>A &amp; B</dc:title>"), std::string::npos);
}

}  // namespace
}  // namespace undex
