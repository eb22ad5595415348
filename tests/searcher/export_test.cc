// What `undex export` writes: one row a finding, the same columns in every form.
#include "searcher/render/export.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tests/searcher/marked_document.h"
#include "undex/error.h"

namespace undex {
namespace {

using Json = nlohmann::json;

struct Case {
  const char* kind;
  const char* columns;  // of the csv header, after place,document,locator
  const char* row;      // tsv, after place, document and locator
};

const Case kCases[] = {
    {"paragraphs", "kind,number,text", nullptr},
    {"citations", "cited,pinpoint,type,relation,dated,reissue,target,as_printed,rule",
     "A/RES/57/295\tparas. 3 and 4\texplicit\tcites\t\t\t\tresolution 57/295\tnumber in words"},
    {"figures",
     "value,upper,unit,qualifier,period,period_kind,period_printed,measure,as_printed,rule",
     "985\t\taccounts\texact\t2003-05-01\tdate\tas of 1 May 2003\taccounts kept\t985\tdigits"},
    {"mentions", "name,kind,id,as_printed,rule",
     "Official Document System\tinitiative\tods\tOptical Disk System\tauthority"},
    {"statuses", "name,id,status,as_printed", nullptr},
    {"definitions", "short_form,long_form,id", "ODS\tOptical Disk System\tods"},
    {"dates", "date,as_printed", "2003-05-01\t1 May 2003"},
    {"quotes", "cited,as_printed", "A/RES/57/295\tnow"},
    {"notices", "level,code,text", "warning\tcites-beyond\tcites a paragraph that is not there"},
};

TEST(Export, WritesOneRowAFindingWithThePlaceFirst) {
  const Document document = marked_document();
  for (const Case& one : kCases) {
    EXPECT_EQ(render_export_header(one.kind, "csv"),
              std::string("place,document,locator,") + one.columns + "\r\n");
    EXPECT_EQ(render_export_header(one.kind, "tsv"), "");
    EXPECT_EQ(render_export_header(one.kind, "jsonl"), "");
    if (!one.row) continue;
    EXPECT_EQ(render_export(document, one.kind, "tsv"),
              std::string("A/58/568#9\tA/58/568\t9\t") + one.row + "\n");
  }
}

TEST(Export, NamesTheWholeOfACitedPartInARowOfItsOwn) {
  Document document = marked_document();
  document.marks.references.front().cited = parse_symbol("A/RES/57/295B").value();
  const std::string place = "A/58/568#9\tA/58/568\t9\t";
  const std::string rest = "\tcites\t\t\t\tresolution 57/295\tnumber in words\n";
  EXPECT_EQ(render_export(document, "citations", "tsv"),
            place + "A/RES/57/295B\tparas. 3 and 4\texplicit" + rest + place +
                "A/RES/57/295\tparas. 3 and 4\twhole" + rest);
}

TEST(Export, HasTheSameColumnsInJsonAndCsv) {
  const Document document = marked_document();
  for (const std::string_view kind : export_kinds()) {
    const std::string lines = render_export(document, kind, "jsonl");
    const Json first = Json::parse(lines.substr(0, lines.find('\n')));
    EXPECT_EQ(first["format_version"], 1) << kind;
    const std::string header = render_export_header(kind, "csv");
    const auto columns = static_cast<std::size_t>(std::count(header.begin(), header.end(), ','));
    EXPECT_EQ(first.size(), columns + 2) << kind;  // one more than commas, and the version
    for (const auto& [key, value] : first.items())
      EXPECT_TRUE(key == "format_version" || header.find(key) != std::string::npos) << key;
  }
}

TEST(Export, GivesValuesOfFiguresAsNumbers) {
  Document document = marked_document();
  document.marks.figures[0].figure.upper = "1000.5";
  Json row = Json::parse(render_export(document, "figures", "jsonl"));
  EXPECT_EQ(row["value"], 985);
  EXPECT_TRUE(row["value"].is_number_integer());
  EXPECT_EQ(row["upper"], 1000.5);
  document.marks.figures[0].figure.upper = "";
  document.marks.figures[0].figure.value = "a dozen";
  row = Json::parse(render_export(document, "figures", "jsonl"));
  EXPECT_TRUE(row["upper"].is_null());
  EXPECT_EQ(row["value"], "a dozen");
}

TEST(Export, IsInertAndGuardsSpreadsheets) {
  Document document = marked_document();
  document.marks.figures[0].figure.unit = "=cmd(\"x\")\t\x1b[2J";
  EXPECT_NE(render_export(document, "figures", "csv").find(",\"'=cmd(\"\"x\"\")"),
            std::string::npos);
  for (const char* form : {"jsonl", "tsv", "csv"})
    EXPECT_EQ(render_export(document, "figures", form).find('\x1b'), std::string::npos);
  const std::string row = render_export(document, "figures", "tsv");
  EXPECT_EQ(std::count(row.begin(), row.end(), '\t'), 12);
}

TEST(Export, NamesTheChoicesWhenItRefuses) {
  try {
    render_export(marked_document(), "colours", "jsonl");
    FAIL();
  } catch (const Error& fault) {
    EXPECT_EQ(fault.kind, ErrorKind::usage);
    EXPECT_NE(fault.hint.find("citations, figures"), std::string::npos);
  }
  EXPECT_THROW(render_export(marked_document(), "figures", "yaml"), Error);
}

}  // namespace
}  // namespace undex
